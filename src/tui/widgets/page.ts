import { LONGEST_PAGE, type PageEntry, pageText } from '../../app/entries/page.ts';
import { lineAt, PAGE_WIDTH, type PageLine } from '../../app/entries/page-lines.ts';
import { linesOfPage, PAGE_EDGE, textOfLine } from '../page-text.ts';
import { BLANK, literal, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Drawn, WidgetProps } from './widget.ts';

/** A page looks like one before anything is written on it. */
const LEAST_LINES = 4;
/** When so many characters are left, that is said. */
const NEARLY_FULL = 2_000;

/** A page of text with its cursor. */
export function pageWidget({ entry, focused, several, width }: WidgetProps<PageEntry>): Drawn {
  const margin = several ? 5 : 2;
  // The cursor behind a full line takes a column as well.
  const lines = linesOfPage(entry.characters, Math.min(PAGE_WIDTH, width - margin - PAGE_EDGE.length - 2));
  const at = lineAt(lines, entry.cursor);
  const edge = [styled(' '.repeat(margin)), styled(`${PAGE_EDGE} `, focused ? 'accent' : 'muted')];
  const rows = lines.map((line, i) => [...edge, ...lineOf(entry, line, focused && i === at)]);
  const head = several
    ? []
    : [[styled(focused ? '▸ ' : '  ', 'accent'), styled('Answer:', focused ? 'accent' : 'muted')]];
  while (rows.length < LEAST_LINES) rows.push([...edge, styled('')]);
  const below = focused ? remark(entry, width) : [BLANK];
  return { lines: [...head, ...rows, ...below], at: [head.length + at, head.length + at] };
}

function lineOf({ characters, cursor }: PageEntry, line: PageLine, hasCursor: boolean): StyledLine {
  if (!hasCursor) return [styled(textOfLine(characters, line))];
  const under = cursor < line.to ? (characters[cursor] as string) : ' ';
  return [
    styled(textOfLine(characters, { ...line, to: cursor })),
    styled(under, 'cursor'),
    styled(textOfLine(characters, { ...line, from: Math.min(cursor + 1, line.to) })),
  ];
}

const HOW_TO = 'Enter begins a new line. You will mark it yourself, point by point.';

/** How a page is written on, as long as there is nothing on it; and how much more it can hold. */
function remark(entry: PageEntry, width: number): readonly StyledLine[] {
  if (entry.characters.length === 0) return recoloured(literal(HOW_TO, width), 'muted');
  const left = LONGEST_PAGE - pageText(entry).length;
  return left > NEARLY_FULL ? [BLANK] : [[styled(`  ${left} characters left`, 'warning')]];
}
