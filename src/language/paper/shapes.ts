import type { Node } from '../../compute/node.ts';
import type { Shape } from '../../compute/tensor.ts';
import { reshape } from '../../compute/terms.ts';
import { settledShape } from './settled.ts';

/** Shapes as on paper: numbers, matrices, of which columns are some, and deeper arrays. */

const VOWEL = /^(?:8|11$|18$)/;

/** `a 2×3 matrix` */
export function inWords(shape: Shape): string {
  if (shape.length === 0) return 'a single number';
  const article = VOWEL.test(String(shape[0])) ? 'an' : 'a';
  return `${article} ${shape.join('×')} ${shape.length <= 2 ? 'matrix' : 'array'}`;
}

/** A list as a column, and what holds a single number as that number. */
export function settled(node: Node): Node {
  const shape = settledShape(node.shape);
  return shape === node.shape ? node : reshape(node, shape);
}
