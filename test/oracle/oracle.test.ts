import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gradient } from '../../src/compute/gradient.ts';
import { callLibrary } from '../../src/compute/library/function.ts';
import { library } from '../../src/compute/library.ts';
import { constant, input, type Node } from '../../src/compute/node.ts';
import type { Nested } from '../../src/compute/tensor.ts';
import { buildAuthor, parseAuthor } from '../../src/language/evaluate.ts';

/** The tutor's numbers against those of PyTorch; `make.py` beside this file computes the fixtures. */

type Args = Readonly<Record<string, Nested>>;
interface Fixture<A, V> {
  readonly args: A;
  readonly value: V;
}

const AGREEMENT = 1e-9;

function fixtures<A, V>(name: string): Fixture<A, V>[] {
  const cases = JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as Fixture<A, V>[];
  expect(cases.length).toBeGreaterThanOrEqual(20);
  return cases;
}

function expectAgreement(found: number, expected: number, context: string): void {
  const off = Math.abs(found - expected) / Math.max(Math.abs(expected), AGREEMENT);
  expect(off, `${context}: ${found} and ${expected}`).toBeLessThan(AGREEMENT);
}

/** Named formulas in order, over given values. */
function compute(
  values: Readonly<Record<string, Nested>>,
  formulas: Readonly<Record<string, string>>,
): (name: string) => number {
  const names = new Map(Object.entries(values).map(([name, value]) => [name, input({ name, tex: name }, value)]));
  for (const [name, text] of Object.entries(formulas)) names.set(name, buildAuthor(parseAuthor(text), names));
  return name => (names.get(name) as Node).data[0] as number;
}

describe('library functions', () => {
  test('every one has fixtures', () => {
    const names = [
      'conv_params',
      'linear_params',
      'batch_norm_buffers',
      'conv_size',
      'pool_size',
      'receptive_field',
      'mse',
    ];
    expect([...library.keys()].sort()).toEqual(names.sort());
  });

  test.each([...library.values()].map(row => [row.name, row] as const))('%s', (name, row) => {
    for (const { args, value } of fixtures<Args, number>(name.replaceAll('_', '-'))) {
      const nodes = Object.entries(args).map(([key, given]) => [key, constant(given)] as const);
      expectAgreement(callLibrary(row, new Map(nodes)).data[0] as number, value, JSON.stringify(args));
    }
  });
});

test('the first step of Adam', () => {
  const formulas = {
    m: '(1 - beta1) * g',
    v: '(1 - beta2) * g^2',
    step: '-alpha * (m / (1 - beta1)) / (sqrt(v / (1 - beta2)) + eps)',
  };
  for (const { args, value } of fixtures<Args, Record<string, number>>('adam-first-step')) {
    const found = compute(args, formulas);
    for (const [name, expected] of Object.entries(value)) expectAgreement(found(name), expected, JSON.stringify(args));
  }
});

type Gate = Readonly<Record<'W' | 'U' | 'b', number>>;

test('one time step of an LSTM', () => {
  const gate = (name: string): string => `W${name} * x + U${name} * h0 + b${name}`;
  const formulas = {
    i: `sigmoid(${gate('i')})`,
    f: `sigmoid(${gate('f')})`,
    g: `tanh(${gate('g')})`,
    o: `sigmoid(${gate('o')})`,
    c: 'f * c0 + i * g',
    h: 'o * tanh(c)',
  };
  type Given = Readonly<Record<'x' | 'h' | 'c', number>> & Readonly<Record<'i' | 'f' | 'g' | 'o', Gate>>;
  for (const { args, value } of fixtures<Given, { h: number; c: number }>('lstm-first-step')) {
    const { x, h: h0, c: c0, ...gates } = args;
    const weights = Object.entries(gates).flatMap(([name, { W, U, b }]) => [
      [`W${name}`, W],
      [`U${name}`, U],
      [`b${name}`, b],
    ]);
    const found = compute({ x, h0, c0, ...Object.fromEntries(weights) }, formulas);
    expectAgreement(found('c'), value.c, JSON.stringify(args));
    expectAgreement(found('h'), value.h, JSON.stringify(args));
  }
});

test('every gradient of a 2-3-2 network with leaky ReLU', () => {
  const formulas = {
    h: '[leaky_relu(sum(W[0] * x) + b[0], slope), leaky_relu(sum(W[1] * x) + b[1], slope), leaky_relu(sum(W[2] * x) + b[2], slope)]',
    out: '[sum(V[0] * h) + c[0], sum(V[1] * h) + c[1]]',
    loss: 'mse(out, y)',
  };
  for (const { args, value } of fixtures<Args, Record<string, Nested>>('leaky-net')) {
    const names = new Map(Object.entries(args).map(([name, given]) => [name, input({ name, tex: name }, given)]));
    for (const [name, text] of Object.entries(formulas)) names.set(name, buildAuthor(parseAuthor(text), names));
    const loss = names.get('loss') as Node;
    expectAgreement(loss.data[0] as number, value.loss as number, 'loss');
    for (const name of ['W', 'b', 'V', 'c']) {
      const found = gradient(loss, names.get(name) as Node);
      const expected = [value[name] as Nested].flat(9) as number[];
      expect(found.degenerate).toBe(false);
      expected.forEach((number, i) => {
        expectAgreement(found.data[i] as number, number, `${name}[${i}]`);
      });
    }
  }
});
