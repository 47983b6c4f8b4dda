import type { Stream } from './author.ts';

/** The items in random order (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], next: Stream): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = next(0, i);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

/** So many of the items, in random order; all where there are fewer. */
export function draw<T>(items: readonly T[], count: number, next: Stream): T[] {
  return shuffled(items, next).slice(0, count);
}
