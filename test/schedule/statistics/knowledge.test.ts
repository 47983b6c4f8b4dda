import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syllabusMap } from '../../../src/schedule/statistics/coverage.ts';
import { hardestMistakes, hardestQuestions } from '../../../src/schedule/statistics/hardest.ts';
import { placesOf } from '../../../src/schedule/statistics/places.ts';
import { statisticsOf } from '../../../src/schedule/statistics/statistics.ts';
import { timesOf } from '../../../src/schedule/statistics/times.ts';
import type { History } from '../../../src/schedule/statistics/types.ts';
import { histories, QUESTIONS, scheduler } from './histories.ts';

/** The middle one: as many lie below it as above it. */
function middle(numbers: readonly number[]): number | null {
  const rest = [...numbers];
  while (rest.length > 2) {
    rest.splice(rest.indexOf(Math.max(...rest)), 1);
    rest.splice(rest.indexOf(Math.min(...rest)), 1);
  }
  return rest.length === 0 ? null : ((rest[0] as number) + (rest.at(-1) as number)) / 2;
}

it('sums the time up and finds the answer in the middle', () => {
  fc.assert(
    fc.property(histories, ({ answers }) => {
      const times = timesOf(answers, placesOf(QUESTIONS));
      const clocked = answers.filter(({ ms }) => ms !== null);
      expect(times).toMatchObject({ timed: clocked.length, median: middle(clocked.map(({ ms }) => ms as number)) });
      let [ms, timed] = [0, 0];
      for (const { kind, ...row } of times.kinds) {
        const own = clocked
          .filter(
            ({ question }) => (QUESTIONS.find(({ id }) => id === question)?.parts[0]?.answer.kind ?? null) === kind,
          )
          .map(answer => answer.ms as number);
        expect(row).toEqual({ timed: own.length, ms: own.reduce((sum, one) => sum + one, 0), median: middle(own) });
        [ms, timed] = [ms + row.ms, timed + row.timed];
      }
      expect([times.ms, times.timed]).toEqual([ms, timed]);
    }),
  );
});

it("counts the hours by the clock of the student's zone", () => {
  fc.assert(
    fc.property(histories, ({ answers }) => {
      const { hours } = timesOf(answers, placesOf(QUESTIONS));
      const wall = answers.map(({ at, zone }) => Number(at.toLocaleString('sv-SE', { timeZone: zone }).slice(11, 13)));
      expect(hours).toEqual(Array.from({ length: 24 }, (_, hour) => wall.filter(other => other === hour).length));
    }),
    { numRuns: 30 },
  );
});

describe('what is hard', () => {
  it('adds each mistake up over questions and parts, the most frequent first', () => {
    fc.assert(
      fc.property(histories, ({ mistakes }) => {
        const found = hardestMistakes(mistakes);
        expect(new Set(found.map(({ tag }) => tag))).toEqual(new Set(mistakes.map(({ tag }) => tag)));
        for (const { tag, times, questions, lastDay } of found) {
          let sum = 0;
          for (const row of mistakes) if (row.tag === tag) sum += row.times;
          expect(times).toBe(sum);
          const ids = QUESTIONS.map(({ id }) => id).filter(id =>
            mistakes.some(row => row.tag === tag && row.question === id),
          );
          expect(questions).toEqual(ids.sort());
          expect(mistakes.some(row => row.tag === tag && row.lastDay === lastDay)).toBe(true);
          expect(mistakes.some(row => row.tag === tag && row.lastDay > lastDay)).toBe(false);
        }
        const order = found.map(({ times, lastDay }) => times * 1e6 + lastDay);
        expect(order).toEqual(order.toSorted((a, b) => b - a));
      }),
    );
  });

  it('has every question of the bank that was forgotten or cost credit', () => {
    fc.assert(
      fc.property(histories, history => {
        const found = hardestQuestions(history);
        for (const { id } of QUESTIONS) {
          const own = history.answers.filter(({ question }) => question === id);
          const lapses = history.cards.get(id)?.lapses ?? 0;
          const lost = own.reduce((sum, { credit }) => sum + 1 - credit, 0);
          const row = found.find(({ question }) => question === id);
          expect(row !== undefined).toBe(lapses > 0 || lost > 1e-6);
          if (!row) continue;
          expect(row).toMatchObject({ lapses, answers: own.length });
          expect(row.credit).toBeCloseTo(1 - lost / own.length, 12);
        }
        for (const [i, next] of found.slice(1).entries()) {
          const one = found[i] as typeof next;
          expect(one.lapses > next.lapses || (one.lapses === next.lapses && one.credit <= next.credit)).toBe(true);
        }
      }),
    );
  });
});

