import { elementary } from '../compute/library/elementary.ts';
import type { LibraryFunction } from '../compute/library/function.ts';
import { library } from '../compute/library.ts';

/** The functions of tensors that a printed step can contain. */
const OF_TENSORS = [
  'sum',
  'mean',
  'var',
  'std',
  'norm',
  'softmax',
  'logsumexp',
  'argmax',
  'argmin',
  'transpose',
  'inverse',
  'outer',
  'concat',
  'ones',
  'eigenvalues',
  'singular_values',
];

/** What a student may call: the functions of numbers, and some of tensors. */
export const studentFunctions: ReadonlyMap<string, LibraryFunction> = new Map(
  [...elementary, ...OF_TENSORS.map(name => library.get(name) as LibraryFunction)].map(row => [row.name, row]),
);

/** What an author may call: the whole library. */
export const authorFunctions: ReadonlyMap<string, LibraryFunction> = library;
