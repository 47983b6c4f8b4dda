import { describe, expect, test } from 'vitest';
import { shuffled } from '../../src/answers/shuffle.ts';
import { drawValues } from '../../src/bank/draw.ts';
import { LARGEST_SEED, stream } from '../../src/bank/streams.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { template } from './support.ts';

const FRONT = `
vars:
  a: { given: 1, int: [1, 1000000] }
  b: { given: 0.5, real: [-3, 3], digits: 2 }
  c: { given: 8, pick: [8, 16, 32] }
answer: { number: a }
`.trim();

const first = (count: number, ...args: Parameters<typeof stream>): number[] => {
  const next = stream(...args);
  return Array.from({ length: count }, () => next(0, 999));
};

/** The chi-squared statistic of counts that should be equal. */
function unevenness(counts: readonly number[]): number {
  const expected = counts.reduce((a, b) => a + b, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('a seed means the same on every machine', () => {
  test('pinned numbers', () => {
    expect(first(6, 1, 'cnn/q', 'var a', 0)).toEqual([436, 729, 133, 925, 543, 482]);
    expect(first(6, LARGEST_SEED, 'cnn/q', 'var a', 0)).toEqual([706, 321, 2, 779, 434, 657]);
  });

  test('pinned variants', () => {
    const drawn = [0, 1, 2, LARGEST_SEED].map(seed => makeVariant(template(FRONT), seed).vars);
    expect(drawn).toEqual([
      { a: 607236, b: -2.88, c: 32 },
      { a: 620437, b: -0.07, c: 16 },
      { a: 61842, b: -2.43, c: 16 },
      { a: 55707, b: -2.41, c: 32 },
    ]);
  });

  test('pinned order of options', () => {
    const body = 'Which?\n\n- [x] a\n- [ ] b\n- [ ] c\n- [ ] d';
    const orders = [0, 1, 2].map(seed => {
      const key = makeVariant(template('answer: { choice: one }', body), seed).parts[0]?.key;
      return key?.kind === 'choice' ? key.options.map(option => option.text).join('') : '';
    });
    expect(orders).toEqual(['cbda', 'dacb', 'bdac']);
  });
});

describe('streams are independent', () => {
  const base = [7, 'cnn/q', 'var a', 0] as const;
  test.each<[string, Parameters<typeof stream>]>([
    ['seed', [8, 'cnn/q', 'var a', 0]],
    ['question', [7, 'cnn/r', 'var a', 0]],
    ['purpose', [7, 'cnn/q', 'var b', 0]],
    ['attempt', [7, 'cnn/q', 'var a', 1]],
  ])('another %s gives other numbers', (_, other) => {
    expect(first(6, ...base)).toEqual(first(6, ...base));
    expect(first(6, ...base)).not.toEqual(first(6, ...other));
  });

  test('arguments that join to the same text are told apart', () => {
    expect(first(6, 1, '2', 'x', 0)).not.toEqual(first(6, 12, '', 'x', 0));
    expect(first(6, 1, 'a","b', 'x', 0)).not.toEqual(first(6, 1, 'a', 'b","x', 0));
  });

  test('a new variable changes no other', () => {
    const more = FRONT.replace('vars:', 'vars:\n  z: { given: 1, int: [1, 9] }');
    for (let seed = 0; seed < 50; seed++) {
      const { z, ...rest } = makeVariant(template(more), seed).vars;
      expect(rest).toEqual(makeVariant(template(FRONT), seed).vars);
      expect(z).toBeTypeOf('number');
    }
  });

  test('nor does another order', () => {
    const lines = FRONT.split('\n');
    const reordered = [lines[0], lines[3], lines[1], lines[2], ...lines.slice(4)].join('\n');
    expect(drawValues(template(reordered), 5, 0)).toEqual(drawValues(template(FRONT), 5, 0));
  });
});

describe('draws are uniform', () => {
  test('over seeds', () => {
    const counts = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 5000; seed++) {
      const value = stream(seed, 'cnn/q', 'var a', 0)(0, 9);
      counts[value] = (counts[value] as number) + 1;
    }
    // 27.9 is passed once in a thousand; the seeds are fixed, so this never flickers.
    expect(unevenness(counts)).toBeLessThan(27.9);
  });

  test('over all orders of a shuffle', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed++) {
      const order = shuffled(['a', 'b', 'c', 'd'], stream(seed, 'cnn/q', 'options a', 0)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(unevenness([...counts.values()])).toBeLessThan(49.7);
  });

  test('shuffling leaves its argument alone', () => {
    const items = [1, 2, 3, 4, 5];
    expect(shuffled(items, stream(1, 'q', 'x', 0)).sort()).toEqual(items);
    expect(items).toEqual([1, 2, 3, 4, 5]);
  });
});
