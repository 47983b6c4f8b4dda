import { isConstant, type Node } from '../../node.ts';
import { constant, elements, meanOver, minus, over, plus, root, squared, sumOver, times, total } from '../../terms.ts';
import { ArgumentError, libraryStep } from '../function.ts';
import { aligned } from './aligned.ts';

/** Mean, variance and what is made of them: the four lines of every normalization. */

/** A list of up to so many numbers is averaged term by term. */
const SHORT = 6;

/** The axes over which is averaged, and the others. */
export interface Axes {
  readonly averaged: readonly number[];
  readonly kept: readonly number[];
}

export function axesWhere(x: Node, isKept: (axis: number) => boolean): Axes {
  const all = x.shape.map((_, axis) => axis);
  return { averaged: all.filter(axis => !isKept(axis)), kept: all.filter(isKept) };
}

/** @throws ArgumentError where each mean is taken of one number only, which has no spread */
function checkSpread(caller: string, x: Node, { averaged }: Axes): void {
  if (averaged.every(axis => x.shape[axis] === 1)) {
    throw new ArgumentError(`${caller}: each mean must be taken of two numbers or more, and here it is of one`);
  }
}

const isShort = (x: Node, { kept }: Axes): boolean =>
  x.shape.length === 1 && kept.length === 0 && x.data.length <= SHORT;

/** The mean over the averaged axes, spelled out where it is short; `less` is taken off the divisor. */
function averageOf(x: Node, axes: Axes, f: (part: Node) => Node, keep: boolean, less = 0): Node {
  const along = axes.kept.length === 0 && !keep ? undefined : axes.averaged;
  const n = axes.averaged.reduce((product, axis) => product * (x.shape[axis] as number), 1);
  if (isShort(x, axes)) return over(total(elements(x).map(f)), constant(n - less));
  return less === 0 ? meanOver(f(x), along, keep) : over(sumOver(f(x), along, keep), constant(n - less));
}

const BIASED = 'the biased variance: divided by n';

export interface Moments {
  readonly mean: Node;
  readonly variance: Node;
}

interface Telling {
  readonly why: string;
  /** The averaged axes stay, with length 1. */
  readonly keep?: boolean;
  /** Whose statistics they are, as an index. */
  readonly index?: string;
  /** Divided by n − 1. */
  readonly unbiased?: boolean;
}

/** The biased moments, with the distances from the mean as the step c. */
export function centredMomentsOf(
  caller: string,
  x: Node,
  axes: Axes,
  why: string,
): Moments & { readonly centred: Node } {
  checkSpread(caller, x, axes);
  const mean = libraryStep(
    'mean',
    '\\mu',
    averageOf(x, axes, part => part, false),
    why,
  );
  const centred = libraryStep(
    'centred',
    'c',
    minus(x, aligned(mean, axes.kept, x.shape.length)),
    'the distances from the mean',
  );
  const variance = libraryStep('var', '\\sigma^2', averageOf(centred, axes, squared, false), BIASED);
  return { mean, variance, centred };
}

/** The steps μ and σ². @throws ArgumentError where each is taken of one number only */
export function momentsOf(caller: string, x: Node, axes: Axes, telling: Telling): Moments {
  const { why, keep = false, index = '', unbiased = false } = telling;
  checkSpread(caller, x, axes);
  const mean = libraryStep(
    'mean',
    `\\mu${index}`,
    averageOf(x, axes, part => part, keep),
    why,
  );
  const beside = keep ? mean : aligned(mean, axes.kept, x.shape.length);
  const spread = averageOf(x, axes, part => squared(minus(part, beside)), keep, unbiased ? 1 : 0);
  const reason = unbiased ? 'the unbiased variance: divided by n − 1' : BIASED;
  return { mean, variance: libraryStep('var', `\\sigma${index}^2`, spread, reason) };
}

/** @throws ArgumentError where eps is negative */
function checkEps(caller: string, eps: Node): void {
  if ((eps.data[0] as number) < 0) throw new ArgumentError(`${caller}: "eps" must be 0 or more`);
}

/** √(σ² + ε). @throws ArgumentError where it is 0 or does not exist */
export function deviation(caller: string, variance: Node, eps: Node): Node {
  checkEps(caller, eps);
  if (variance.data.some(value => value < 0)) throw new ArgumentError(`${caller}: a variance must be 0 or more`);
  const result = root(isConstant(eps, 0) ? variance : plus(variance, eps));
  if (result.data.includes(0)) {
    throw new ArgumentError(`${caller}: the variance is 0, so that eps must be above 0`);
  }
  return result;
}

/** (x − μ) / √(σ² + ε), of which both already stand beside x. */
export function standardized(caller: string, x: Node, { mean, variance }: Moments, eps: Node): Node {
  const centred = isConstant(mean, 0) ? x : minus(x, mean);
  return over(centred, deviation(caller, variance, eps));
}

/** Moments as they stand beside the whole tensor. */
export function beside({ mean, variance }: Moments, { kept }: Axes, rank: number): Moments {
  return { mean: aligned(mean, kept, rank), variance: aligned(variance, kept, rank) };
}

/** The step x̂. */
export function standardizedStep(caller: string, x: Node, moments: Moments, eps: Node, letter: 'x' | 'z' = 'x'): Node {
  const isFlat = moments.variance.data.includes(0);
  const spread = isFlat ? 'variance 1 (0 where all numbers are equal)' : 'variance 1';
  const why = `mean 0 and ${spread}${isConstant(eps, 0) ? '' : ', but for ε'}`;
  return libraryStep(`${letter}hat`, `\\hat ${letter}`, standardized(caller, x, moments, eps), why);
}

/** The step y = γ ⊙ x̂ + β, or x̂ itself where neither changes it. */
export function scaled(xhat: Node, gamma: Node | undefined, beta: Node | undefined): Node {
  const product = gamma ? times(gamma, xhat) : xhat;
  const shifted = beta && !isConstant(beta, 0) ? plus(product, beta) : product;
  if (shifted === xhat) return xhat;
  const scale = product === xhat ? [] : ['the scale γ'];
  const shift = shifted === product ? [] : ['the shift β'];
  const learned = [...scale, ...shift];
  const why = `${learned.join(' and ')} ${learned.length > 1 ? 'are' : 'is'} learned`;
  return libraryStep('y', 'y', shifted, why);
}
