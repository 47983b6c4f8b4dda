import { columns, pad } from '../columns.ts';
import { type Line, span, tidy } from '../line.ts';
import type { Chart } from './chart.ts';

/** Shares with the interval that they may lie in, each on a line of its own, beside what was predicted. */
export interface Whiskers {
  readonly title: string;
  readonly rows: readonly Whisker[];
}

interface Whisker {
  readonly label: string;
  /** All between 0 and 1. */
  readonly low: number;
  readonly value: number;
  readonly high: number;
  /** null where nothing was predicted. */
  readonly predicted: number | null;
  /** The numbers, behind the drawing. */
  readonly text: string;
}

const VALUE = 'o';
const PREDICTED = 'x';
const BOTH = '8';
const WIDEST = 41;
const NARROWEST = 11;
const GAP = 2;
const LEGEND = `${VALUE} recalled   ├─┤ where it may lie by chance   ${PREDICTED} predicted   ${BOTH} both`;

/** On one axis, which begins at a round share below all of them; numbers alone where there is no room for it. */
export function whiskers({ title, rows }: Whiskers, width: number): Chart {
  const labelWidth = Math.max(0, ...rows.map(({ label }) => columns(label)));
  const textWidth = Math.max(0, ...rows.map(({ text }) => columns(text)));
  const room = Math.min(WIDEST, width - labelWidth - textWidth - 2 * GAP);
  const from = Math.min(0.9, ...rows.map(({ low, predicted }) => Math.floor(10 * Math.min(low, predicted ?? 1)) / 10));
  const isDrawn = room >= NARROWEST;
  const lines = rows.map(row => {
    const drawn = isDrawn ? [span(pad(drawing(row, from, room), room + GAP), 'chart')] : [];
    return tidy([span(pad(row.label, labelWidth + GAP)), ...drawn, span(row.text)]);
  });
  const words = `${title}: ${rows.map(({ label, text }) => `${label} ${text}`.trim().replaceAll(/ +/g, ' ')).join('; ')}.`;
  return {
    lines: isDrawn && rows.length > 0 ? [...lines, ...axis(from, labelWidth + GAP, room, width)] : lines,
    words,
  };
}

function drawing({ low, value, high, predicted }: Whisker, from: number, room: number): string {
  const at = (share: number): number => Math.round(((share - from) / (1 - from)) * (room - 1));
  const signs = Array.from({ length: at(high) + 1 }, (_, i): string => (i < at(low) ? ' ' : '─'));
  signs[at(low)] = '├';
  signs[at(high)] = '┤';
  signs[at(value)] = VALUE;
  if (predicted !== null) {
    while (signs.length < at(predicted)) signs.push(' ');
    signs[at(predicted)] = at(predicted) === at(value) ? BOTH : PREDICTED;
  }
  return signs.join('');
}

function axis(from: number, margin: number, room: number, width: number): Line[] {
  const start = `${Math.round(100 * from)} %`;
  const indent = ' '.repeat(margin);
  const line = `${indent}${start}${'100 %'.padStart(room - start.length)}`;
  return [
    [span(`${indent}└${'─'.repeat(room - 2)}┘`, 'dim')],
    [span(line, 'dim')],
    ...(columns(LEGEND) + GAP <= width
      ? [[span(`${' '.repeat(Math.min(margin, width - columns(LEGEND)))}${LEGEND}`, 'dim')]]
      : []),
  ];
}
