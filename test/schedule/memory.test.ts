import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating as Grade } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import {
  ALGORITHM_VERSION,
  isFirstAttempt,
  MAXIMUM_INTERVAL,
  preview,
  rate,
  replay,
  retrievability,
} from '../../src/schedule/memory.ts';
import { type Memory, RATINGS, type Rating } from '../../src/schedule/review.ts';
import { daysBetween, studyDay } from '../../src/schedule/study-day.ts';
import { review } from './reviews.ts';

const ZONE = 'Europe/Berlin';
const GRADES = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;

/** Rates each time on the very day the question is due, and tells the intervals in days. */
function intervals(ratings: readonly Rating[], zone = ZONE): number[] {
  let memory: Memory | null = null;
  let at = new Date('2026-11-20T19:00:00Z');
  return ratings.map(rating => {
    memory = rate(memory, rating, at, zone);
    const days = daysBetween(studyDay(at, zone), studyDay(memory.due, zone));
    at = new Date(memory.due.getTime() + 3_600_000);
    return days;
  });
}

/** The same, by ts-fsrs alone in a world that knows only UTC. */
function fsrsIntervals(ratings: readonly Rating[]): number[] {
  const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });
  let card = createEmptyCard(new Date('2026-11-20T00:00:00Z'));
  return ratings.map(rating => {
    card = scheduler.next(card, card.due, GRADES[rating]).card;
    return card.scheduled_days;
  });
}

describe('intervals', () => {
  it.each<[Rating[], number[]]>([
    [
      ['good', 'good', 'good', 'good', 'good', 'good'],
      [3, 14, 57, 196, 586, 1559],
    ],
    [
      ['again', 'good', 'good'],
      [1, 3, 8],
    ],
    [
      ['good', 'good', 'again', 'good', 'good'],
      [3, 14, 2, 5, 13],
    ],
    [
      ['good', 'hard', 'good', 'easy'],
      [3, 9, 30, 138],
    ],
    [
      ['easy', 'again', 'again', 'hard'],
      [8, 1, 1, 2],
    ],
  ])('after %j are %j', (ratings, days) => {
    expect(fsrsIntervals(ratings)).toEqual(days);
    expect(intervals(ratings)).toEqual(days);
  });

  it('are those of ts-fsrs in every zone', () => {
    const zones = fc.constantFrom('Asia/Kathmandu', 'Pacific/Apia', 'Pacific/Honolulu', 'America/New_York', 'UTC');
    const logs = fc.array(fc.constantFrom(...RATINGS), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(logs, zones, (ratings, zone) => {
        expect(intervals(ratings, zone)).toEqual(fsrsIntervals(ratings));
      }),
    );
  });

  it('do not depend on the hour of the study day', () => {
    const first = rate(null, 'good', new Date('2026-11-20T07:00:00Z'), ZONE);
    const evening = rate(first, 'good', new Date('2026-11-23T22:59:00Z'), ZONE);
    const afterMidnight = rate(first, 'good', new Date('2026-11-24T02:59:00Z'), ZONE);
    expect(afterMidnight.due).toEqual(evening.due);
    expect(afterMidnight.stability).toBe(evening.stability);
  });

  it('end at 04:00 local time, also over a change of the clocks', () => {
    expect(rate(null, 'good', new Date('2026-03-27T12:00:00Z'), ZONE).due.toISOString()).toBe(
      '2026-03-30T02:00:00.000Z',
    );
  });

  it('never exceed the maximum', () => {
    const at = new Date('2026-11-20T12:00:00Z');
    const memory = { ...rate(null, 'easy', new Date('1990-01-01T12:00:00Z'), ZONE), stability: 36_000 };
    expect(preview(memory, at, ZONE).easy.days).toBe(MAXIMUM_INTERVAL);
  });
});

describe('rate', () => {
  it('counts repetitions and lapses', () => {
    const memory = replay([review('2026-11-20T12:00:00Z', 'good'), review('2026-11-23T12:00:00Z', 'again')]);
    expect(memory).toMatchObject({ reps: 2, lapses: 1, lastZone: ZONE, lastAt: new Date('2026-11-23T12:00:00Z') });
  });

  it('sees no time pass when the clock was set back, and keeps the later moment', () => {
    const memory = rate(null, 'good', new Date('2026-11-20T12:00:00Z'), ZONE);
    const back = rate(memory, 'good', new Date('2026-10-01T12:00:00Z'), ZONE);
    expect(back.stability).toBe(memory.stability);
    expect(back.lastAt).toEqual(memory.lastAt);
    expect(back.due.getTime()).toBeGreaterThan(memory.lastAt.getTime());
  });

  it('sees no time pass on a flight west over midnight', () => {
    const memory = rate(null, 'good', new Date('2026-11-20T19:00:00Z'), 'Pacific/Auckland');
    const landed = new Date('2026-11-21T07:00:00Z');
    const west = rate(memory, 'good', landed, 'America/Los_Angeles');
    expect(studyDay(landed, 'America/Los_Angeles') < studyDay(memory.lastAt, 'Pacific/Auckland')).toBe(true);
    expect(west.stability).toBe(memory.stability);
    expect(west).toMatchObject({ lastAt: landed, lastZone: 'America/Los_Angeles' });
  });
});

