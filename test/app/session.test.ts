import { expect, it } from 'vitest';
import { type Entry, replyText } from '../../src/app/entries/entries.ts';
import { startHome, startSession } from '../../src/app/session.ts';
import { dueAt } from '../../src/schedule/memory.ts';
import type { Card } from '../../src/schedule/review.ts';
import { DISK_FAILURE, fixture, kindFixture, onScreen, type Session, session, temporaryFolder } from './support.ts';

const STUDY = startSession({ kind: 'study' });
const only = (...ids: string[]) => ids.map(fixture);

function drafts({ question }: Session): string[] {
  const { entries, presented } = question();
  return presented.variant.parts.map((part, i) => replyText(entries[i] as Entry, part));
}

it('walks from home through every question to the summary and back', () => {
  const walk = session({ start: startHome() });
  expect(onScreen(walk.state(), 'home').home).toMatchObject({ due: 0, fresh: 4, answeredToday: 0 });
  walk.act('study');
  const asked: string[] = [];
  for (let left = 4; left > 0; left--) {
    expect(walk.question().presented.left?.questions).toBe(left);
    asked.push(walk.question().presented.variant.template.id);
    walk.answer('right');
    expect(walk.mark()).toMatchObject({ rating: 'good', mark: { credit: 1 } });
    walk.act('next');
  }
  expect(asked.toSorted()).toEqual([
    'cnn/filter-weights',
    'losses/two-steps',
    'optimization/any-right',
    'optimization/one-right',
  ]);
  expect(onScreen(walk.state(), 'summary').home).toMatchObject({ due: 0, fresh: 0, answeredToday: 4 });
  expect(walk.state().answered.map(entry => entry.question)).toEqual(asked);
  walk.act('next');
  expect(walk.state()).toMatchObject({ screen: { name: 'home', home: { fresh: 0 } }, over: null });
  walk.act('back');
  expect(walk.state().over).toBe('left');
});

it('asks tomorrow what was wrong today, and not before', () => {
  const walk = session({ start: STUDY, templates: only('cnn/filter-weights') });
  walk.answer('wrong');
  expect(walk.mark()).toMatchObject({ rating: 'again', mark: { credit: 0 } });
  walk.act('next');
  // Today it is practised until it is known once.
  expect(walk.question().presented).toMatchObject({
    left: { questions: 0, again: 1, timed: false },
    insight: { why: 'step', forecasts: null },
  });
  walk.answer('right');
  expect(walk.mark()).toMatchObject({ rating: null, because: null, forecasts: null });
  walk.act('next');
  expect(onScreen(walk.state(), 'summary').home).toMatchObject({ due: 0, steps: 0, tomorrow: 1 });
  const folder = temporaryFolder();
  const first = session({ start: STUDY, templates: only('cnn/filter-weights'), folder });
  first.answer('wrong');
  const tomorrow = session({
    start: STUDY,
    templates: only('cnn/filter-weights'),
    folder,
    at: '2026-11-21T18:00:00Z',
  });
  expect(tomorrow.question().presented).toMatchObject({ card: { lapses: 0, reps: 1 }, insight: { why: 'due' } });
});

it('names the misconception that a reply shows', () => {
  const walk = session({ start: STUDY, templates: only('cnn/filter-weights') });
  const { C, K } = walk.question().presented.variant.vars as Record<string, number>;
  walk.type(`${C}*${K}*${K}`);
  walk.act('submit');
  expect(walk.mark().mark.parts[0]).toMatchObject({ mistake: 'bias forgotten', credit: 0 });
});

it('keeps what was typed when the answer cannot be saved, says so, and saves it at the next attempt', () => {
  const walk = session({ start: STUDY, templates: only('cnn/filter-weights') });
  walk.type('784');
  const before = walk.question();
  walk.failing.add('record');
  walk.act('submit');
  expect(walk.state().notice).toBe(DISK_FAILURE);
  expect(walk.question()).toEqual(before);
  walk.failing.clear();
  walk.act('submit');
  expect(walk.mark().replies).toEqual(['784']);
  expect(walk.state().notice).toBeNull();
  expect(walk.store.reviews()).toHaveLength(1);
});

