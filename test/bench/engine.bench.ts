import { test } from 'vitest';
import { givenValues } from '../../src/bank/draw.ts';
import { bind } from '../../src/bank/names.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { trace } from '../../src/compute/trace.ts';
import { buildAuthor, parseAuthor } from '../../src/language/evaluate.ts';

/** From a formula to a whole variant, each beside the bare arithmetic. */

const COUNT = `---
title: Count
topics: [cnn]
vars:
  C: { given: 32, int: [3, 256] }
answer:
  number: conv_params(in=C, out=1, kernel=1)
mistakes:
  - { value: C, because: the bias is missing }
---
How many parameters has a filter over {{C}} channels?

## Solution
{{steps}}
`;

const ADAM = `---
title: Adam
topics: [optimization]
vars:
  g: { given: 2, real: [-3, 3], digits: 1, not: [0, 1, -1] }
  beta1: { given: 0.9, pick: [0.8, 0.9, 0.95] }
  beta2: { given: 0.999, pick: [0.98, 0.99, 0.999] }
  alpha: { given: 0.1, pick: [0.001, 0.01, 0.1] }
  eps: { given: 1.0e-8, pick: [1.0e-8] }
let:
  m: (1 - beta1) * g
  v: (1 - beta2) * g^2
  mhat: m / (1 - beta1)
  vhat: v / (1 - beta2)
  step: -alpha * mhat / (sqrt(vhat) + eps)
parts:
  - { ask: The step, number: step }
mistakes:
  - { instead: { mhat: m, vhat: v }, because: no correction }
---
The gradient is {{g}}.

## Solution
{{steps}}
`;

/** Results end here, so that no engine can leave the work out. */
const sink = { total: 0 };

function plainCount(channels: number): number {
  return (channels * 1 * 1 + 1) * 1;
}

function plainAdam(g: number, beta1: number, beta2: number, alpha: number, eps: number): number {
  const m = (1 - beta1) * g;
  const v = (1 - beta2) * g ** 2;
  return (-alpha * (m / (1 - beta1))) / (Math.sqrt(v / (1 - beta2)) + eps);
}

test.for([
  ['a count', COUNT, 'conv_params(in=C, out=1, kernel=1)', () => plainCount(32)],
  ['a step of Adam', ADAM, 'step', () => plainAdam(2, 0.9, 0.999, 0.1, 1e-8)],
] as const)('%s', async ([, file, answer, plain], { bench }) => {
  const template = readTemplate(file, 'bench/q', 'q.md');
  const values = givenValues(template);
  const formula = parseAuthor(answer);
  let seed = 0;

  await bench.compare(
    bench('bare arithmetic in TypeScript', () => {
      sink.total += plain();
    }),
    bench('the graph, without trace', () => {
      sink.total += buildAuthor(formula, bind(template, values).names).data[0] as number;
    }),
    bench('the graph, with trace', () => {
      sink.total += trace([['a', buildAuthor(formula, bind(template, values).names)]]).length;
    }),
    bench('a whole variant: draws, mistakes, texts, steps', () => {
      sink.total += makeVariant(template, seed++).parts.length;
    }),
  );
});