describe('preview', () => {
  it('tells what each rating would do', () => {
    const at = new Date('2026-11-20T12:00:00Z');
    const forecast = preview(null, at, ZONE);
    expect(RATINGS.map(rating => forecast[rating].days)).toEqual([1, 2, 3, 8]);
    for (const rating of RATINGS) {
      const { due, stability } = rate(null, rating, at, ZONE);
      expect(forecast[rating]).toMatchObject({ due, stability });
    }
  });
});

describe('retrievability', () => {
  const memory = rate(null, 'good', new Date('2026-11-20T12:00:00Z'), ZONE);
  const on = (at: string) => retrievability(memory, new Date(at), ZONE);

  it('is certain on the day of the answer, until 04:00', () => {
    expect(on('2026-11-20T12:00:01Z')).toBe(1);
    expect(on('2026-11-21T02:59:59Z')).toBe(1);
    expect(on('2026-11-21T03:00:00Z')).toBeLessThan(1);
  });

  it('is 90 % after as many days as the stability says', () => {
    expect(retrievability({ ...memory, stability: 3 }, new Date('2026-11-23T12:00:00Z'), ZONE)).toBeCloseTo(0.9, 6);
  });

  it('is certain, not more, when the clock was set back', () => expect(on('2026-01-01T12:00:00Z')).toBe(1));
});

describe('replay', () => {
  const first = review('2026-11-20T12:00:00Z', 'good');
  const second = review('2026-11-23T12:00:00Z', 'hard');

  it('remembers nothing of an empty log, nor of one that is all practice or taken back', () => {
    expect(replay([])).toBeNull();
    expect(replay([review('2026-11-20T12:00:00Z', null), { ...first, undone: true }])).toBeNull();
  });

  it('rates one row after the other, in whatever order they come', () => {
    const memory = rate(rate(null, 'good', first.at, ZONE), 'hard', second.at, ZONE);
    expect(replay([first, second])).toEqual(memory);
    expect(replay([second, first])).toEqual(memory);
  });

  it('counts only the first attempt in a study day', () => {
    const sameEvening = review('2026-11-21T00:30:00Z', 'again');
    expect(isFirstAttempt(replay([first]), sameEvening.at, ZONE)).toBe(false);
    expect(replay([first, sameEvening, second])).toEqual(replay([first, second]));
  });

  it('lets the second attempt count when the first is taken back', () => {
    const again = review('2026-11-20T13:00:00Z', 'again');
    expect(replay([{ ...first, undone: true }, again])).toEqual(replay([again]));
  });

  it('breaks ties in time by id', () => {
    const a = { ...first, id: 'a' };
    const b = { ...first, id: 'b', rating: 'again' as const };
    expect(replay([b, a])).toEqual(replay([a]));
  });

  it('does not reorder the log it is given', () => {
    const log = [second, first];
    replay(log);
    expect(log).toEqual([second, first]);
  });

  it('never gives a memory that is not a number, whatever the clock and the traveller did', () => {
    const times = fc.date({ min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    const zones = fc.constantFrom('Pacific/Kiritimati', 'Pacific/Honolulu', 'Asia/Kathmandu', ZONE);
    const rows = fc
      .tuple(times, fc.constantFrom(...RATINGS), zones)
      .map(([at, rating, zone]) => review(at.toISOString(), rating, { zone }));
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 12 }), log => {
        const memory = replay(log);
        expect(memory).not.toBeNull();
        if (!memory) return;
        expect(memory.stability).toBeGreaterThan(0);
        expect(memory.difficulty).toBeGreaterThanOrEqual(1);
        expect(memory.difficulty).toBeLessThanOrEqual(10);
        expect(memory.due.getTime()).toBeGreaterThan(memory.lastAt.getTime());
        const recall = retrievability(memory, memory.due, memory.lastZone);
        expect(recall).toBeGreaterThan(0);
        expect(recall).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('is the algorithm these intervals were pinned to', () => expect(ALGORITHM_VERSION).toContain('FSRS-6'));
