import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, Event } from '../../src/app/events.ts';
import type { HistoryScreen, PastScreen } from '../../src/app/history/state.ts';
import { startHome, startSession } from '../../src/app/session.ts';
import { update } from '../../src/app/update.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { expectConsistent } from './consistency.ts';
import { answerTo, question, SUM } from './history-support.ts';
import { DISK_FAILURE, fixture, fixtures, onScreen, type Session, session, temporaryFolder, ZONE } from './support.ts';

const list = (walk: Session): HistoryScreen => onScreen(walk.state(), 'history');
const past = (walk: Session): PastScreen => onScreen(walk.state(), 'past');
const reviews = (walk: Session): readonly string[] => list(walk).rows.map(({ review }) => review);

/** Some questions studied, back at home. */
function studied(count: number, folder = temporaryFolder(), templates = fixtures()): Session {
  const walk = session({ start: startHome(), folder, templates });
  walk.act('study');
  for (let i = 0; i < count; i++) {
    walk.clock.at = new Date(walk.clock.at.getTime() + 60_000);
    walk.answer(i % 2 === 0 ? 'wrong' : 'right');
    if (i < count - 1) walk.act('next');
  }
  walk.act('back');
  return walk;
}

/** So many answers in the log, the oldest first. */
function logged(count: number): Session {
  const walk = session({ start: startHome() });
  const template = fixture('cnn/filter-weights');
  for (let seed = 0; seed < count; seed++) {
    const row = answerTo(makeVariant(template, seed), [`${seed}`], { mode: 'drill', rating: null });
    walk.store.record(row, template);
  }
  return walk;
}

describe('the list of answers', () => {
  it('looks up the answer that the cursor has come to, and none twice', () => {
    const walk = studied(2);
    walk.act('history');
    const moment = { at: walk.clock.at, monotonic: 0, zone: ZONE };
    const looks = (action: Action) =>
      update(walk.state(), { type: 'action', action }, moment)[1].filter(
        effect => effect.type === 'history' && effect.wish.type === 'look',
      );
    expect(looks('up')).toEqual([]);
    expect(looks('down')).toEqual([{ type: 'history', wish: { type: 'look', review: reviews(walk)[1] } }]);
    expect(list(walk).look?.written.id).toBe(reviews(walk)[0]);
  });

  it('is newest first, with what became of each', () => {
    const walk = studied(3);
    walk.act('history');
    expect(list(walk)).toMatchObject({ query: '', search: null, more: false, row: 0 });
    const stored = walk.store.reviews();
    expect(reviews(walk)).toEqual(stored.map(({ id }) => id));
    expect(list(walk).rows.map(({ credit, rating }) => [credit, rating])).toEqual(
      stored.map(({ credit, rating }) => [credit, rating]),
    );
    expect(list(walk).rows[0]?.title).toBe(fixtures().find(({ id }) => id === stored[0]?.question)?.title);
  });

  it('is empty before the first answer, and nothing can be done to nothing', () => {
    const walk = session({ start: startHome() });
    walk.act('history', 'open', 'undo', 'replay', 'down', 'rows-down');
    expect(list(walk)).toMatchObject({ rows: [], row: 0, more: false });
    walk.act('back');
    expect(walk.state().screen?.name).toBe('home');
  });

  it('has its cursor stay within it', () => {
    const walk = studied(3);
    walk.act('history', 'up');
    expect(list(walk).row).toBe(0);
    walk.act('down', 'down', 'down', 'down');
    expect(list(walk).row).toBe(2);
    walk.act('rows-up');
    expect(list(walk).row).toBe(0);
    walk.act('rows-down', 'newest');
    expect(list(walk).row).toBe(0);
  });

  it('fetches a long history piece by piece, and comes to its end', () => {
    const walk = logged(230);
    walk.act('history');
    expect(list(walk)).toMatchObject({ more: true });
    expect(list(walk).rows).toHaveLength(100);
    for (let i = 0; i < 7; i++) walk.act('rows-down');
    expect(list(walk).rows).toHaveLength(100);
    walk.act('rows-down');
    expect(list(walk).rows).toHaveLength(200);
    expect(list(walk).row).toBe(80);
    for (let i = 0; i < 30; i++) walk.act('rows-down');
    expect(list(walk)).toMatchObject({ more: false, row: 229 });
    expect(reviews(walk)).toEqual(walk.store.reviews().map(({ id }) => id));
  });

  it('says what went wrong and stays where it is', () => {
    const walk = studied(2);
    walk.act('history');
    walk.failing.add('history');
    const before = walk.state().screen;
    walk.act('undo');
    expect(walk.state()).toMatchObject({ screen: before, notice: DISK_FAILURE });
  });
});

