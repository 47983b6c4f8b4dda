import { figuresInWords } from './reader-figures.ts';

/** What is drawn over several lines, for listening: formulas that are set apart are written on one, figures are told. */

const DISPLAY = /\$\$((?:\\[\s\S]|[^$\\])+)\$\$/g;

export function heardMarkdown(markdown: string): string {
  return figuresInWords(markdown).replaceAll(
    DISPLAY,
    (_, latex: string) => ` $${latex.replaceAll(/\s+/g, ' ').trim()}$ `,
  );
}
