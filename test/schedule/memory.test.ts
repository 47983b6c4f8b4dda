import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating as Grade } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { MAXIMUM_INTERVAL } from '../../src/schedule/fsrs.ts';
import { createScheduler, dueAt, isFirstAttempt } from '../../src/schedule/memory.ts';
import { type Memory, RATINGS, type Rating } from '../../src/schedule/review.ts';
import { studyDayNumber } from '../../src/schedule/study-day.ts';
import { UNTUNED } from '../../src/schedule/tuning.ts';
import { hourOf, review, when, ZONE } from './reviews.ts';

const Q = 'cnn/one';
const scheduler = createScheduler(UNTUNED);
const rate = (memory: Memory | null, rating: Rating, at: string, zone = ZONE): Memory =>
  scheduler.rate(Q, memory, rating, when(at, zone));
const replay = (...log: Parameters<typeof scheduler.replay>[1]): Memory | null => scheduler.replay(Q, log);
const GRADES = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;

/** Rates each time on the very day the question is due, and tells the intervals in days. */
function intervals(ratings: readonly Rating[], zone = ZONE): number[] {
  let memory: Memory | null = null;
  let at = new Date('2026-11-20T19:00:00Z');
  return ratings.map(rating => {
    const now = { at, zone, day: studyDayNumber(at, zone) };
    const after: Memory = scheduler.rate(Q, memory, rating, now);
    memory = after;
    at = new Date(dueAt(after).getTime() + 3_600_000);
    // The day that the question is due on begins when it is due.
    expect(studyDayNumber(dueAt(after), zone)).toBe(after.dueDay);
    return after.dueDay - after.lastDay;
  });
}

/** The same, by ts-fsrs alone in a world that knows only UTC. */
function fsrsIntervals(ratings: readonly Rating[]): number[] {
  const alone = fsrs({ enable_fuzz: false, enable_short_term: false });
  let card = createEmptyCard(new Date('2026-11-20T00:00:00Z'));
  return ratings.map(rating => {
    card = alone.next(card, card.due, GRADES[rating]).card;
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
    const first = rate(null, 'good', '2026-11-20T07:00:00Z');
    const evening = rate(first, 'good', '2026-11-23T22:59:00Z');
    const afterMidnight = rate(first, 'good', '2026-11-24T02:59:00Z');
    expect(afterMidnight).toEqual({ ...evening, lastAt: afterMidnight.lastAt });
  });

  it('end at 04:00 local time, also over a change of the clocks', () => {
    const spring = rate(null, 'good', '2026-03-27T12:00:00Z');
    expect([spring.dueDay - spring.lastDay, dueAt(spring).toISOString()]).toEqual([3, '2026-03-30T02:00:00.000Z']);
    const autumn = rate(null, 'good', '2026-10-23T12:00:00Z');
    expect([autumn.dueDay - autumn.lastDay, dueAt(autumn).toISOString()]).toEqual([3, '2026-10-26T03:00:00.000Z']);
  });

  it('end in the zone that they began in', () => {
    const inTokyo = rate(null, 'good', '2026-11-20T12:00:00Z', 'Asia/Tokyo');
    expect(dueAt(inTokyo).toISOString()).toBe('2026-11-22T19:00:00.000Z');
    const inHonolulu = rate(null, 'good', '2026-11-20T12:00:00Z', 'Pacific/Honolulu');
    expect(inHonolulu.dueDay).toBe(inTokyo.dueDay - 1);
    expect(dueAt(inHonolulu).toISOString()).toBe('2026-11-22T14:00:00.000Z');
  });

  it('never exceed the maximum', () => {
    const memory = { ...rate(null, 'easy', '1990-01-01T12:00:00Z'), stability: 36_000 };
    expect(scheduler.preview(Q, memory, when('2026-11-20T12:00:00Z')).easy.days).toBe(MAXIMUM_INTERVAL);
  });

  it('are shorter where more is to be retained, and by the longest folder that a question lies in', () => {
    const tuned = createScheduler({
      ...UNTUNED,
      retentionBelow: new Map([
        ['cnn', 0.95],
        ['cnn/deep', 0.8],
      ]),
    });
    const [at, years] = [when('2026-11-20T12:00:00Z'), when('2028-11-20T12:00:00Z')];
    const interval = (question: string): number => {
      const first = tuned.rate(question, null, 'good', at);
      const second = tuned.rate(question, first, 'good', { ...years, day: first.dueDay });
      return second.dueDay - second.lastDay;
    };
    expect(interval('cnn/one')).toBeLessThan(interval('rnn/one'));
    expect(interval('rnn/one')).toBeLessThan(interval('cnn/deep/one'));
    expect(interval('cnnx/one')).toBe(interval('rnn/one'));
    const [one, other] = ['cnn/one', 'rnn/one'].map(question => tuned.rate(question, null, 'good', at));
    expect(one?.stability).toBe(other?.stability);
  });
});

