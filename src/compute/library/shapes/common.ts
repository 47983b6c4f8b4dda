import { fieldsOf } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { elements, over, plus } from '../../terms.ts';
import { isOn } from '../constants.ts';
import { ArgumentError, type LibraryFunction } from '../function.ts';

/** What counts and sizes share: checks of lists, and terms that are left out where they say nothing. */

/** More layers would give a solution that nobody reads. */
const MOST_LAYERS = 200;

/** The inputs of one unit, with its bias. */
export function withBias(inputs: Node, bias: Node): Node {
  return isOn(bias) ? plus(inputs, bias) : inputs;
}

export function divides(divisor: Node, number: Node): boolean {
  return (number.data[0] as number) % (divisor.data[0] as number) === 0;
}

/** @throws ArgumentError where one of the numbers is not whole, or is below `least` */
export function checkWhole(caller: string, name: string, { data }: Node, least: number): void {
  const odd = data.find(value => !Number.isInteger(value) || value < least);
  if (odd !== undefined) {
    throw new ArgumentError(`${caller}: "${name}" must be a whole number, ${least} or more, and is ${odd}`);
  }
}

/** One number for both sides, or one for each. */
export function sides(caller: string, name: string, given: Node, least: number): readonly [Node, Node] {
  checkWhole(caller, name, given, least);
  if (given.shape.length === 0) return [given, given];
  const [height, width, ...rest] = given.shape.length === 1 ? elements(given) : [];
  if (!height || !width || rest.length > 0) {
    throw new ArgumentError(
      `${caller}: "${name}" must be one number or [height, width], not of shape ${shapeText(given.shape)}`,
    );
  }
  return [height, width];
}

/** @throws ArgumentError where there are too many */
export function checkLayers(caller: string, { shape: [layers = 0] }: Node): void {
  if (layers > MOST_LAYERS)
    throw new ArgumentError(`${caller}: at most ${MOST_LAYERS} layers, and there are ${layers}`);
}

/** The width of one head. @throws ArgumentError where the heads do not share the width evenly */
export function headWidth(caller: string, width: Node, heads: Node): Node {
  if (!divides(heads, width)) {
    throw new ArgumentError(
      `${caller}: the number of heads must divide d_model: ${heads.data[0]} does not divide ${width.data[0]}`,
    );
  }
  return over(width, heads);
}

/** The same function, which refuses arguments whose count a double cannot hold exactly. */
export function counted(row: LibraryFunction): LibraryFunction {
  return {
    ...row,
    build: args => {
      const node = row.build(args);
      for (const { data } of fieldsOf(node)?.values() ?? [node]) {
        if (!data.every(value => Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
          throw new ArgumentError(`${row.name}: the result is too large to be counted exactly`);
        }
      }
      return node;
    },
  };
}
