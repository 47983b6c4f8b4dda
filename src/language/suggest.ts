import { closest, distance } from 'fastest-levenshtein';

/** Messages about words that nobody knows. */

const LONGEST_SHOWN = 40;

/** `: did you mean conv_params?`, or nothing where no known word is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const names = [...known];
  if (names.length === 0 || name.length > LONGEST_SHOWN) return '';
  const near = closest(name, names);
  // Of a single letter every other one is a neighbour.
  const isClose =
    name.length > 1 && distance(name.toLowerCase(), near.toLowerCase()) <= Math.max(1, Math.floor(name.length / 3));
  return isClose ? `: did you mean ${near}?` : '';
}

export function quoted(name: string): string {
  return `"${name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name}"`;
}
