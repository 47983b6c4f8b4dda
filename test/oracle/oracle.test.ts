import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/compute/fields.ts';
import { gradient } from '../../src/compute/gradient.ts';
import { callLibrary } from '../../src/compute/library/function.ts';
import { chapters } from '../../src/compute/library.ts';
import { input, type Node } from '../../src/compute/node.ts';
import type { Nested } from '../../src/compute/tensor.ts';
import { buildAuthor, parseAuthor } from '../../src/language/evaluate.ts';
import { argumentsOf, type Fixture, fixtures, type Value } from './fixtures.ts';

/** The tutor's numbers against those of PyTorch and NumPy; `make.py` beside this file computes the fixtures. */

type Args = Readonly<Record<string, Nested>>;

const AGREEMENT = 1e-9;

/** Below this two numbers differ by the rounding of what was subtracted on the way. */
const ROUNDING = 1e-14;

/** Relative to the largest of the numbers that belong together. */
function expectAgreement(found: number, expected: number, largest: number, context: string): void {
  expect(Math.abs(found - expected), `${context}: ${found} and ${expected}`).toBeLessThanOrEqual(
    AGREEMENT * largest + ROUNDING,
  );
}

function expectSameNumbers(node: Node, expected: Nested, context: string): void {
  const numbers = [expected].flat(9) as number[];
  const largest = Math.max(...numbers.map(Math.abs));
  expect(shapeOf(expected), context).toEqual(node.shape);
  numbers.forEach((number, i) => {
    expectAgreement(node.data[i] as number, number, largest, `${context}, element ${i}`);
  });
}

function shapeOf(value: Nested): number[] {
  return Array.isArray(value) ? [value.length, ...shapeOf(value[0] as Nested)] : [];
}

function expectValue(node: Node, value: Value, context: string): void {
  const fields = fieldsOf(node);
  if (!fields) expectSameNumbers(node, value as Nested, context);
  for (const [name, expected] of Object.entries(fields ? value : {})) {
    expect(fields?.has(name), `${context}: no field ${name}`).toBe(true);
    expectSameNumbers(fields?.get(name) as Node, expected, `${context}.${name}`);
  }
}

/** A gradient is taken of a graph and not of numbers: those of whole networks are compared below and beside this file. */
const OF_GRAPHS = 'grad';

describe('every function agrees with its oracle', () => {
  const rows = chapters.flatMap(({ functions }) =>
    functions.filter(row => row.name !== OF_GRAPHS).map(row => [row.name, row] as const),
  );
  test.each(rows)('%s', (name, row) => {
    const cases = fixtures(name);
    expect(cases.length, 'cases').toBeGreaterThanOrEqual(20);
    for (const { args, value } of cases) {
      const found = callLibrary(row, argumentsOf(args));
      expectValue(found, value, `${name} ${JSON.stringify(args)}`);
    }
  });
});

function given<A, V>(name: string): Fixture<A, V>[] {
  return fixtures(name) as unknown as Fixture<A, V>[];
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

test('the first step of Adam', () => {
  const formulas = {
    m: '(1 - beta1) * g',
    v: '(1 - beta2) * g^2',
    step: '-alpha * (m / (1 - beta1)) / (sqrt(v / (1 - beta2)) + eps)',
  };
  for (const { args, value } of given<Args, Record<string, number>>('adam_first_step')) {
    const found = compute(args, formulas);
    for (const [name, expected] of Object.entries(value))
      expectAgreement(found(name), expected, Math.abs(expected), JSON.stringify(args));
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
  for (const { args, value } of given<Given, { h: number; c: number }>('lstm_first_step')) {
    const { x, h: h0, c: c0, ...gates } = args;
    const weights = Object.entries(gates).flatMap(([name, { W, U, b }]) => [
      [`W${name}`, W],
      [`U${name}`, U],
      [`b${name}`, b],
    ]);
    const found = compute({ x, h0, c0, ...Object.fromEntries(weights) }, formulas);
    expectAgreement(found('c'), value.c, 1, JSON.stringify(args));
    expectAgreement(found('h'), value.h, 1, JSON.stringify(args));
  }
});

test('every gradient of a 2-3-2 network with leaky ReLU', () => {
  const formulas = {
    h: '[leaky_relu(sum(W[0] * x) + b[0], slope), leaky_relu(sum(W[1] * x) + b[1], slope), leaky_relu(sum(W[2] * x) + b[2], slope)]',
    out: '[sum(V[0] * h) + c[0], sum(V[1] * h) + c[1]]',
    loss: 'mse(out, y)',
  };
  for (const { args, value } of given<Args, Record<string, Nested>>('leaky_net')) {
    const names = new Map(Object.entries(args).map(([name, given]) => [name, input({ name, tex: name }, given)]));
    for (const [name, text] of Object.entries(formulas)) names.set(name, buildAuthor(parseAuthor(text), names));
    const loss = names.get('loss') as Node;
    expectAgreement(loss.data[0] as number, value.loss as number, value.loss as number, 'loss');
    for (const name of ['W', 'b', 'V', 'c']) {
      const found = gradient(loss, names.get(name) as Node);
      const expected = [value[name] as Nested].flat(9) as number[];
      expect(found.degenerate).toBe(false);
      expected.forEach((number, i) => {
        expectAgreement(found.data[i] as number, number, 1, `${name}[${i}]`);
      });
    }
  }
});
