import type { ExpressionKey } from '../../../src/answers/expression/expression.ts';
import { compile, run } from '../../../src/answers/expression/program.ts';
import { vocabularyOf } from '../../../src/answers/expression/symbols.ts';
import type { VariantPart } from '../../../src/bank/variant.ts';
import { readFormula } from '../../../src/language/expression.ts';
import { variantOf } from './second-path.ts';

/** Formulas of the bank, to be held against what they claim: counting, simulation and numerical derivatives. */

export function partOf(id: string, name: string, seed: number | null = null): VariantPart {
  const part = variantOf(id, seed).parts.find(other => other.name === name);
  if (!part) throw new Error(`${id} has no part ${name}`);
  return part;
}

function keyOf(id: string, name: string): ExpressionKey {
  const { key } = partOf(id, name);
  if (key.kind !== 'expression') throw new Error(`${id}, ${name} is no formula`);
  return key;
}

type Numbers = number | readonly number[];

/** The numbers that the key of a part gives where its symbols have these values; matrices are given row by row. */
export function valuesOf(id: string, name: string, symbols: Readonly<Record<string, Numbers>>): number[] {
  const key = keyOf(id, name);
  const program = compile(readFormula(key.text, vocabularyOf(key.symbols)), key.symbols);
  const of = key.symbols.map(symbol => Float64Array.from([symbols[symbol.name] ?? Number.NaN].flat()));
  return [...(run(program, { count: 1, of })[program.result]?.value ?? [])];
}

export const numberOf = (...args: Parameters<typeof valuesOf>): number => valuesOf(...args)[0] as number;

/** As many numbers between −2 and 2, always the same for a seed. */
export function numbers(count: number, seed: number): number[] {
  return Array.from({ length: count }, (_, i) => 2 * Math.sin(12.9898 * (i + 1) + 78.233 * seed));
}

const STEP = 1e-5;

/** The derivative of a function of many numbers by each of them. */
export function slopes(f: (x: readonly number[]) => number, x: readonly number[]): number[] {
  return x.map((xi, i) => (f(x.with(i, xi + STEP)) - f(x.with(i, xi - STEP))) / (2 * STEP));
}
