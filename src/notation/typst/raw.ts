import { columns } from '../columns.ts';
import { printable, printableLine } from './printable.ts';
import { BREAK, breakableWords, pieces, typstString } from './quote.ts';

/** A short piece of code is not broken. */
const UNBROKEN_COLUMNS = 24;

/** Code as it stands, as markup: within a line, or as lines of their own. */
export function rawMarkup(text: string, block: boolean): string {
  if (block) {
    const lines = printable(text).split('\n');
    return `#raw(${typstString(lines.map(breakableWords).join('\n'))}, block: true);`;
  }
  const line = printableLine(text);
  if (line.includes(' ') && columns(line) <= UNBROKEN_COLUMNS) return `#box(raw(${typstString(line)}));`;
  return pieces(line)
    .map(piece => `#raw(${typstString(piece)});`)
    .join(BREAK);
}
