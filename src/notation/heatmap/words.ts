import type { HeatMap } from './read.ts';

/** A matrix for listeners: every entry with the name of its column, row by row. */
export function heatMapInWords({ title, columns, rows }: HeatMap): string {
  const sentences = rows.map(
    ({ name, cells }) => `Row ${name}: ${cells.map(({ text }, i) => `${columns[i] ?? ''} ${text}`).join('; ')}.`,
  );
  return [title === '' ? 'Heat map.' : `Heat map: ${title}.`, ...sentences].join(' ');
}
