import { LEVEL, type Node, type Show } from '../node.ts';
import type { Shape } from '../tensor.ts';

/**
 * An operand of an element-wise operation, as it is stretched to fit the other: a vector that is added to every row of a
 * matrix is written 1 bᵀ, a column beside a matrix c 1ᵀ. A single number needs no such help.
 */
export function operand(node: Node, other: Node, show: Show, level: number, leading = false): string {
  const text = stretchedTex(node, other.shape, show);
  if (text === null) return show(node, level, leading);
  return level > LEVEL.product ? `\\left(${text}\\right)` : text;
}

/** A vector, a row or a column as it is stretched to a matrix by a product with ones; null where there is nothing to stretch. */
export function stretchedTex(node: Node, shape: Shape, show: Show): string | null {
  if (shape.length !== 2) return null;
  const [rows, columns] = shape as [number, number];
  const [height, width] = node.shape;
  if (node.shape.length === 1) return `${ones(rows)} ${show(node, LEVEL.atom)}^{\\top}`;
  if (node.shape.length !== 2) return null;
  if (height === 1 && rows > 1) return `${ones(rows)} ${show(node, LEVEL.fraction)}`;
  return width === 1 && columns > 1 ? `${show(node, LEVEL.atom)} ${ones(columns)}^{\\top}` : null;
}

const ones = (length: number): string => `\\mathbf{1}_{${length}}`;
