import { readReply } from '../../answers/answers.ts';
import { gridShape, pastedCells } from '../../answers/tensor/grid-text.ts';
import { misfit } from '../../answers/tensor/shapes.ts';
import { type GridEntry, type GridKey, isReadable, placed } from './grid-cells.ts';
import { EMPTY_TEXT, insert } from './text.ts';

/** Many cells at once: a matrix from a program or a part of a spreadsheet. */

type Block = readonly (readonly string[])[];

/** The grid with the cells of a text; with a note where they do not fit; null where it is the text of a single cell. */
export function filled(entry: GridEntry, text: string, key: GridKey): GridEntry | null {
  const { rows, columns, shape } = gridShape(key);
  const found = [pastedCells(text, shape), pastedCells(text)].find(cells => cells?.flat().every(isReadable));
  const block = found ? turned(found, rows, columns) : null;
  if (block && isWhole(block, rows, columns)) return written(entry, block, 0, 0);
  const whole = understood(text, key);
  if (whole) return written(entry, whole, 0, 0);
  if (!block) return null;
  if (fitsAt(block, entry.row, entry.column, rows, columns)) return written(entry, block, entry.row, entry.column);
  return { ...entry, note: `Nothing was pasted: ${whyNot(block, key)}.` };
}

/** What only the whole text says, such as a product of matrices: its numbers. */
function understood(text: string, key: GridKey): Block | null {
  const { rows, columns, shape } = gridShape(key);
  const reading = rows * columns > 1 ? readReply(text, key) : null;
  return reading?.status === 'read' ? pastedCells(reading.readAs, shape) : null;
}

/** A list lies as the grid does, where that is a single row or column. */
function turned(block: Block, rows: number, columns: number): Block {
  if (columns === 1 && block.length === 1) return block.flat().map(cell => [cell]);
  return rows === 1 && block.every(row => row.length === 1) ? [block.flat()] : block;
}

const widthOf = (block: Block): number => block[0]?.length ?? 0;
const isEven = (block: Block): boolean => block.every(row => row.length === widthOf(block));

function isWhole(block: Block, rows: number, columns: number): boolean {
  return block.length === rows && block.every(row => row.length === columns);
}

function fitsAt(block: Block, row: number, column: number, rows: number, columns: number): boolean {
  return isEven(block) && row + block.length <= rows && column + widthOf(block) <= columns;
}

/** The cursor comes to stand in the last of the new cells. */
function written(entry: GridEntry, block: Block, top: number, left: number): GridEntry {
  const cells = entry.cells.map((row, i) =>
    row.map((cell, j) => {
      const text = block[i - top]?.[j - left];
      return text === undefined ? cell : insert(EMPTY_TEXT, text);
    }),
  );
  return placed({ ...entry, cells }, [top + block.length - 1, left + widthOf(block) - 1]);
}

function whyNot(block: Block, key: GridKey): string {
  const { rows, columns, shape } = gridShape(key);
  if (!isEven(block)) return 'its rows are not equally long';
  const width = widthOf(block);
  const isSmall = fitsAt(block, 0, 0, rows, columns);
  if (isSmall) return `${block.length}×${width} cells do not fit from this one on`;
  return misfit(block.length === 1 && shape.length === 1 ? [width] : [block.length, width], shape);
}
