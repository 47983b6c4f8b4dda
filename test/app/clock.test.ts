import { expect, it } from 'vitest';
import { startHome, startSession } from '../../src/app/session.ts';
import { onScreen, type Session, session, simpleQuestions, temporaryFolder } from './support.ts';

/** A clock that stands before the last answer: said, and nothing is lost by it. */

const ANSWERED = '2026-11-20T18:00:00Z';

function afterAnAnswer(at: string, start = startHome()): Session {
  const folder = temporaryFolder();
  const templates = simpleQuestions(3);
  const first = session({ start: startSession({ kind: 'study' }), templates, folder, at: ANSWERED });
  first.answer('right');
  return session({ start, templates, folder, at });
}

it.each([
  ['2026-11-20T18:00:01Z', false],
  ['2026-11-20T17:50:00Z', false],
  ['2026-11-20T17:49:59Z', true],
  ['2026-11-19T18:00:00Z', true],
])('is told at home at %s: %s', (at, isBehind) => {
  const { home } = onScreen(afterAnAnswer(at).state(), 'home');
  expect(home.behind).toEqual(isBehind ? new Date(ANSWERED) : null);
});

it('is told where a session begins, once, and answers are recorded all the same', () => {
  const walk = afterAnAnswer('2026-11-19T18:00:00Z', startSession({ kind: 'study' }));
  expect(walk.state().notice).toMatch(/The clock stands before your last answer\. Answers are kept/);
  walk.answer('right');
  walk.act('next');
  expect(walk.state().notice).toBeNull();
  const [latest, first] = walk.store.reviews();
  expect(latest).toMatchObject({ mode: 'study', rating: 'good', at: new Date('2026-11-19T18:00:00Z') });
  expect(latest?.day).toBe((first?.day ?? 0) - 1);
  expect(walk.store.card('t1/q')).toMatchObject({ reps: 1 });
});

it('is not told where all is well', () => {
  expect(afterAnAnswer('2026-11-21T18:00:00Z', startSession({ kind: 'study' })).state().notice).toBeNull();
});

it('counts the new questions of the day that the clock shows', () => {
  const folder = temporaryFolder();
  const templates = simpleQuestions(3);
  const first = session({ start: startSession({ kind: 'study' }), templates, folder, newPerDay: 1 });
  first.answer('right');
  const back = session({ start: startHome(), templates, folder, newPerDay: 1, at: '2026-11-19T18:00:00Z' });
  expect(onScreen(back.state(), 'home').home).toMatchObject({ fresh: 1, due: 0, answeredToday: 0 });
});
