import { exactDigits, shownDigits } from '../compute/digits.ts';
import { fieldsOf } from '../compute/fields.ts';
import type { Node } from '../compute/node.ts';
import { type Nested, nested, shapeText, sizeOf } from '../compute/tensor.ts';

/** Values as an author would type them. */

const MOST_IN_LINE = 12;

/** In full, without the noise of binary fractions. */
export function numberText(value: number): string {
  return exactDigits(value).text;
}

/** `= 9472` or `≈ [0.09, 0.2447]`, rounded for reading; a large tensor is told by its shape. */
export function resultInLine(node: Node): string {
  const fields = fieldsOf(node);
  const values = fields ? [...fields.values()] : [node];
  const exact = values.every(value => isLarge(value) || [...value.data].every(number => shownDigits(number).exact));
  const text = fields ? [...fields].map(([name, value]) => `${name}: ${inLine(value)}`).join(', ') : inLine(node);
  return `${exact ? '=' : '≈'} ${text}`;
}

function isLarge({ shape }: Node): boolean {
  return sizeOf(shape) > MOST_IN_LINE;
}

function inLine(node: Node): string {
  if (isLarge(node)) return `a tensor of shape ${shapeText(node.shape)}`;
  const text = (value: Nested): string =>
    typeof value === 'number' ? shownDigits(value).text : `[${value.map(text).join(', ')}]`;
  return text(nested(node));
}