it('keeps the mark on the screen and the rating as saved when a new rating cannot be saved', () => {
  const walk = session({ start: STUDY });
  walk.answer('right');
  const { screen, answered } = walk.state();
  walk.failing.add('rate');
  walk.act('rate-again');
  expect(walk.state()).toMatchObject({ notice: DISK_FAILURE, screen, answered });
  walk.failing.clear();
  walk.act('rate-again');
  expect(walk.state().answered[0]?.rating).toBe('again');
  expect(walk.store.reviews()[0]?.rating).toBe('again');
});

it('stays at home when the first question cannot be fetched', () => {
  const walk = session({ start: startHome() });
  walk.failing.add('present');
  const before = walk.state();
  walk.act('drill');
  expect(walk.state()).toEqual({ ...before, notice: DISK_FAILURE });
});

it('no longer counts an answer that was taken back, though the next question cannot be fetched', () => {
  const walk = session({ start: STUDY });
  walk.answer('right');
  walk.failing.add('present');
  walk.act('undo');
  expect(walk.store.reviews()[0]?.undone).toBe(true);
  expect(walk.state()).toMatchObject({ answered: [], notice: DISK_FAILURE, screen: { name: 'mark' } });
});

it('throws what breaks before the first screen, for there is nothing to keep yet', () => {
  expect(() => session({ start: [startHome()[0], [{ type: 'rate', review: 'no-such-id', rating: 'good' }]] })).toThrow(
    /no-such-id/,
  );
});

it('points an empty part out, and gives it up at a second Enter', () => {
  const walk = session({ start: STUDY, templates: only('cnn/filter-weights') });
  walk.act('submit');
  expect(walk.question().complaint).toMatch(/Enter again/);
  walk.act('submit');
  expect(walk.mark()).toMatchObject({ rating: 'again', mark: { credit: 0, parts: [{ readAs: null }] } });
});

it('forgets that a part was pointed out once something else is done', () => {
  const walk = session({ start: STUDY, templates: only('cnn/filter-weights') });
  walk.act('submit');
  walk.type('7');
  walk.machine.dispatch({ type: 'edit', edit: 'erase' });
  walk.act('submit');
  expect(walk.question().complaint).toMatch(/Enter again/);
});

it('gives a part of several up and still marks the others by their credits', () => {
  const walk = session({ start: STUDY, templates: only('losses/two-steps') });
  const { a } = walk.question().presented.variant.vars as { a: number };
  walk.act('submit');
  expect(walk.question()).toMatchObject({ focus: 0, asked: 0 });
  walk.act('submit');
  expect(walk.question()).toMatchObject({ focus: 1, givenUp: [0], complaint: null });
  walk.type(String((a + 1) ** 2));
  walk.act('submit');
  expect(walk.mark().mark).toMatchObject({ credit: 0.75, parts: [{ credit: 0 }, { credit: 1 }] });
});

it('goes to the part that cannot be read and loses nothing typed in the others', () => {
  const walk = session({ start: STUDY, templates: only('losses/two-steps') });
  walk.type('3');
  walk.act('next-part');
  walk.type('two');
  walk.act('next-part', 'submit');
  expect(walk.question()).toMatchObject({ focus: 1, asked: null });
  expect(walk.question().complaint).toMatch(/^Part b: /);
  expect(drafts(walk)).toEqual(['3', 'two']);
  expect(walk.store.reviews()).toEqual([]);
});

it('rates an answer "again" after a hint, though it is right', () => {
  const walk = session({ start: STUDY, templates: only('cnn/filter-weights') });
  walk.type('1');
  walk.machine.dispatch({ type: 'edit', edit: 'erase' });
  walk.act('hint');
  walk.answer('right');
  expect(walk.mark()).toMatchObject({ rating: 'again', mark: { credit: 1 } });
  expect(walk.store.reviews()[0]).toMatchObject({ hint: true, rating: 'again' });
});

