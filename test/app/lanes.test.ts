import { describe, expect, it } from 'vitest';
import { startHome, startSession } from '../../src/app/session.ts';
import { asideSetting } from '../../src/schedule/aside.ts';
import { onScreen, type Session, session, simpleQuestions, temporaryFolder } from './support.ts';

/** Sessions of so many minutes, and practice that moves nothing. */

const MINUTE = 60_000;
const idOf = (walk: Session): string => walk.question().presented.variant.template.id;

/** Answers the question on the screen after so many milliseconds, and goes on. */
function answer(walk: Session, ms: number, how: 'right' | 'wrong' = 'right'): void {
  walk.pass(ms);
  walk.answer(how);
  walk.act('next');
}

describe('a session of so many minutes', () => {
  const timed = (count: number): Session => {
    const walk = session({ start: startHome(), templates: simpleQuestions(count), newPerDay: 99 });
    walk.act('study-minutes');
    return walk;
  };

  it('takes as many questions as fit into its time', () => {
    const walk = timed(20);
    expect(walk.state().lane).toEqual({ kind: 'study', minutes: 20 });
    // Two minutes each, and half of them twice: who is right more often is asked more.
    expect(walk.question().presented.left).toEqual({ questions: 6, again: 0, ms: 18 * MINUTE, timed: true });
  });

  it('ends when the time is used, whatever is left', () => {
    const walk = timed(20);
    for (let i = 0; i < 10; i++) {
      expect(walk.state().screen?.name).toBe('question');
      answer(walk, 2 * MINUTE);
    }
    expect(onScreen(walk.state(), 'summary').home.fresh).toBe(10);
    expect(walk.state().answered).toHaveLength(10);
  });

  it('goes by the time that answers take, and not by the clock on the wall', () => {
    const walk = timed(20);
    walk.clock.at = new Date('2026-11-20T23:30:00Z');
    for (let i = 0; i < 5; i++) answer(walk, MINUTE);
    expect(walk.question().presented.left?.ms).toBeGreaterThan(12 * MINUTE);
    answer(walk, 16 * MINUTE);
    expect(walk.state().screen?.name).toBe('summary');
  });

  it('gets back the time of an answer that is taken back', () => {
    const walk = timed(20);
    answer(walk, 19 * MINUTE);
    expect(walk.state().screen?.name).toBe('summary');
    walk.act('undo', 'next', 'study-minutes');
    expect(walk.question().presented.left?.questions).toBe(6);
  });

  it('begins anew with each session', () => {
    const walk = timed(20);
    answer(walk, 20 * MINUTE);
    walk.act('next', 'study-minutes');
    expect(walk.question().presented.left?.questions).toBeGreaterThan(1);
  });

  it('ends like any other where nothing is left', () => {
    const walk = timed(2);
    answer(walk, MINUTE);
    answer(walk, MINUTE);
    expect(onScreen(walk.state(), 'summary').home).toMatchObject({ due: 0, fresh: 0, steps: 0 });
  });

  it('leaves what is to be repeated when the time is used', () => {
    const walk = timed(3);
    answer(walk, 20 * MINUTE, 'wrong');
    expect(onScreen(walk.state(), 'summary').home).toMatchObject({ steps: 1, fresh: 2 });
  });
});

