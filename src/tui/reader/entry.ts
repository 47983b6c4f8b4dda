import type { Sheet } from '../../app/answering.ts';
import { rowsOf } from '../../app/entries/boxes.ts';
import { type Entry, readEntry } from '../../app/entries/entries.ts';
import { cellOf, type GridEntry, type GridKey } from '../../app/entries/grid-cells.ts';
import { lineAt, PAGE_WIDTH, pageLines } from '../../app/entries/page-lines.ts';
import { textOf as typedText } from '../../app/entries/text.ts';
import type { Pad } from '../../app/scratch/pad.ts';
import type { VariantPart } from '../../bank/variant.ts';
import { inlineFormula } from '../../notation/math/formula.ts';
import { spokenFormula } from '../../notation/spoken/formula.ts';
import { styled } from '../styled.ts';
import { readingInWords, unreadableCell } from '../widgets/grid.ts';
import { cellLabels } from './grid.ts';
import type { HeardLine } from './heard.ts';
import type { Formulas } from './words.ts';

/** Where one is in a reply that is being made, in words. */

export interface CellInUse {
  readonly text: string;
  /** The character that the cursor stands on. */
  readonly on: string | null;
}

/** What is under the cursor, after which of how many it is; empty where there is no cursor. */
export function currentWords(place: string | null, cell: CellInUse | null, lines: readonly HeardLine[]): string {
  const { text, on } = cell ?? {
    text: lines
      .map(line => line.text)
      .filter(Boolean)
      .join('; '),
    on: lines.find(({ cursor }) => cursor)?.cursor ?? null,
  };
  const cursor = on ? `, cursor on ${on.trim() === '' ? 'a space' : on}` : '';
  return text === '' && place === null
    ? ''
    : `current: ${place === null ? '' : `${place}: `}${text || 'empty'}${cursor}`;
}

/** What stands in the cell in use, and what is understood of it: a whole row would have to be counted through. */
export function cellOfSheet({ entries, focus }: Sheet): CellInUse | null {
  const entry = entries[focus];
  if (entry?.kind !== 'grid') return null;
  const cell = cellOf(entry);
  const typed = styled(typedText(cell)).text.trim();
  const text = [typed || 'empty', readingInWords(entry), unreadableCell(entry)?.reason].filter(Boolean).join(', ');
  return { text, on: cell.characters[cell.cursor] ?? null };
}

/** What is understood of the formulas that are typed, as it is drawn → as it is said. */
export function readingsInWords(
  { entries }: Sheet,
  parts: readonly VariantPart[],
  both: ReadonlySet<string>,
): Formulas {
  return new Map(
    entries.flatMap((entry, i): [string, string][] => {
      const part = parts[i];
      const reading = part && entry.kind === 'text' ? readEntry(entry, part) : null;
      if (reading?.status !== 'read' || reading.tex === undefined) return [];
      const words = spokenFormula(reading.tex, both);
      return words === undefined ? [] : [[inlineFormula(reading.tex), words]];
    }),
  );
}

/** What stands in the line of the scratch pad. */
export function cellOfPad({ field }: Pick<Pad, 'field'>): CellInUse {
  const { characters, cursor } = field;
  return { text: styled(typedText(field)).text.trim() || 'empty', on: characters[cursor] ?? null };
}

/** The part, where there are several, and the place in it; null where there is only a field. */
export function placeInSheet({ entries, focus }: Sheet, parts: readonly VariantPart[]): string | null {
  const part = parts[focus] as VariantPart;
  const within = placeInEntry(entries[focus] as Entry, part);
  const name = entries.length > 1 ? `part ${part.name}` : null;
  return [name, within].filter(words => words !== null).join(', ') || null;
}

/** `row 1 of 3, forget gate, column 2 of 7, t = 2` */
function placeInGrid({ row, column, cells }: GridEntry, key: GridKey): string {
  const { rows, columns } = cellLabels(key);
  const width = cells[0]?.length ?? 0;
  const across = width > 1 ? [counted('column', column, width), columns[column]] : [columns[column]];
  return [counted('row', row, cells.length), rows[row], ...across].filter(Boolean).join(', ');
}

export const counted = (what: string, row: number, count: number): string | null =>
  count === 0 ? null : `${what} ${row + 1} of ${count}`;

function placeInEntry(entry: Entry, { key }: VariantPart): string | null {
  switch (entry.kind) {
    case 'text':
      return null;
    case 'boxes':
      return key.kind === 'choice' ? counted('option', entry.row, rowsOf(key)) : null;
    case 'lines':
      return key.kind === 'order'
        ? [
            counted('line', entry.row, key.lines.length),
            entry.row < entry.chosen.length ? 'in your order' : 'still to place',
          ].join(', ')
        : null;
    case 'pairs':
      return counted('blank', entry.row, entry.given.length);
    case 'grid':
      return placeInGrid(entry, key as GridKey);
    case 'page': {
      const lines = pageLines(entry.characters, PAGE_WIDTH);
      return counted('line', lineAt(lines, entry.cursor), lines.length);
    }
  }
}
