import { constant, type Node } from '../node.ts';
import { over } from '../terms.ts';

/** Small numbers, and what is read from an argument. */

export const one = constant(1);
export const two = constant(2);
export const half = over(one, two);

export const isOn = (flag: Node): boolean => flag.data[0] === 1;

/** 0, 1, …, n − 1. */
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