describe('more practice', () => {
  /** Three questions, the first of which is known least. */
  const practised = (): Session => {
    const folder = temporaryFolder();
    const templates = simpleQuestions(4);
    const past = session({ start: startSession({ kind: 'study' }), templates, folder, newPerDay: 3 });
    answer(past, MINUTE, 'wrong');
    answer(past, MINUTE);
    answer(past, MINUTE);
    return session({ start: startHome(), templates, folder, at: '2026-11-21T18:00:00Z' });
  };

  it('asks what is known least first, then the others in turn, and moves nothing', () => {
    const walk = practised();
    const before = new Map(walk.store.cards());
    walk.act('more');
    const asked: string[] = [];
    for (let i = 0; i < 6; i++) {
      asked.push(idOf(walk));
      expect(walk.question().presented).toMatchObject({ left: null, insight: { why: 'practice', forecasts: null } });
      walk.answer(i % 2 === 0 ? 'wrong' : 'right');
      expect(walk.mark()).toMatchObject({ rating: null, forecasts: null, because: null });
      walk.act('rate-easy', 'next');
    }
    expect(asked[0]).toBe('t0/q');
    expect(new Set(asked.slice(0, 3))).toEqual(new Set(['t0/q', 't1/q', 't2/q']));
    expect(new Set(asked.slice(3))).toEqual(new Set(asked.slice(0, 3)));
    for (const [i, id] of asked.slice(1).entries()) expect(id).not.toBe(asked[i]);
    expect(walk.store.cards()).toEqual(before);
    expect(walk.store.reviews({ limit: 6 }).map(({ mode, rating }) => [mode, rating])).toEqual(
      Array(6).fill(['drill', null]),
    );
  });

  it('leaves the answers of the day to the schedule', () => {
    const walk = practised();
    walk.act('more');
    walk.answer('right');
    walk.act('back', 'study');
    walk.answer('right');
    expect(walk.mark().rating).toBe('good');
  });

  it('passes a question over, with other numbers the next time', () => {
    const walk = practised();
    walk.act('more');
    const { variant } = walk.question().presented;
    walk.act('skip', 'skip', 'skip');
    expect(walk.question().presented.variant.template.id).toBe(variant.template.id);
    expect(walk.question().presented.variant.vars).not.toEqual(variant.vars);
  });

  it('is offered at home and at the summary, once something has been met', () => {
    const fresh = session({ start: startHome(), templates: simpleQuestions(1) });
    const before = fresh.state();
    fresh.act('more');
    expect(fresh.state()).toBe(before);
    fresh.act('study');
    answer(fresh, MINUTE);
    fresh.act('more');
    expect([fresh.state().lane.kind, idOf(fresh)]).toEqual(['more', 't0/q']);
    expect(fresh.state().answered).toEqual([]);
  });

  it('leaves out what is set aside', () => {
    const walk = practised();
    walk.store.set(asideSetting('t0/q'), { aside: true });
    walk.act('more');
    const asked = Array.from({ length: 4 }, () => {
      const id = idOf(walk);
      walk.act('skip');
      return id;
    });
    expect(new Set(asked)).toEqual(new Set(['t1/q', 't2/q']));
    for (const id of ['t1/q', 't2/q']) walk.store.set(asideSetting(id), { aside: true });
    walk.act('skip');
    expect(walk.state().screen?.name).toBe('summary');
  });
});

describe('the limits of a day', () => {
  it('count over sessions', () => {
    const folder = temporaryFolder();
    const templates = simpleQuestions(5);
    const first = session({ start: startSession({ kind: 'study' }), templates, folder, newPerDay: 2 });
    answer(first, MINUTE);
    const second = session({ start: startSession({ kind: 'study' }), templates, folder, newPerDay: 2 });
    expect(second.question().presented.left?.questions).toBe(1);
    answer(second, MINUTE);
    expect(second.state().screen?.name).toBe('summary');
  });

  it('leave what is due waiting, and say how much', () => {
    const folder = temporaryFolder();
    const templates = simpleQuestions(4);
    const first = session({ start: startSession({ kind: 'study' }), templates, folder });
    for (let i = 0; i < 4; i++) answer(first, MINUTE);
    const at = '2026-11-30T18:00:00Z';
    const later = session({ start: startHome(), templates, folder, at, reviewsPerDay: 3 });
    expect(onScreen(later.state(), 'home').home).toMatchObject({ due: 3, waiting: 1, tomorrow: 4 });
    later.act('study');
    for (let i = 0; i < 3; i++) answer(later, MINUTE);
    expect(onScreen(later.state(), 'summary').home).toMatchObject({ due: 0, waiting: 1 });
  });
});
