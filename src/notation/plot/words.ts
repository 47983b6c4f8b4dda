import type { Plot } from './read.ts';

/** A plot for listeners: what its axes are and every value, in one sentence a series. */
export function plotInWords({ title, axis, series }: Plot): string {
  const along = (count: number): string => {
    const last = axis.first + (count - 1) * axis.step;
    return axis.name === '' ? `${count} points` : `${axis.name} ${axis.first} to ${last}`;
  };
  const sentences = series.map(
    ({ name, values }) => `${name}, ${along(values.length)}: ${values.map(spoken).join('; ')}.`,
  );
  return [title === '' ? 'Plot.' : `Plot: ${title}.`, ...sentences].join(' ');
}

/** A hyphen before a number is passed over by many voices. */
function spoken(value: number): string {
  return String(value).replace(/^-/, 'minus ');
}
