import { FSRSBinding, type MemoryState } from '@open-spaced-repetition/binding';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../src/schedule/fsrs.ts';
import { compare, score } from '../../../src/schedule/optimize/evaluate.ts';
import { type Histories, type Prediction, predictions } from '../../../src/schedule/optimize/predictions.ts';
import { FORGETFUL, simulate } from './student.ts';

const prediction = (rest: Partial<Prediction>): Prediction => ({
  question: 'cnn/one',
  day: 20_000,
  days: 1,
  earlier: 1,
  lapses: 0,
  recall: 0.5,
  recalled: true,
  ...rest,
});

describe('predictions', () => {
  it('are made of every answer but the first of a question, and those that no day lies before', () => {
    const histories: Histories = new Map([
      ['cnn/one', [{ day: 20_000, rating: 'good' }]],
      [
        'cnn/two',
        [
          { day: 20_000, rating: 'again' },
          { day: 20_001, rating: 'hard' },
          { day: 19_999, rating: 'good' }, // the clock was set back
          { day: 20_005, rating: 'again' },
          { day: 20_006, rating: 'easy' },
        ],
      ],
    ]);
    const facts = predictions(histories, null).map(({ recall: _, ...rest }) => rest);
    expect(facts).toEqual([
      { question: 'cnn/two', day: 20_001, days: 1, earlier: 1, lapses: 1, recalled: true },
      { question: 'cnn/two', day: 20_005, days: 6, earlier: 3, lapses: 1, recalled: false },
      { question: 'cnn/two', day: 20_006, days: 1, earlier: 4, lapses: 2, recalled: true },
    ]);
  });

  it.each([
    ['the defaults', DEFAULT_WEIGHTS],
    ['others', FORGETFUL.weights ?? []],
  ])('are those of the native library, with %s', (_, weights) => {
    const histories = simulate(FORGETFUL, 300, 5);
    const native = nativeRecalls(histories, weights);
    const ours = predictions(histories, weights);
    expect(ours).toHaveLength(native.length);
    expect(ours.length).toBeGreaterThan(200);
    // The library counts in single precision.
    for (const [i, { recall }] of ours.entries()) expect(recall).toBeCloseTo(native[i] ?? Number.NaN, 4);
    const loss = native.map((recall, i) => -Math.log(ours[i]?.recalled ? recall : 1 - recall));
    expect(score(ours).logLoss).toBeCloseTo(loss.reduce((sum, one) => sum + one, 0) / loss.length, 4);
  });
});

/** The same by the states of the native library, and the forgetting curve as it is printed in the papers. */
function nativeRecalls(histories: Histories, weights: readonly number[]): number[] {
  // Weights 17 to 19 are about repeats within a day, which we have none of.
  const engine = new FSRSBinding([...weights.slice(0, 17), 0, 0, 0, ...weights.slice(20)]);
  const decay = -(weights[20] ?? Number.NaN);
  return [...histories.values()].flatMap(answers => {
    let memory: MemoryState | null = null;
    return answers.flatMap(({ day, rating }, i) => {
      const days = day - (answers[i - 1]?.day ?? day);
      const recall: number | null = memory && (1 + (0.9 ** (1 / decay) - 1) * (days / memory.stability)) ** decay;
      memory = engine.nextStates(memory, 0.9, days)[rating].memory;
      return recall === null ? [] : [recall];
    });
  });
}

describe('a score', () => {
  it('has the log loss of what happened', () => {
    const made = [prediction({ recall: 0.8 }), prediction({ recall: 0.8, recalled: false })];
    expect(score(made).logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.2)) / 2, 12);
  });

  it('has the distance between predicted and actual shares, by groups of similar history', () => {
    const made = [
      // One group: 80 % predicted on average, half of it right.
      prediction({ recall: 0.9 }),
      prediction({ recall: 0.7, recalled: false }),
      // Each alone: another delay, another count of answers, a lapse.
      prediction({ recall: 0.6, days: 4 }),
      prediction({ recall: 0.9, earlier: 2 }),
      prediction({ recall: 0.3, lapses: 1, recalled: false }),
    ];
    expect(score(made).rmse).toBeCloseTo(Math.sqrt((2 * 0.3 ** 2 + 0.4 ** 2 + 0.1 ** 2 + 0.3 ** 2) / 5), 12);
  });

  it('counts delays of 1 to 3 days, and 4 to 13, as similar', () => {
    const excess = (days: number): number =>
      score([prediction({ days: 4, recall: 0.4 }), prediction({ days, recall: 0.9, recalled: false })]).rmse;
    expect(excess(13)).toBeCloseTo(0.15, 12);
    expect(excess(14)).toBeGreaterThan(0.15);
    expect(excess(3)).toBeGreaterThan(0.15);
  });
});

describe('a comparison', () => {
  it('has the gain, and an error from how questions differ', () => {
    const recalls = [0.5, 0.6, 0.7, 0.9];
    const first = recalls.map((recall, i) => prediction({ question: `q/${i >> 1}`, day: i, recall }));
    const second = first.map(other => ({ ...other, recall: 0.8 }));
    const gains = recalls.map(recall => Math.log(0.8 / recall));
    const gain = gains.reduce((sum, one) => sum + one, 0) / 4;
    const [a = 0, b = 0, c = 0, d = 0] = gains.map(one => one - gain);
    const compared = compare(first, second);
    expect(compared.gain).toBeCloseTo(gain, 12);
    expect(compared.error).toBeCloseTo(Math.sqrt(2 * ((a + b) ** 2 + (c + d) ** 2)) / 4, 12);
  });

  it('is no surer for the same answer counted often', () => {
    const of = (times: number) => {
      const first = [0.5, 0.7, 0.9].flatMap((recall, i) =>
        Array.from({ length: times }, () => prediction({ question: `q/${i}`, recall })),
      );
      return compare(
        first,
        first.map(other => ({ ...other, recall: 0.8 })),
      ).error;
    };
    expect(of(20)).toBeCloseTo(of(1), 12);
  });

  it('is never sure of a single question', () => {
    const first = [prediction({ recall: 0.5 }), prediction({ day: 20_001, recall: 0.6 })];
    const { gain, error } = compare(
      first,
      first.map(other => ({ ...other, recall: 0.9 })),
    );
    expect(gain > 2 * error).toBe(false);
  });

  it('refuses predictions about different answers', () => {
    expect(() => compare([prediction({})], [prediction({ day: 1 })])).toThrow(RangeError);
    expect(() => compare([prediction({})], [])).toThrow(RangeError);
  });
});
