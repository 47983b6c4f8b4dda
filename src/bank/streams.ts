import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { Stream } from '../answers/author.ts';

export const LARGEST_SEED = 2 ** 53 - 1;

/**
 * The random stream of one purpose in one variant. It depends on nothing but its arguments, so that a new variable never
 * changes what another one draws, and a seed means the same on every machine.
 *
 * @param attempt counts draws that were rejected before
 */
export function stream(seed: number, question: string, purpose: string, attempt: number): Stream {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, question, purpose, attempt]))
    .digest();
  const state: number[] = [0, 4, 8, 12].map(offset => digest.readInt32BE(offset) as number);
  // The one state that this generator cannot leave.
  if (!state.some(word => word !== 0)) state[0] = 1;
  const generator = xoroshiro128plusFromState(state);
  return (low, high) => uniformInt(generator, low, high);
}
