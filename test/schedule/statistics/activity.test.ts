import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../src/schedule/statistics/calendar.ts';
import { DAYS_AHEAD, dueForecast } from '../../../src/schedule/statistics/due-forecast.ts';
import { periodOf } from '../../../src/schedule/statistics/periods.ts';
import { ratedAnswers } from '../../../src/schedule/statistics/rated.ts';
import { streakOf } from '../../../src/schedule/statistics/streak.ts';
import { dayDate } from '../../../src/schedule/study-day.ts';
import { cardsOf, expectedMs, histories } from './histories.ts';

it('counts as rated what moves the memory, and as forgotten what FSRS counts as a lapse', () => {
  fc.assert(
    fc.property(histories, ({ answers }) => {
      const rated = ratedAnswers(answers);
      for (const question of new Set(answers.map(row => row.question))) {
        const own = rated.filter(({ answer }) => answer.question === question);
        const card = cardsOf(answers).get(question);
        expect(own.length).toBe(card?.reps ?? 0);
        expect(own.filter(({ isFirst, isRecalled }) => !isFirst && !isRecalled).length).toBe(card?.lapses ?? 0);
        expect(own[0]?.answer.day).toBe(card?.firstDay);
      }
    }),
    { numRuns: 40 },
  );
});

it('sums a period up as day after day would', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(1, 7, 30), ({ answers, today }, days) => {
      const sum = { days, answers: 0, self: 0, rated: 0, met: 0, ms: 0 };
      let right = 0;
      for (let day = today; day > today - days; day -= 1) {
        for (const row of answers) {
          if (row.day !== day) continue;
          sum.answers += 1;
          if (row.self) sum.self += 1;
          else if (row.credit > 0.999999) right += 1;
          sum.ms += row.ms === null ? 0 : row.ms;
        }
        // The memory as it was before and after that day's answers, each time from the whole log up to there.
        const positions = answers.flatMap((row, i) => (row.day === day ? [i] : []));
        for (const i of positions) {
          const { question } = answers[i] as (typeof answers)[number];
          const [before, after] = [i, i + 1].map(end => cardsOf(answers.slice(0, end)).get(question)?.reps ?? 0);
          if (after !== before) sum.rated += 1;
          if (before === 0 && after === 1) sum.met += 1;
        }
      }
      const period = periodOf(answers, ratedAnswers(answers), today, days);
      expect(period).toMatchObject(sum);
      expect(period.right).toMatchObject({ hits: right, of: sum.answers - sum.self });
    }),
    { numRuns: 40 },
  );
});

describe('the streak', () => {
  it('is found by trying every run of days', () => {
    fc.assert(
      fc.property(histories, ({ answers, today }) => {
        const isDay = (day: number): boolean => day <= today && answers.some(row => row.day === day);
        const days = answers.map(row => row.day);
        const [first, last] = [Math.min(today, ...days), Math.max(today, ...days)];
        let [longest, current, active] = [0, 0, 0];
        let run = 0;
        for (let day = first; day <= last + 1; day += 1) {
          run = isDay(day) ? run + 1 : 0;
          if (isDay(day)) active += 1;
          longest = Math.max(longest, run);
          if (day === today - 1 || (day === today && run > 0)) current = run;
        }
        expect(streakOf(answers, today)).toEqual({ current, longest, days: active });
      }),
    );
  });

  const on = (...days: number[]) => days.map(day => ({ day })) as unknown as Parameters<typeof streakOf>[0];
  it.each([
    ['is 0 of an empty log', on(), { current: 0, longest: 0, days: 0 }],
    ['is not broken by a day that is not over', on(97, 98, 99), { current: 3, longest: 3, days: 3 }],
    ['is broken by a day without an answer', on(96, 97, 98), { current: 0, longest: 3, days: 3 }],
    ['counts a day once', on(90, 99, 99, 100, 100), { current: 2, longest: 2, days: 3 }],
  ])('%s', (_, answers, streak) => expect(streakOf(answers, 100)).toEqual(streak));
});

it('has a calendar that begins on a Monday and counts each day', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 1, max: 30 }), ({ answers, today }, weeks) => {
      const { firstDay, answers: counts } = calendarOf(answers, today, weeks);
      expect(new Date(dayDate(firstDay)).getUTCDay()).toBe(1);
      expect(firstDay + counts.length - 1).toBe(today);
      expect(Math.ceil(counts.length / 7)).toBe(weeks);
      counts.forEach((count, i) => {
        expect(count).toBe(answers.filter(row => row.day === firstDay + i).length);
      });
    }),
  );
});

it('forecasts each question of the bank that is remembered, on one day', () => {
  fc.assert(
    fc.property(histories, history => {
      const { cards, questions, aside, today } = history;
      const wanted = [...cards.values()].filter(
        ({ question }) => questions.some(({ id }) => id === question) && !aside.has(question),
      );
      const forecast = dueForecast(history);
      expect(forecast.days.map(({ day }) => day)).toEqual(Array.from({ length: DAYS_AHEAD }, (_, i) => today + i));
      for (const { day, due, ms } of forecast.days) {
        const own = wanted.filter(({ dueDay }) => (day === today ? dueDay <= today : dueDay === day));
        expect(due).toBe(own.length);
        // Once, and once more where it is not known.
        const wrong = (card: (typeof own)[number]): number => 1 - history.retrievability(card, day);
        const times = own.map(card => expectedMs(card.question) * (1 + wrong(card)));
        expect(ms).toBeCloseTo(
          times.reduce((sum, each) => sum + each, 0),
          6,
        );
      }
      expect(forecast.overdue).toBe(wanted.filter(({ dueDay }) => dueDay < today).length);
      expect(forecast.later).toBe(wanted.filter(({ dueDay }) => dueDay >= today + DAYS_AHEAD).length);
    }),
  );
});
