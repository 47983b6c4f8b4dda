import { keyName } from './key-name.ts';
import { BLANK, clipped, literal, type StyledLine, spread, styled } from './styled.ts';
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
  /** Stays in sight below it. */
  readonly below: readonly StyledLine[];
  /** In the order shown. */
  readonly shortcuts: readonly Shortcut[];
  /** First line of the body to be seen, in a page of so many. */
  readonly scroll: (page: number) => number;
}

export interface Shortcut {
  readonly key: string;
  readonly label: string;
  /** Where there is no room for all, the lowest stay. */
  readonly rank: number;
}

/** Lines of the body that nothing else may take. */
const LEAST_BODY = 3;

/** @param width of the text, beside a column on either side */
export function laidOut(page: Page, size: Size, width: number): Frame {
  const { place, corner, body } = page;
  const top = [
    spread([styled(' dl-tutor', 'accent'), styled(`  ${place}`)], [styled(`${corner} `, 'muted')], width + 2),
    [styled('─'.repeat(width + 2), 'muted')],
  ];
  const room = size.rows - top.length - LEAST_BODY - 1;
  const below = page.below.map(indent).slice(0, room);
  const above = page.above.map(indent).slice(0, Math.max(0, room - below.length));
  const bottom = [...below, footer(page.shortcuts, size.columns)];
  const visible = size.rows - top.length - above.length - bottom.length;
  const furthest = Math.max(0, body.length - visible);
  const scroll = Math.min(furthest, page.scroll(visible));
  const shown = body.slice(scroll, scroll + visible).map(indent);
  const hidden = body.length - scroll - visible;
  if (hidden > 0) shown[visible - 1] = [styled(` ↓ ${hidden + 1} more lines (PgDn)`, 'muted')];
  while (shown.length < visible) shown.push(BLANK);
  const lines = [...top, ...above, ...shown, ...bottom].map(line => clipped(line, size.columns));
  return { lines, scroll, furthest, page: visible };
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

function indent(line: StyledLine): StyledLine {
  return line.length === 0 ? line : [styled(' '), ...line];
}

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
