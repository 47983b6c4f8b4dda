import { expect, it } from 'vitest';
import { startHome } from '../../src/app/session.ts';
import { Bank } from '../../src/bank/bank.ts';
import type { Template } from '../../src/bank/template.ts';
import type { Context } from '../../src/commands/context.ts';
import { remark } from '../../src/commands/history/remark.ts';
import type { Store } from '../../src/store/store.ts';
import { answerTo, at, question, SUM } from './history-support.ts';
import { session } from './support.ts';

/** `tutor remark --json` over an open history. */
function remarked(store: Store, ...templates: readonly Template[]): unknown {
  let text = '';
  const stream = {
    write: (chunk: string) => {
      text += chunk;
    },
  };
  const environment = { stdout: stream, stderr: stream, variables: {}, monotonic: () => 0 };
  const context = { environment, bank: new Bank(templates), broken: [], store: () => store } as unknown as Context;
  remark(context, undefined, { json: true });
  return JSON.parse(text);
}

it("lets a student's own rating stand above that of a new mark", () => {
  const { store } = session({ start: startHome() });
  const [was, now] = [question(SUM('a + b + 1')), question(SUM('a + b'))];
  const variant = at(was, 5);
  const reply = String(Number(variant.vars.a) + Number(variant.vars.b));
  const { id } = store.record(answerTo(variant, [reply]), was);
  store.correct(id, { kind: 'rating', rating: 'hard' });
  const card = store.card(was.id);
  expect(remarked(store, now)).toMatchObject({
    changed: [{ before: { credit: 0, rating: 'again' }, after: { credit: 1, rating: 'good' }, ownRating: true }],
    moved: 0,
  });
  expect(store.reviewById(id)).toMatchObject({ credit: 1, rating: 'hard', remarked: true });
  expect(store.card(was.id)).toEqual(card);
});

it('moves the cards as if the marks had always been these', () => {
  const [was, now] = [question(SUM('a + b + 1')), question(SUM('a + b'))];
  const rows = Array.from({ length: 6 }, (_, i) => {
    const variant = at(was, i);
    const reply = String(Number(variant.vars.a) + Number(variant.vars.b) + (i % 3 === 1 ? 1 : 0));
    const when = new Date(Date.UTC(2026, 10, 20 + i * i, 12));
    return answerTo(variant, [reply], { at: when, rating: i % 3 === 1 ? 'good' : 'again' });
  });
  const { store } = session({ start: startHome() });
  const { store: fresh } = session({ start: startHome() });
  for (const row of rows) {
    store.record(row, was);
    const right = row.rating === 'again';
    fresh.record({ ...row, credit: right ? 1 : 0, rating: right ? 'good' : 'again' }, was);
  }
  expect(store.card(was.id)).not.toEqual(fresh.card(was.id));
  expect(remarked(store, now)).toMatchObject({ looked: 6, moved: 1, left: [] });
  expect(store.card(was.id)).toEqual(fresh.card(was.id));
  expect(remarked(store, now)).toMatchObject({ looked: 6, current: 6, changed: [], moved: 0 });
  const written = store.card(was.id);
  store.rebuildCards();
  expect(store.card(was.id)).toEqual(written);
});
