/** Formulas that are set apart are drawn over several lines; to be heard they are written on one. */

const DISPLAY = /\$\$((?:\\[\s\S]|[^$\\])+)\$\$/g;

/** Markdown in which every formula stands in the text. */
export function linearMath(markdown: string): string {
  return markdown.replaceAll(DISPLAY, (_, latex: string) => ` $${latex.replaceAll(/\s+/g, ' ').trim()}$ `);
}
