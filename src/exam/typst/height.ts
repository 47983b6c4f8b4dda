import type { AnswerSpace } from '../../answers/space.ts';

/**
 * Roughly how high things will be on paper, in millimetres: enough to tell what can be kept on one page. Measuring them in
 * Typst would lay out everything twice.
 */

const LINE = 4.9;
const GAP = 3.5;
/** Characters of Markdown in a line of full width; formulas are longer in source than on paper. */
const CHARACTERS = 88;

const FENCE = /^ {0,3}(?:```|~~~)/;
/** Signs of other scripts can be twice as wide as letters. */
const WIDE = /[\u0600-\uffef]/g;
/** A plot is drawn in a fixed frame. */
const PLOT = 72;

/** @param share of the full width, above 0 */
export function heightOf(markdown: string, share = 1): number {
  let height = 0;
  let inFence = false;
  let paragraph = 0;
  const flush = (): void => {
    if (paragraph > 0) height += Math.ceil(paragraph / (CHARACTERS * share)) * LINE + GAP;
    paragraph = 0;
  };
  for (const line of markdown.split('\n')) {
    if (FENCE.test(line)) {
      flush();
      inFence = !inFence;
      height += inFence && line.includes('plot') ? PLOT : GAP;
    } else if (inFence) height += LINE;
    else if (line.trim() === '') flush();
    else if (line.startsWith('|')) height += 2 * LINE;
    else {
      // Rows of matrices and aligned formulas, and displays, are high.
      height += (line.match(/\\\\|\$\$/g)?.length ?? 0) * LINE;
      if (/^\s*(?:[-*+]|\d+[.)])\s/.test(line)) flush();
      paragraph += line.length + (line.match(WIDE)?.length ?? 0) + 1;
    }
  }
  flush();
  return height;
}

type Heights = { readonly [Kind in AnswerSpace['kind']]: (space: Extract<AnswerSpace, { kind: Kind }>) => number };

const HEIGHTS: Heights = {
  line: ({ note }) => 12 + (note === null ? 0 : heightOf(note)),
  page: ({ lines }) => lines * 8.4,
  boxes: ({ options, note }) =>
    sum(options.map(({ text }) => heightOf(text))) + 8 + (note === null ? 0 : heightOf(note)),
  grid: ({ rows, columns }) =>
    10 * rows.length + Math.max(0, ...columns.map(text => heightOf(text, 1 / Math.max(1, columns.length)))),
  order: ({ lines }) => 8 + sum(lines.map(({ text }) => Math.max(9, heightOf(text)))),
  pairs: ({ blanks, options }) =>
    8 +
    Math.max(
      sum(blanks.map(({ text }) => Math.max(9, heightOf(text, 0.4)))),
      sum(options.map(({ text }) => heightOf(text, 0.4))),
    ),
};

export function heightOfSpace<Space extends AnswerSpace>(space: Space): number {
  return (HEIGHTS[space.kind] as (space: AnswerSpace) => number)(space);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