it('says that there is no hint, and keeps the draft', () => {
  const walk = session({ start: STUDY, templates: only('losses/two-steps') });
  walk.type('12');
  walk.act('hint');
  expect(walk.state().notice).toBe('This question has no hint.');
  expect(drafts(walk)).toEqual(['12', '']);
});

it.each(['again', 'hard', 'good', 'easy'] as const)('lets the student overrule the rating with %s', rating => {
  const walk = session({ start: STUDY });
  walk.answer('right');
  const { review, forecasts } = walk.mark();
  walk.act(`rate-${rating}`);
  expect(walk.state().answered[0]).toMatchObject({ review, rating });
  expect(walk.store.reviewById(review)?.rating).toBe(rating);
  expect(dueAt(walk.store.card('cnn/filter-weights') as Card)).toEqual(forecasts?.[rating].due);
  expect(walk.question().presented.variant.template.id).toBe('losses/two-steps');
});

it('asks again at once, with fresh numbers, what was taken back at its mark', () => {
  const walk = session({ start: STUDY });
  const { template, vars } = walk.question().presented.variant;
  walk.answer('right');
  walk.act('undo');
  const again = walk.question().presented.variant;
  expect(again.template.id).toBe(template.id);
  expect(again.vars).not.toEqual(vars);
  expect(walk.state()).toMatchObject({
    answered: [],
    notice: `Taken back: ${template.title}. Here it is again, drawn anew.`,
  });
  expect(walk.store.cards().size).toBe(0);
});

it('takes the answer before back while the next question is shown', () => {
  const walk = session({ start: STUDY });
  walk.answer('right');
  walk.act('next', 'undo');
  expect(walk.question().presented.variant.template.id).toBe('cnn/filter-weights');
  walk.answer('right');
  walk.act('next');
  expect(walk.question().presented.variant.template.id).toBe('losses/two-steps');
});

it('takes nothing back while a draft would be lost by it', () => {
  const walk = session({ start: STUDY });
  walk.answer('right');
  walk.act('next');
  walk.type('42');
  walk.act('next-part', 'undo');
  expect(drafts(walk)).toEqual(['42', '']);
  expect(walk.state().notice).toMatch(/reply would be lost/);
  expect(walk.store.reviews().map(review => review.undone)).toEqual([false]);
});

it('takes answers back one after the other at home and at the summary', () => {
  const walk = session({ start: startHome(), templates: only('cnn/filter-weights', 'losses/two-steps') });
  walk.act('study');
  walk.answer('right');
  walk.act('next');
  walk.answer('wrong');
  walk.act('next');
  walk.answer('right');
  walk.act('next', 'undo');
  expect(walk.state()).toMatchObject({ screen: { name: 'summary', home: { fresh: 0, steps: 1 } } });
  walk.act('undo');
  expect(walk.state()).toMatchObject({ screen: { name: 'summary', home: { fresh: 1, steps: 0 } } });
  expect(walk.state().answered).toHaveLength(1);
  walk.act('next', 'undo');
  expect(walk.state()).toMatchObject({ screen: { name: 'home', home: { fresh: 2 } }, answered: [] });
  walk.act('undo');
  expect(walk.state().notice).toBe('There is no answer to take back.');
});

it('never moves the schedule in a drill, whatever is answered', () => {
  const walk = session({ start: startSession({ kind: 'drill', topic: 'optimization' }) });
  for (const how of ['right', 'wrong', 'right'] as const) {
    walk.answer(how);
    expect(walk.mark()).toMatchObject({ rating: null, forecasts: null });
    walk.act('rate-easy');
    expect(walk.state().screen?.name).toBe('mark');
    walk.act('next');
  }
  expect(walk.store.cards().size).toBe(0);
  expect(walk.store.reviews().map(review => [review.mode, review.rating])).toEqual(Array(3).fill(['drill', null]));
});

it('drills variants that differ from the one before, also when questions are passed over', () => {
  const walk = session({ start: startSession({ kind: 'drill', topic: 'cnn' }) });
  let last = walk.question().presented.variant.vars;
  for (let i = 0; i < 20; i++) {
    if (i % 3 === 0) walk.act('skip');
    else {
      walk.answer('right');
      walk.act('next');
    }
    expect(walk.question().presented.variant.vars).not.toEqual(last);
    last = walk.question().presented.variant.vars;
  }
});

