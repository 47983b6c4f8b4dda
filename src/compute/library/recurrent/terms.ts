import { fields } from '../../fields.ts';
import { CONSTANT, constant, isConstant, type Node } from '../../node.ts';
import type { Nested, Shape } from '../../tensor.ts';
import { list, matmul, minus, outer, plus, times, transpose, weighted } from '../../terms.ts';
import { ArgumentError, libraryStep } from '../function.ts';
import { checkShape } from './check.ts';

/** Sums of weighted states and inputs, and the names of what comes out at one time. */

/** Names a result of one time step: the stem of its name, that of its symbol, the value, and why it is computed. */
export type Naming = (name: string, tex: string, value: Node, why?: string) => Node;

/** `h3` and h₃; a reader needs to be told why only once. */
export const atTime =
  (t: number, explained: boolean, name = '', tex = ''): Naming =>
  (stem, symbol, value, why) =>
    libraryStep(`${stem}${name}${t}`, `${symbol}${tex}_{${t}}`, value, explained ? why : undefined);

/** `h` and h_t, of a single step. */
export const atOnce: Naming = (stem, symbol, value, why) => libraryStep(stem, `${symbol}_t`, value, why);

/** Zeros that nobody has given a name: terms with them are not written. */
export function isZero(node: Node): boolean {
  if (node.label || node.data.some(x => x !== 0)) return false;
  return node.operation === CONSTANT || (node.operation.name === 'list' && node.args.every(isZero));
}

export function zeros(shape: Shape): Node {
  return constant(shape.reduceRight<Nested>((part, length) => Array<Nested>(length).fill(part), 0));
}

/** The state before the first step: 0 unless given. */
export function initial(row: string, name: string, given: Node | undefined, shape: Shape): Node {
  checkShape(row, name, given, shape);
  return given ?? zeros(shape);
}

/** W h, or nothing where h is 0. */
export const weightedState = (weight: Node, state: Node): Node | null =>
  isZero(state) ? null : weighted(weight, state);

/**
 * The sum of the terms that are there and not 0; where all are 0, that.
 *
 * @throws ArgumentError where a term has become too large: of ∞ − ∞ nothing would be known
 */
export function sumOf(...terms: readonly (Node | null | undefined)[]): Node {
  const there = terms.filter((term): term is Node => term != null && !isZero(term));
  if (!there.every(allFinite)) throw new ArgumentError('the network becomes too large to compute with');
  return there.length === 0 ? (terms.find(term => term != null) ?? constant(0)) : there.reduce(added);
}

const allFinite = (node: Node): boolean => node.data.every(Number.isFinite);

/** a − 1 instead of a + (−1). */
function added(a: Node, b: Node): Node {
  const value = isConstant(b) ? (b.data[0] as number) : 0;
  return value < 0 ? minus(a, constant(-value)) : plus(a, b);
}

/** Wᵀ e: what reaches the argument of W x. */
export function transposed(weight: Node, e: Node): Node {
  if (weight.shape.length === 2) return matmul(transpose(weight), e);
  return weight.shape.length === 1 && e.shape.length === 1 ? matmul(weight, e) : times(weight, e);
}

/** e xᵀ: what reaches W of W x. */
export function weightGradient(e: Node, x: Node): Node {
  return e.shape.length === 1 && x.shape.length === 1 ? outer(e, x) : times(e, x);
}

/** The results that there are. */
export function present(results: Readonly<Record<string, Node | null>>): Node {
  return fields(
    Object.fromEntries(Object.entries(results).filter((entry): entry is [string, Node] => entry[1] !== null)),
  );
}

/** Results of the same name over time. */
export function overTime<K extends string>(moments: readonly Readonly<Record<K, Node>>[], name: K): Node {
  return list(moments.map(moment => moment[name]));
}
