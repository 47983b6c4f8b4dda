import { describe, expect, it } from 'vitest';
import { startHome, startSession } from '../../src/app/session.ts';
import { fixture, onScreen, type Session, session, simpleQuestions, temporaryFolder } from './support.ts';

/** What was not known comes back within the session, until it has been answered rightly once. */

const STUDY = startSession({ kind: 'study' });
const MINUTE = 60_000;

const idOf = (walk: Session): string => walk.question().presented.variant.template.id;
const whyOf = (walk: Session): string => walk.question().presented.insight.why;

/** Answers question by question, and tells which were asked and why, up to the summary. */
function finish(walk: Session, how: (id: string, times: number) => 'right' | 'wrong'): string[] {
  const asked: string[] = [];
  while (walk.state().screen?.name === 'question') {
    const id = idOf(walk);
    asked.push(whyOf(walk) === 'step' ? `${id} again` : id);
    walk.answer(how(id, asked.filter(other => other.startsWith(id)).length));
    walk.act('next');
  }
  expect(walk.state().screen?.name).toBe('summary');
  return asked;
}

describe('a wrong answer', () => {
  it('comes back after four others, as practice with fresh numbers, and is done with once right', () => {
    const walk = session({ start: STUDY, templates: simpleQuestions(6) });
    const { vars } = walk.question().presented.variant;
    walk.answer('wrong');
    const memory = walk.store.card('t0/q');
    for (const id of ['t1/q', 't2/q', 't3/q', 't4/q']) {
      walk.act('next');
      expect([idOf(walk), whyOf(walk)]).toEqual([id, 'new']);
      walk.answer('right');
    }
    walk.act('next');
    expect([idOf(walk), whyOf(walk)]).toEqual(['t0/q', 'step']);
    expect(walk.question().presented.variant.vars).not.toEqual(vars);
    walk.answer('right');
    expect(walk.mark()).toMatchObject({ rating: null, forecasts: null });
    expect(walk.store.reviews()[0]).toMatchObject({ question: 't0/q', mode: 'practice', rating: null, credit: 1 });
    expect(walk.store.card('t0/q')).toEqual(memory);
    walk.act('next');
    expect(idOf(walk)).toBe('t5/q');
    walk.answer('right');
    walk.act('next');
    expect(onScreen(walk.state(), 'summary').home).toMatchObject({ steps: 0, tomorrow: 1 });
  });

  it('comes back at once when nothing else is left', () => {
    const walk = session({ start: STUDY, templates: simpleQuestions(2) });
    expect(finish(walk, (id, times) => (id === 't1/q' && times === 1 ? 'wrong' : 'right'))).toEqual([
      't0/q',
      't1/q',
      't1/q again',
    ]);
  });

  it('comes back after ten minutes, though less was asked', () => {
    const walk = session({ start: STUDY, templates: simpleQuestions(6) });
    walk.answer('wrong');
    walk.act('next');
    walk.pass(10 * MINUTE);
    walk.answer('right');
    walk.act('next');
    expect([idOf(walk), whyOf(walk)]).toEqual(['t0/q', 'step']);
  });

  it('comes back four times at most, each time in its turn', () => {
    const walk = session({ start: STUDY, templates: simpleQuestions(1) });
    expect(finish(walk, () => 'wrong')).toEqual(['t0/q', ...Array<string>(4).fill('t0/q again')]);
    expect(walk.store.card('t0/q')).toMatchObject({ reps: 1 });
    expect(walk.store.reviews().map(({ mode }) => mode)).toEqual([...Array<string>(4).fill('practice'), 'study']);
  });

  it('does not come back when the student rates it otherwise', () => {
    const walk = session({ start: STUDY, templates: simpleQuestions(1) });
    walk.answer('wrong');
    walk.act('rate-hard');
    expect(walk.state().screen?.name).toBe('summary');
  });

  it('does not come back as a step when it is taken back', () => {
    const walk = session({ start: STUDY, templates: simpleQuestions(1) });
    walk.answer('wrong');
    walk.act('undo');
    expect([idOf(walk), whyOf(walk)]).toEqual(['t0/q', 'new']);
  });

  it('is still to be repeated after leaving, and in another session of the day', () => {
    const folder = temporaryFolder();
    const first = session({ start: STUDY, templates: simpleQuestions(1), folder });
    first.answer('wrong');
    first.act('back');
    const later = session({ start: startHome(), templates: simpleQuestions(1), folder, at: '2026-11-20T21:00:00Z' });
    expect(onScreen(later.state(), 'home').home).toMatchObject({ steps: 1, due: 0, fresh: 0 });
    later.act('study');
    expect(whyOf(later)).toBe('step');
  });

  it('counts as repeated by a drill', () => {
    const walk = session({ start: startHome(), templates: simpleQuestions(1) });
    walk.act('study');
    walk.answer('wrong');
    walk.act('back', 'drill');
    walk.answer('right');
    walk.act('back');
    expect(onScreen(walk.state(), 'home').home).toMatchObject({ steps: 0 });
  });
});

