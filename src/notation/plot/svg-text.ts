import { columns, graphemes } from '../columns.ts';
import { escapeHtml } from '../html/escape.ts';
import { safeLine } from '../safe.ts';

/** Text within a drawing. No fonts are measured: the same text takes the same room on every machine. */

/** An element of SVG. */
export type Element = string;

// The first family is the one that the typesetter brings along: with any other before it a PDF would depend on the fonts of
// the machine. Browsers, which seldom have it, take the others.
export const FONTS = "'Libertinus Serif', Helvetica, Arial, 'Liberation Sans', sans-serif";

/** In pixels, at a font size of 12. */
export const LINE_HEIGHT = 16;
/** A generous average; digits and most small letters take less. */
const CHARACTER = 6.8;

/** In pixels, about. */
export function textWidth(text: string): number {
  return columns(text) * CHARACTER;
}

/** A number of pixels, to a hundredth. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The lines of a text that is broken between its words, and in words that are wider than a line. */
export function textLines(text: string, width: number): readonly string[] {
  const most = Math.max(1, Math.floor(width / CHARACTER));
  const lines: string[] = [];
  for (const word of safeLine(text)
    .split(/\s+/)
    .filter(Boolean)
    .flatMap(long => pieces(long, most))) {
    const last = lines.at(-1);
    if (last !== undefined && columns(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, most: number): readonly string[] {
  if (columns(word) <= most) return [word];
  const found: string[] = [''];
  for (const character of graphemes(word)) {
    const last = found.at(-1) ?? '';
    if (last !== '' && columns(last + character) > most) found.push(character);
    else found[found.length - 1] = last + character;
  }
  return found;
}

/** @param anchor which side of the text is at x */
export function element(
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  strong = false,
): Element {
  const weight = strong ? ' font-weight="bold"' : '';
  return `<text x="${coordinate(x)}" y="${coordinate(y)}" text-anchor="${anchor}"${weight}>${escapeHtml(text)}</text>`;
}
