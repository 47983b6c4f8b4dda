import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshQuestions } from '../../src/schedule/fresh.ts';
import type { Card } from '../../src/schedule/review.ts';
import { type SyllabusQuestion, syllabusOf } from '../../src/schedule/syllabus.ts';
import { banks, requiredFrom } from './bank.ts';
import { cardOf, cardsOf, questionOf, TODAY } from './reviews.ts';

function fresh(
  bank: readonly SyllabusQuestion[],
  room: number,
  { cards = [], aside = [] }: { readonly cards?: readonly Card[]; readonly aside?: readonly string[] } = {},
): string[] {
  return freshQuestions(
    { syllabus: syllabusOf(bank), cards: cardsOf(...cards), aside: new Set(aside), today: TODAY },
    room,
  );
}

const metToday = (id: string): Card => cardOf(id, { firstDay: TODAY, lastDay: TODAY, dueDay: TODAY + 3 });
const about = (id: string, topic: string, rest: Partial<SyllabusQuestion> = {}) =>
  questionOf(id, { topics: [topic], ...rest });

describe('fresh questions', () => {
  const bank = ['a/1', 'a/2', 'b/1', 'c/1'].map(id => questionOf(id));

  it.each([
    [-3, 0],
    [0, 0],
    [1, 1],
    [3, 3],
    [9, 4],
  ])('of room for %d are %d, in the order of the syllabus', (room, count) => {
    expect(fresh(bank, room)).toEqual(['a/1', 'b/1', 'c/1', 'a/2'].slice(0, count));
  });

  it('are never rated ones, due or not, nor what is set aside', () => {
    expect(fresh(bank, 9, { cards: [cardOf('a/1', { dueDay: TODAY + 9 })], aside: ['c/1'] })).toEqual(['b/1', 'a/2']);
  });

  it('leave related ones for another day while there are others', () => {
    const twins = [about('a/1', 'a/x'), about('b/1', 'a/x'), about('c/1', 'c/y'), about('d/1', 'd/z')];
    expect(fresh(twins, 2)).toEqual(['a/1', 'c/1']);
    expect(fresh(twins, 3)).toEqual(['a/1', 'c/1', 'd/1']);
    expect(fresh(twins, 4)).toEqual(['a/1', 'c/1', 'd/1', 'b/1']);
    const source = ['exam/1'];
    const items = [questionOf('a/1', { source }), questionOf('b/1', { source }), questionOf('c/1')];
    expect(fresh(items, 2)).toEqual(['a/1', 'c/1']);
  });

  it('leave what is related to one met today, but not to one met yesterday', () => {
    const twins = [about('a/1', 'a/x'), about('b/1', 'a/x'), about('c/1', 'a/y')];
    expect(fresh(twins, 1, { cards: [metToday('a/1')] })).toEqual(['c/1']);
    expect(fresh(twins, 1, { cards: [cardOf('a/1')] })).toEqual(['b/1']);
  });

  it('come after what they require, also where that is related to another and waits', () => {
    const chain = [
      about('a/1', 'a/x'),
      about('b/1', 'a/x'),
      about('c/1', 'c/y', { requires: ['b/1'] }),
      about('d/1', 'd/z'),
    ];
    expect(fresh(chain, 2)).toEqual(['a/1', 'd/1']);
    expect(fresh(chain, 3)).toEqual(['a/1', 'b/1', 'd/1']);
    expect(fresh(chain, 4)).toEqual(['a/1', 'b/1', 'c/1', 'd/1']);
  });

  it('do not wait for what is set aside, nor for what goes in a circle', () => {
    const bank = [questionOf('a'), questionOf('b', { requires: ['a'] })];
    expect(fresh(bank, 9, { aside: ['a'] })).toEqual(['b']);
    const circle = [questionOf('a', { requires: ['b'] }), questionOf('b', { requires: ['a'] })];
    expect(fresh(circle, 9).toSorted()).toEqual(['a', 'b']);
  });

  it('hold to all of that in any bank', () => {
    const states = fc.tuple(
      banks,
      fc.nat(16),
      fc.array(fc.constantFrom('new', 'met', 'today', 'aside'), { minLength: 14, maxLength: 14 }),
    );
    fc.assert(
      fc.property(states, ([bank, room, kinds]) => {
        const of = (kind: string): string[] => bank.flatMap(({ id }, i) => (kinds[i] === kind ? [id] : []));
        const cards = [...of('met').map(id => cardOf(id)), ...of('today').map(metToday)];
        const chosen = fresh(bank, room, { cards, aside: of('aside') });
        const { requires, related, ...syllabus } = syllabusOf(bank);
        const order = syllabus.order();
        const open = new Set(of('new'));
        expect(chosen).toHaveLength(Math.min(room, open.size));
        expect(chosen).toEqual(order.filter(id => chosen.includes(id)));
        const left = [...open].filter(id => !chosen.includes(id));
        for (const id of chosen) {
          expect(open.has(id)).toBe(true);
          for (const before of requires(id)) {
            if (open.has(before) && !requiredFrom(before, requires).has(id)) expect(chosen).toContain(before);
          }
        }
        // What is related to nothing, and requires nothing that waits, waits only where the room was full before.
        const isFree = (id: string): boolean =>
          [...of('today'), ...of('new')].every(other => other === id || !related(id, other)) &&
          requires(id).every(before => !open.has(before));
        const waits = order.find(id => left.includes(id) && isFree(id));
        if (waits === undefined) return;
        const before = order.slice(0, order.indexOf(waits));
        for (const id of chosen) {
          expect(before).toContain(id);
          expect([...of('today'), ...chosen].filter(other => other !== id && related(id, other))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