it('does not pass questions of the schedule over', () => {
  const walk = session({ start: STUDY });
  const before = walk.state();
  walk.act('skip');
  expect(walk.state()).toEqual(before);
});

it('shows the same numbers again after an interruption, and others after an answer', () => {
  const folder = temporaryFolder();
  const shown = () =>
    session({ start: STUDY, folder, templates: only('cnn/filter-weights') }).question().presented.variant;
  const before = shown();
  expect(shown()).toEqual(before);
  const walk = session({ start: STUDY, folder, templates: only('cnn/filter-weights') });
  walk.answer('wrong');
  walk.act('undo');
  expect(shown().vars).not.toEqual(before.vars);
});

it('measures the time of an answer on the clock that never jumps', () => {
  const walk = session({ start: STUDY });
  walk.clock.monotonic += 12_345.6;
  walk.clock.at = new Date('2026-11-20T17:00:00Z');
  walk.answer('right');
  expect(walk.store.reviews()[0]?.ms).toBe(12_346);
});

it('leaves a session for home with a tally, and a session that was asked for by name for the shell', () => {
  const walk = session({ start: startHome() });
  walk.act('study');
  walk.answer('wrong');
  walk.act('next', 'back');
  expect(walk.state()).toMatchObject({ screen: { name: 'home' }, notice: '1 answered, 0 right, in 0:00', over: null });
  const direct = session({ start: STUDY });
  direct.act('back');
  expect(direct.state().over).toBe('left');
});

it('takes a question up again as it was left: reply, part and time', () => {
  const walk = session({ start: startHome(), templates: only('losses/two-steps') });
  walk.act('study');
  walk.type('12');
  walk.act('next-part');
  walk.type('3/8');
  walk.clock.monotonic += 20_000;
  walk.act('back');
  // A drill that is only looked at does not make it forget, and the time away does not count.
  walk.act('drill', 'back');
  walk.clock.monotonic += 500_000;
  walk.act('study');
  expect(drafts(walk)).toEqual(['12', '3/8']);
  expect(walk.question().focus).toBe(1);
  walk.act('submit');
  expect(walk.store.reviews()[0]).toMatchObject({ reply: ['12', '3/8'], ms: 20_000 });
});

it('remembers a hint that was seen before leaving and coming back', () => {
  const walk = session({ start: startHome(), templates: only('cnn/filter-weights') });
  walk.act('study', 'hint', 'back', 'study');
  expect(walk.question().hint).toBe(true);
  walk.answer('right');
  expect(walk.mark()).toMatchObject({ rating: 'again', mark: { credit: 1 } });
});

it.each(['home', 'question', 'mark', 'summary', 'help'])('leaves at once from %s when interrupted', where => {
  const walk = session({ start: startHome(), templates: only('cnn/filter-weights') });
  if (where !== 'home') walk.act('study');
  if (where === 'mark' || where === 'summary') walk.answer('right');
  if (where === 'summary') walk.act('next');
  if (where === 'help') walk.act('help');
  expect(walk.state()).toMatchObject(where === 'help' ? { help: true } : { screen: { name: where } });
  walk.act('quit');
  expect(walk.state().over).toBe('interrupted');
});

it.each([
  ['order/average', '9 8', /^Nothing was taken from this paste: .*9/],
  ['order/average', 'hello', /^Nothing was taken from this paste: /],
  ['match/gates', '1=w', /^Nothing was taken from this paste: .*w/],
])('says why nothing of a paste was taken: %s, %s', (id, text, reason) => {
  const walk = session({ start: STUDY, templates: [kindFixture(id)] });
  walk.paste(text);
  expect(walk.question().complaint).toMatch(reason);
  // The same is right or is typed, or some of it is.
  walk.paste(id === 'match/gates' ? '1=a' : '2 1');
  walk.paste(id === 'match/gates' ? '1=a' : '2 1');
  expect(walk.question().complaint).toBeNull();
});

