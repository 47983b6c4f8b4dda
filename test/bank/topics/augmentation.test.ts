import { expect, test } from 'vitest';
import { markReply } from '../../../src/answers/answers.ts';
import { partOf } from './formulas.ts';
import { longestIsRight, poolOf } from './option-pools.ts';
import { secondPaths } from './second-path.ts';

/** Questions on data augmentation, by listing what can be drawn. */

secondPaths('augmentation', {
  'augmentation/concept': {
    given: [2_430_000],
    // Every corner at which a crop can be taken from the padded photograph.
    path: ({ N, S, r, k }) => {
      let views = 0;
      for (let top = 0; top + S <= S + 2 * r; top++) {
        for (let left = 0; left + S <= S + 2 * r; left++) {
          for (const _ of ['as it is', 'mirrored']) views += k;
        }
      }
      return [N * views];
    },
  },
  'augmentation/which-split': {
    given: [[160_000, 5000, 6000]],
    path: ({ a, b, c, k }) => {
      let training = a;
      for (let copy = 0; copy < k; copy++) training += a;
      return [[training, b, c]];
    },
  },
  'augmentation/training-error-rises': {
    given: [0.35],
    // All but those with one change or the other or both.
    path: ({ p, q }) => [1 - (p + q - p * q)],
  },
});

test.each([
  ['augmentation/concept', 'views', '5000 * 9^2 * 2 * 3', 1],
  ['augmentation/concept', 'views', '486', 0],
  ['augmentation/which-split', 'sizes', '[160000, 5000, 6000]', 1],
  ['augmentation/which-split', 'sizes', '[160000, 20000, 6000]', 2 / 3],
  ['augmentation/training-error-rises', 'share', '35 %', 1],
  ['augmentation/training-error-rises', 'share', '(1-0.5)(1-0.3)', 1],
  ['augmentation/training-error-rises', 'share', '0.85', 0],
  ['augmentation/training-error-rises', 'share', '0.65', 0],
])('%s, part %s: %s earns %d', (id, name, reply, credit) => {
  const mark = markReply(name, reply, partOf(id, name).key);
  expect(mark.error).toBeNull();
  expect(mark.credit).toBeCloseTo(credit, 12);
});

test.each([
  ['[160000, 20000, 24000]', /measure/],
  ['[160000, 20000, 6000]', /unseen real images/],
  ['[120000, 5000, 6000]', /originals? images? stay|original images stay/],
  ['[40000, 5000, 24000]', /variety/],
])('sizes %s are told what went wrong', (reply, said) => {
  const mark = markReply('sizes', reply, partOf('augmentation/which-split', 'sizes').key);
  expect(mark.mistake).toBeTypeOf('string');
  expect(mark.comment).toMatch(said);
});

test.each([
  ['augmentation/concept', 'concept', 2],
  ['augmentation/training-error-rises', 'reason', 2],
  ['augmentation/test-error-rises', 'reason', 2],
])('the points of %s are worth the credits of the part', (id, name, count) => {
  const { key, credits } = partOf(id, name);
  if (key.kind !== 'rubric') throw new Error('it is a rubric');
  expect(key.points).toHaveLength(count);
  expect(key.points.reduce((sum, point) => sum + point.credits, 0)).toBeCloseTo(credits, 12);
});

/** Changes after which the label says something else, wherever the label is about this. */
const BREAKS: readonly RegExp[] = [
  /^(Traffic signs|Left and right hands): mirrored/,
  /^Traffic lights, by colour|^Flowers, by colour/,
  /^Printed lower-case letters: turned upside down/,
  /^(Arrows, by direction|Clocks without numerals, by the time): turned/,
  /^Notes, by pitch: flipped/,
];

test('the changes that break a label are those that touch what it names', () => {
  const pool = poolOf('augmentation/test-error-rises', 'keeps');
  expect(pool.size).toBe(15);
  for (const [text, right] of pool) expect(right, text).toBe(!BREAKS.some(one => one.test(text)));
});

test('length does not give the good practice away', () => {
  expect(longestIsRight('augmentation/which-split', 'practice')).toBeLessThan(0.3);
});