describe('a search', () => {
  it('is typed, shows what has it, and is cleared level by level', () => {
    const walk = studied(4);
    walk.act('history', 'search');
    walk.type('cnn/X');
    walk.machine.dispatch({ type: 'edit', edit: 'erase' });
    walk.act('submit');
    expect(list(walk)).toMatchObject({ query: 'cnn/', search: null });
    expect(list(walk).rows.map(one => one.question)).toEqual(['cnn/filter-weights']);
    walk.act('search');
    walk.type('no such thing');
    walk.act('back');
    expect(list(walk)).toMatchObject({ query: 'cnn/', search: null });
    walk.act('back');
    expect(list(walk)).toMatchObject({ query: '' });
    expect(list(walk).rows).toHaveLength(4);
    walk.act('back');
    expect(walk.state().screen?.name).toBe('home');
  });

  it('goes on into the older ones that have it', () => {
    const walk = logged(230);
    walk.act('history', 'search');
    walk.type('CNN/Filter');
    walk.act('submit');
    for (let i = 0; i < 30; i++) walk.act('rows-down');
    expect(list(walk)).toMatchObject({ more: false, row: 229 });
  });

  it('takes letters that are commands elsewhere, and none while it is not typed', () => {
    const walk = studied(2);
    walk.act('history');
    walk.type('jku');
    expect(list(walk)).toMatchObject({ row: 0, search: null });
    walk.act('search');
    walk.type('jku');
    expect(list(walk).search?.characters.join('')).toBe('jku');
    walk.act('open', 'undo', 'replay', 'down');
    expect(list(walk).search?.characters.join('')).toBe('jku');
    expect(walk.store.reviews().every(({ undone }) => !undone)).toBe(true);
  });

  it('may find nothing', () => {
    const walk = studied(2);
    walk.act('history', 'search');
    walk.type('no such thing');
    walk.act('submit', 'open', 'undo');
    expect(list(walk)).toMatchObject({ rows: [], row: 0, query: 'no such thing' });
  });
});

describe('an old answer', () => {
  it('is shown as it was, of every kind, though its question has changed since', () => {
    const folder = temporaryFolder();
    const was = question(SUM('a + b'));
    const first = studied(1, folder, [was]);
    const [review] = first.store.reviews();
    first.store.close();
    const now = { ...question(SUM('a * b')), title: 'A product' };
    const walk = session({ start: startHome(), folder, templates: [now] });
    walk.act('history', 'open');
    const shown = past(walk).past;
    expect(shown).toMatchObject({ agrees: true, title: 'A sum', written: review, now: review, corrections: [] });
    expect(shown.variant).toEqual(makeVariant(was, review?.seed ?? null));
    expect(shown.consequence?.dueDay).toBe(walk.store.card(was.id)?.dueDay);
    walk.act('back');
    expect(list(walk).row).toBe(0);
  });

  it('is shown after its question is gone', () => {
    const folder = temporaryFolder();
    const first = studied(1, folder, [question(SUM('a + b'))]);
    first.store.close();
    const walk = session({ start: startHome(), folder });
    walk.act('history');
    expect(list(walk).rows[0]?.title).toBe('A sum');
    walk.act('open');
    expect(past(walk).past).toMatchObject({ agrees: true, title: 'A sum' });
  });

  it('is taken back and put in force again, with the card as it was', () => {
    const walk = studied(3);
    walk.act('history', 'down');
    const { review = '', question: id = '' } = list(walk).rows[1] ?? {};
    const card = walk.store.card(id);
    expect(card).not.toBeNull();
    walk.act('undo');
    expect(walk.store.card(id)).toBeNull();
    expect(list(walk)).toMatchObject({ row: 1 });
    expect(list(walk).rows[1]).toMatchObject({ review, undone: true });
    expect(walk.state().notice).toMatch(/^Taken back: .*It counts as new again\.$/);
    walk.act('open');
    expect(past(walk).past).toMatchObject({ now: { undone: true }, consequence: null });
    walk.act('undo');
    expect(walk.store.card(id)).toEqual(card);
    expect(walk.state().notice).toMatch(/^In force again: .*It is due on 2026-11-2\d\.$/);
    expect(past(walk).past.corrections.map(({ kind }) => kind)).toEqual(['undo', 'restore']);
    walk.act('back');
    expect(list(walk).rows[1]).toMatchObject({ review, undone: false });
  });
});

