// Styles of the Mathematical Alphanumeric Symbols that change how a letter looks and not what it means: italic,
// sans-serif and monospaced. Bold (a vector), script and double-struck letters stay as they are.
const FOLDED = /[\u{1d434}-\u{1d467}\u{1d5a0}-\u{1d6a5}\u{1d6e2}-\u{1d71b}\u{1d7e2}-\u{1d7ff}]/gu;

// Temml asks for the text form of signs that also exist as emoji; a terminal has no use for it.
const SELECTORS = /[\ufe0e\ufe0f]/g;

// Thin, fixed and other blanks
const BLANKS = /\p{Zs}/gu;

/** Writes letters in styles without meaning as plain letters, which every terminal font has. */
export function plainLetters(text: string): string {
  return text
    .replace(FOLDED, letter => letter.normalize('NFKC'))
    .replace(SELECTORS, '')
    .replace(BLANKS, ' ');
}