it.each([
  ['cnn/filter-weights', 500],
  ['rubric/vanishing', 20_000],
])('says that the end of a paste was left out: %s', (id, most) => {
  const template = id === 'cnn/filter-weights' ? fixture(id) : kindFixture(id);
  const walk = session({ start: STUDY, templates: [template] });
  walk.paste(`1\r\n${'2'.repeat(most - 2)}`);
  expect(walk.question()).toMatchObject({ complaint: null });
  walk.paste('33');
  expect(walk.question().complaint).toBe(`More than ${most} characters do not fit: the end of the paste was left out.`);
  walk.act('undo-edit', 'undo-edit');
  walk.paste('3');
  expect(walk.question()).toMatchObject({ complaint: null, entries: [{ characters: ['3'] }] });
});

it('says why nothing of a paste was taken: options', () => {
  const walk = session({ start: STUDY, templates: only('optimization/any-right') });
  walk.paste('It is a, I think');
  expect(walk.question()).toMatchObject({
    complaint: expect.stringContaining('names no option'),
    entries: [{ ticked: [] }],
  });
});

it('asks before a reply is lost by leaving the program, and takes the question for an answer', () => {
  const walk = session({ start: STUDY });
  walk.type('12');
  walk.act('back');
  expect(walk.state().over).toBeNull();
  expect(walk.question().complaint).toContain('would be lost');
  walk.type('3');
  expect(walk.question().complaint).toBeNull();
  walk.act('back');
  expect(walk.state().over).toBeNull();
  walk.act('back');
  expect(walk.state().over).toBe('left');
});

it('asks at home before a reply that was left open is lost, and goes on with it', () => {
  const walk = session({ start: startHome(), templates: only('losses/two-steps') });
  walk.act('study');
  walk.type('12');
  walk.act('back');
  expect(walk.state()).toMatchObject({ over: null, notice: expect.stringMatching(/^Your reply is kept/) });
  walk.act('back');
  const { title } = fixture('losses/two-steps');
  expect(walk.state()).toMatchObject({ over: null, notice: expect.stringContaining('would be lost') });
  expect(walk.state().notice).toContain(title);
  walk.act('study');
  expect(drafts(walk)).toEqual(['12', '']);
  walk.act('back', 'back', 'back');
  expect(walk.state().over).toBe('left');
});

it('asks before a reply is lost by passing over', () => {
  const walk = session({ start: startSession({ kind: 'drill', topic: 'cnn' }) });
  walk.type('12');
  walk.act('skip');
  expect(drafts(walk)).toEqual(['12']);
  expect(walk.question().complaint).toContain('again passes over');
  walk.act('back');
  expect(walk.question().complaint).toContain('again leaves');
  walk.act('skip', 'skip');
  expect(drafts(walk)).toEqual(['']);
  walk.act('skip');
  expect(walk.state().shown).toHaveLength(3);
});

it('does nothing more once it is over', () => {
  const walk = session({ start: STUDY });
  walk.type('12');
  walk.act('back', 'back');
  const left = walk.state();
  walk.act('submit', 'undo', 'quit');
  walk.type('3');
  expect(walk.state()).toEqual(left);
  expect(walk.store.reviews()).toEqual([]);
});

it('keeps the draft while the help is open', () => {
  const walk = session({ start: STUDY });
  walk.type('12');
  walk.act('help');
  walk.type('3');
  walk.act('submit', 'hint', 'undo');
  walk.act('back');
  expect(walk.state().help).toBe(false);
  expect(drafts(walk)).toEqual(['12']);
});

it('keeps the topic under the cursor in the list, and drills it', () => {
  const walk = session({ start: startHome() });
  walk.act('up');
  expect(walk.state().screen).toMatchObject({ row: 0 });
  walk.act('down', 'down', 'down', 'down', 'down');
  expect(walk.state().screen).toMatchObject({ row: 2 });
  walk.act('drill');
  expect(walk.state().lane).toEqual({ kind: 'drill', topic: 'optimization' });
  walk.act('back');
  expect(walk.state().screen?.name).toBe('home');
});
