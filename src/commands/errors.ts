import { distance } from 'fastest-levenshtein';

/** The command line asks for something that cannot be: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something went wrong that the message explains in full: exit status 1, without a stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The one name that was probably meant; null where none is near, for a wrong guess is no help. */
export function meantBy(name: string, known: readonly string[]): string | null {
  const [near] = nearest(name, known, 1);
  if (near === undefined) return null;
  const most = Math.max(name.length < 4 ? 1 : 2, Math.floor(name.length / 3));
  const isWithin = name.length > 2 && (near.includes(name) || name.includes(near));
  return isWithin || distance(name.slice(0, 100), near) <= most ? near : null;
}

/** The known names nearest to one that is not known, best first. */
export function nearest(name: string, known: readonly string[], most = 3): string[] {
  const short = name.slice(0, 100);
  const tail = (path: string): string => path.split('/').at(-1) as string;
  // Names are also begun and not ended: `recptive` for cnn/receptive-field.
  const begun = (other: string): number => distance(tail(short), tail(other).slice(0, tail(short).length)) + 2;
  const far = (other: string): number =>
    Math.min(distance(short, other), distance(tail(short), tail(other)) + 1, begun(other));
  const best = known.reduce((least, other) => Math.min(least, far(other)), Number.POSITIVE_INFINITY);
  const limit = Math.max(best, Math.ceil(short.length / 3));
  return known
    .filter(other => far(other) <= limit || other.includes(short))
    .sort((a, b) => far(a) - far(b) || (a < b ? -1 : 1))
    .slice(0, most);
}
