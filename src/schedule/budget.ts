/** Time to be filled, and which question has a place in it: the same for the queue and for a day of a plan. */

export interface Budget {
  /** In milliseconds. */
  readonly ms: number;
  /** What the student has now, and not a minute more; a plan's minutes are what a day has on average. */
  readonly whole: boolean;
}

/**
 * What a question takes of the time, in milliseconds: its repeat comes in, if there is time for one at all. Else nothing
 * could be asked in few minutes that fits alone.
 *
 * @param once without a repeat
 * @param expected with one, by how likely that is
 */
export function taken({ ms, whole }: Budget, once: number, expected: number): number {
  return whole && once <= ms ? Math.min(expected, ms) : expected;
}

/** Whether what is left holds so much, all in milliseconds. Where days are to be right on average, half of it has to fit. */
export function fits(needed: number, left: number, { whole }: Budget): boolean {
  return left > 0 && (whole ? needed : needed / 2) <= left;
}
