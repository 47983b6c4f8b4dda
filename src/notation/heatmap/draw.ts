import { columns, pad } from '../columns.ts';
import { type Line, span, tidy } from '../line.ts';
import { wrap } from '../markdown/wrap.ts';
import type { Cell, HeatMap } from './read.ts';

/** A matrix in characters: each number, and behind it a shade for its size. */

/** For nothing, and for each quarter of the largest one. */
const SHADES = ['·', '░', '▒', '▓', '█'];
const SHADE_WIDTH = 2;
const GAP = '  ';

/** null where the width is too small for its numbers. */
export function drawHeatMap({ title, columns: names, rows }: HeatMap, width: number): Line[] | null {
  const left = Math.max(...rows.map(({ name }) => columns(name)));
  const caption = title === '' ? [] : wrap([span(title, 'strong')], width);
  for (const isShaded of [true, false]) {
    const shade = (cell: Cell): string => (isShaded ? ` ${shadeOf(cell)}` : '');
    const sizes = names.map((name, i) =>
      Math.max(columns(name), ...rows.map(({ cells }) => (cells[i] ? columns(cells[i].text + shade(cells[i])) : 0))),
    );
    if (sizes.reduce((sum, size) => sum + GAP.length + size, left) > width) continue;
    const head = pad('', left) + names.map((name, i) => GAP + pad(name, sizes[i] ?? 0, 'right')).join('');
    const cellSpans = (cell: Cell, i: number): Line => [
      span(GAP + pad(cell.text, (sizes[i] ?? 0) - columns(shade(cell)), 'right')),
      span(shade(cell), 'chart'),
    ];
    return [
      ...caption,
      tidy([span(head, 'dim')]),
      ...rows.map(({ name, cells }) => tidy([span(pad(name, left)), ...cells.flatMap(cellSpans)])),
    ];
  }
  return null;
}

function shadeOf({ share }: Cell): string {
  return (SHADES[Math.ceil(share * (SHADES.length - 1))] ?? '').repeat(SHADE_WIDTH);
}
