import { keyName } from './key-name.ts';
import { BLANK, clipped, literal, type StyledLine, spread, styled, widthOf } from './styled.ts';
import type { Size } from './view.ts';

/** How a window is divided: where one is, what stays in sight, what scrolls, and the keys. */

/** The whole screen as lines: exactly as many as the window has rows, none wider than it. */
export interface Frame {
  readonly lines: readonly StyledLine[];
  /** First visible line of the body. */
  readonly scroll: number;
  /** Largest useful scroll. */
  readonly furthest: number;
  /** Visible lines of the body. */
  readonly page: number;
}

export interface Page {
  readonly place: string;
  /** At the right end of the top line. */
  readonly corner: string;
  /** Stays in sight above what scrolls. */
  readonly above: readonly StyledLine[];
  readonly body: readonly StyledLine[];
  /** Stands still beside it. */
  readonly side?: Side | undefined;
  /** Stays in sight below it. */
  readonly below: readonly StyledLine[];
  /** In the order shown. */
  readonly shortcuts: readonly Shortcut[];
  /** First line of the body to be seen, in a page of so many. */
  readonly scroll: (page: number) => number;
}

interface Side {
  readonly lines: readonly StyledLine[];
  /** Columns. */
  readonly width: number;
  /** It scrolls in place of the body. */
  readonly turns?: boolean;
}

export interface Shortcut {
  readonly key: string;
  readonly label: string;
  /** Where there is no room for all, the lowest stay. */
  readonly rank: number;
}

/** Lines of the body that nothing else may take. */
const LEAST_BODY = 3;

/** Long lines are hard to read. */
const WIDEST = 98;
/** From so many columns on there is a second pane, at least so wide. */
const TWO_PANES = 140;
const LEAST_SIDE = 44;
/** Between the panes. */
const FOLD = ' │ ';

/** What needs the room more: the text, or, where the second pane is what one reads, both alike. */
export type Split = 'text' | 'even';

/** How the columns of a window are divided, beside a column on either side: the text, and a second pane, if any. */
export function panes(
  { columns }: Pick<Size, 'columns'>,
  split: Split = 'text',
): { readonly main: number; readonly side: number } {
  if (columns < TWO_PANES) return { main: Math.min(columns - 2, WIDEST), side: 0 };
  const both = columns - 2 - FOLD.length;
  const main = Math.min(WIDEST, split === 'even' ? Math.ceil(both / 2) : both - LEAST_SIDE);
  return { main, side: Math.min(WIDEST, both - main) };
}

/** @param width of the text, beside a column on either side */
export function laidOut(page: Page, size: Size, width: number): Frame {
  const { place, corner, body, side } = page;
  const whole = width + 2 + (side ? FOLD.length + side.width : 0);
  const isFolded = side !== undefined && side.lines.length > 0;
  const head = spread([styled(' dl-tutor', 'accent'), styled(`  ${place}`)], [styled(`${corner} `, 'muted')], whole);
  const room = size.rows - HEAD - LEAST_BODY - 1;
  const below = page.below.map(indent).slice(0, room);
  const above = page.above.map(indent).slice(0, Math.max(0, room - below.length));
  const bottom = [...below, footer(page.shortcuts, size.columns)];
  const visible = size.rows - HEAD - above.length - bottom.length;
  const turned = side?.turns ? scrolledIn(side.lines, above.length + visible, page.scroll) : null;
  const ofBody = scrolledIn(body, visible, turned ? () => 0 : page.scroll);
  const shown = body.slice(ofBody.scroll, ofBody.scroll + visible).map(indent);
  const hidden = body.length - ofBody.scroll - visible;
  if (hidden > 0) shown[visible - 1] = [styled(` ↓ ${hidden + 1} more lines (PgDn)`, 'muted')];
  while (shown.length < visible) shown.push(BLANK);
  const middle = isFolded ? beside([...above, ...shown], side, turned?.scroll ?? 0, width + 1) : [...above, ...shown];
  const scrolled = turned ?? ofBody;
  const ends = isFolded ? [width + 2, whole] : [whole];
  const lines = [head, rule(ends, turned ? 1 : 0, scrolled.scroll), ...middle, ...bottom];
  return { lines: lines.map(line => clipped(line, size.columns)), ...scrolled };
}

