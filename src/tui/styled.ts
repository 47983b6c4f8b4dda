import { clip, columns } from '../notation/columns.ts';
import type { Line } from '../notation/line.ts';
import { safeLine } from '../notation/safe.ts';
import { mathInAscii, renderInline, renderLiteral, renderMarkdown } from '../notation/terminal.ts';
import type { Token } from './theme.ts';

/** Lines of a screen before they are drawn. */

export interface StyledSpan {
  readonly text: string;
  readonly token?: Token;
}

export type StyledLine = readonly StyledSpan[];

export const BLANK: StyledLine = [];

/** Every span of a screen is made here, so that no text of anyone's can steer the terminal. */
export function styled(text: string, token?: Token): StyledSpan {
  const safe = safeLine(text);
  return token ? { text: safe, token } : { text: safe };
}

/**
 * In columns. Words that run from right to left are left to the terminal, in the order of their letters: some turn them round
 * where they stand, which moves nothing else, and the marks that would isolate them take a column of their own in others.
 */
export function widthOf(line: StyledLine): number {
  return line.reduce((sum, span) => sum + columns(span.text), 0);
}

export function textOf(line: StyledLine): string {
  return line.map(span => span.text).join('');
}

export function fromNotation(line: Line): StyledLine {
  return line.map(({ text, tone }) => styled(text, tone));
}

/** The terminal is one, and so is the way in which formulas are written for it: views do not know of it. */
let isAscii = false;

/** Has formulas written in ASCII letters from now on, or no more. */
export function writeInAscii(wished: boolean): void {
  if (wished !== isAscii) laidOut.clear();
  isAscii = wished;
}

/** For listeners lines have no end, and formulas are words. */
const ENDLESS = 5000;

/** Laying text out takes longer than drawing it, and a key press redraws a screen whose text has not changed. */
const laidOut = new Map<string, readonly StyledLine[]>();
const MOST_KEPT = 200;

function kept(key: string, layOut: () => readonly Line[]): readonly StyledLine[] {
  const known = laidOut.get(key);
  if (known) return known;
  if (laidOut.size >= MOST_KEPT) laidOut.clear();
  const lines = layOut().map(fromNotation);
  laidOut.set(key, lines);
  return lines;
}

/** Markdown as lines of at most `width` columns. */
export function markdown(text: string, width: number): readonly StyledLine[] {
  return kept(`${width} ${text}`, () => {
    const written = isAscii && width < ENDLESS ? mathInAscii(text) : text;
    return renderMarkdown(written, { width: Math.max(10, width) });
  });
}

/** Text that is no Markdown, such as what a student typed, in lines of at most `width` columns. */
export function literal(text: string, width: number): readonly StyledLine[] {
  return kept(`literal ${width} ${text}`, () => renderLiteral(text, { width: Math.max(10, width) }));
}

/** The same text in one token. */
export function recoloured(lines: readonly StyledLine[], token: Token): StyledLine[] {
  return lines.map(line => line.map(span => styled(span.text, token)));
}

/** Markdown on one line. */
export function inline(text: string): StyledLine {
  return fromNotation(renderInline(isAscii ? mathInAscii(text) : text));
}

/** The lines with `first` before the first and as much space before the others. */
export function hanging(first: StyledLine, lines: readonly StyledLine[]): StyledLine[] {
  const space = styled(' '.repeat(widthOf(first)));
  const body = lines.length > 0 ? lines : [BLANK];
  return body.map((line, i) => (i === 0 ? [...first, ...line] : [space, ...line]));
}

export function indented(lines: readonly StyledLine[], by: number): StyledLine[] {
  return lines.map(line => (line.length === 0 ? line : [styled(' '.repeat(by)), ...line]));
}

/** One line of exactly `width` columns: the left part, and the right part as far as there is room. */
export function spread(left: StyledLine, right: StyledLine, width: number): StyledLine {
  const room = width - widthOf(left) - widthOf(right);
  return room >= 1 ? [...left, styled(' '.repeat(room)), ...right] : left;
}

/** No wider than `width`: what is cut off ends in an ellipsis. */
export function clipped(line: StyledLine, width: number): StyledLine {
  if (widthOf(line) <= width) return line;
  const kept: StyledSpan[] = [];
  let room = width - 1;
  for (const span of line) {
    const needed = columns(span.text);
    if (needed > room) {
      kept.push({ ...span, text: clip(span.text, room + 1) });
      break;
    }
    kept.push(span);
    room -= needed;
  }
  return kept;
}

/** The cell that the next character would take, counted from 0; undefined where nothing is typed. */
export function cursorIn(lines: readonly StyledLine[]): { readonly x: number; readonly y: number } | undefined {
  for (const [y, line] of lines.entries()) {
    const at = line.findIndex(span => span.token === 'cursor');
    if (at >= 0) return { x: widthOf(line.slice(0, at)), y };
  }
  return undefined;
}