describe('the map of the bank', () => {
  it('puts every question into one box, by its memory today', () => {
    fc.assert(
      fc.property(histories, history => {
        const { all, topics } = syllabusMap(history, placesOf(QUESTIONS));
        const boxes = { known: [0, 0], learning: [0, 0], unseen: [0, 0] };
        for (const { id, credits } of QUESTIONS) {
          const card = history.cards.get(id);
          const recall = card ? scheduler.retrievability(card, history.today) : 0;
          const box = boxes[!card ? 'unseen' : recall < 0.9 || card.stability < 21 ? 'learning' : 'known'];
          box[0] = (box[0] as number) + 1;
          box[1] = (box[1] as number) + credits;
        }
        for (const name of ['known', 'learning', 'unseen'] as const) {
          expect([all[name].questions, all[name].credits]).toEqual(boxes[name]);
          for (const key of ['questions', 'credits'] as const) {
            expect(topics.reduce((sum, topic) => sum + topic[name][key], 0)).toBeCloseTo(all[name][key], 12);
          }
        }
        expect(topics.map(({ topic }) => topic)).toEqual(['cnn', 'loose', 'optimization', 'rnn']);
      }),
    );
  });

  it('takes for known only what is sure today and will be for three weeks', () => {
    const card = (stability: number, lastDay: number) =>
      ({ question: 'cnn/one', stability, difficulty: 5, lastDay }) as unknown as NonNullable<
        ReturnType<History['cards']['get']>
      >;
    const standing = (stability: number, lastDay: number) => {
      const [question] = QUESTIONS;
      const history = {
        cards: new Map([['cnn/one', card(stability, lastDay)]]),
        questions: question ? [question] : [],
        today: 100,
        retrievability: scheduler.retrievability,
      } as unknown as History;
      const { known, learning } = syllabusMap(history, placesOf(QUESTIONS)).all;
      return { known: known.credits, learning: learning.credits };
    };
    expect(standing(20.9, 100)).toEqual({ known: 0, learning: 2 });
    expect(standing(21, 100)).toEqual({ known: 2, learning: 0 });
    expect(standing(40, 70)).toEqual({ known: 2, learning: 0 });
    expect(standing(40, 55)).toEqual({ known: 0, learning: 2 });
  });
});

describe('all of it together', () => {
  const NOTHING: History = {
    answers: [],
    cards: new Map(),
    questions: [],
    mistakes: [],
    aside: new Set(),
    today: 20_000,
    retrievability: () => 1,
    expectedMs: () => 0,
  };

  /** Every number in it, by its path. */
  function numbersIn(value: unknown, path = ''): [string, number][] {
    if (typeof value === 'number') return [[path, value]];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
  }

  it('has no number that is none, whatever the history', () => {
    expect(numbersIn(statisticsOf(NOTHING)).filter(([, number]) => !Number.isFinite(number))).toEqual([]);
    fc.assert(
      fc.property(histories, history => {
        expect(numbersIn(statisticsOf(history)).filter(([, number]) => !Number.isFinite(number))).toEqual([]);
      }),
    );
  });

  it('counts the same answers everywhere', () => {
    fc.assert(
      fc.property(histories, history => {
        const statistics = statisticsOf(history);
        const { answers, self, periods, times, retention, calibration, comparison } = statistics;
        expect(answers).toBe(history.answers.length);
        expect(self).toBe(history.answers.filter(row => row.self).length);
        expect(periods.map(({ days }) => days)).toEqual([1, 7, 30]);
        expect(times.hours.reduce((sum, count) => sum + count, 0)).toBe(answers);
        expect(comparison.answers).toBe(calibration.recalled.of);
        expect(retention.all.recalled.of).toBeGreaterThanOrEqual(calibration.recalled.of);
        for (const rows of [retention.topics, retention.kinds]) {
          expect(rows.reduce((sum, { recalled }) => sum + recalled.of, 0)).toBe(retention.all.recalled.of);
        }
      }),
    );
  });
});
