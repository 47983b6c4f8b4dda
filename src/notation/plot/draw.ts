import asciichart from 'asciichart';
import { columns, pad } from '../columns.ts';
import { type Line, span } from '../line.ts';
import { indented } from '../markdown/margin.ts';
import { wrap } from '../markdown/wrap.ts';
import type { Plot, Series } from './read.ts';
import { type Scale, scaleOf } from './scale.ts';

/** Curves in characters. */

const AXIS = '┤';
/** One way of drawing a line for each series, so that nothing is told by colour alone. */
const STYLES = [
  { name: '───', symbols: [AXIS, AXIS, '╶', '╴', '─', '╰', '╭', '╮', '╯', '│'] },
  { name: '═══', symbols: [AXIS, AXIS, '═', '═', '═', '╚', '╔', '╗', '╝', '║'] },
  { name: '···', symbols: [AXIS, AXIS, '·', '·', '·', '·', '·', '·', '·', '·'] },
];

/** A curve that is wider is no easier to read. */
const WIDEST = 60;
/** From one point to the next. */
const WIDEST_STEP = 12;
const SHORTEST_LABEL = 3;
/** Between two entries of the legend. */
const BETWEEN = '   ';
/** Of a line in the legend. */
const SAMPLE = 3;

/** The lines of a plot; null where the width is too small for its points. */
export function drawPlot({ title, axis, series }: Plot, width: number): Line[] | null {
  const scale = scaleOf(series.flatMap(({ values }) => values));
  const labels = [scale.low, scale.high].map(value => value.toFixed(scale.decimals).length);
  const axisAt = Math.max(SHORTEST_LABEL, ...labels);
  const steps = Math.max(...series.map(({ values }) => values.length)) - 1;
  const perStep = Math.min(WIDEST_STEP, Math.floor(Math.min(WIDEST, width - axisAt - 1) / steps));
  if (perStep < 1) return null;
  const curves = series.map((one, i) => curve(one, i, perStep, scale, axisAt));
  const chart = curves.reduce((below, above) => below.map((line, row) => overlaid(line, above[row] ?? '', axisAt)));
  const ticks = Array.from({ length: steps + 1 }, (_, i) => axisAt + i * perStep);
  return [
    ...(title === '' ? [] : wrap([span(title, 'strong')], width)),
    ...chart.map(line => [span(line.slice(0, axisAt), 'dim'), span(line.slice(axisAt), 'chart')]),
    ...axisLines(ticks, axis, width).map(line => [span(line, 'dim')]),
    ...indented(legendLines(series, width - axisAt), span(' '.repeat(axisAt)), span(' '.repeat(axisAt))),
  ];
}

/** On one line, or where there is no room for that, below one another. */
function legendLines(series: readonly Series[], width: number): readonly Line[] {
  const entries = series.map(({ name }, i): Line => {
    return [span(`${i === 0 ? '' : BETWEEN}${STYLES[i]?.name}`, 'chart'), span(` ${name}`)];
  });
  const line = entries.flat();
  if (line.reduce((sum, { text }) => sum + columns(text), 0) <= width) return [line];
  const margin = span(' '.repeat(SAMPLE + 1));
  return series.flatMap(({ name }, i) => {
    const lines = wrap([span(name)], Math.max(1, width - SAMPLE - 1));
    return indented(lines, span(`${STYLES[i]?.name} `, 'chart'), margin);
  });
}

function curve(
  { values }: Series,
  style: number,
  perStep: number,
  { low, high, rows, decimals }: Scale,
  axisAt: number,
): string[] {
  const stretched = values.flatMap((value, i) => {
    const next = values[i + 1];
    if (next === undefined) return [value];
    return Array.from({ length: perStep }, (_, k) => value + ((next - value) * k) / perStep);
  });
  const format = (value: number): string => {
    // −0.0 is 0.0.
    const text = value
      .toFixed(decimals)
      .replace(/^-(?=[0.]*$)/, '')
      .replace('-', '−');
    return text.padStart(axisAt);
  };
  const symbols = STYLES[style]?.symbols ?? [];
  return asciichart.plot(stretched, { min: low, max: high, height: rows, format, symbols, offset: 2 }).split('\n');
}

/** What is drawn later lies above. */
function overlaid(below: string, above: string, axisAt: number): string {
  const [under, over] = [[...below], [...above]];
  const length = Math.max(under.length, over.length);
  return Array.from({ length }, (_, i) => {
    const upper = over[i] ?? ' ';
    return i > axisAt && upper !== ' ' ? upper : (under[i] ?? ' ');
  }).join('');
}

/** The axis with a mark at every point, and numbers at every point, at every second, every fifth … as there is room. */
function axisLines(ticks: readonly number[], { name, first, step }: Plot['axis'], width: number): string[] {
  const [start = 0] = ticks;
  const last = ticks.at(-1) ?? start;
  const marks = Array.from({ length: last - start + 1 }, (_, i) => (ticks.includes(start + i) ? '┴' : '─')).join('');
  const labels = ticks.map((tick, i) => {
    const text = String(Math.round((first + i * step) * 1e6) / 1e6).replace(/^-/, '−');
    return { text, at: tick - Math.floor(text.length / 2) };
  });
  const numbers = EVERY.map(every =>
    placed(
      labels.filter((_, i) => i % every === 0),
      width,
    ),
  ).find(line => line !== null);
  const line = numbers ?? '';
  const isRoom = columns(line) + 2 + columns(name) <= width;
  return [
    `${' '.repeat(start)}└${marks.slice(1)}`,
    name !== '' && isRoom ? `${line}  ${name}` : line,
    ...(name === '' || isRoom ? [] : [pad(name, Math.min(width, last + 1), 'right')]),
  ];
}

const EVERY = [1, 2, 5, 10, 20, 50];

/** null where two of them would touch, or one stands out. */
function placed(labels: readonly { readonly text: string; readonly at: number }[], width: number): string | null {
  let line = '';
  for (const { text, at } of labels) {
    if ((line !== '' && at < line.length + 2) || at + text.length > width) return null;
    line = line.padEnd(at) + text;
  }
  return line;
}
