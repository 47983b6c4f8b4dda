import { escapeHtml } from '../html/escape.ts';
import { coordinate, type Element, element, FONTS, LINE_HEIGHT, textLines, textWidth } from '../plot/svg-text.ts';
import { safeLine } from '../safe.ts';
import type { Cell, HeatMap } from './read.ts';
import { heatMapInWords } from './words.ts';

/** A matrix as a drawing: a square of grey for each entry, the darker the larger, with its number in it. */

const MARGIN = 12;
const CELL_HEIGHT = 26;
const NARROWEST_CELL = 44;
const DEFAULT_WIDTH = 480;
/** Between the name of a row and its entries. */
const BESIDE = 8;
/** So many letters of the title stand in a line, however small the matrix is. */
const TITLE = 40;
/** The largest entry is no black: its number has to be read on paper too. */
const DARKEST = 70;
/** From this share on a number is white. */
const WHITE_FROM = 0.65;

/**
 * A matrix as an SVG that needs nothing else.
 *
 * @param options.width in pixels: it is shown no wider; 480 unless told
 */
export function heatMapSvg(map: HeatMap, options: { readonly width?: number } = {}): string {
  const { title, columns, rows } = map;
  const texts = [...columns, ...rows.flatMap(({ cells }) => cells.map(({ text }) => text))];
  const cell = Math.max(NARROWEST_CELL, ...texts.map(text => textWidth(text) + 10));
  const names = Math.max(...rows.map(({ name }) => textWidth(name))) + BESIDE;
  const matrix = names + cell * columns.length;
  const width = 2 * MARGIN + Math.max(matrix, textWidth(title.slice(0, TITLE)));
  const left = (width - matrix) / 2 + names;
  const caption = textLines(title, width - 2 * MARGIN);
  const top = MARGIN + (caption.length + 1) * LINE_HEIGHT + 4;
  const height = top + CELL_HEIGHT * rows.length + MARGIN;
  const body = [
    `<rect width="${coordinate(width)}" height="${coordinate(height)}" fill="#fff"/>`,
    ...caption.map((line, i) => element(line, width / 2, MARGIN + (i + 0.8) * LINE_HEIGHT, 'middle', true)),
    ...columns.map((name, i) => element(name, left + (i + 0.5) * cell, top - 6, 'middle')),
    ...rows.flatMap(({ name, cells }, k) => [
      element(name, left - BESIDE, top + (k + 0.5) * CELL_HEIGHT + 4, 'end'),
      ...cells.flatMap((one, i) => square(one, left + i * cell, top + k * CELL_HEIGHT, cell)),
    ]),
  ];
  const shown = Math.min(1, (options.width ?? DEFAULT_WIDTH) / width);
  const size = `width="${coordinate(width * shown)}" height="${coordinate(height * shown)}" viewBox="0 0 ${coordinate(width)} ${coordinate(height)}"`;
  const label = escapeHtml(safeLine(heatMapInWords(map)));
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${label}" font-family="${FONTS}" font-size="12">\n${body.join('\n')}\n</svg>`;
}

function square({ text, share }: Cell, x: number, y: number, width: number): readonly Element[] {
  const grey = Math.round(255 - share * (255 - DARKEST));
  const number = element(text, x + width / 2, y + CELL_HEIGHT / 2 + 4, 'middle');
  return [
    `<rect x="${coordinate(x)}" y="${coordinate(y)}" width="${coordinate(width)}" height="${CELL_HEIGHT}" fill="rgb(${grey},${grey},${grey})" stroke="#999"/>`,
    share >= WHITE_FROM ? number.replace('<text ', '<text fill="#fff" ') : number,
  ];
}