describe('trying again', () => {
  it('asks the same numbers, records a drill that moves nothing, and leads back to the list', () => {
    const walk = studied(3);
    walk.act('history', 'down');
    const { review = '' } = list(walk).rows[1] ?? {};
    const old = walk.store.reviewById(review);
    const cards = structuredClone(new Map(walk.store.cards()));
    walk.act('replay');
    const { variant, card } = walk.question().presented;
    expect(variant).toMatchObject({
      seed: old?.seed,
      vars: old?.vars,
      template: { id: old?.question, hash: old?.hash },
    });
    expect(card).toEqual(cards.get(old?.question ?? ''));
    walk.answer('right');
    expect(walk.mark()).toMatchObject({ rating: null, mark: { credit: 1 } });
    expect(walk.store.cards()).toEqual(cards);
    expect(walk.store.reviews({ limit: 1 })[0]).toMatchObject({
      mode: 'drill',
      rating: null,
      seed: old?.seed,
      vars: old?.vars,
      hash: old?.hash,
      key: old?.key,
    });
    walk.act('next');
    expect(list(walk).rows).toHaveLength(4);
    expect(list(walk).rows[list(walk).row]?.review).toBe(review);
    expect(walk.state().notice).toMatch(/^1 answered, 1 right/);
    expect(walk.state().lane).toEqual({ kind: 'study' });
  });

  it('is asked as it was then, not as it is now', () => {
    const folder = temporaryFolder();
    const was = question(SUM('a + b + 1'));
    studied(1, folder, [was]).store.close();
    const walk = session({ start: startHome(), folder, templates: [question(SUM('a + b'))] });
    walk.act('history', 'open', 'replay');
    expect(walk.question().presented.variant.template.hash).toBe(was.hash);
    walk.answer('right');
    expect(walk.mark().mark.credit).toBe(1);
    expect(walk.store.version(was.id, was.hash)).not.toBeNull();
  });

  it('goes back by Escape, and keeps a reply begun', () => {
    const walk = studied(2);
    walk.act('history', 'replay');
    const { variant } = walk.question().presented;
    walk.act('hint', 'back');
    expect(walk.state().screen?.name).toBe('history');
    walk.act('replay');
    expect(walk.question().presented.variant.seed).toBe(variant.seed);
  });

  it('asks the same again after its answer is taken back', () => {
    const walk = studied(2);
    walk.act('history', 'replay');
    const { seed } = walk.question().presented.variant;
    walk.answer('wrong');
    walk.act('undo');
    expect(walk.question().presented.variant.seed).toBe(seed);
    walk.answer('right');
    walk.act('next');
    expect(list(walk).rows.filter(({ undone }) => undone)).toHaveLength(1);
  });

  it('is refused where the question cannot be made any more', () => {
    const walk = session({ start: startHome() });
    const template = fixture('cnn/filter-weights');
    const row = answerTo(makeVariant(template, 5), ['1'], { question: 'gone/away', hash: 'f00d' });
    walk.store.record(row, null);
    walk.act('history', 'replay');
    expect(walk.state().screen?.name).toBe('history');
    expect(walk.state().notice).toMatch(/cannot be tried again/);
    walk.act('open');
    expect(past(walk).past).toMatchObject({ variant: null, agrees: false, title: 'gone/away' });
    walk.act('replay');
    expect(walk.state().notice).toMatch(/cannot be tried again/);
  });

  it('leaves the program where it began it', () => {
    const folder = temporaryFolder();
    const first = studied(1, folder);
    const [review] = first.store.reviews();
    first.store.close();
    const walk = session({ start: startSession({ kind: 'replay', review: review?.id ?? '', back: null }), folder });
    walk.answer('right');
    walk.act('next');
    expect(walk.state().over).toBe('left');
    expect(walk.state().answered).toHaveLength(1);
  });
});

it('stays consistent, whatever is pressed in whatever order', () => {
  const actions: readonly Action[] = [
    ...(['history', 'open', 'undo', 'replay', 'search', 'submit', 'back', 'up', 'down', 'rows-down'] as const),
    ...(['newest', 'study', 'next', 'help', 'why'] as const),
  ];
  const event: fc.Arbitrary<Event> = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...actions).map((action): Event => ({ type: 'action', action })) },
    {
      weight: 6,
      arbitrary: fc.constantFrom<Action>('replay', 'submit').map((action): Event => ({ type: 'action', action })),
    },
    { weight: 1, arbitrary: fc.constantFrom('7', 'cnn', 'zz').map((text): Event => ({ type: 'text', text })) },
    { weight: 1, arbitrary: fc.constantFrom('erase', 'left').map((edit): Event => ({ type: 'edit', edit })) },
  );
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40, size: 'max' }), events => {
      const walk = studied(2);
      walk.act('history');
      for (const next of events) {
        walk.machine.dispatch(next);
        const { screen } = walk.state();
        expectConsistent(walk.state());
        seen.add(screen?.name ?? 'none');
        if (screen?.name !== 'history') continue;
        expect(screen.rows).toHaveLength(new Set(screen.rows.map(({ review }) => review)).size);
        expect(screen.row).toBeGreaterThanOrEqual(0);
        expect(screen.row).toBeLessThan(Math.max(1, screen.rows.length));
      }
    }),
    { numRuns: 40, seed: 20261120 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['history', 'past', 'question', 'mark', 'home']));
});
