import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_WEIGHTS, memoryModel } from '../../../src/schedule/fsrs.ts';
import { type Fit, FitError, loadFit } from '../../../src/schedule/optimize/binding.ts';
import { score } from '../../../src/schedule/optimize/evaluate.ts';
import { type Measured, type Outcome, optimize } from '../../../src/schedule/optimize/optimize.ts';
import { type Histories, predictions } from '../../../src/schedule/optimize/predictions.ts';
import { areWeights } from '../../../src/schedule/tuning.ts';
import { AVERAGE, ERRATIC, FORGETFUL, simulate } from './student.ts';

const fitTo = await loadFit();
const unwatched = (): void => {};
/** Memories that hardly grow. */
const worse = DEFAULT_WEIGHTS.map((weight, i) => (i === 8 ? weight - 1 : weight));

function measured(outcome: Outcome): Measured {
  if (outcome.kind !== 'measured') throw new Error(`Not measured: ${outcome.kind}`);
  return outcome;
}

describe('with 20,000 answers of a student who forgets fast', async () => {
  const histories = simulate(FORGETFUL, 20_000, 1);
  const outcome = measured(await optimize(histories, null, fitTo, unwatched));

  it('predicts the answers held out better than the defaults, by more than chance', () => {
    expect(outcome.verdict).toBe('better');
    expect(outcome.after.logLoss).toBeLessThan(outcome.before.logLoss - 0.003);
    expect(outcome.after.rmse).toBeLessThan(outcome.before.rmse);
    expect(outcome.gain).toBeCloseTo(outcome.before.logLoss - outcome.after.logLoss, 10);
  });

  it('is as good on answers of the same student that nobody has seen', () => {
    const others = simulate(FORGETFUL, 20_000, 99);
    const [before, after] = [null, outcome.weights].map(weights => score(predictions(others, weights)).logLoss);
    expect(after).toBeLessThan((before ?? 0) - 0.003);
  });

  it('measures the latest third, and exactly the weights it gives', () => {
    const late = (weights: readonly number[] | null) =>
      predictions(histories, weights).filter(({ day }) => day >= outcome.from);
    expect(outcome.trained + outcome.heldOut).toBe(predictions(histories, null).length);
    expect(outcome.heldOut / (outcome.trained + outcome.heldOut)).toBeCloseTo(1 / 3, 1);
    expect(outcome.heldOut).toBe(late(null).length);
    expect(outcome.until).toBe(Math.max(...late(null).map(({ day }) => day)));
    expect(areWeights(outcome.weights)).toBe(true);
    expect(memoryModel(outcome.weights).weights).toEqual(outcome.weights);
    expect(outcome.before).toEqual(score(late(null)));
    expect(outcome.after).toEqual(score(late(outcome.weights)));
  });

  it('learns nothing from what is held out', async () => {
    const early: Histories = new Map(
      [...histories].map(([question, answers]) => [question, answers.filter(({ day }) => day < outcome.from)]),
    );
    expect(memoryModel(await fitTo(early, outcome.from, unwatched)).weights).toEqual(outcome.weights);
  });

  it('is no better than itself', async () => {
    const again = measured(await optimize(histories, outcome.weights, fitTo, unwatched));
    expect(again.weights).toEqual(outcome.weights);
    expect(again).toMatchObject({ verdict: 'no better', gain: 0, error: 0 });
  });
});

describe('never finds worse weights better', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('on answers that follow the defaults (seed %i)', async seed => {
    const outcome = measured(await optimize(simulate(AVERAGE, 3000, seed), null, fitTo, unwatched));
    expect(outcome.verdict).not.toBe('better');
  });

  it.each([1, 2, 3])('on answers by chance alone (seed %i)', async seed => {
    const outcome = measured(await optimize(simulate(ERRATIC, 3000, seed), null, fitTo, unwatched));
    const others = simulate(ERRATIC, 20_000, 99);
    const [before = 0, after = 0] = [null, outcome.weights].map(one => score(predictions(others, one)).logLoss);
    expect(outcome.verdict === 'better' && after > before).toBe(false);
  });

  it('when the fit itself gives them', async () => {
    const histories = simulate(AVERAGE, 3000, 1);
    const outcome = measured(await optimize(histories, null, async () => worse, unwatched));
    expect(outcome.verdict).toBe('no better');
    expect(outcome.after.logLoss).toBeGreaterThan(outcome.before.logLoss);
    // The other way round they are.
    expect(measured(await optimize(histories, worse, async () => DEFAULT_WEIGHTS, unwatched)).verdict).toBe('better');
  });

  it('when the gain is too small to be more than chance', async () => {
    const histories = simulate(AVERAGE, 3000, 4);
    const nudged = [1, -1].map(sign => DEFAULT_WEIGHTS.map((weight, i) => (i === 20 ? weight + sign * 0.002 : weight)));
    const outcomes = await Promise.all(
      nudged.map(async one => measured(await optimize(histories, null, async () => one, unwatched))),
    );
    expect(outcomes.map(({ verdict }) => verdict).sort()).toEqual(['chance', 'no better']);
  });
});

