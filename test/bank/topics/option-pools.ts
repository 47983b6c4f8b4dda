import type { ChoiceKey } from '../../../src/answers/choice/key.ts';
import { partOf } from './formulas.ts';

/** Pools of options, over many draws. */

export function choiceOf(id: string, name: string, seed: number | null): ChoiceKey {
  const { key } = partOf(id, name, seed);
  if (key.kind !== 'choice') throw new Error(`${id}, ${name} is no choice`);
  return key;
}

const SEEDS = 1000;

/** In what share of the draws the longest option is a right one. */
export function longestIsRight(id: string, name: string): number {
  let right = 0;
  for (let seed = 0; seed < SEEDS; seed++) {
    const { options } = choiceOf(id, name, seed);
    const lengths = options.map(({ text }) => text.length);
    right += Number(options[lengths.indexOf(Math.max(...lengths))]?.right);
  }
  return right / SEEDS;
}

/** Every option of a pool that comes up, with whether it is right. */
export function poolOf(id: string, name: string): ReadonlyMap<string, boolean> {
  const pool = new Map<string, boolean>();
  for (let seed = 0; seed < SEEDS; seed++) {
    for (const { text, right } of choiceOf(id, name, seed).options) pool.set(text, right);
  }
  return pool;
}
