import { escapeHtml } from '../html/escape.ts';
import { coordinate, type Element, element, FONTS, LINE_HEIGHT, textLines, textWidth } from '../plot/svg-text.ts';
import { safeLine } from '../safe.ts';
import { DOTS, type Layer, type Link, type Network, type Unit } from './network.ts';
import { networkInWords } from './words.ts';

/** A network as a drawing: black on white, a line for each arrow, and each weight on its line near the unit that it leaves. */

const MARGIN = 12;
const UNIT_HEIGHT = 28;
const NARROWEST_UNIT = 34;
/** From one unit to the next, at least. */
const PITCH = 44;
/** With a line of text below the unit. */
const NOTED_PITCH = 60;
const NARROWEST_GAP = 70;
const WIDEST_GAP = 170;
/** Of a weight on its line, with some room around. */
const WEIGHT = 15;
const DEFAULT_WIDTH = 480;

/** Where everything lies, in pixels. */
interface Plan {
  readonly top: number;
  readonly height: number;
  /** Of each layer. */
  readonly columns: readonly Column[];
}

interface Column {
  readonly left: number;
  readonly width: number;
  /** Of the units' outlines. */
  readonly unitWidth: number;
}

/**
 * A network as an SVG that needs nothing else.
 *
 * @param options.width in pixels: it is shown no wider; 480 unless told
 */
export function networkSvg(network: Network, options: { readonly width?: number } = {}): string {
  const most = options.width ?? DEFAULT_WIDTH;
  const { layers, links } = network;
  const sizes = layers.map(sizeOf);
  const own = 2 * MARGIN + sizes.reduce((sum, { width }) => sum + width, 0);
  const needed = links.map(link => gapWidth(link, layers));
  const spare = (most - own) / links.length;
  const gaps = needed.map(gap => Math.max(gap, Math.min(WIDEST_GAP, spare)));
  const width = own + gaps.reduce((sum, gap) => sum + gap, 0);
  const caption = textLines(network.caption, width - 2 * MARGIN);
  const top = MARGIN + (caption.length + 1) * LINE_HEIGHT + 4;
  const height = Math.max(...layers.map(pitchHeight), ...links.map((link, i) => weightHeight(link, layers, i)));
  const columns: Column[] = [];
  let left = MARGIN;
  for (const [i, size] of sizes.entries()) {
    columns.push({ left, ...size });
    left += size.width + (gaps[i] ?? 0);
  }
  const plan: Plan = { top, height, columns };
  const whole = top + height + MARGIN;
  const body = [
    `<rect width="${coordinate(width)}" height="${coordinate(whole)}" fill="#fff"/>`,
    ...caption.map((line, i) => element(line, width / 2, MARGIN + (i + 0.8) * LINE_HEIGHT, 'middle', true)),
    ...links.flatMap((link, i) => linkElements(plan, layers, link, i)),
    ...layers.flatMap((layer, i) => layerElements(plan, layer, i)),
  ];
  const shown = Math.min(1, most / width);
  const size = `width="${coordinate(width * shown)}" height="${coordinate(whole * shown)}" viewBox="0 0 ${coordinate(width)} ${coordinate(whole)}"`;
  const label = escapeHtml(safeLine(networkInWords(network)));
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${label}" font-family="${FONTS}" font-size="12">\n${body.join('\n')}\n</svg>`;
}

const noteOf = ({ value, bias }: Unit): string =>
  [value === '' ? '' : `= ${value}`, bias === '' ? '' : `bias ${bias}`].filter(Boolean).join(', ');

function sizeOf({ name, units }: Layer): Omit<Column, 'left'> {
  const unitWidth = Math.max(NARROWEST_UNIT, ...units.map(unit => textWidth(unit.name) + 16));
  const width = Math.max(unitWidth, textWidth(name), ...units.map(unit => textWidth(noteOf(unit))));
  return { width, unitWidth };
}

function pitchHeight({ units }: Layer): number {
  return units.length * (units.some(unit => noteOf(unit) !== '') ? NOTED_PITCH : PITCH);
}