describe('rate', () => {
  it('counts repetitions and lapses, and remembers the first day', () => {
    const memory = replay(review('2026-11-20T12:00:00Z', 'good'), review('2026-11-23T12:00:00Z', 'again'));
    const [first, last] = [when('2026-11-20T12:00:00Z'), when('2026-11-23T12:00:00Z')];
    expect(memory).toMatchObject({ reps: 2, lapses: 1, lastZone: ZONE, lastAt: last.at });
    expect([memory?.firstDay, memory?.lastDay]).toEqual([first.day, last.day]);
  });

  it.each(['2026-11-19T12:00:00Z', '2026-11-18T12:00:00Z', '2026-10-01T12:00:00Z'])(
    'sees no time pass when the clock was set back to %s, and keeps the later moment',
    earlier => {
      const memory = rate(null, 'good', '2026-11-20T12:00:00Z');
      const back = rate(memory, 'good', earlier);
      expect(back.stability).toBe(memory.stability);
      expect([back.lastAt, back.lastDay]).toEqual([memory.lastAt, memory.lastDay]);
      expect(back.dueDay).toBeGreaterThan(memory.lastDay);
    },
  );

  it('grows no memory by turning the clock to and fro', () => {
    let memory = rate(null, 'good', '2026-11-20T12:00:00Z');
    for (let turn = 0; turn < 20; turn++) memory = rate(memory, 'good', '2026-11-19T12:00:00Z');
    expect(memory.stability).toBe(rate(null, 'good', '2026-11-20T12:00:00Z').stability);
  });

  it('sees no time pass on a flight west over midnight', () => {
    const memory = rate(null, 'good', '2026-11-20T19:00:00Z', 'Pacific/Auckland');
    const landed = when('2026-11-21T07:00:00Z', 'America/Los_Angeles');
    const west = scheduler.rate(Q, memory, 'good', landed);
    expect(landed.day).toBeLessThan(memory.lastDay);
    expect(west.stability).toBe(memory.stability);
    expect(west).toMatchObject({ lastAt: landed.at, lastDay: landed.day, lastZone: 'America/Los_Angeles' });
  });

  it('counts a day on a flight east over midnight', () => {
    const memory = rate(null, 'good', '2026-11-20T12:00:00Z', 'America/Los_Angeles');
    const east = rate(memory, 'good', '2026-11-20T20:00:00Z', 'Pacific/Auckland');
    const whole = rate(memory, 'good', '2026-11-21T20:00:00Z', 'America/Los_Angeles');
    // Eight hours later it is the next day there, as it is a day later here.
    expect([east.lastDay - memory.lastDay, whole.lastDay - memory.lastDay]).toEqual([1, 1]);
    expect(east.stability).toBe(whole.stability);
  });
});

describe('preview', () => {
  it('tells what each rating would do', () => {
    const now = when('2026-11-20T12:00:00Z');
    const forecast = scheduler.preview(Q, null, now);
    expect(RATINGS.map(rating => forecast[rating].days)).toEqual([1, 2, 3, 8]);
    for (const rating of RATINGS) {
      const after = scheduler.rate(Q, null, rating, now);
      expect(forecast[rating]).toEqual({ due: dueAt(after), days: after.dueDay - now.day, stability: after.stability });
    }
  });

  it('counts the days from now, also where the clock was set back', () => {
    const memory = rate(null, 'good', '2026-11-20T12:00:00Z');
    const now = when('2026-11-18T12:00:00Z');
    expect(scheduler.preview(Q, memory, now).again.days).toBe(
      rate(memory, 'again', '2026-11-18T12:00:00Z').dueDay - now.day,
    );
  });
});

