import { type PageLine, pageLines } from '../app/entries/page-lines.ts';
import { columns } from '../notation/columns.ts';
import { styled } from './styled.ts';

/** Text that students wrote over several lines, as lines of a screen. */

/** Left of each of them, so that it is seen where they begin and end. */
export const PAGE_EDGE = '┃';

/** Columns that a character takes once it is drawn: what a terminal would obey is not. */
const widthOf = (character: string): number => columns(styled(character).text);

export function linesOfPage(characters: readonly string[], width: number): readonly PageLine[] {
  return pageLines(characters, Math.max(1, width), widthOf);
}

export function textOfLine(characters: readonly string[], { from, to }: PageLine): string {
  return characters.slice(from, to).join('');
}
