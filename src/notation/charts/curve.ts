import { tidy } from '../line.ts';
import { drawPlot } from '../plot/draw.ts';
import type { Chart } from './chart.ts';

/** How sums went, answer by answer, from 0 at the beginning. */
export interface Course {
  readonly title: string;
  /** What is counted along the axis. */
  readonly axis: string;
  /** After each of them; all of the same length. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** More points would not be told apart. */
const MOST_POINTS = 40;

/** As a curve of a few points at equal distances, the newest among them; null where there is nothing to draw, or no room. */
export function curve({ title, axis, series }: Course, width: number): Chart | null {
  const count = Math.min(...series.map(({ values }) => values.length));
  if (series.length === 0 || count === 0) return null;
  const step = Math.ceil(count / Math.max(1, Math.min(MOST_POINTS, Math.floor(width / 2))));
  // Counted back from the newest, so that it is always shown.
  const first = count % step;
  const points = Array.from({ length: Math.floor(count / step) + 1 }, (_, i) => first + i * step);
  const thinned = series.map(({ name, values }) => ({
    name,
    values: points.map(n => (n === 0 ? 0 : (values[n - 1] ?? 0))),
  }));
  const lines = drawPlot({ title, axis: { name: axis, first, step }, series: thinned }, width);
  return lines && { lines: lines.map(tidy), words: inWords(title, axis, series) };
}

function inWords(title: string, axis: string, series: Course['series']): string {
  const courses = series.map(({ name, values }) => {
    const low = round(values.reduce((least, value) => Math.min(least, value), 0));
    const high = round(values.reduce((most, value) => Math.max(most, value), 0));
    const end = round(values.at(-1) ?? 0);
    return `${name} ends at ${end} after ${values.length} ${axis}, between ${low} and ${high} on the way`;
  });
  return `${title}: ${courses.join('; ')}.`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
