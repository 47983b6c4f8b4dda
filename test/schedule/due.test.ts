import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byGain, byLoss, type DueInput, dueCards } from '../../src/schedule/due.ts';
import { createScheduler } from '../../src/schedule/memory.ts';
import type { Card } from '../../src/schedule/review.ts';
import { syllabusOf } from '../../src/schedule/syllabus.ts';
import { UNTUNED } from '../../src/schedule/tuning.ts';
import { cardOf, cardsOf, questionOf, TODAY } from './reviews.ts';

const MINUTE = 60_000;
const scheduler = createScheduler(UNTUNED);
const { model } = scheduler;

function inputOf(cards: readonly Card[], rest: Partial<DueInput> = {}): DueInput {
  return {
    syllabus: syllabusOf(cards.map(({ question }) => questionOf(question))),
    cards: cardsOf(...cards),
    aside: new Set(),
    today: TODAY,
    scheduler,
    expectedMs: () => MINUTE,
    ...rest,
  };
}

const idsOf = (cards: readonly Card[]): string[] => cards.map(({ question }) => question);

/** Cards of every stability, overdue by any time. */
const someCards = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 12 }).chain(numbers =>
  fc.tuple(
    ...numbers.map(n =>
      fc
        .record({
          stability: fc.double({ min: 0.1, max: 400, noNaN: true }),
          difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
          lastDay: fc.integer({ min: TODAY - 500, max: TODAY + 2 }),
          dueDay: fc.integer({ min: TODAY - 30, max: TODAY }),
        })
        .map(rest => cardOf(`cnn/${n}`, rest)),
    ),
  ),
);

describe('what is due', () => {
  it.each([
    [TODAY - 40, true],
    [TODAY, true],
    [TODAY + 1, false],
  ])('is decided by the study day: day %d → %s', (dueDay, isDue) => {
    expect(dueCards(inputOf([cardOf('a', { dueDay })]))).toHaveLength(isDue ? 1 : 0);
  });

  it('is told apart by days also where it was met in another zone', () => {
    const card = cardOf('a', { lastZone: 'Pacific/Auckland', dueDay: TODAY });
    expect(dueCards(inputOf([card], { today: TODAY - 1 }))).toEqual([]);
    expect(dueCards(inputOf([card]))).toEqual([card]);
  });

  it('leaves out what is set aside, and what is no longer in the bank', () => {
    const cards = ['a', 'b', 'c'].map(id => cardOf(id));
    const syllabus = syllabusOf(['a', 'b'].map(id => questionOf(id)));
    expect(idsOf(dueCards(inputOf(cards, { syllabus, aside: new Set(['a']) })))).toEqual(['b']);
  });
});

describe('by loss', () => {
  it('comes first what would be lost most by waiting another day', () => {
    fc.assert(
      fc.property(someCards, cards => {
        const chance = ({ stability, lastDay }: Card, day: number): number =>
          model.recall(stability, Math.max(0, day - lastDay));
        const losses = byLoss(cards, inputOf(cards)).map(card => chance(card, TODAY) - chance(card, TODAY + 1));
        expect(losses).toEqual(losses.toSorted((a, b) => b - a));
        expect(losses).toHaveLength(cards.length);
      }),
    );
  });

  it('is not the same as what is known least', () => {
    const lost = cardOf('lost', { stability: 1, lastDay: TODAY - 60 });
    const fading = cardOf('fading', { stability: 1, lastDay: TODAY - 1 });
    expect(scheduler.retrievability(lost, TODAY)).toBeLessThan(scheduler.retrievability(fading, TODAY));
    expect(idsOf(byLoss([lost, fading], inputOf([lost, fading])))).toEqual(['fading', 'lost']);
  });

  it('of equals comes first what is due longer, then the name', () => {
    const cards = [cardOf('c'), cardOf('b'), cardOf('d', { dueDay: TODAY - 2 }), cardOf('a')];
    expect(idsOf(byLoss(cards, inputOf(cards)))).toEqual(['d', 'a', 'b', 'c']);
  });
});

describe('by gain', () => {
  it('comes first what is worth most, thirty days from now, in the time that it takes and since it is due', () => {
    fc.assert(
      fc.property(
        someCards,
        fc.array(fc.integer({ min: 1000, max: 900_000 }), { minLength: 12, maxLength: 12 }),
        (cards, times) => {
          const ms = new Map(cards.map(({ question }, i) => [question, times[i] as number]));
          const credits = (i: number): number => (i % 3) + 1;
          const syllabus = syllabusOf(cards.map(({ question }, i) => questionOf(question, { credits: credits(i) })));
          const input = inputOf(cards, { syllabus, expectedMs: id => ms.get(id) as number });
          const worth = (card: Card): number => {
            const since = Math.max(0, TODAY - card.lastDay);
            const known = model.recall(card.stability, since);
            const later = (rating: 'good' | 'again'): number =>
              model.recall(model.next(card, since, rating).stability, 30);
            const asked = known * later('good') + (1 - known) * later('again');
            const worthAll =
              (asked - model.recall(card.stability, since + 30)) * (syllabus.get(card.question)?.credits ?? 0);
            return (worthAll * (1 + (TODAY - card.dueDay) / 30)) / (input.expectedMs(card.question) * (2 - known));
          };
          const worths = byGain(cards, input).map(worth);
          for (const [i, one] of worths.slice(1).entries())
            expect(one).toBeLessThanOrEqual((worths[i] as number) + 1e-15);
          expect(worths).toHaveLength(cards.length);
        },
      ),
    );
  });

  it('lets nothing wait for ever: what gains less comes before what gains more, once it is due long enough', () => {
    const order = (days: number): string[] => {
      const failed = cardOf('failed', { stability: 0.2, lastDay: TODAY - days - 1, dueDay: TODAY - days });
      const fading = cardOf('fading', { stability: 3, lastDay: TODAY - 8 });
      const syllabus = syllabusOf([questionOf('failed'), questionOf('fading', { credits: 3 })]);
      return idsOf(byGain([failed, fading], inputOf([failed, fading], { syllabus })));
    };
    expect([order(2)[0], order(90)[0]]).toEqual(['fading', 'failed']);
  });

  it('puts the shorter of two alike first, and the one that is worth more', () => {
    const cards = ['a', 'b', 'c'].map(id => cardOf(id));
    const expectedMs = (id: string): number => (id === 'b' ? 1 : 3) * MINUTE;
    const syllabus = syllabusOf(
      cards.map(({ question }) => questionOf(question, { credits: question === 'c' ? 2 : 1 })),
    );
    expect(idsOf(byGain(cards, inputOf(cards, { expectedMs, syllabus })))).toEqual(['b', 'c', 'a']);
  });
});

it('gives the same order for the same cards, however they are held', () => {
  fc.assert(
    fc.property(someCards, cards => {
      const [one, other] = [cards, cards.toReversed()];
      expect(byLoss(one, inputOf(one))).toEqual(byLoss(other, inputOf(other)));
      expect(byGain(one, inputOf(one))).toEqual(byGain(other, inputOf(other)));
    }),
  );
});
