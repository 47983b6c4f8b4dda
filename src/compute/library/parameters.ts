import type { Node } from '../node.ts';

/** What the parameters of a library function may be. */

/** How an argument of each type must look, in words. */
export const TYPES = {
  count: 'a whole number, 0 or more',
  size: 'a whole number, 1 or more',
  flag: '1 or 0',
  number: 'a number',
  positive: 'a number above 0',
  nonnegative: 'a number, 0 or more',
  fraction: 'a number from 0 to 1',
  vector: 'a list of numbers',
  matrix: 'a list of rows',
  tensor: 'a number or a list of any depth',
  axes: 'an axis, counted from 0, or a list of axes',
  word: 'a word',
} as const;

export interface Parameter<T = unknown> {
  readonly type: keyof typeof TYPES;
  /** Used where the argument is left out. A text is the name of an earlier parameter, or the word that is meant. */
  readonly default?: number | string;
  /** May be left out, and is then undefined. */
  readonly optional?: true;
  /** Given by name only, never by position. */
  readonly named?: true;
  /** Of a word: those that are allowed. */
  readonly words?: readonly string[];
  /** Never set: what `build` receives. */
  readonly receives?: T;
}

const maker =
  (type: Parameter['type']) =>
  (fallback?: number | string): Parameter<Node> =>
    fallback === undefined ? { type } : { type, default: fallback };

/** Each takes a default: a number, or the name of an earlier parameter whose value is taken. */
export const count = maker('count');
export const size = maker('size');
export const flag = maker('flag');
export const number = maker('number');
export const positive = maker('positive');
export const nonnegative = maker('nonnegative');
export const fraction = maker('fraction');
export const vector = maker('vector');
export const matrix = maker('matrix');
export const tensor = maker('tensor');
export const axes = maker('axes');

export function word<W extends string>(words: readonly W[], fallback?: W): Parameter<W> {
  return fallback === undefined ? { type: 'word', words } : { type: 'word', words, default: fallback };
}

export function optional<T>(parameter: Parameter<T>): Parameter<T | undefined> {
  return { ...parameter, optional: true } as Parameter<T | undefined>;
}

export function byName<T>(parameter: Parameter<T>): Parameter<T> {
  return { ...parameter, named: true };
}
