/** How many lines free text is given on paper. */

/** A credit is worth about so many. */
const LINES_A_CREDIT = 3;
const MOST_LINES = 24;
/** Characters in a line of handwriting across the page. */
const CHARACTERS = 75;
/** A model answer says at length what earns its credits in short as well. */
const MOST_FOR_MODEL = 2;

/** As many as the credits are worth, or up to twice as many where the model answer takes them when written by hand. */
export function linesFor(credits: number, model: string | null): number {
  const worth = Math.max(LINES_A_CREDIT, Math.ceil(credits * LINES_A_CREDIT));
  const written = Math.min(writtenLines(model ?? ''), MOST_FOR_MODEL * worth);
  return Math.min(MOST_LINES, Math.max(worth, written));
}

function writtenLines(markdown: string): number {
  // Breaks of the source within a paragraph mean nothing, but a row of a formula is a line.
  const paragraphs = markdown.split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)|\\\\/).filter(text => text.trim() !== '');
  return paragraphs.reduce((lines, text) => lines + Math.ceil(byHand(text).length / CHARACTERS), 0);
}

/** A command of LaTeX is a single sign by hand, and what only lays out is none. */
function byHand(markdown: string): string {
  return markdown
    .replaceAll(/\\(?:begin|end)\{\w+\*?\}/g, '')
    .replaceAll(/\\[A-Za-z]+/g, '#')
    .replaceAll(/[{}$^_&*`]/g, '')
    .replaceAll(/\s+/g, ' ');
}
