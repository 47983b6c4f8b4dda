import type { Tokens } from 'marked';
import { columns } from '../columns.ts';
import { figureSvg } from '../html/figure.ts';
import { type Figure, fenceInWords, figureIn } from '../markdown/figure.ts';
import { printable } from './printable.ts';
import { typstString } from './quote.ts';
import { rawMarkup } from './raw.ts';

/** A column of DejaVu Sans Mono, which Typst brings along, in ems. */
const COLUMN = 0.6021;

/**
 * In pixels. A plot takes about two thirds of the text: a stem may show several, and numbers to be read off are in tables. The
 * numbers of the others have to be read.
 */
const WIDTHS: Readonly<Record<Figure['kind'], number>> = { plot: 400, heatmap: 480, network: 480 };

/** Signs of a drawing in lines that touch, so that its strokes join; made smaller where it would be too wide. */
function drawing(text: string, words: string): string {
  const width = Math.max(1, ...text.split('\n').map(columns)) * COLUMN;
  return [
    `#figure(alt: ${typstString(words)}, kind: "drawing", supplement: none, layout(size => {`,
    '  set par(leading: 0pt, justify: false)',
    '  show raw: set text(',
    '    font: "DejaVu Sans Mono",',
    `    size: calc.min(0.85em.to-absolute(), size.width / ${width.toFixed(2)}),`,
    '    top-edge: "ascender",',
    '    bottom-edge: "descender",',
    '  )',
    `  raw(${typstString(text)}, block: true)`,
    '}));',
  ].join('\n');
}

function drawn(svg: string, words: string): string {
  return `#figure(alt: ${typstString(words)}, kind: "drawing", supplement: none,\n  image(bytes(${typstString(svg)}), format: "svg"));`;
}

/** A fenced block: a plot, a network, a matrix, a drawing or code. */
export function fencedMarkup({ text, lang = '' }: Tokens.Code): string {
  const figure = figureIn(lang, text);
  const words = fenceInWords(lang, text);
  if (words === null) return rawMarkup(text, true);
  if (figure === null) return drawing(printable(text), words);
  return drawn(figureSvg(figure, WIDTHS[figure.kind]), words);
}
