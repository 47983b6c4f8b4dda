import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speedOf } from '../../src/schedule/speed.ts';
import { syllabusOf } from '../../src/schedule/syllabus.ts';
import { questionOf } from './reviews.ts';

const MINUTE = 60_000;

/** `two` is meant to take two minutes, and so on; `plain` says nothing, and is worth 2 credits. */
const syllabus = syllabusOf([
  questionOf('two', { minutes: 2 }),
  questionOf('four', { minutes: 4 }),
  questionOf('choice', { minutes: 2, kind: 'choice' }),
  questionOf('plain', { minutes: null, credits: 2, kind: 'page' }),
]);

const timed = (question: string, ms: number, credit = 1) => ({ question, ms, credit });
const speed = (...times: readonly ReturnType<typeof timed>[]) => speedOf(syllabus, times);
const five = (question: string, minutes: readonly number[], credit = 1) =>
  minutes.map(each => timed(question, each * MINUTE, credit));

describe('without a history', () => {
  it('goes by the author, or by the credits where the author says nothing', () => {
    for (const [id, minutes] of [
      ['two', 2],
      ['four', 4],
      ['plain', 3],
      ['gone', 1.5],
    ] as const) {
      expect(speed().usual(id)).toEqual({ ms: minutes * MINUTE, from: 'author' });
      expect(speed().expectedMs(id)).toBe(minutes * MINUTE);
    }
  });
});

describe('the usual time', () => {
  it('is the median of three right answers to the question, or more', () => {
    const two = five('two', [1, 9]);
    expect(speed(...two).usual('two').from).toBe('author');
    expect(speed(...two, timed('two', 2 * MINUTE)).usual('two')).toEqual({ ms: 2 * MINUTE, from: 'question' });
    expect(speed(...two, ...five('two', [2, 3])).usual('two')).toEqual({ ms: 2.5 * MINUTE, from: 'question' });
  });

  it('knows nothing of wrong answers', () => {
    const wrong = five('two', [9, 9, 9, 9, 9], 0.99);
    expect(speed(...wrong).usual('two')).toEqual({ ms: 2 * MINUTE, from: 'author' });
    expect(speed(...wrong).usual('four').from).toBe('author');
    expect(speed(...wrong).expectedMs('two')).toBe(9 * MINUTE);
  });

  it('learns nothing from what was given up at once', () => {
    const blank = five('four', [0.02, 0.02, 0.02, 0.39, 0.39], 0);
    expect(speed(...blank).expectedMs('four')).toBe(4 * MINUTE);
    expect(speed(...blank).expectedMs('two')).toBe(2 * MINUTE);
    // Who knows the answer may be as quick as that.
    const quick = five('four', [0.02, 0.02, 0.02, 0.39, 0.39], 1);
    expect(speed(...quick).expectedMs('four')).toBe(0.02 * MINUTE);
    expect(speed(...five('four', [0.4, 0.4, 0.4], 0)).expectedMs('four')).toBe(0.4 * MINUTE);
  });

  it('is the pace of five right answers to questions of the kind, by what each is meant to take', () => {
    // Half, half, the whole, double and double the estimate.
    const times = [...five('two', [1, 1]), ...five('four', [4, 8, 8])];
    const fourTimes = times.slice(1);
    expect(speed(...fourTimes).usual('two').from).toBe('author');
    const own = [...five('two', [1, 1]), ...five('four', [4, 8])];
    const all = [...own, timed('two', 4 * MINUTE)];
    expect(speed(...own, timed('choice', MINUTE)).usual('choice').from).toBe('author');
    expect(speed(...all).usual('four')).toEqual({ ms: 4 * MINUTE, from: 'kind' });
    expect(speed(...times).usual('two')).toEqual({ ms: 2 * MINUTE, from: 'kind' });
  });
});

describe('the expected time', () => {
  it('counts wrong answers too', () => {
    expect(speed(...five('two', [1, 1]), ...five('two', [7], 0)).expectedMs('two')).toBe(MINUTE);
    expect(speed(...five('two', [7, 7], 0), timed('two', MINUTE)).expectedMs('two')).toBe(7 * MINUTE);
  });

  it('goes by the kind, then by the pace of all answers, then by the author', () => {
    const slow = five('four', [8, 8, 8, 8, 8]);
    expect(speed(...slow).expectedMs('two')).toBe(4 * MINUTE);
    expect(speed(...slow).expectedMs('choice')).toBe(4 * MINUTE);
    expect(speed(...slow).expectedMs('plain')).toBe(6 * MINUTE);
    expect(speed(...slow).usual('choice').from).toBe('author');
    expect(speed(...slow.slice(1)).expectedMs('choice')).toBe(2 * MINUTE);
  });
});

describe('odd times', () => {
  it('count as ten times the estimate at most, for then the desk was left', () => {
    expect(speed(...five('two', [300, 300, 300])).usual('two').ms).toBe(20 * MINUTE);
    expect(speed(...five('two', [300, 300, 300, 300, 300])).expectedMs('four')).toBe(40 * MINUTE);
  });

  it('count as a second at least, so that no question takes no time', () => {
    const at = speed(...five('two', [0, 0, 0, 0, 0]));
    expect(at.usual('two').ms).toBe(1000);
    expect(at.expectedMs('two')).toBe(1000);
    expect(at.expectedMs('choice')).toBeGreaterThan(0);
  });

  it('of questions that are gone do not count', () => {
    expect(speed(...five('gone', [9, 9, 9, 9, 9])).expectedMs('two')).toBe(2 * MINUTE);
  });
});

it('lies within the times that were taken, and does not depend on their order', () => {
  const times = fc.array(
    fc.record({
      question: fc.constantFrom('two', 'four', 'choice', 'plain'),
      ms: fc.integer({ min: 1000, max: 15 * MINUTE }),
      credit: fc.constantFrom(0, 0.5, 1),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(times, all => {
      const [one, other] = [speedOf(syllabus, all), speedOf(syllabus, all.toReversed())];
      for (const id of ['two', 'four', 'choice', 'plain']) {
        expect(one.usual(id)).toEqual(other.usual(id));
        expect(one.expectedMs(id)).toBe(other.expectedMs(id));
        const own = all.filter(({ question, credit }) => question === id && credit === 1).map(({ ms }) => ms);
        expect(one.usual(id).from === 'question').toBe(own.length >= 3);
        if (own.length < 3) continue;
        const { ms } = one.usual(id);
        expect(own.filter(each => each <= ms).length).toBeGreaterThanOrEqual(own.length / 2);
        expect(own.filter(each => each >= ms).length).toBeGreaterThanOrEqual(own.length / 2);
      }
    }),
  );
});
