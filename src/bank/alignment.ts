/** Where the characters of a YAML value stand in its source. */

/** How a value is written, as the YAML library calls it; undefined for a list or a mapping. */
type Style = string | undefined;

const SPACE = /\s/;

/**
 * The offset in `source` of every character of `value` that is not white space; lines may be folded and quotes doubled.
 *
 * @param source of the value alone, with its quotes or the header of its block
 * @returns null where escapes or another spelling of a number leave the two different
 */
export function alignment(source: string, value: string, style: Style): ReadonlyMap<number, number> | null {
  const offsets = new Map<number, number>();
  let at = opening(source, style);
  for (let i = 0; i < value.length; i++) {
    const character = value[i] as string;
    if (SPACE.test(character)) continue;
    while (SPACE.test(source[at] ?? '')) at++;
    const width = widthOf(character, source, at, style);
    if (width === 0) return null;
    offsets.set(i, at);
    at += width;
  }
  return offsets;
}

/** The length of the quote, or of the line such as `>-`, that stands before the first character. */
function opening(source: string, style: Style): number {
  if (style?.startsWith('QUOTE')) return 1;
  return style?.startsWith('BLOCK') ? source.indexOf('\n') + 1 : 0;
}

/** How long a character is in the source; 0 where another one stands there. */
function widthOf(character: string, source: string, at: number, style: Style): number {
  const doubled = style === 'QUOTE_SINGLE' && character === "'";
  const escaped = style === 'QUOTE_DOUBLE' && source[at] === '\\';
  if (doubled || escaped) return source[at + 1] === character ? 2 : 0;
  return source[at] === character ? 1 : 0;
}
