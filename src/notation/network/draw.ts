import { columns, pad } from '../columns.ts';
import { type Line, span, tidy } from '../line.ts';
import { wrap } from '../markdown/wrap.ts';
import { type Gap, gapOf } from './gap.ts';
import { networkList } from './list.ts';
import type { Layer, Network, Unit } from './network.ts';
import { sideBySide, weightTable } from './table.ts';
import { rowsOf } from './wires.ts';

/** A network in characters: units in columns, wires between, and what has no room at a wire in tables below. */

/** Up to here a row is left free between units. */
const MOST_AIRY = 5;
/** What a gap may grow by where there is room. */
const SPARE = 6;
/** A wider one is no easier to follow. */
const WIDEST = 84;

/** Where it is too wide, or cannot be drawn so that it is read rightly, it is a list of layers. */
export function drawNetwork(network: Network, width: number): Line[] {
  const caption = network.caption === '' ? [] : wrap([span(network.caption, 'strong')], width);
  return [...caption, ...(drawn(network, width) ?? networkList(network, width))];
}

function drawn({ layers, links }: Network, width: number): readonly Line[] | null {
  const most = Math.max(...layers.map(({ units }) => units.length));
  const rows = most <= MOST_AIRY ? 2 * most - 1 : most;
  const gaps = links.map((link, i) => gapOf(link, ...pairAt(layers, i), rows));
  if (!gaps.every(gap => gap !== null)) return null;
  const cells = layers.map((layer, i) => layer.units.map(unit => cellOf(unit, gaps[i - 1]?.isTold !== false)));
  const tables = links.flatMap((link, i) => (gaps[i]?.isTold ? [] : [weightTable(link, ...pairAt(layers, i))]));
  const below = sideBySide(tables, width);
  if (below === null) return null;
  const picture = [true, false].map(isNamed => pictureOf(layers, cells, gaps, rows, isNamed, width)).find(Boolean);
  return picture ? [...picture, ...(below.length > 0 ? [[], ...below] : [])] : null;
}

const EMPTY: Layer = { name: '', units: [] };

function pairAt(layers: readonly Layer[], i: number): readonly [Layer, Layer] {
  return [layers[i] ?? EMPTY, layers[i + 1] ?? EMPTY];
}

/** @param isBias whether the bias is told here, and not in a table */
function cellOf({ name, value, bias }: Unit, isBias: boolean): string {
  return `${name}${value === '' ? '' : ` = ${value}`}${bias === '' || !isBias ? '' : ` (bias ${bias})`}`;
}

/** @param isNamed whether the names of the layers stand above them; null where there is no room */
function pictureOf(
  layers: readonly Layer[],
  cells: readonly (readonly string[])[],
  gaps: readonly Gap[],
  rows: number,
  isNamed: boolean,
  width: number,
): readonly Line[] | null {
  const sizes = layers.map(({ name }, i) => Math.max(...[...(cells[i] ?? []), isNamed ? name : ''].map(columns)));
  const least = [...sizes, ...gaps.map(gap => gap.width)].reduce((sum, size) => sum + size, 0);
  const spare = Math.floor((Math.min(width, WIDEST) - least) / gaps.length);
  if (least > width) return null;
  const widths = gaps.map(gap => gap.width + Math.max(0, Math.min(SPARE, spare)));
  const wires = gaps.map((gap, i) => gap.draw(widths[i] ?? gap.width));
  const places = layers.map(layer => rowsOf(layer, rows));
  const isHeaded = isNamed || gaps.some(({ label }) => label !== '');
  const head = sizes.map(
    (size, i) =>
      pad(isNamed ? (layers[i]?.name ?? '') : '', size) + pad(gaps[i]?.label ?? '', widths[i] ?? 0, 'center'),
  );
  const lines = Array.from({ length: rows }, (_, row) =>
    sizes.map((size, i) => {
      const unit = places[i]?.indexOf(row) ?? -1;
      const wire = wires[i]?.[row] ?? '';
      const cell = unit < 0 ? '' : (cells[i]?.[unit] ?? '');
      return joined(cell, size, wire);
    }),
  );
  return [
    ...(isHeaded ? [tidy([span(head.join(''), 'dim')])] : []),
    ...lines.map(line => tidy([span(line.join(''), 'chart')])),
  ];
}

/** A wire begins at its unit, however short the unit's text is. */
function joined(cell: string, size: number, wire: string): string {
  const isWired = cell !== '' && wire.startsWith(' ─');
  return isWired ? `${cell} ${'─'.repeat(size - columns(cell))}${wire.slice(1)}` : pad(cell, size) + wire;
}
