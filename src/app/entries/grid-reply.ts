import { readReply } from '../../answers/answers.ts';
import type { Reading } from '../../answers/kind.ts';
import { gridReply, gridShape } from '../../answers/tensor/grid-text.ts';
import { readGrid } from '../../answers/tensor/read.ts';
import { type GridEntry, type GridKey, isReadable, readCell, textsOf } from './grid-cells.ts';

/** What the cells amount to together. */

/**
 * As it was typed, as long as the cells mean among each other what they mean by themselves; else by their numbers:
 * `W = 5` is a number, and no cell of a matrix.
 */
export function replyOf(entry: GridEntry, key: GridKey): string {
  const { shape } = gridShape(key);
  const texts = textsOf(entry);
  const asTyped = gridReply(texts, shape);
  const readings = texts.map(row => row.map(readCell));
  if (readings.flat().some(({ status }) => status === 'unreadable')) return asTyped;
  const together = readGrid(asTyped, shape);
  const numbers = readings.flat().map(reading => (reading.status === 'read' ? (reading.reply[0] ?? null) : null));
  const isSame = together.status === 'read' && numbers.every((number, i) => Object.is(number, together.reply[i]));
  if (isSame || together.status === 'empty') return asTyped;
  return gridReply(
    readings.map(row => row.map(reading => (reading.status === 'read' ? reading.readAs : ''))),
    shape,
  );
}

/** Why the first cell that is not a number is none, or else what all of them are. */
export function readEntry(entry: GridEntry, key: GridKey): Reading<unknown> {
  const wrong = textsOf(entry)
    .flat()
    .find(text => !isReadable(text));
  return wrong === undefined ? readReply(replyOf(entry, key), key) : readCell(wrong);
}

/** Nothing about cells with a `_`, which are left blank on purpose. */
export function gapOf(entry: GridEntry): string | null {
  const empty = textsOf(entry)
    .flat()
    .filter(text => text === '').length;
  if (empty === 0) return null;
  return empty === 1 ? 'One cell is still empty.' : `${empty} cells are still empty.`;
}
