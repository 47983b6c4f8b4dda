import { expect, test } from 'vitest';
import { face } from '../../src/app/presentation.ts';
import { startSession } from '../../src/app/session.ts';
import { Bank } from '../../src/bank/bank.ts';
import { shipped } from '../bank/shipped.ts';
import { session } from './support.ts';

/** Drills of the built-in bank: a hundred questions, and never the same twice in a row. */

const { templates } = shipped();
const bank = new Bank(templates);

test.each(['rnn', 'lstm', 'cnn/receptive-field', 'cnn', 'optimization', 'cnn/flatten-size'])('%s', topic => {
  const size = bank.below(topic).length;
  expect(size).toBeGreaterThan(0);
  const walk = session({ start: startSession({ kind: 'drill', topic }), templates });
  const met = new Map<string, number>();
  let [before, question] = ['', ''];
  for (let i = 0; i < 100; i++) {
    const { variant } = walk.question().presented;
    const { id } = variant.template;
    const now = `${id} ${face(variant)}`;
    if (size > 1) expect(id, `question ${i}`).not.toBe(question);
    expect(now, `question ${i}`).not.toBe(before);
    [before, question] = [now, id];
    met.set(id, (met.get(id) ?? 0) + 1);
    walk.answer(i % 3 === 0 ? 'wrong' : 'right');
    walk.act('next');
  }
  expect(met.size).toBe(Math.min(size, 100));
  // Each is met as often as any other.
  expect(Math.max(...met.values()) - Math.min(...met.values())).toBeLessThanOrEqual(1);
});
