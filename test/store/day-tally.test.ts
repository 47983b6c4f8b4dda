import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LogRow } from '../../src/store/merge.ts';
import type { Store } from '../../src/store/store.ts';
import { answer, open } from './transfer/support.ts';

/** Answers that count, by their days. */
function tally(store: Store): ReadonlyMap<number, number> {
  return store.answerCounts(0, 100_000);
}

/** Three reviews on two days, and the row that takes one of them back. */
function written() {
  const store = open();
  const ids = [
    ['cnn/a', '2026-11-20T12:00:00Z'],
    ['cnn/b', '2026-11-20T13:00:00Z'],
    ['cnn/a', '2026-11-21T12:00:00Z'],
  ].map(([question = '', at = '']) => store.record(answer(question, at), {}).id);
  store.correct(ids[0] ?? '', { kind: 'undo' });
  const rows = [...store.rows()];
  const undo = rows.find(row => row.type === 'correction');
  if (undo === undefined) throw new Error('nothing was taken back');
  return { ids, reviews: rows.filter(({ type }) => type === 'review'), undo };
}

it('counts what stands, whatever was taken back and put back on which machine, and in whatever order it comes', () => {
  const { ids, reviews, undo } = written();
  const change = fc.record({
    review: fc.constantFrom(...ids),
    kind: fc.constantFrom<('undo' | 'restore')[]>('undo', 'restore'),
  });
  // Ids tell which one is the latest.
  const correction = (changed: { review: string; kind: 'undo' | 'restore' }, i: number): LogRow => ({
    type: 'correction',
    row: { ...undo.row, ...changed, id: `0198a000-0000-7000-8000-${String(i).padStart(12, '0')}` },
  });
  const logs = fc
    .array(change, { maxLength: 8 })
    .map(changes => [...reviews, ...changes.map(correction)])
    .chain(rows => fc.shuffledSubarray(rows, { minLength: rows.length }));
  fc.assert(
    fc.property(logs, rows => {
      const store = open();
      for (const row of rows) store.merge([row]);
      const stands = Map.groupBy(store.answers(), ({ day }) => day);
      expect(tally(store)).toEqual(new Map([...stands].map(([day, answers]) => [day, answers.length])));
    }),
    { numRuns: 60 },
  );
});
