import { studentFunctions } from '../functions.ts';

/** The functions of a formula with symbols. Axes and other arguments by name have no place in it. */

interface Arity {
  readonly least: number;
  readonly most: number;
}

const SEVERAL: Readonly<Record<string, Arity>> = {
  log: { least: 1, most: 2 },
  leaky_relu: { least: 1, most: 2 },
  elu: { least: 1, most: 2 },
  norm: { least: 1, most: 2 },
  max: { least: 1, most: 20 },
  min: { least: 1, most: 20 },
  clip: { least: 3, most: 3 },
  outer: { least: 2, most: 2 },
  ones: { least: 1, most: 2 },
};

const ELEMENTWISE =
  'sqrt exp ln log log2 log10 abs sign floor ceil round sin cos tanh sigmoid relu softplus erf silu gelu leaky_relu elu clip';
const OF_MATRICES = 'max min sum mean var std norm logsumexp softmax transpose inverse outer ones';

export const elementwise: ReadonlySet<string> = new Set(ELEMENTWISE.split(' '));

export const formulaFunctions: ReadonlyMap<string, Arity> = new Map(
  [...elementwise, ...OF_MATRICES.split(' ')]
    .filter(name => studentFunctions.has(name))
    .map(name => [name, SEVERAL[name] ?? { least: 1, most: 1 }]),
);

/** What else they are called. */
export const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['σ', 'sigmoid'],
  ['sigma', 'sigmoid'],
  ['logistic', 'sigmoid'],
  ['√', 'sqrt'],
  ['sgn', 'sign'],
  ['swish', 'silu'],
  ['leakyrelu', 'leaky_relu'],
  ['inv', 'inverse'],
]);
