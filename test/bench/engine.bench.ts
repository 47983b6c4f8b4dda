import { test } from 'vitest';
import { givenValues } from '../../src/bank/draw.ts';
import { bind } from '../../src/bank/names.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import type { Node } from '../../src/compute/node.ts';
import { trace } from '../../src/compute/trace.ts';
import { buildAuthor, parseAuthor } from '../../src/language/evaluate.ts';
import { type Workload, workloads } from './workloads.ts';

/** From a formula to a whole variant, each beside the bare arithmetic: `hz` is how many a second. */

/** Results end here, so that no engine can leave the work out. */
const sink = { total: 0 };

function question({ vars, definitions, answer }: Workload): string {
  const given = Object.entries(vars).map(([name, draw]) => `  ${name}: ${draw}`);
  const steps = Object.entries(definitions).map(([name, formula]) => `  ${name}: '${formula}'`);
  return [
    '---\ntitle: Bench\ntopics: [bench]\nvars:',
    ...given,
    ...(steps.length > 0 ? ['let:', ...steps] : []),
    `answer: { number: '${answer}' }\n---\nHow much?\n\n## Solution\n{{steps}}\n`,
  ].join('\n');
}

test.for(workloads)('$what', async (workload, { bench }) => {
  const template = readTemplate(question(workload), 'bench/q', 'q.md');
  const values = givenValues(template);
  const formula = parseAuthor(workload.answer);
  const graph = (): Node => buildAuthor(formula, bind(template, values).names) as Node;
  const expected = workload.plain();
  const found = graph().data[0] as number;
  if (Math.abs(found - expected) > 1e-9 * Math.max(1, Math.abs(expected))) {
    throw new Error(`${workload.what}: the graph gives ${found} and plain TypeScript ${expected}`);
  }
  let seed = 0;
  await bench.compare(
    bench('bare arithmetic in TypeScript', () => {
      sink.total += workload.plain();
    }),
    bench('the graph, without trace', () => {
      sink.total += graph().data[0] as number;
    }),
    bench('the graph, with trace', () => {
      sink.total += trace([['a', graph()]]).length;
    }),
    bench('a whole variant: draws, texts, steps', () => {
      sink.total += makeVariant(template, seed++).parts.length;
    }),
  );
});
