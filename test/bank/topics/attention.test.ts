import { describe, expect, test } from 'vitest';
import { partOf } from './formulas.ts';
import { secondPaths, type Vars, variantOf } from './second-path.ts';

/** Attention: weights by the difference of scores, counts token by token. */

/** Scores of all heads: one for each query with each key. */
function scores(heads: number, tokens: number): number {
  let count = 0;
  for (let head = 0; head < heads; head++) {
    for (let query = 0; query < tokens; query++) {
      for (let key = 0; key < tokens; key++) count++;
    }
  }
  return count;
}

secondPaths('attention', {
  'attention/any-length': {
    given: [80_000, 786_432],
    // Head by head: a matrix from the full width to that of the head, for queries, keys and values.
    path: ({ n, h, w }) => [
      scores(h, n),
      Array.from({ length: 3 * h }, () => h * w * w).reduce((sum, m) => sum + m, 0),
    ],
  },
  'attention/masked-decoder': {
    given: [[0.268941, 0.731059, 0]],
    path: ({ s1, s2 }) => {
      const first = 1 / (1 + Math.exp(s2 - s1));
      return [[first, 1 - first, 0]];
    },
  },
});

describe('a sentence longer than any in training', () => {
  const optionsOf = (seed: number | null) => {
    const key = variantOf('attention/longer-than-trained', seed).parts[0]?.key;
    if (key?.kind !== 'choice') throw new Error('it is a choice');
    return key.options;
  };
  const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

  test('of the given variant b and d are right', () => {
    expect(optionsOf(null).flatMap(({ label, right }) => (right ? [label] : []))).toEqual(['b', 'd']);
  });

  test('its numbers of scores are right', () => {
    let checked = 0;
    for (const seed of SEEDS) {
      const { T, m } = variantOf('attention/longer-than-trained', seed).vars as Vars;
      for (const { text, right } of optionsOf(seed)) {
        const claimed = /there are (\d+) times as many scores|takes (\d+) times the memory/.exec(text);
        if (!claimed) continue;
        checked++;
        const growth = scores(1, m * T) / scores(1, T);
        expect(Number(claimed[1] ?? claimed[2]) === growth, text).toBe(right);
      }
    }
    expect(checked).toBeGreaterThan(50);
  });

  test('length does not give right options away', () => {
    let [longest, chance] = [0, 0];
    for (const seed of SEEDS) {
      const options = optionsOf(seed);
      const lengths = options.map(({ text }) => text.length);
      longest += Number(options[lengths.indexOf(Math.max(...lengths))]?.right);
      chance += options.filter(({ right }) => right).length / options.length;
    }
    expect(longest).toBeLessThan(1.2 * chance);
  });
});

test.each([
  ['attention/any-length', 'length', 2],
  ['attention/masked-decoder', 'why', 1],
] as const)('the points of %s, part %s, are worth its credits', (id, name, credits) => {
  const part = partOf(id, name);
  if (part.key.kind !== 'rubric') throw new Error('it is a rubric');
  expect(part.credits).toBe(credits);
  expect(part.key.points.reduce((sum, point) => sum + point.credits, 0)).toBe(credits);
});
