import { expect, test } from 'vitest';
import { markReply } from '../../../src/answers/answers.ts';
import { partOf } from './formulas.ts';
import { secondPaths, type Vars, variantOf } from './second-path.ts';

/** Questions on splits, early stopping and imbalance, by walking, counting and drawing. */

/** The last epoch and the best one, from a walk along the losses. */
function endOfTraining({ low, half, noise, patience }: Vars): [last: number, best: number] {
  let [best, lowest] = [0, Number.POSITIVE_INFINITY];
  for (let epoch = 1; epoch <= noise.length; epoch++) {
    const loss = Math.round(100 * low + 0.8 * (epoch - half / 2) ** 2 + noise[epoch - 1]);
    if (loss < lowest) [best, lowest] = [epoch, loss];
    else if (epoch - best === patience) return [epoch, best];
  }
  return [Number.NaN, best];
}

const DIGITS = [...Array(10).keys()];
const PAIRS = DIGITS.flatMap(first => DIGITS.map(second => first + second));

/** Runs from the one with the lowest error on. */
const ranked = (errors: readonly number[]): number[] =>
  errors.map((_, i) => i).toSorted((i, j) => (errors[i] as number) - (errors[j] as number));

secondPaths('evaluation', {
  'evaluation/overfitting-name': { given: [9, 6], path: endOfTraining },
  'evaluation/validation-set': {
    given: [3, 72],
    path: ({ val, off }) => {
      const [chosen = Number.NaN] = ranked(val);
      return [chosen + 1, val[chosen] + off[chosen]];
    },
  },
  'evaluation/no-fixed-split': {
    given: [256_000, 5.12],
    path: ({ N, B, S }) => {
      let draws = 0;
      for (let step = 0; step < S; step++) draws += B + B;
      return [draws, draws / N];
    },
  },
  'evaluation/sums-of-digits': {
    given: [7 / 100, 1 / 100, 0.875],
    path: ({ s, r, a, b }) => {
      const often = PAIRS.filter(sum => sum === s);
      const rare = PAIRS.filter(sum => sum === r);
      const right = often.reduce(total => total + a, 0) + rare.reduce(total => total + b, 0);
      return [often.length / PAIRS.length, rare.length / PAIRS.length, right / (often.length + rare.length) / 100];
    },
  },
});

test('the columns of the table favour three different runs', () => {
  for (let seed = 0; seed < 300; seed++) {
    const { stem } = variantOf('evaluation/validation-set', seed);
    const rows = [...stem.matchAll(/^\| [1-4] \|(.*)\|$/gm)].map(([, cells]) =>
      (cells as string).split('|').map(Number),
    );
    expect(rows).toHaveLength(4);
    const winners = [0, 1, 2].map(column => ranked(rows.map(row => row[column] as number))[0]);
    expect(new Set(winners).size).toBe(3);
    for (const column of [0, 1, 2]) {
      const errors = rows.map(row => row[column] as number);
      expect(errors.filter(error => error === Math.min(...errors))).toHaveLength(1);
    }
  }
});

test('of every hundred images training has drawn 95 or more, most of them more than once', () => {
  for (let seed = 0; seed < 300; seed++) {
    const { N, B, S } = variantOf('evaluation/no-fixed-split', seed).vars as Vars;
    const draws = 2 * B * S;
    const never = (1 - 1 / N) ** draws;
    const once = (draws / (N - 1)) * never;
    expect(never).toBeLessThan(0.05);
    expect(once).toBeLessThan(0.5 * (1 - never));
  }
});

test('the share of images that training never drew is as the solution says', () => {
  const variant = variantOf('evaluation/no-fixed-split', null);
  const said = Number(/here\s+([\d.]+) %/.exec(variant.solution ?? '')?.[1]);
  let never = 100;
  for (let draw = 0; draw < 2 * 64 * 2000; draw++) never *= 49_999 / 50_000;
  expect(said).toBeCloseTo(never, 3);
});

test.each([
  ['evaluation/overfitting-name', 'problem', 'over-fitting', 1],
  ['evaluation/overfitting-name', 'problem', 'Overfitting.', 1],
  ['evaluation/overfitting-name', 'problem', 'the model overfits', 1],
  ['evaluation/overfitting-name', 'problem', 'overfitted', 1],
  ['evaluation/overfitting-name', 'problem', 'overtraining', 1],
  ['evaluation/overfitting-name', 'problem', 'overfitting on the training data', 1],
  ['evaluation/overfitting-name', 'problem', 'the network has overfitted', 1],
  ['evaluation/overfitting-name', 'problem', 'overfitting the training data', 1],
  ['evaluation/overfitting-name', 'problem', 'underfitting', 0],
  ['evaluation/overfitting-name', 'problem', 'poor generalisation', 0],
  ['evaluation/overfitting-name', 'problem', 'memorisation', 0],
  ['evaluation/overfitting-name', 'problem', 'variance', 0],
  ['evaluation/overfitting-name', 'problem', 'generalisation gap', 0],
  ['evaluation/overfitting-name', 'method', 'Early-stopping', 1],
  ['evaluation/overfitting-name', 'method', 'stopping early', 1],
  ['evaluation/overfitting-name', 'method', 'stopping the training early', 1],
  ['evaluation/overfitting-name', 'method', 'regularisation', 0],
  ['evaluation/overfitting-name', 'stop', '9', 1],
  ['evaluation/overfitting-name', 'stop', '6', 0],
  ['evaluation/validation-set', 'run', '3', 1],
  ['evaluation/validation-set', 'report', '72', 1],
  ['evaluation/validation-set', 'report', '68', 0],
  ['evaluation/no-fixed-split', 'draws', '2*64*2000', 1],
  ['evaluation/no-fixed-split', 'draws', '128000', 0],
  ['evaluation/sums-of-digits', 'often', '7/100', 1],
  ['evaluation/sums-of-digits', 'often', '7 %', 1],
  ['evaluation/sums-of-digits', 'often', '4/55', 0],
  ['evaluation/sums-of-digits', 'both', '87.5 %', 1],
  ['evaluation/sums-of-digits', 'both', '0.65', 0],
])('%s, part %s: %s earns %i', (id, name, reply, credit) => {
  expect(markReply(name, reply, partOf(id, name).key)).toMatchObject({ credit, error: null });
});

test.each([
  ['evaluation/validation-set', 'purpose', 2],
  ['evaluation/no-fixed-split', 'problem', 2],
  ['evaluation/sums-of-digits', 'problem', 2],
])('the points of %s are worth the credits of the part', (id, name, count) => {
  const { key, credits } = partOf(id, name);
  if (key.kind !== 'rubric') throw new Error('it is a rubric');
  expect(key.points).toHaveLength(count);
  expect(key.points.reduce((sum, point) => sum + point.credits, 0)).toBeCloseTo(credits, 12);
});
