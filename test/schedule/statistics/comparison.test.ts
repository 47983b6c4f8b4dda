import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { type Comparison, compareForecasts, ENOUGH, logLoss } from '../../../src/schedule/statistics/comparison.ts';
import { placesOf } from '../../../src/schedule/statistics/places.ts';
import type { Forecast } from '../../../src/schedule/statistics/rated.ts';
import { comparisonInWords } from '../../../src/schedule/statistics/words.ts';
import { QUESTIONS } from './histories.ts';

const PLACES = placesOf(QUESTIONS);
const compare = (forecasts: readonly Forecast[]): Comparison => compareForecasts(forecasts, PLACES);

const forecast = fc.record({
  question: fc.constantFrom(...QUESTIONS.map(({ id }) => id), 'cnn/gone'),
  predicted: fc.double({ min: 0, max: 1, noNaN: true }),
  isRecalled: fc.boolean(),
});

/** By the definition: the share of what came before, looked up anew for every answer. */
function byDefinition(forecasts: readonly Forecast[]): { fsrs: number[]; overall: number[]; topic: number[] } {
  const price = (chance: number): number => -Math.log(chance);
  const capped = (chance: number): number => Math.max(0.001, Math.min(0.999, chance));
  const average = (before: readonly Forecast[], prior: number): number =>
    (10 * prior + before.filter(({ isRecalled }) => isRecalled).length) / (10 + before.length);
  const result = { fsrs: [] as number[], overall: [] as number[], topic: [] as number[] };
  forecasts.forEach(({ question, predicted, isRecalled }, i) => {
    const before = forecasts.slice(0, i);
    const overall = average(before, 0.9);
    const sameTopic = before.filter(other => PLACES.topicOf(other.question) === PLACES.topicOf(question));
    const chances = { fsrs: predicted, overall, topic: average(sameTopic, overall) };
    for (const name of ['fsrs', 'overall', 'topic'] as const) {
      result[name].push(price(capped(isRecalled ? chances[name] : 1 - chances[name])));
    }
  });
  return result;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

describe('FSRS against plain averages', () => {
  it('scores each forecast by what was known before its answer', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.array(forecast, { minLength: 1 }), fc.array(forecast, { minLength: ENOUGH, maxLength: 130 })),
        forecasts => {
          const losses = byDefinition(forecasts);
          const found = compare(forecasts);
          expect(found.answers).toBe(forecasts.length);
          expect(found.fsrs).toBeCloseTo(mean(losses.fsrs), 10);
          for (const name of ['overall', 'topic'] as const) {
            const { loss, lead, interval, course } = found[name];
            expect(loss).toBeCloseTo(mean(losses[name]), 10);
            expect(lead).toBeCloseTo(mean(losses[name]) - mean(losses.fsrs), 10);
            const differences = losses[name].map((one, i) => one - (losses.fsrs[i] as number));
            course.forEach((sum, i) => {
              expect(sum).toBeCloseTo(
                differences.slice(0, i + 1).reduce((all, one) => all + one, 0),
                9,
              );
            });
            if (forecasts.length < ENOUGH) expect(interval).toBeNull();
            else {
              // The variance as the mean square less the square of the mean.
              const n = differences.length;
              const variance = (n / (n - 1)) * (mean(differences.map(one => one * one)) - mean(differences) ** 2);
              const half = 1.959963984540054 * Math.sqrt(variance / n);
              expect(interval?.low).toBeCloseTo(mean(differences) - half, 8);
              expect(interval?.high).toBeCloseTo(mean(differences) + half, 8);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is none of no answers', () => {
    const rival = { loss: null, lead: null, interval: null, verdict: 'early', course: [] };
    expect(compare([])).toEqual({ answers: 0, fsrs: null, overall: rival, topic: rival });
  });

  it('stays finite where a certain forecast fails', () => {
    expect(logLoss(1, false)).toBeCloseTo(-Math.log(0.001), 12);
    expect(logLoss(0, true)).toBeCloseTo(-Math.log(0.001), 12);
  });
});

/** A student whose chances differ much from answer to answer; `predict` sees them. */
function student(answers: number, predict: (chance: number, random: number) => number): Forecast[] {
  const generator = xoroshiro128plus(7);
  return Array.from({ length: answers }, (_, i) => {
    const chance = 0.2 + 0.79 * uniformFloat64(generator);
    const predicted = predict(chance, uniformFloat64(generator));
    return { question: QUESTIONS[i % 6]?.id ?? '', predicted, isRecalled: uniformFloat64(generator) < chance };
  });
}

describe('the verdict', () => {
  it.each<[string, (chance: number, random: number) => number, Comparison['overall']['verdict']]>([
    ['who knows the chances is ahead', chance => chance, 'ahead'],
    ['who guesses is behind', (_, random) => random, 'behind'],
    ['who says the mean is even with it', () => 0.6, 'even'],
  ])('%s', (_, predict, verdict) => {
    const { overall, topic } = compare(student(600, predict));
    expect([overall.verdict, topic.verdict]).toEqual([verdict, verdict]);
  });

  it('is early below a hundred answers, however large the lead', () => {
    const { overall } = compare(student(ENOUGH - 1, chance => chance));
    expect(overall).toMatchObject({ verdict: 'early', interval: null });
    expect(overall.lead).toBeGreaterThan(0);
  });

  it('is told in words', () => {
    expect(comparisonInWords(compare(student(40, chance => chance)))).toBe(
      'Too early to tell who predicts better: 40 of 100 answers with a forecast.',
    );
    expect(comparisonInWords(compare(student(600, chance => chance)))).toMatch(
      /^FSRS is ahead of your plain average by 0\.\d{3} an answer \(lead 0\.\d{3} to 0\.\d{3}\): more than chance makes\. FSRS is ahead of your average by topic/,
    );
    expect(comparisonInWords(compare(student(600, (_, random) => random)))).toMatch(
      /^FSRS is behind your plain average by 0\.\d{3} an answer \(lead −0\.\d{3} to −0\.\d{3}\): more than chance/,
    );
    expect(comparisonInWords(compare(student(600, () => 0.6)))).toMatch(
      /that may be chance\. FSRS is .*may be chance\.$/,
    );
  });
});
