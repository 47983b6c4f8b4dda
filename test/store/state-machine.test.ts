import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { history, idsOf, World } from './transfer/machines.ts';
import { expectedCards } from './transfer/reference.ts';
import { dump } from './transfer/support.ts';

const HISTORIES = 400;
/** What may change a memory, or must not. */
const MOVING: ReadonlySet<string> = new Set([
  'study',
  'repeat',
  'undo',
  'restore',
  'rate',
  'remark',
  'exam',
  'set',
  'take',
  'sync',
]);

const tally = (store: Store): readonly (readonly [day: number, answers: number])[] =>
  [...store.answerCounts(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)].sort(([a], [b]) => a - b);

/** The same by looking at every answer. */
const counted = (store: Store): ReturnType<typeof tally> =>
  [...Map.groupBy(store.answers(), ({ day }) => day)]
    .map(([day, answers]) => [day, answers.length] as const)
    .sort(([a], [b]) => a - b);

it('holds, after any mix of reviews, undo, import, remark and sync, what ts-fsrs makes of all rows', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ start, actions }) => {
      const world = new World(start);
      try {
        for (const action of actions) {
          await world.perform(action);
          if (!MOVING.has(action.do)) continue;
          const { store, model } = world.machine(action.machine);
          expect(store.cards()).toEqual(expectedCards(model));
          expect(tally(store)).toEqual(counted(store));
        }
        for (const { store, model, folder } of world.machines) {
          expect(idsOf(store.rows())).toEqual(
            [model.reviews, model.corrections, model.settings, model.exams].flatMap(rows => [...rows.keys()]).sort(),
          );
          const before = dump(folder);
          store.rebuildCards();
          expect(dump(folder)).toEqual(before);
        }
        // The last to come has all, the others get it at their next turn.
        for (const machine of [...world.machines, ...world.machines]) await world.sync(machine);
        const [first, ...others] = world.machines.map(({ folder }) => dump(folder));
        for (const other of others) expect(other).toEqual(first);
      } finally {
        world.close();
      }
    }),
    { numRuns: HISTORIES },
  );
}, 240_000);
