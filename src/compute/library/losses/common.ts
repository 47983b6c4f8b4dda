import { type Node, sameShape } from '../../node.ts';
import { componentOf } from '../../operations/component.ts';
import { shapeText, sizeOf } from '../../tensor.ts';
import { constant, element, greater, list, ln, over, sumOver, total, where } from '../../terms.ts';
import { one, upTo } from '../constants.ts';
import { ArgumentError, libraryStep } from '../function.ts';

/** What losses share: one line for each element where they are few, the reduction to one number, and what must hold. */

export const REDUCTIONS = ['mean', 'sum', 'none'] as const;
export type Reduction = (typeof REDUCTIONS)[number];

/** More terms than this are not written out one by one. */
export const MOST_SPELLED = 4;

export const isFew = ({ shape }: Node): boolean => shape.length === 1 && (shape[0] as number) <= MOST_SPELLED;

/** Σ xᵢ, term by term for a short list. */
export function spelledSum(x: Node): Node {
  if (x.shape.length === 0) return x;
  return isFew(x) ? total(upTo(x.shape[0] as number).map(i => componentOf(x, [i]))) : sumOver(x);
}

export function spelledMean(x: Node): Node {
  return averaged(spelledSum(x), sizeOf(x.shape));
}

export function averaged(sum: Node, count: number): Node {
  return count === 1 ? sum : over(sum, constant(count));
}

/** How a step is called: its name and its symbol. */
export type Named = readonly [name: string, tex: string];

/** A function of each element: a line for each of a few, else one for them all. */
export function eachElement(
  [name, tex]: Named,
  args: readonly Node[],
  of: (...args: Node[]) => Node,
  why?: string,
): Node {
  const [first] = args as [Node];
  const { shape } = first;
  if (shape.length === 0) return of(...args);
  if (!isFew(first)) return libraryStep(name, tex, of(...args), why);
  const single = shape[0] === 1;
  return list(
    upTo(shape[0] as number).map(i => {
      const value = of(...args.map(arg => (arg.shape.length === 0 ? arg : element(arg, i))));
      return single ? value : libraryStep(`${name}${i + 1}`, `${tex}_{${i + 1}}`, value, i === 0 ? why : undefined);
    }),
  );
}

export const LOSS: Named = ['L', 'L'];
export const ELEMENT_LOSS: Named = ['l', '\\ell'];

/** Many losses made one, unless all are wanted. */
export function reduced(losses: Node, reduction: Reduction, why?: string): Node {
  if (losses.shape.length > 0 && reduction === 'none') return losses;
  const sum = spelledSum(losses);
  return libraryStep(...LOSS, reduction === 'mean' ? averaged(sum, sizeOf(losses.shape)) : sum, why);
}

/** ln x for terms 0 · ln 0, which are 0: zeros of x are taken for 1, on a line of their own. */
export function lnOfNonzero(x: Node, [name, tex]: Named): Node {
  if (x.data.every(value => value > 0)) return ln(x);
  const why = 'a 1 stands where a term is 0 · ln 0, which counts as 0';
  return ln(libraryStep(name, tex, where(greater(x, constant(0)), x, one), why));
}

/** @throws ArgumentError where the two have different shapes */
export function checkSameShape(row: string, a: Node, b: Node): void {
  if (sameShape(a.shape, b.shape)) return;
  throw new ArgumentError(`${row}: shapes ${shapeText(a.shape)} and ${shapeText(b.shape)} differ`);
}

/** @throws ArgumentError unless every element lies from 0 to 1 */
export function checkFractions(row: string, name: string, { data }: Node): void {
  const wrong = data.find(x => !(x >= 0 && x <= 1));
  if (wrong !== undefined) throw new ArgumentError(`${row}: ${name} must lie from 0 to 1, and ${wrong} is there`);
}

/** @throws ArgumentError unless the rank is one of those allowed */
export function checkRank(row: string, name: string, { shape }: Node, ranks: readonly number[]): void {
  if (ranks.includes(shape.length)) return;
  const words = ranks.map(rank => ['a single number', 'a list of numbers', 'a list of rows'][rank]);
  throw new ArgumentError(`${row}: ${name} must be ${words.join(' or ')}, and has shape ${shapeText(shape)}`);
}
