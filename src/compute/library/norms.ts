import type { Node } from '../node.ts';
import { absolute, elements, largest, root, squared, sumOver, total } from '../terms.ts';

/** Norms, spelled out element by element where that is short enough to read. */

const SHORT = 4;

/** What its elements can be named after; those of a calculation would repeat it. */
const isNamed = (x: Node): boolean => x.label !== null || ['constant', 'list', 'element'].includes(x.operation.name);

const isShort = (x: Node): boolean => x.shape.length === 1 && x.data.length <= SHORT && isNamed(x);

/** The squares of a tensor, added up. */
export function sumOfSquares(x: Node): Node {
  if (x.shape.length === 0) return squared(x);
  return isShort(x) ? total(elements(x).map(squared)) : sumOver(squared(x));
}

/** The absolute values of a tensor, added up. */
export function sumOfSizes(x: Node): Node {
  if (x.shape.length === 0) return absolute(x);
  return isShort(x) ? total(elements(x).map(absolute)) : sumOver(absolute(x));
}

export function lengthOf(x: Node): Node {
  return x.shape.length === 0 ? absolute(x) : root(sumOfSquares(x));
}

export const NORMS = ['l2', 'l1', 'max'] as const;

export const normBy: Readonly<Record<(typeof NORMS)[number], (x: Node) => Node>> = {
  l2: lengthOf,
  l1: sumOfSizes,
  max: x => (x.shape.length === 0 ? absolute(x) : largest(absolute(x))),
};
