import { columns } from './columns.ts';

/** What a span of text means; the theme of a screen decides how it looks. */
export type Tone =
  | 'strong'
  | 'emphasis'
  | 'code'
  /** Bars, plots, and whatever else is drawn. */
  | 'chart'
  | 'math'
  | 'heading'
  | 'dim';

/** A run of text in one tone. The text holds no control character and no newline. */
export interface Span {
  readonly text: string;
  readonly tone?: Tone;
}

/** One line of the terminal. */
export type Line = readonly Span[];

/** The text of a line, without its tones. */
export function lineText(line: Line): string {
  return line.map(span => span.text).join('');
}

/** How many terminal columns a line takes. */
export function lineWidth(line: Line): number {
  return columns(lineText(line));
}

/** A span with or without a tone (an absent tone is an absent property). */
export function span(text: string, tone?: Tone): Span {
  return tone ? { text, tone } : { text };
}

/** Joins neighbours of the same tone, drops empty spans and the spaces at the end. */
export function tidy(spans: Line): Line {
  const line: Span[] = [];
  for (const next of spans) {
    const last = line.at(-1);
    if (last && last.tone === next.tone) line[line.length - 1] = span(last.text + next.text, next.tone);
    else if (next.text) line.push(next);
  }
  for (let last = line.at(-1); last?.text.endsWith(' '); last = line.at(-1)) {
    line.pop();
    const text = last.text.trimEnd();
    if (text) line.push(span(text, last.tone));
  }
  return line;
}
