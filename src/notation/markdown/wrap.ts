import { columns, graphemes } from '../columns.ts';
import { type Line, lineWidth, type Span, span, tidy } from '../line.ts';
import { isMeasure, RELUCTANT, shown } from './breaks.ts';
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
  const end = () => {
    const last = result.at(-1);
    if (last && word.before && isMeasure(textOf(last), textOf(word))) last.spans.push(word.before, ...word.spans);
    else if (word.spans.length > 0 || word.breaks) result.push(word);
  };
  for (const { text, tone } of runs) {
    for (const [piece] of text.matchAll(/\n| +|[^ \n]+/g)) {
      if (piece === '\n' || piece.startsWith(' ')) {
        end();
        word = { spans: [], before: piece === '\n' ? undefined : span(piece, tone), breaks: piece === '\n' };
      } else {
        word.spans.push(span(piece, tone));
      }
    }
  }
  end();
  return result;
}

function textOf({ spans }: Word): string {
  return spans.map(({ text }) => text).join('');
}

function width(spans: readonly Span[]): number {
  return spans.reduce((sum, next) => sum + columns(shown(next.text)), 0);
}

/** A word cut at the blanks that are kept as long as it fits into a line. */
function cutAt(blank: string, { spans, ...first }: Word): Word[] {
  const parts: Word[] = [{ ...first, spans: [] }];
  for (const { text, tone } of spans) {
    for (const [i, piece] of text.split(blank).entries()) {
      if (i > 0) parts.push({ spans: [], before: span(' ', tone), breaks: false });
      if (piece !== '') parts.at(-1)?.spans.push(span(piece, tone));
    }
  }
  return parts.filter((part, i) => i === 0 || part.spans.length > 0);
}

/** Words no wider than the line, as far as there is a blank to cut them at. */
function fitting(word: Word, limit: number, blanks: readonly string[] = RELUCTANT): Word[] {
  const [blank, ...worse] = blanks;
  if (blank === undefined || width(word.spans) <= limit) return [word];
  return cutAt(blank, word).flatMap(part => fitting(part, limit, worse));
}

/** Cuts a word that is wider than a line. */
function slices(spans: readonly Span[], limit: number): Span[][] {
  const lines: Span[][] = [];
  let line: Span[] = [];
  let used = 0;
  for (const { text, tone } of spans) {
    for (const character of graphemes(shown(text))) {
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
  for (const { spans, before, breaks } of words(runs).flatMap(word => fitting(word, limit))) {
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
  return lines.map(parts => tidy(parts.map(({ text, tone }) => span(shown(text), tone))));
}

/** The columns of the widest line. */
export function widest(lines: readonly Line[]): number {
  return lines.reduce((most, next) => Math.max(most, lineWidth(next)), 0);
}

/** The columns of the longest word: what is narrower has to cut it. */
export function longestWord(runs: readonly Run[]): number {
  return words(runs).reduce((most, { spans }) => Math.max(most, width(spans)), 0);
}
