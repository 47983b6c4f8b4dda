import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LogRow, noRows } from '../../src/store/merge.ts';
import type { Store } from '../../src/store/store.ts';
import { type Action, COUNT, history, World } from './transfer/machines.ts';
import { answer, dump, NOON, open, openAt, scratchFolder, TEMPLATE, temporaryFolder } from './transfer/support.ts';

/** Machines that never exchange anything, but for what they take from each other's files. */
const apart = history.map(({ start, actions }) => ({ start, actions: actions.filter(action => action.do !== 'sync') }));

async function lived({ start, actions }: { start: string; actions: readonly Action[] }): Promise<World> {
  const world = new World(start);
  for (const action of actions) await world.perform(action);
  return world;
}

function rowsOf(world: World): LogRow[][] {
  return world.machines.map(({ store }) => [...store.rows()]);
}

/** What an empty history becomes by these merges, and how many rows each of them brought. */
function merged(...parts: readonly (readonly LogRow[])[]) {
  const folder = scratchFolder();
  const store = openAt(folder);
  const counts = parts.map(part => store.merge(part));
  const { card, ...tables } = dump(folder);
  store.rebuildCards();
  const again = dump(folder).card;
  const settings = store.settings();
  store.close();
  rmSync(folder, { recursive: true, force: true });
  return { counts, tables, card, again, settings };
}

it('gives the same in every order, twice and with overlaps, and loses no row', async () => {
  expect(COUNT).toBe(2);
  await fc.assert(
    fc.asyncProperty(apart, fc.nat(), async (past, seed) => {
      const world = await lived(past);
      try {
        const [a = [], b = []] = rowsOf(world);
        const mixed = shuffled([...a, ...b], seed);
        const half = Math.floor(mixed.length / 2);
        const [ab, ...others] = [
          merged(a, b),
          merged(b, a),
          merged(a, b, a, b),
          merged(mixed),
          merged(mixed.slice(0, half + 3), mixed.slice(half)),
        ];
        for (const other of others) {
          expect(other?.tables).toEqual(ab?.tables);
          expect(other?.card).toEqual(ab?.card);
          expect(other?.settings).toEqual(ab?.settings);
          expect(other?.again).toEqual(other?.card);
        }
        const given = new Set([...a, ...b].map(row => JSON.stringify(row)));
        const { counts, tables } = ab as NonNullable<typeof ab>;
        const size = Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
        expect(size).toBe(given.size);
        expect(counts.map(({ added, known }) => total(added) + known)).toEqual([a.length, b.length]);
        expect(counts.reduce((sum, { added }) => sum + total(added), 0)).toBe(given.size);
      } finally {
        world.close();
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

function total(added: Readonly<Record<string, number>>): number {
  return Object.values(added).reduce((a, b) => a + b, 0);
}

/** Any order, by an arbitrary number. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, i) => [item, Math.imul(i + 1, seed + 2_654_435_761) >>> 0] as const)
    .sort(([, a], [, b]) => a - b)
    .map(([item]) => item);
}

it('takes what the other machine did meanwhile into the history that is already there', async () => {
  await fc.assert(
    fc.asyncProperty(apart, async past => {
      const world = await lived(past);
      try {
        const [a, b] = world.machines.map(({ store, folder }) => ({ store, folder, rows: [...store.rows()] }));
        if (!a || !b) throw new Error('two machines');
        a.store.merge(b.rows);
        b.store.merge(a.rows);
        expect(dump(a.folder)).toEqual(dump(b.folder));
        expect(a.store.cards()).toEqual(b.store.cards());
        expect(a.store.settings()).toEqual(b.store.settings());
        expect(a.store.merge(b.store.rows()).added).toEqual(noRows());
      } finally {
        world.close();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

function rows(store: Store, type: LogRow['type']): LogRow[] {
  return [...store.rows()].filter(row => row.type === type);
}

it('lets a correction come before its review', () => {
  const from = open();
  const first = from.record(answer('cnn/a'), TEMPLATE);
  from.record(answer('cnn/a', '2026-11-25T12:00:00Z'), TEMPLATE);
  from.correct(first.id, { kind: 'rating', rating: 'again' });
  const to = open();
  expect(to.merge(rows(from, 'correction')).added).toMatchObject({ review: 0, correction: 1 });
  expect(to.cards().size).toBe(0);
  to.merge(rows(from, 'review'));
  expect(to.cards()).toEqual(from.cards());
  expect(to.reviewById(first.id)?.rating).toBe('again');
});

it('moves every card when settings come in, and the later choice counts wherever it was made', () => {
  const clock = { now: NOON };
  const [early, late] = [open(), open(temporaryFolder(), () => clock.now)];
  early.record(answer('cnn/a'), TEMPLATE);
  early.set('retention', 0.8);
  clock.now = new Date('2026-11-21T12:00:00Z');
  late.set('retention', 0.95);
  const before = early.card('cnn/a')?.dueDay ?? 0;
  early.merge(late.rows());
  late.merge(early.rows());
  expect(early.settings()).toEqual(new Map([['retention', 0.95]]));
  expect(late.cards()).toEqual(early.cards());
  expect(early.card('cnn/a')?.dueDay).toBeLessThan(before);
});

it('refuses two rows with one id, and takes nothing in', () => {
  const from = open();
  from.record(answer('cnn/a'), TEMPLATE);
  from.record(answer('cnn/b'), TEMPLATE);
  const folder = temporaryFolder();
  const to = open(folder);
  const [one, two] = rows(from, 'review');
  to.merge(one ? [one] : []);
  const before = dump(folder);
  const changed = { ...one, row: { ...one?.row, credit: 0.5 } } as LogRow;
  expect(() => to.merge([two as LogRow, changed])).toThrow(/Two different rows are called review .*"credit" differs/);
  expect(dump(folder)).toEqual(before);
});

it('keeps the study day that follows from time and zone, whatever a row says', () => {
  const from = open();
  from.record(answer('cnn/a', '2026-11-20T01:00:00Z', { zone: 'UTC' }), TEMPLATE);
  const folder = temporaryFolder();
  open(folder).merge(from.rows());
  const db = new Database(join(folder, 'tutor.db'), { readonly: true });
  expect(db.prepare('SELECT day FROM review').pluck().get()).toBe(Date.UTC(2026, 10, 19) / 86_400_000);
  db.close();
});
