import { describe, expect, test } from 'vitest';
import { partOf } from './formulas.ts';
import { choiceOf, longestIsRight, poolOf } from './option-pools.ts';
import { secondPaths, variantOf } from './second-path.ts';

/** Questions on losses, by counting, by integration, and by lists of what is right for how many classes. */

/** Every sum of so many numbers from 0 to the largest, once. */
function sumsOf(count: number, largest: number): ReadonlySet<number> {
  let sums = new Set([0]);
  for (let image = 0; image < count; image++) {
    sums = new Set([...sums].flatMap(sum => Array.from({ length: largest + 1 }, (_, n) => sum + n)));
  }
  return sums;
}

/** The area under 1/x from 1, by Simpson's rule. */
function naturalLog(x: number): number {
  const cells = 4000;
  const end = Math.sqrt(Math.sqrt(x));
  const width = (end - 1) / cells;
  let area = 0;
  for (let i = 0; i <= cells; i++) {
    area += (i === 0 || i === cells ? 1 : i % 2 === 1 ? 4 : 2) / (1 + i * width);
  }
  return (4 * area * width) / 3;
}

type Matrix = readonly (readonly number[])[];

/** Of each row, the square of its distance from the row of the other. */
const distances = (one: Matrix, other: Matrix): number[] =>
  one.map((row, i) => Math.hypot(...row.map((x, j) => x - (other[i]?.[j] as number))) ** 2);

secondPaths('losses', {
  'losses/digit-sum-loss': {
    given: [19, 2.944439],
    path: ({ m, D }) => {
      const { size } = sumsOf(m, D);
      return [size, naturalLog(size)];
    },
  },
  'losses/mse-two-outputs': { given: [1], path: ({ a, b, y1, y2 }) => [Math.hypot(a - y1, b - y2) ** 2 / 2] },
  'losses/mse-conventions': {
    given: [1.375, 4.125, 2.0625],
    path: ({ P, Y }) => {
      const rows = distances(P, Y);
      const ofSample = rows.reduce((sum, row) => sum + row, 0) / rows.length;
      return [ofSample / P[0].length, ofSample, ofSample * 0.5];
    },
  },
});

describe('pools of options', () => {
  test.each([
    ['losses/digit-sum-loss', 'loss', 3, 13],
    ['losses/sum-as-regression', 'sees', 3, null],
  ])('%s: length gives no right option away', (id, name, right, size) => {
    for (const seed of [null, 1, 2, 3]) {
      const { options } = choiceOf(id, name, seed);
      expect(options).toHaveLength(4);
      expect(options.filter(option => option.right)).toHaveLength(1);
    }
    const share = longestIsRight(id, name);
    expect(share).toBeLessThan(0.3);
    expect(share).toBeGreaterThan(0.05);
    const pool = poolOf(id, name);
    if (size !== null) {
      expect(pool.size).toBe(size);
      expect([...pool.values()].filter(Boolean)).toHaveLength(right);
    }
  });

  test('the given options of the exam have its answers', () => {
    const rightOf = (id: string, name: string): string[] =>
      choiceOf(id, name, null)
        .options.filter(({ right }) => right)
        .map(({ label }) => label);
    expect(rightOf('losses/output-layer-pairs', 'a')).toEqual(['c', 'd']);
    expect(rightOf('losses/digit-sum-loss', 'loss')).toEqual(['c']);
  });

  test('which pairs of a last layer and a loss fit depends on the number of classes', () => {
    const id = 'losses/output-layer-pairs';
    const always = [/^Softmax over \$\d+\$ units, cross-entropy$/, /^Log-softmax/, /linear units, cross-entropy that/];
    const forTwo = [/^One sigmoid unit/, /^One linear unit/];
    const seen = new Set<string>();
    for (let seed = 0; seed < 1000; seed++) {
      const { K } = variantOf(id, seed).vars as { readonly K: number };
      const fitting = K === 2 ? [...always, ...forTwo] : always;
      for (const { text, right } of choiceOf(id, 'a', seed).options) {
        expect(right, `${K} classes: ${text}`).toBe(fitting.some(pattern => pattern.test(text)));
        seen.add(`${K === 2} ${text.replaceAll(/\d+/g, '')}`);
      }
    }
    expect(seen.size).toBe(22);
  });
});

test('an answer that is said to be nearer is nearer, and sums lie in their range', () => {
  for (let seed = 0; seed < 300; seed++) {
    const { D, m, y, far } = variantOf('losses/sum-as-regression', seed).vars as Record<
      'D' | 'm' | 'y' | 'far',
      number
    >;
    const sums = sumsOf(m, D);
    expect([y, y - 1, y + 1, y - far].every(sum => sums.has(sum))).toBe(true);
    expect(far).toBeGreaterThan(1);
    const { key } = partOf('losses/sum-as-regression', 'changes', seed);
    if (key.kind !== 'rubric') throw new Error('it is a rubric');
    expect(key.points[0]?.text).toContain(`in place of ${sums.size},`);
    expect(key.points.map(({ credits }) => credits)).toEqual([1, 1]);
  }
});
