import { numberText } from '../bank/value-text.ts';
import { fieldsOf } from '../compute/fields.ts';
import type { Node } from '../compute/node.ts';
import { type Shape, shapeText, sizeOf, stridesOf } from '../compute/tensor.ts';

/** A value for people: as an author would type it, in columns; of a large tensor the corners. */

const MOST_IN_FULL = 200;
/** Of a long axis so many places at each end; of many axes one, for there are corners at all of them. */
const endsOf = (shape: Shape): number => (sizeOf(shape) <= MOST_IN_FULL ? 0 : shape.length <= 2 ? 3 : 1);
const GAP = -1;

export function valueLines(value: Node, width: number): string[] {
  const fields = fieldsOf(value);
  if (!fields) return [...arrayLines(value, width), ...shapeLine(value)];
  const longest = Math.max(...[...fields.keys()].map(name => name.length));
  const margin = ' '.repeat(longest + 2);
  return [...fields].flatMap(([name, node]) => {
    const lines = [...arrayLines(node, width - margin.length), ...shapeLine(node)];
    return lines.map((line, i) => (i === 0 ? name.padEnd(margin.length) : margin) + line);
  });
}

function shapeLine({ shape }: Node): string[] {
  return shape.length === 0 ? [] : [`shape ${shapeText(shape)}`];
}

function arrayLines({ shape, data }: Node, width: number): string[] {
  if (shape.length === 0) return [numberText(data[0] as number)];
  const ends = endsOf(shape);
  const strides = stridesOf(shape);
  const offsets = offsetsIn(shape, strides, ends);
  const flat =
    shape.length === 1
      ? rowLines(
          placesOf(shape[0] as number, ends).map(i => (i === GAP ? '…' : numberText(data[i] as number))),
          width,
        )
      : [];
  if (flat.length === 1) return flat;
  const cell = Math.max(...offsets.map(offset => numberText(data[offset] as number).length));
  const block = (axis: number, offset: number): string[] => {
    const places = placesOf(shape[axis] as number, ends);
    if (axis === shape.length - 1) {
      const texts = places.map(i => (i === GAP ? '…' : numberText(data[offset + i] as number)).padStart(cell));
      return rowLines(texts, width - shape.length);
    }
    const blocks = places.map(i => (i === GAP ? ['…'] : block(axis + 1, offset + i * (strides[axis] as number))));
    return enclosed(blocks.flatMap((lines, i) => (i < blocks.length - 1 ? closed(lines, ',') : lines)));
  };
  return block(0, 0);
}

/** Where the numbers that are shown lie. */
function offsetsIn(shape: Shape, strides: readonly number[], ends: number): number[] {
  return shape.reduce(
    (found, length, axis) =>
      found.flatMap(offset =>
        placesOf(length, ends)
          .filter(i => i !== GAP)
          .map(i => offset + i * (strides[axis] as number)),
      ),
    [0],
  );
}

/** @param ends how many are shown at each end; 0: all */
function placesOf(length: number, ends: number): number[] {
  const all = Array.from({ length }, (_, i) => i);
  return ends > 0 && length > 2 * ends ? [...all.slice(0, ends), GAP, ...all.slice(-ends)] : all;
}

/** The numbers of a row, over as many lines as they need. */
function rowLines(texts: readonly string[], width: number): string[] {
  const perLine = Math.max(1, Math.floor((width + 1) / ((texts[0] as string).length + 2)));
  const lines: string[] = [];
  for (let i = 0; i < texts.length; i += perLine) lines.push(texts.slice(i, i + perLine).join(', '));
  return enclosed(lines.map((line, i) => (i < lines.length - 1 ? `${line},` : line)));
}

function enclosed(lines: readonly string[]): string[] {
  return closed(
    lines.map((line, i) => (i === 0 ? '[' : ' ') + line),
    ']',
  );
}

function closed(lines: readonly string[], end: string): string[] {
  return lines.map((line, i) => (i === lines.length - 1 ? line + end : line));
}
