import { gridShape } from '../../answers/tensor/grid-text.ts';
import { matrixTex } from '../../answers/tensor/write.ts';
import type { GridKey } from '../../app/entries/grid-cells.ts';
import { inline } from '../styled.ts';
import { heardMarkdown } from './markdown.ts';
import { spokenLine } from './words.ts';

/** A grid of cells for listening: each cell with the names of its row and its column, and what is right in a sum. */

/** What stands in the cells, row by row; empty where nothing does. */
type CellTexts = readonly (readonly string[])[];

interface CellNames {
  /** `row 1, forget gate` */
  readonly rows: readonly string[];
  /** `t equals 1`, or `column 1` where it has no name; empty where there is only one. */
  readonly columns: readonly string[];
}

function words(label: string): string {
  return spokenLine(inline(heardMarkdown(label))).text;
}

function cellNames(key: GridKey): CellNames {
  const { rows, columns } = gridShape(key);
  const labels = cellLabels(key);
  return {
    rows: Array.from({ length: rows }, (_, i) => [`row ${i + 1}`, labels.rows[i]].filter(Boolean).join(', ')),
    columns: Array.from({ length: columns }, (_, j) => labels.columns[j] || (columns > 1 ? `column ${j + 1}` : '')),
  };
}

interface CellLabels {
  /** Empty where a row has none; there may be none at all. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** What the rows and the columns are called, in words. */
export function cellLabels(key: GridKey): CellLabels {
  if (key.kind === 'table') return { rows: key.rows.map(words), columns: key.columns.map(words) };
  const rows = key.free?.cells.map(({ tex }) => words(`$${tex}$`)) ?? matrices(key.shape, gridShape(key).rows);
  return { rows, columns: [] };
}

/** The names of the columns, before one comes to them. */
export function heardColumns(key: GridKey): readonly string[] {
  const { columns } = cellLabels(key);
  return columns.length > 1 ? [`columns: ${columns.map((name, j) => name || `column ${j + 1}`).join('; ')}`] : [];
}

/** In a deeper array, which of its matrices a row belongs to: `matrix 2, 1`. */
function matrices(shape: readonly number[], rows: number): readonly string[] {
  if (shape.length < 3) return [];
  const height = shape.at(-2) ?? 1;
  return Array.from({ length: rows }, (_, row) => {
    const index: number[] = [];
    let rest = Math.floor(row / height);
    for (const side of shape.slice(0, -2).toReversed()) {
      index.unshift((rest % side) + 1);
      rest = Math.floor(rest / side);
    }
    return `matrix ${index.join(', ')}`;
  });
}

/** `row 1, t equals 1: s sub t: 0.5; h sub t: empty` */
export function heardRows(key: GridKey, cells: CellTexts): readonly string[] {
  const { rows, columns } = cellNames(key);
  return rows.map((row, i) => {
    const texts = columns.map((_, j) => cells[i]?.[j]?.trim() ?? '');
    if (texts.every(text => text === '')) return `${row}: ${columns.length > 1 ? 'all empty' : 'empty'}`;
    return `${row}: ${texts.map((text, j) => labelled(columns[j] ?? '', text || 'empty')).join('; ')}`;
  });
}

const labelled = (name: string, text: string): string => (name === '' ? text : `${name}: ${text}`);

/** The values of the key, as they are said. */
function heardValues(key: GridKey): CellTexts {
  const { columns } = gridShape(key);
  const cells = key.values.map(value => words(`$${matrixTex([value], [1]).tex}$`));
  return Array.from({ length: cells.length / columns }, (_, i) => cells.slice(i * columns, (i + 1) * columns));
}

/** What a mark tells of a grid. */
interface MarkedGrid {
  readonly key: GridKey;
  /** null where there is no answer. */
  readonly yours: CellTexts | null;
  /** Of each cell, row by row; empty where the mark of another program does not tell. */
  readonly right: readonly boolean[];
  /** Cells may be right that are not those of the key. */
  readonly carried: boolean;
}

/** What is right in a sum, and what is not cell by cell: `row 2, t equals 2: h sub t: 0.5 instead of 0.7`. */
export function heardMarkedGrid({ key, yours, right, carried }: MarkedGrid): readonly string[] {
  const values = heardValues(key);
  const isFree = key.kind === 'tensor' && key.free !== undefined;
  const keyed = (): string[] => [isFree ? 'for example:' : 'right:', ...heardRows(key, values)];
  if (yours === null) return keyed();
  if (right.length > 0 && right.every(Boolean)) return [sum(right), ...(carried ? keyed() : [])];
  // Cells that only together meet the conditions are not wrong one by one.
  if (isFree || right.length === 0) return ['yours:', ...heardRows(key, yours), ...keyed()];
  return [sum(right), ...differing(key, yours, right)];
}

function differing(key: GridKey, yours: CellTexts, right: readonly boolean[]): readonly string[] {
  const { rows, columns } = cellNames(key);
  const values = heardValues(key);
  return rows.flatMap((row, i) => {
    const cells = columns.flatMap((column, j) =>
      right[i * columns.length + j]
        ? []
        : [labelled(column, `${yours[i]?.[j]?.trim() || 'empty'} instead of ${values[i]?.[j] ?? ''}`)],
    );
    return cells.length === 0 ? [] : [`${row}: ${cells.join('; ')}`];
  });
}

function sum(right: readonly boolean[]): string {
  const count = right.filter(Boolean).length;
  const all = right.length;
  if (count === all)
    return all === 1 ? 'yours is right' : `yours: ${all === 2 ? 'both' : `all ${all}`} cells are right`;
  if (all === 1) return 'yours:';
  return `yours: ${count === 0 ? 'none' : count} of the ${all} cells ${count > 1 ? 'are' : 'is'} right`;
}
