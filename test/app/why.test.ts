import { describe, expect, it } from 'vitest';
import { type Entry, replyText } from '../../src/app/entries/entries.ts';
import type { Action } from '../../src/app/events.ts';
import { startHome, startSession } from '../../src/app/session.ts';
import { fixture, kindFixture, type Session, session, simpleQuestions } from './support.ts';

/** Why this question now: shown over the question or the mark, and nothing else moves meanwhile. */

const STUDY = startSession({ kind: 'study' });

function drafts({ question }: Session): string[] {
  const { entries, presented } = question();
  return presented.variant.parts.map((part, i) => replyText(entries[i] as Entry, part));
}

const OTHERS: readonly Action[] = [
  ...(['submit', 'next', 'skip', 'hint', 'guess', 'undo', 'up', 'down', 'toggle', 'next-part', 'study'] as const),
  ...(['more', 'drill', 'rate-again', 'rate-easy', 'newline', 'study-minutes'] as const),
];

it('opens and closes over a question, and keeps what was typed', () => {
  const walk = session({ start: STUDY, templates: [fixture('losses/two-steps')] });
  walk.type('12');
  const before = walk.state();
  walk.act('why');
  expect(walk.state()).toMatchObject({ why: true, scroll: 0 });
  walk.type('3');
  walk.machine.dispatch({ type: 'edit', edit: 'erase' });
  expect(drafts(walk)).toEqual(['12', '']);
  walk.act('why');
  expect(walk.state()).toEqual({ ...before, scroll: null });
  walk.act('why', 'back');
  expect(walk.state()).toEqual({ ...before, scroll: null });
});

it('goes on reading where one was, as the help does', () => {
  const walk = session({ start: STUDY, templates: [fixture('cnn/filter-weights')] });
  walk.answer('wrong');
  walk.machine.dispatch({ type: 'scroll', to: 3, furthest: 9 });
  const before = walk.state();
  for (const over of ['why', 'help'] as const) {
    walk.act(over);
    walk.machine.dispatch({ type: 'scroll', to: 1, furthest: 9 });
    walk.act(over === 'why' ? 'back' : 'help');
    expect(walk.state()).toEqual(before);
  }
  walk.act('why', 'help', 'back');
  expect(walk.state()).toMatchObject({ why: true, help: false, scroll: 0 });
  walk.act('back');
  expect(walk.state()).toEqual(before);
});

it('opens and closes over a mark', () => {
  const walk = session({ start: STUDY, templates: [fixture('cnn/filter-weights')] });
  walk.answer('wrong');
  const before = walk.state();
  walk.act('why');
  expect(walk.state()).toMatchObject({ why: true, screen: before.screen });
  walk.act('why');
  expect(walk.state()).toEqual({ ...before, scroll: null });
});

it.each(OTHERS)('lets %s do nothing meanwhile', action => {
  for (const answered of [false, true]) {
    const walk = session({ start: STUDY, templates: [fixture('cnn/filter-weights')] });
    if (answered) walk.answer('right');
    walk.act('why');
    const shown = walk.state();
    walk.act(action);
    expect(walk.state()).toEqual(shown);
  }
});

it('is left at once by an interruption', () => {
  const walk = session({ start: STUDY });
  walk.act('why', 'quit');
  expect(walk.state().over).toBe('interrupted');
});

it('shows nothing at home, at the summary, or while points are judged', () => {
  const home = session({ start: startHome() });
  home.act('why');
  expect(home.state().why).toBe(false);
  const summary = session({ start: STUDY, templates: [] });
  summary.act('why');
  expect(summary.state().why).toBe(false);
  const judge = session({ start: STUDY, templates: [kindFixture('rubric/vanishing')] });
  judge.paste('Some words.');
  judge.act('submit', 'why');
  expect(judge.state()).toMatchObject({ why: false, screen: { name: 'judge' } });
});

describe('what is known', () => {
  it('of a new question is its expected time and what each rating would do', () => {
    const walk = session({ start: STUDY, templates: simpleQuestions(1) });
    expect(walk.question().presented.insight).toEqual({
      why: 'new',
      today: 20_777,
      card: null,
      retrievability: null,
      desired: 0.9,
      ms: 120_000,
      last: [],
      forecasts: expect.objectContaining({ good: expect.objectContaining({ days: 3 }) }),
    });
  });

  it('of a repeat are the last answers, newest first, without those taken back', () => {
    const walk = session({ start: STUDY, templates: simpleQuestions(1) });
    walk.pass(30_000);
    walk.answer('wrong');
    walk.act('next');
    walk.pass(20_000);
    walk.answer('wrong');
    walk.act('next');
    walk.answer('wrong');
    walk.act('undo');
    expect(walk.question().presented.insight).toMatchObject({ why: 'step', card: { reps: 1 }, retrievability: 1 });
    expect(walk.question().presented.insight.last.map(({ mode, rating, ms }) => [mode, rating, ms])).toEqual([
      ['practice', null, 20_000],
      ['study', 'again', 30_000],
    ]);
  });

  it('is five answers at most', () => {
    const walk = session({ start: startSession({ kind: 'drill', topic: 't0' }), templates: simpleQuestions(1) });
    for (let i = 0; i < 7; i++) {
      walk.answer('right');
      walk.act('next');
    }
    expect(walk.question().presented.insight.last).toHaveLength(5);
    expect(walk.question().presented.insight).toMatchObject({ why: 'practice', card: null, forecasts: null });
  });

  it('is what the student wants to retain below a folder', () => {
    const walk = session({ start: startHome(), templates: simpleQuestions(2) });
    walk.store.set('retention/t0', 0.8);
    walk.act('study');
    expect(walk.question().presented.insight.desired).toBe(0.8);
    walk.answer('right');
    walk.act('next');
    expect(walk.question().presented.insight.desired).toBe(0.9);
  });
});
