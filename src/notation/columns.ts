import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter();

// The signs that formulas and frames are made of take one column each, and the marks on them none. Counting those here
// saves string-width's tables of emoji, which take longer to load than a page takes to render.
const PLAIN =
  /^[\u20d7 -~\u00a1-\u00ac\u00ae-\u03ff\u1d2c-\u1d6a\u2010-\u2027\u2030-\u205e\u2070-\u209c\u2100-\u214f\u2190-\u2319\u239b-\u23b3\u2500-\u257f\u2c7c]*$/;
const MARKS = /[\u0300-\u036f\u20d7]/g;

/** How many terminal columns a text takes. */
export function columns(text: string): number {
  return PLAIN.test(text) ? text.length - (text.match(MARKS)?.length ?? 0) : stringWidth(text);
}

/** The characters of a text as a reader counts them: a letter and its accents are one. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), part => part.segment);
}

/** Puts spaces around a text until it is `width` columns wide. */
export function pad(text: string, width: number, align: 'left' | 'center' | 'right' = 'left'): string {
  const room = Math.max(0, width - columns(text));
  const left = align === 'left' ? 0 : align === 'right' ? room : room >> 1;
  return ' '.repeat(left) + text + ' '.repeat(room - left);
}

/** The longest beginning of a text that fits into `width` columns. */
function take(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let used = 0;
  let taken = '';
  for (const character of graphemes(text)) {
    used += columns(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}

/** Cuts a text at `width` columns; the last one then shows that something is missing. */
export function clip(text: string, width: number): string {
  return columns(text) <= width ? text : `${take(text, width - 1).trimEnd()}…`;
}
