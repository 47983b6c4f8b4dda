import { constant, input, type Node } from '../node.ts';
import type { Nested } from '../tensor.ts';
import { over } from '../terms.ts';

/** Small numbers, and what is read from an argument. */

export const one = constant(1);
export const two = constant(2);
export const half = over(one, two);

export const isOn = (flag: Node): boolean => flag.data[0] === 1;

/** 0, 1, …, n − 1. */
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** A number or matrix that everybody knows by its letter. */
const known = (letter: string, tex: string, value: Nested): Node => input({ name: letter, tex }, value);

export const pi = known('pi', '\\pi', Math.PI);

export function identity(n: number): Node {
  return known(
    'I',
    'I',
    upTo(n).map(i => upTo(n).map(j => (i === j ? 1 : 0))),
  );
}
