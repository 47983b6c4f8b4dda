import type { Tokens } from 'marked';
import { columns } from '../columns.ts';
import { figureInWords } from '../markdown/figure.ts';
import { plotTitle, readPlot } from '../plot/read.ts';
import { plotSvg } from '../plot/svg.ts';
import { plotInWords } from '../plot/words.ts';
import { printable } from './printable.ts';
import { typstString } from './quote.ts';
import { rawMarkup } from './raw.ts';

/** A column of DejaVu Sans Mono, which Typst brings along, in ems. */
const COLUMN = 0.6021;

/** Of a plot, in pixels: about two thirds of the text. A stem may show several, and numbers to be read off are in tables. */
const PLOT_WIDTH = 400;

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

function plotted(title: string, text: string): string | null {
  const plot = readPlot(title, text);
  if (plot === null) return null;
  const svg = typstString(plotSvg(plot, { width: PLOT_WIDTH }));
  return `#figure(alt: ${typstString(plotInWords(plot))}, kind: "drawing", supplement: none,\n  image(bytes(${svg}), format: "svg"));`;
}

/** A fenced block: a plot, a drawing or code. */
export function fencedMarkup({ text, lang = '' }: Tokens.Code): string {
  const title = plotTitle(lang);
  const plot = title === null ? null : plotted(title, text);
  if (plot !== null) return plot;
  const words = figureInWords(lang);
  return words === null ? rawMarkup(text, true) : drawing(printable(text), words);
}
