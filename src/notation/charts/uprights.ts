import { type Line, span, tidy } from '../line.ts';
import type { Chart } from './chart.ts';

/** Standing bars side by side, such as for days. */
export interface Uprights {
  readonly title: string;
  /** Whole numbers, none below 0. */
  readonly values: readonly number[];
  /** Names below some of the bars, in their order. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

const HEIGHT = 6;
const FULL = '█';
const HALF = '▄';

/** Each bar has two columns, or one where there is no room for that; what has no room at all is left out at the end. */
export function uprights({ title, values, ticks }: Uprights, width: number): Chart {
  const most = Math.max(1, ...values);
  const margin = String(most).length;
  const room = Math.max(1, width - margin - 1);
  const step = 2 * values.length <= room ? 2 : 1;
  const shown = values.slice(0, Math.floor(room / step));
  const height = Math.min(HEIGHT, most);
  const rows = Array.from({ length: height }, (_, i): Line => {
    const row = height - 1 - i;
    const label = i === 0 ? String(most) : '';
    const cells = shown.map(value => cell((value / most) * height, row).padEnd(step));
    return tidy([span(`${label.padStart(margin)}┤`, 'dim'), span(cells.join(''), 'chart')]);
  });
  const axis = `${'0'.padStart(margin)}└${'─'.repeat(step * shown.length)}`;
  return {
    lines: [...rows, [span(axis, 'dim')], [span(tickLine(ticks, margin + 1, step, width), 'dim')]],
    words: inWords(title, values, ticks),
  };
}

/** Half a row is half a sign, and whatever is more than nothing is seen. */
function cell(height: number, row: number): string {
  if (height >= row + 0.75) return FULL;
  return height >= row + 0.25 || (row === 0 && height > 0) ? HALF : ' ';
}

/** A name that would touch the one before it, or stand out, is left out. */
function tickLine(ticks: Uprights['ticks'], margin: number, step: number, width: number): string {
  return ticks.reduce((line, { at, text }) => {
    const column = margin + at * step;
    const isRoom = (line === '' || line.length < column) && column + text.length <= width;
    return isRoom ? line.padEnd(column) + text : line;
  }, '');
}

function inWords(title: string, values: readonly number[], ticks: Uprights['ticks']): string {
  const named = ticks.map(({ at, text }, i) => {
    const end = ticks[i + 1]?.at ?? values.length;
    return `from ${text} ${values.slice(at, end).join(', ')}`;
  });
  return `${title}: ${named.join('; ')}.`;
}