const countAt = (layers: readonly Layer[], i: number): number => layers[i]?.units.length ?? 1;
const isWeighted = ({ edges }: Link): boolean => edges.some(({ weight }) => weight !== '');

/** So that there is a share of the way at which no weight lies on another one. */
function weightHeight(link: Link, layers: readonly Layer[], i: number): number {
  return isWeighted(link) ? WEIGHT * countAt(layers, i + 1) * (countAt(layers, i) + 2) : 0;
}

/** The share of the way at which the weights stand: where they neither touch nor lie among those of another unit. */
function shareOf(sources: number, targets: number, height: number): number {
  const least = (WEIGHT * targets) / height;
  const most = (1 / sources - WEIGHT / height) / (1 / sources + (targets - 1) / targets);
  return Math.min(0.45, (least + most) / 2);
}

/** What the label needs, and the weights, which begin at half of their share of the gap. */
function gapWidth(link: Link, layers: readonly Layer[]): number {
  const widest = Math.max(0, ...link.edges.map(({ weight }) => (weight === '' ? 0 : textWidth(weight) + 10)));
  const crowded = Math.max(...layers.map(({ units }) => units.length));
  return Math.max(NARROWEST_GAP, textWidth(link.label) + 16, widest * (1.2 + crowded / 2));
}

const yOf = ({ top, height }: Plan, count: number, i: number): number => top + ((i + 0.5) * height) / count;

function linkElements(plan: Plan, layers: readonly Layer[], link: Link, i: number): readonly Element[] {
  const [left, right] = [plan.columns[i], plan.columns[i + 1]];
  if (left === undefined || right === undefined) return [];
  const [sources, targets] = [countAt(layers, i), countAt(layers, i + 1)];
  const share = shareOf(sources, targets, plan.height);
  const x1 = left.left + (left.width + left.unitWidth) / 2;
  const x2 = right.left + (right.width - right.unitWidth) / 2;
  const lines = link.edges.map(({ from, to, weight }) => ({
    weight,
    y1: yOf(plan, sources, from),
    y2: yOf(plan, targets, to),
  }));
  return [
    ...lines.map(
      ({ y1, y2 }) =>
        `<path d="M${coordinate(x1)} ${coordinate(y1)}L${coordinate(x2)} ${coordinate(y2)}" stroke="#777"/>`,
    ),
    ...lines
      .filter(({ weight }) => weight !== '')
      .flatMap(({ weight, y1, y2 }) => weightElements(weight, x1 + share * (x2 - x1), y1 + share * (y2 - y1))),
    ...(link.label === '' ? [] : [element(link.label, (x1 + x2) / 2, plan.top - 6, 'middle')]),
  ];
}

/** On white, so that the line does not run through it. */
function weightElements(text: string, x: number, y: number): readonly Element[] {
  const width = textWidth(text) + 2;
  return [
    `<rect x="${coordinate(x - width / 2)}" y="${coordinate(y - 6.5)}" width="${coordinate(width)}" height="13" fill="#fff"/>`,
    element(text, x, y + 4, 'middle'),
  ];
}

function layerElements(plan: Plan, { name, units }: Layer, i: number): readonly Element[] {
  const column = plan.columns[i];
  if (column === undefined) return [];
  const middle = column.left + column.width / 2;
  return [
    element(name, middle, plan.top - 6, 'middle'),
    ...units.flatMap((unit, k) => unitElements(unit, middle, yOf(plan, units.length, k), column.unitWidth)),
  ];
}

function unitElements(unit: Unit, x: number, y: number, width: number): readonly Element[] {
  if (unit.name === DOTS)
    return [-7, 0, 7].map(by => `<circle cx="${coordinate(x)}" cy="${coordinate(y + by)}" r="1.5"/>`);
  const note = noteOf(unit);
  const half = UNIT_HEIGHT / 2;
  return [
    `<rect x="${coordinate(x - width / 2)}" y="${coordinate(y - half)}" width="${coordinate(width)}" height="${UNIT_HEIGHT}" rx="${half}" fill="#fff" stroke="#000"/>`,
    element(unit.name, x, y + 4, 'middle'),
    ...(note === '' ? [] : [element(note, x, y + half + 12, 'middle')]),
  ];
}
