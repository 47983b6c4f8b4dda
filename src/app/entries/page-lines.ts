/** The lines of a page: its own, each broken softly between words where it is longer than the page is wide. */

/** Characters of the page from `from` up to `to`, without the line break that may follow. */
export interface PageLine {
  readonly from: number;
  readonly to: number;
  /** The text goes on in the next line without a line break of its own. */
  readonly soft: boolean;
}

/** So many characters are read with ease in a line, and fit into a window of 80 columns. */
export const PAGE_WIDTH = 72;

/** @param widthOf columns of a character; a blank at the end of a full line takes the margin */
export function pageLines(
  characters: readonly string[],
  width: number,
  widthOf: (character: string) => number = () => 1,
): readonly PageLine[] {
  const lines: PageLine[] = [];
  let from = 0;
  let used = 0;
  /** Behind the last blank of the line, and the columns up to there. */
  let word = { from: 0, used: 0 };
  const begin = (at: number): void => {
    from = at;
    used = 0;
    word = { from: at, used: 0 };
  };
  for (const [i, character] of characters.entries()) {
    if (character === '\n') {
      lines.push({ from, to: i, soft: false });
      begin(i + 1);
      continue;
    }
    const columns = widthOf(character);
    const isBlank = character === ' ';
    while (i > from && (isBlank ? used > width : used + columns > width)) {
      const cut = word.from > from ? word : { from: i, used };
      lines.push({ from, to: cut.from, soft: true });
      const left = used - cut.used;
      begin(cut.from);
      used = left;
    }
    used += columns;
    if (isBlank) word = { from: i + 1, used };
  }
  return [...lines, { from, to: characters.length, soft: false }];
}

/** The line that holds the cursor: behind a soft break, it is the next one. */
export function lineAt(lines: readonly PageLine[], cursor: number): number {
  return lines.findLastIndex(line => line.from <= cursor);
}

/** The last place of a line at which the cursor can stand. */
export function endOf({ from, to, soft }: PageLine): number {
  return soft ? Math.max(from, to - 1) : to;
}
