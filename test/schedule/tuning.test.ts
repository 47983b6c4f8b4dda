import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../src/schedule/fsrs.ts';
import { areWeights, isRetention, retentionOf, tuningOf, UNTUNED, weightsSetting } from '../../src/schedule/tuning.ts';

const tuned = (settings: Readonly<Record<string, unknown>>) => tuningOf(new Map(Object.entries(settings)));

describe('tuningOf', () => {
  it('is as it comes without settings', () => expect(tuned({})).toEqual(UNTUNED));

  it('takes weights and retention, overall and below folders', () => {
    const weights = DEFAULT_WEIGHTS.with(0, 0.5);
    expect(
      tuned({
        weights: { algorithm: 'FSRS-6', weights },
        retention: 0.85,
        'retention/cnn': 0.95,
        'retention/a/b': 0.7,
        plan: {},
      }),
    ).toEqual({
      weights,
      retention: 0.85,
      retentionBelow: new Map([
        ['a/b', 0.7],
        ['cnn', 0.95],
      ]),
    });
  });

  it.each([
    ['weights', DEFAULT_WEIGHTS],
    ['weights', { algorithm: 'FSRS-5', weights: DEFAULT_WEIGHTS }],
    ['weights', { algorithm: 'FSRS-6', weights: [1, 2, 3] }],
    ['weights', weightsSetting(DEFAULT_WEIGHTS.slice(0, 19))],
    ['weights', weightsSetting(DEFAULT_WEIGHTS.with(3, Number.NaN))],
    ['weights', { algorithm: 'FSRS-6', weights: [...DEFAULT_WEIGHTS.slice(1), '1'] }],
    ['weights', 'default'],
    ['retention', 0.5],
    ['retention', 1],
    ['retention', '0.9'],
    ['retention/cnn', 0.99],
    ['retention/cnn', null],
  ])('takes no notice of %s = %j', (name, value) => expect(tuned({ [name]: value })).toEqual(UNTUNED));

  it('is the same in whatever order the settings come', () => {
    const one = tuned({ 'retention/b': 0.8, 'retention/a': 0.9 });
    const other = tuned({ 'retention/a': 0.9, 'retention/b': 0.8 });
    expect([...one.retentionBelow]).toEqual([...other.retentionBelow]);
  });
});

it.each([
  [0.69, false],
  [0.7, true],
  [0.97, true],
  [0.98, false],
  [Number.NaN, false],
])('a desired retention of %d: %s', (value, is) => expect(isRetention(value)).toBe(is));

it('knows the weights that FSRS-6 comes with for what they are', () => {
  expect(areWeights(DEFAULT_WEIGHTS)).toBe(true);
  expect(DEFAULT_WEIGHTS).toHaveLength(21);
});

describe('retentionOf', () => {
  const tuning = tuned({ retention: 0.8, 'retention/cnn': 0.9, 'retention/cnn/deep': 0.95, 'retention/rnn/x': 0.7 });

  it.each([
    ['losses/a', 0.8],
    ['cnn/a', 0.9],
    ['cnn', 0.9],
    ['cnn/deep/a', 0.95],
    ['cnn/deeper', 0.9],
    ['cnnx/a', 0.8],
    ['rnn/x', 0.7],
    ['rnn/y', 0.8],
  ])('of %s is that of the longest folder that fits: %d', (question, retention) => {
    expect(retentionOf(tuning, question)).toBe(retention);
  });
});