describe('retrievability', () => {
  const memory = rate(null, 'good', '2026-11-20T12:00:00Z');
  const on = (at: string): number => scheduler.retrievability(memory, when(at).day);

  it('is certain on the day of the answer, until 04:00', () => {
    expect(on('2026-11-20T12:00:01Z')).toBe(1);
    expect(on('2026-11-21T02:59:59Z')).toBe(1);
    expect(on('2026-11-21T03:00:00Z')).toBeLessThan(1);
  });

  it('is 90 % after as many days as the stability says', () => {
    expect(scheduler.retrievability({ ...memory, stability: 3 }, memory.lastDay + 3)).toBeCloseTo(0.9, 6);
  });

  it('is certain, not more, when the clock was set back', () => expect(on('2026-01-01T12:00:00Z')).toBe(1));
});

describe('replay', () => {
  const first = review('2026-11-20T12:00:00Z', 'good');
  const second = review('2026-11-23T12:00:00Z', 'hard');

  it('remembers nothing of an empty log, nor of one that is all practice or taken back', () => {
    expect(replay()).toBeNull();
    expect(replay(review('2026-11-20T12:00:00Z', null), { ...first, undone: true })).toBeNull();
  });

  it('rates one row after the other, in whatever order they come', () => {
    const memory = rate(rate(null, 'good', '2026-11-20T12:00:00Z'), 'hard', '2026-11-23T12:00:00Z');
    expect(replay(first, second)).toEqual(memory);
    expect(replay(second, first)).toEqual(memory);
  });

  it('counts only the first attempt in a study day', () => {
    const sameEvening = review('2026-11-21T00:30:00Z', 'again');
    expect(isFirstAttempt(replay(first), sameEvening.day)).toBe(false);
    expect(isFirstAttempt(replay(first), sameEvening.day + 1)).toBe(true);
    expect(isFirstAttempt(null, sameEvening.day)).toBe(true);
    expect(replay(first, sameEvening, second)).toEqual(replay(first, second));
    expect(scheduler.counted([second, sameEvening, first])).toEqual([first, second]);
  });

  it('lets the second attempt count when the first is taken back', () => {
    const again = review('2026-11-20T13:00:00Z', 'again');
    expect(replay({ ...first, undone: true }, again)).toEqual(replay(again));
  });

  it('breaks ties in time by id', () => {
    const a = { ...first, id: 'a' };
    const b = { ...first, id: 'b', rating: 'again' as const };
    expect(replay(b, a)).toEqual(replay(a));
  });

  it('does not reorder the log it is given', () => {
    const log = [second, first];
    scheduler.replay(Q, log);
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
        const memory = scheduler.replay(Q, log);
        expect(memory).not.toBeNull();
        if (!memory) return;
        expect(memory.stability).toBeGreaterThan(0);
        expect(memory.difficulty).toBeGreaterThanOrEqual(1);
        expect(memory.difficulty).toBeLessThanOrEqual(10);
        expect(memory.dueDay).toBeGreaterThan(memory.lastDay);
        expect(memory.dueDay - memory.lastDay).toBeLessThanOrEqual(MAXIMUM_INTERVAL);
        expect(dueAt(memory).getTime()).toBeGreaterThan(memory.lastAt.getTime());
        const recall = scheduler.retrievability(memory, memory.dueDay);
        expect(recall).toBeGreaterThan(0);
        expect(recall).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('version', () => {
  it('names the algorithm these intervals were pinned to', () => expect(scheduler.version).toContain('FSRS-6'));

  it('differs wherever the same log could give other memories', () => {
    const weights = scheduler.model.weights.with(0, 0.3);
    const versions = [
      scheduler,
      createScheduler({ ...UNTUNED, weights }),
      createScheduler({ ...UNTUNED, retention: 0.8 }),
      createScheduler({ ...UNTUNED, retentionBelow: new Map([['cnn', 0.8]]) }),
    ].map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(createScheduler({ ...UNTUNED, retentionBelow: new Map() }).version).toBe(scheduler.version);
  });
});

it('is due by the study day, whatever hour of it', () => {
  const memory = rate(null, 'again', '2026-11-21T02:00:00Z');
  expect(dueAt(memory)).toEqual(hourOf(memory.lastDay + 1, 0));
});
