import { columns, graphemes } from '../columns.ts';
import { type Line, lineWidth, type Span, span, tidy } from '../line.ts';
import type { Run } from './runs.ts';

interface Word {
  spans: Span[];
  /** The blank before the word, and whether the line must end there. */
  before: Span | undefined;
  breaks: boolean;
}

/** Cuts runs into words: what no line break may part, whatever its tones are. */
function words(runs: readonly Run[]): Word[] {
  const result: Word[] = [];
  let word: Word = { spans: [], before: undefined, breaks: false };
  for (const { text, tone } of runs) {
    for (const [piece] of text.matchAll(/\n| +|[^ \n]+/g)) {
      if (piece === '\n' || piece.startsWith(' ')) {
        if (word.spans.length > 0 || word.breaks) result.push(word);
        word = { spans: [], before: piece === '\n' ? undefined : span(piece, tone), breaks: piece === '\n' };
      } else {
        word.spans.push(span(piece.replaceAll('\u00a0', ' '), tone));
      }
    }
  }
  if (word.spans.length > 0) result.push(word);
  return result;
}

function width(spans: readonly Span[]): number {
  return spans.reduce((sum, next) => sum + columns(next.text), 0);
}

/** Cuts a word that is wider than a line. */
function slices(spans: readonly Span[], limit: number): Span[][] {
  const lines: Span[][] = [];
  let line: Span[] = [];
  let used = 0;
  for (const { text, tone } of spans) {
    for (const character of graphemes(text)) {
      const size = columns(character);
      if (used + size > limit && line.length > 0) {
        lines.push(line);
        line = [];
        used = 0;
      }
      line.push(span(character, tone));
      used += size;
    }
  }
  return [...lines, line];
}

/** Breaks text into lines of at most `limit` columns. */
export function wrap(runs: readonly Run[], limit: number): Line[] {
  const lines: Span[][] = [];
  let line: Span[] = [];
  let used = 0;
  const end = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  for (const { spans, before, breaks } of words(runs)) {
    if (breaks) end();
    const size = width(spans);
    const gap = before && line.length > 0 ? [before] : [];
    if (used + width(gap) + size <= limit) {
      line.push(...gap, ...spans);
      used += width(gap) + size;
      continue;
    }
    if (line.length > 0) end();
    const [last = [], ...full] = slices(spans, limit).reverse();
    lines.push(...full.reverse());
    line = last;
    used = width(last);
  }
  if (line.length > 0) end();
  return lines.map(tidy);
}

/** The columns of the widest line. */
export function widest(lines: readonly Line[]): number {
  return lines.reduce((most, next) => Math.max(most, lineWidth(next)), 0);
}