describe('with too little to go by', () => {
  const unreached: Fit = () => Promise.reject(new Error('fitted'));

  it('counts what there is and what is needed', async () => {
    const histories = simulate(FORGETFUL, 300, 1);
    const answers = predictions(histories, null).length;
    expect(await optimize(histories, null, unreached, unwatched)).toEqual({ kind: 'few', answers, needed: 1200 });
    expect(await optimize(new Map(), null, unreached, unwatched)).toEqual({ kind: 'few', answers: 0, needed: 1200 });
  });

  it('needs earlier days to learn from, and later ones to be measured on', async () => {
    const onDays = (...days: readonly number[]): Histories =>
      new Map(Array.from({ length: 1400 }, (_, i) => [`q/${i}`, days.map(day => ({ day, rating: 'good' }))]));
    const enough = { answers: 1400, needed: 1200 };
    expect(await optimize(onDays(1, 2), null, unreached, unwatched)).toEqual({ kind: 'days', ...enough });
    await expect(optimize(onDays(1, 2, 4), null, unreached, unwatched)).rejects.toThrow('fitted');
  });
});

it('hands the library one item for each answer but the first, in the order of time, and passes on how far it is', async () => {
  const library = await import('@open-spaced-repetition/binding');
  const computeParameters = vi.fn<typeof library.computeParameters>(async (_, settings) => {
    expect(settings?.progress?.(40, 90)).toBe(true);
    return [...DEFAULT_WEIGHTS];
  });
  const histories: Histories = new Map([
    [
      'q/1',
      [
        { day: 1, rating: 'again' },
        { day: 3, rating: 'hard' },
        { day: 9, rating: 'good' },
        { day: 20, rating: 'easy' },
      ],
    ],
    [
      'q/2',
      [
        { day: 2, rating: 'easy' },
        { day: 7, rating: 'good' },
      ],
    ],
  ]);
  const watch = vi.fn();
  const withFake = await loadFit(async () => ({ ...library, computeParameters }));
  expect(await withFake(histories, 20, watch)).toEqual(DEFAULT_WEIGHTS);
  const [items = [], settings] = computeParameters.mock.calls[0] ?? [];
  expect(items.map(({ reviews }) => reviews.map(({ rating, deltaT }) => [rating, deltaT]))).toEqual([
    [
      [1, 0],
      [2, 2],
    ],
    [
      [4, 0],
      [3, 5],
    ],
    [
      [1, 0],
      [2, 2],
      [3, 6],
    ],
  ]);
  expect(settings).toMatchObject({ enableShortTerm: false });
  expect(watch.mock.calls).toEqual([[40, 90]]);
});

describe('a fit that fails', () => {
  const histories = simulate(AVERAGE, 1500, 1);

  it.each([
    ['numbers that are none', DEFAULT_WEIGHTS.map(() => Number.NaN)],
    ['too few of them', [1, 2, 3]],
  ])('is one that gives %s', async (_, weights) => {
    await expect(optimize(histories, null, async () => weights, unwatched)).rejects.toThrow(FitError);
  });

  it('says what the library says', async () => {
    const tiny: Histories = new Map([['q/1', [{ day: 1, rating: 'good' }]]]);
    const broken = await loadFit(async () => ({
      ...(await import('@open-spaced-repetition/binding')),
      computeParameters: () => Promise.reject(new Error('out of luck')),
    }));
    await expect(broken(tiny, 5, unwatched)).rejects.toThrow(new FitError('The fit failed: out of luck'));
  });

  it('says what is missing, where the library is', async () => {
    const cause = new Error('Cannot find package');
    const missing = loadFit(() => Promise.reject(cause));
    await expect(missing).rejects.toThrow(FitError);
    await expect(missing).rejects.toThrow(/not installed .* "npm install @open-spaced-repetition\/binding"/);
    await expect(missing).rejects.toMatchObject({ cause });
  });
});
