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
    const cells = rows.map(row => row.cells.map(cell => textOf(cell, isShaded)));
    const sizes = names.map((name, i) => Math.max(columns(name), ...cells.map(row => columns(row[i] ?? ''))));
    if (sizes.reduce((sum, size) => sum + GAP.length + size, left) > width) continue;
    const set = (name: string, texts: readonly string[]): string =>
      pad(name, left) + texts.map((text, i) => GAP + pad(text, sizes[i] ?? 0, 'right')).join('');
    return [
      ...caption,
      tidy([span(set('', names), 'dim')]),
      ...rows.map(({ name }, i) => tidy([span(set(name, cells[i] ?? []), 'chart')])),
    ];
  }
  return null;
}

function textOf({ text, share }: Cell, isShaded: boolean): string {
  if (!isShaded) return text;
  return `${text} ${(SHADES[Math.ceil(share * (SHADES.length - 1))] ?? '').repeat(SHADE_WIDTH)}`;
}