/** Lines above everything else: where one is, and a rule. */
const HEAD = 2;

/**
 * The fold hangs on it, and it says how much is hidden above.
 *
 * @param ends of the panes, in columns
 * @param pane the one that scrolls
 */
function rule(ends: readonly number[], pane: number, hidden: number): StyledLine {
  const remark = hidden > 0 ? ` ↑ ${hidden} line${hidden === 1 ? '' : 's'} above (PgUp) ─` : '';
  return ends.flatMap((end, i): StyledLine => {
    const fold = i > 0 ? '┬' : '';
    const length = end - (ends[i - 1] ?? 0) - fold.length;
    const text = i === Math.min(pane, ends.length - 1) && remark.length < length ? remark : '';
    return [styled(`${fold}${'─'.repeat(length - text.length)}${text}`, 'border')];
  });
}

/** Which of the lines are seen in a page of so many. */
function scrolledIn(
  lines: readonly StyledLine[],
  page: number,
  wanted: Page['scroll'],
): Pick<Frame, 'scroll' | 'furthest' | 'page'> {
  const furthest = Math.max(0, lines.length - page);
  return { scroll: Math.min(furthest, wanted(page)), furthest, page };
}

/** The keys that work now, as many as fit, in the order of their table. */
function footer(all: readonly Shortcut[], width: number): StyledLine {
  // The last of them needs no gap behind it.
  let room = width + GAP;
  const fitting = new Set(
    all
      .toSorted((a, b) => a.rank - b.rank)
      .filter(shortcut => {
        const fits = roomFor(shortcut) <= room;
        if (fits) room -= roomFor(shortcut);
        return fits;
      }),
  );
  return all
    .filter(shortcut => fitting.has(shortcut))
    .flatMap(({ key, label }, i) => [
      styled(`${' '.repeat(i === 0 ? 1 : 1 + GAP)}${keyName(key)}`, 'key'),
      styled(` ${label}`, 'muted'),
    ]);
}

/** Columns between two keys of the footer, beside the one before each. */
const GAP = 2;

function roomFor({ key, label }: Shortcut): number {
  return keyName(key).length + label.length + 2 + GAP;
}

/** Two panes, line by line. */
function beside(lines: readonly StyledLine[], side: Side, from: number, width: number): StyledLine[] {
  const hidden = side.lines.length - from - lines.length;
  const cut = styled(side.turns ? `↓ ${hidden + 1} more lines (PgDn)` : '…', 'muted');
  return lines.map((line, i) => {
    const left = clipped(line, width);
    const gap = styled(' '.repeat(width - widthOf(left)));
    const right = hidden > 0 && i === lines.length - 1 ? [cut] : (side.lines[from + i] ?? BLANK);
    return [...left, gap, styled(FOLD, 'border'), ...clipped(right, side.width)];
  });
}

function indent(line: StyledLine): StyledLine {
  return line.length === 0 ? line : [styled(' '), ...line];
}

/** What everything can be shown in. */
export const SMALLEST: Size = { columns: 40, rows: 12 };

/** A window that holds nothing but a request for a larger one. */
export function tooSmall({ columns, rows }: Size, least: Size, remark: string): Frame {
  const text = [
    `This window has ${columns} × ${rows} cells.`,
    `The tutor needs ${least.columns} × ${least.rows}: make it larger.`,
    remark,
  ];
  const lines = text.flatMap(line => literal(line, columns)).slice(0, rows);
  while (lines.length < rows) lines.push(BLANK);
  return { lines: lines.map(line => clipped(line, columns)), scroll: 0, furthest: 0, page: 1 };
}
