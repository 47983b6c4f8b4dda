/** What stands around a shape on screens and in books is blanked out, so that every offset stays. */

const AROUND: readonly RegExp[] = [
  /\$/g,
  /[\s.]+$/,
  /^\s*(?:the\s+)?(?:(?:output|input)\s+)?(?:shape|size|dimensions?)\s*(?:is\s|:|=|(?=[([{]))/i,
  /^\s*[\p{L}_][\p{L}\p{N}_.]*(?:\(\))?\s*={1,2}/u,
  /^\s*(?:∈\s*)?(?:\\mathbb\s*\{R\}|ℝ|R)\s*\^(?=\s*[{(])/,
  /^\s*(?:torch\s*\.\s*|tf\s*\.\s*)?(?:Size|TensorShape|tuple|list)(?=\s*\()/i,
];

/** Signs that are written with several characters, or with those of another script. */
const WRITTEN: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/\\times(?!\p{L})/gu, () => '×'],
  [/\\cdot(?!\p{L})/gu, () => '·'],
  [/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)],
  [/、/g, () => ','],
  // The italic letters of printed formulas.
  [/[\u{1d400}-\u{1d7ff}]/gu, letter => letter.normalize('NFKC')],
];

/** Fills up what became shorter. Invisible, as a blank would separate. */
const FILLER = '\u200b';

export function plain(text: string): string {
  const written = WRITTEN.reduce(
    (line, [pattern, sign]) => line.replace(pattern, found => sign(found).padEnd(found.length, FILLER)),
    text,
  );
  return AROUND.reduce((line, pattern) => line.replace(pattern, found => ' '.repeat(found.length)), written);
}
