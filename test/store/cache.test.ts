import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createScheduler, type Scheduler } from '../../src/schedule/memory.ts';
import { type Card, RATINGS } from '../../src/schedule/review.ts';
import { UNTUNED } from '../../src/schedule/tuning.ts';
import type { Store } from '../../src/store/store.ts';
import { answer, open, replay, temporaryFolder } from './support.ts';

const rating = fc.constantFrom(...RATINGS);
const action = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      question: fc.constantFrom('a', 'b'),
      day: fc.nat(20),
      rating,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('practise' as const),
      question: fc.constantFrom('a', 'b'),
      day: fc.nat(20),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rate' as const), which: fc.nat(), rating }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

function perform(store: Store, todo: Action): void {
  if (todo.do === 'record' || todo.do === 'practise') {
    const at = new Date(Date.UTC(2026, 10, 1 + todo.day, 12));
    const rest = todo.do === 'record' ? { rating: todo.rating } : { rating: null, mode: 'practice' as const };
    store.record(answer(todo.question, at, rest), {});
    return;
  }
  const studied = store.reviews().filter(review => todo.do === 'undo' || review.mode === 'study');
  const target = studied[todo.which % Math.max(1, studied.length)];
  if (!target) return;
  store.correct(target.id, todo.do === 'undo' ? { kind: 'undo' } : { kind: 'rating', rating: todo.rating });
}

function replayed(store: Store): Map<string, Card> {
  const cards = new Map<string, Card>();
  for (const question of ['a', 'b']) {
    const memory = replay(store.reviews({ question }));
    if (memory) cards.set(question, { question, ...memory });
  }
  return cards;
}

it('holds, after any mix of answers, undos and new ratings, what a replay of the log gives', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 20 }), actions => {
      const store = open(temporaryFolder());
      for (const todo of actions) perform(store, todo);
      const cached = store.cards();
      expect(cached).toEqual(replayed(store));
      store.rebuildCards();
      expect(store.cards()).toEqual(cached);
      store.close();
    }),
    { numRuns: 30 },
  );
}, 30_000);

it('can be lost and made again', () => {
  const folder = temporaryFolder();
  const store = open(folder);
  store.record(answer('a'), {});
  const cached = store.cards();
  const db = new Database(join(folder, 'tutor.db'));
  db.exec("DELETE FROM card; INSERT INTO card VALUES ('ghost', 1, 1, 1, 1, 1, 1, 1, 'UTC', 1)");
  db.close();
  store.rebuildCards();
  expect(store.cards()).toEqual(cached);
});

it('is made again when the algorithm has changed', () => {
  const folder = temporaryFolder();
  const before = open(folder);
  before.record(answer('a'), {});
  before.close();
  const usual = createScheduler(UNTUNED);
  const halved = (version: string): Scheduler => ({
    ...usual,
    version,
    replay: (question, log) => {
      const memory = usual.replay(question, log);
      return memory && { ...memory, stability: memory.stability / 2 };
    },
  });
  const same = open(folder, { scheduler: () => halved(usual.version) });
  expect(same.card('a')?.stability).toBeCloseTo(2.3065);
  const changed = open(folder, { scheduler: () => halved('halved') });
  expect(changed.card('a')?.stability).toBeCloseTo(2.3065 / 2);
});