it('goes on over midnight as one day, and with 04:00 what was wrong is due', () => {
  const walk = session({ start: STUDY, templates: simpleQuestions(2), at: '2026-11-20T22:55:00Z' });
  walk.answer('wrong');
  walk.act('next');
  walk.pass(10 * MINUTE);
  walk.answer('right');
  walk.act('next');
  // 00:05 in Berlin.
  expect([idOf(walk), whyOf(walk)]).toEqual(['t0/q', 'step']);
  walk.clock.at = new Date('2026-11-21T03:00:00Z');
  walk.answer('wrong');
  // Shown as practice before 04:00, it was answered on a new day.
  expect(walk.mark()).toMatchObject({ rating: 'again' });
  expect(walk.store.card('t0/q')).toMatchObject({ reps: 2, lapses: 1 });
  walk.act('next');
  expect([idOf(walk), whyOf(walk)]).toEqual(['t0/q', 'step']);
});

it('freezes with each answer how likely it was to be known', () => {
  const folder = temporaryFolder();
  const first = session({ start: STUDY, templates: simpleQuestions(1), folder });
  first.answer('right');
  const later = session({ start: STUDY, templates: simpleQuestions(1), folder, at: '2026-11-25T18:00:00Z' });
  const { retrievability } = later.question().presented.insight;
  expect(retrievability).toBeGreaterThan(0.5);
  expect(retrievability).toBeLessThan(0.9);
  later.answer('right');
  expect(later.store.reviews().map(({ recall }) => recall)).toEqual([retrievability, null]);
});

describe('a question that is read a second time', () => {
  const leave = (walk: Session, ms: number): void => {
    walk.act('study');
    walk.pass(ms);
    walk.act('back', 'study');
  };

  it('is rated hard, and says why', () => {
    const walk = session({ start: startHome(), templates: [fixture('cnn/filter-weights')] });
    leave(walk, 15_000);
    walk.answer('right');
    expect(walk.mark()).toMatchObject({ rating: 'hard', because: 'reread', mark: { credit: 1 } });
  });

  it('was not read in less than a quarter of a minute', () => {
    const walk = session({ start: startHome(), templates: [fixture('cnn/filter-weights')] });
    leave(walk, 14_999);
    walk.answer('right');
    expect(walk.mark()).toMatchObject({ rating: 'good', because: null });
  });

  it('stays one that was read, however often it is left', () => {
    const walk = session({ start: startHome(), templates: [fixture('cnn/filter-weights')] });
    leave(walk, 15_000);
    walk.act('back', 'study');
    walk.answer('right');
    expect(walk.mark().because).toBe('reread');
  });
});

it('says why an answer was rated as it was', () => {
  const slow = session({ start: STUDY, templates: simpleQuestions(1) });
  slow.pass(6 * MINUTE + 1);
  slow.answer('right');
  expect(slow.mark()).toMatchObject({ rating: 'hard', because: 'slow' });
  const hinted = session({ start: STUDY, templates: simpleQuestions(1) });
  hinted.act('hint');
  hinted.answer('right');
  expect(hinted.mark()).toMatchObject({ rating: 'again', because: 'hint' });
  const guessed = session({ start: STUDY, templates: simpleQuestions(1) });
  guessed.act('guess');
  guessed.answer('right');
  expect(guessed.mark()).toMatchObject({ rating: 'again', because: 'guess' });
  const wrong = session({ start: STUDY, templates: simpleQuestions(1) });
  wrong.answer('wrong');
  expect(wrong.mark()).toMatchObject({ rating: 'again', because: null });
});
