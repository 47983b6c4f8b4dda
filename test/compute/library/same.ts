import { expect } from 'vitest';
import type { Node } from '../../../src/compute/node.ts';
import type { Nested } from '../../../src/compute/tensor.ts';
import { formulaOf, numberIn, variable } from '../support.ts';

/** Formulas over given numbers, and whether two of them mean the same. */

export type Values = Readonly<Record<string, Nested>>;

export const variables = (values: Values): Record<string, Node> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, variable(name, value)]));

export const numbersOf = (text: string, values: Values = {}): number[] => [...formulaOf(text, variables(values)).data];
export const scalarOf = (text: string, values: Values = {}): number => numberIn(formulaOf(text, variables(values)));

export function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  const scale = Math.max(1, ...expected.map(Math.abs));
  found.forEach((x, i) => {
    expect(Math.abs(x - (expected[i] as number)) / scale).toBeLessThan(1e-9);
  });
}

export function expectSame(a: string, b: string, values: Values = {}): void {
  expectClose(numbersOf(a, values), numbersOf(b, values));
}
