import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Goal } from '../../src/schedule/goal.ts';
import { createScheduler } from '../../src/schedule/memory.ts';
import { buildQueue, type Queue, type QueueInput } from '../../src/schedule/queue.ts';
import type { Card } from '../../src/schedule/review.ts';
import { syllabusOf } from '../../src/schedule/syllabus.ts';
import { UNTUNED } from '../../src/schedule/tuning.ts';
import { answer, cardOf, cardsOf, forgotten, hourOf, questionOf, TODAY } from './reviews.ts';

/** The minutes of a day: none stay free beside questions that wait for want of time, and no more is promised than fits. */

const MINUTE = 60_000;
const scheduler = createScheduler(UNTUNED);
const share = { mean: 0.5, low: 0.4, high: 0.6 };

interface Day {
  readonly due: readonly { readonly stability: number; readonly since: number; readonly ms: number }[];
  readonly later: readonly number[];
  readonly fresh: readonly number[];
  /** Forgotten earlier today, in milliseconds each. */
  readonly steps: readonly number[];
  readonly minutes: number;
  readonly lastNew: number;
}

/** Milliseconds of a question; the longest are longer than some of the days. */
const time = fc.integer({ min: 5000, max: 15 * MINUTE });

const days: fc.Arbitrary<Day> = fc.record({
  due: fc.array(
    fc.record({
      stability: fc.double({ min: 0.2, max: 200, noNaN: true }),
      since: fc.integer({ min: 1, max: 300 }),
      ms: time,
    }),
    { maxLength: 20 },
  ),
  later: fc.array(time, { maxLength: 5 }),
  fresh: fc.array(time, { maxLength: 8 }),
  steps: fc.array(time, { maxLength: 3 }),
  minutes: fc.integer({ min: 1, max: 60 }),
  lastNew: fc.constantFrom(TODAY - 1, TODAY + 3),
});

interface World {
  readonly input: QueueInput;
  readonly ms: ReadonlyMap<string, number>;
  readonly cards: readonly Card[];
}

function worldOf({ due, later, fresh, steps, minutes, lastNew }: Day): World {
  const ms = new Map<string, number>();
  const named = (kind: string, times: readonly number[]): string[] =>
    times.map((each, i) => {
      const id = `${kind}/${i}`;
      ms.set(id, each);
      return id;
    });
  const dueIds = named(
    'due',
    due.map(each => each.ms),
  );
  const cards = [
    ...due.map(({ stability, since }, i) => cardOf(dueIds[i] as string, { stability, lastDay: TODAY - since })),
    ...named('later', later).map(id => cardOf(id, { stability: 2, dueDay: TODAY + 2 })),
    ...named('step', steps).map(id => cardOf(id, { lastDay: TODAY, dueDay: TODAY + 1 })),
  ];
  named('fresh', fresh);
  const goal: Goal = {
    exam: TODAY + 20,
    minutes,
    credits: 90,
    newPerDay: 3,
    lastNewDay: lastNew,
    toMeet: 100,
    made: TODAY,
    remembered: share,
    score: share,
  };
  const input: QueueInput = {
    syllabus: syllabusOf([...ms.keys()].map(id => questionOf(id))),
    cards: cardsOf(...cards),
    aside: new Set(),
    today: TODAY,
    now: hourOf(TODAY),
    scheduler,
    expectedMs: id => ms.get(id) as number,
    answered: steps.map((each, i) => forgotten(`step/${i}`, { ms: each })),
    newPerDay: null,
    reviewsPerDay: 1000,
    budgetMs: null,
    goal,
  };
  return { input, ms, cards };
}

/** Expected time of what is due and not asked, its repeat included. */
function waitingMs({ ms, cards }: World, { items }: Queue): number[] {
  const asked = new Set(items.map(({ question }) => question));
  return cards
    .filter(({ question, dueDay }) => dueDay <= TODAY && !asked.has(question))
    .map(card => (ms.get(card.question) as number) * (2 - scheduler.retrievability(card, TODAY)));
}

/** Sums are of floating-point numbers. */
const NEARLY = 1e-3;

it.each(['with', 'without'])('are filled where they are all there are, %s a plan', plan => {
  fc.assert(
    fc.property(days, day => {
      const world = worldOf(day);
      const budgetMs = day.minutes * MINUTE;
      const goal = plan === 'with' ? world.input.goal : null;
      const queue = buildQueue({ ...world.input, budgetMs, goal });
      expect(queue.ms).toBeLessThanOrEqual(budgetMs + NEARLY);
      const waiting = waitingMs(world, queue);
      expect(queue.waiting).toBe(waiting.length);
      for (const needed of waiting) expect(budgetMs - queue.ms).toBeLessThan(needed);
    }),
    { numRuns: 300 },
  );
});

it("of a plan's day are as near to it as whole questions allow", () => {
  fc.assert(
    fc.property(days, day => {
      const world = worldOf(day);
      const queue = buildQueue(world.input);
      const left = Math.max(0, day.minutes * MINUTE - day.steps.reduce((sum, each) => sum + each, 0));
      const isAlone = queue.items.length === 1;
      const over = Math.max(0, ...queue.items.map(({ ms }) => ms / 2));
      if (!isAlone) expect(queue.ms).toBeLessThanOrEqual(left + over + NEARLY);
      const waiting = waitingMs(world, queue);
      expect(queue.waiting).toBe(waiting.length);
      for (const needed of waiting) expect(left - queue.ms).toBeLessThan(needed);
    }),
    { numRuns: 300 },
  );
});

it('take a question that fits without its repeat, where it would be the only one', () => {
  const day: Day = { due: [], later: [], fresh: [5 * MINUTE], steps: [], minutes: 6, lastNew: TODAY + 3 };
  const { input } = worldOf(day);
  const asked = (minutes: number, goal: Goal | null): readonly number[] =>
    buildQueue({ ...input, goal, budgetMs: minutes * MINUTE }).items.map(({ ms }) => ms / MINUTE);
  for (const goal of [input.goal, null]) {
    expect([4, 5, 6, 8].map(minutes => asked(minutes, goal))).toEqual([[], [5], [6], [7.5]]);
  }
});

it('of a plan are no free minutes any more once they are used, whatever still waits', () => {
  const day: Day = {
    due: [{ stability: 5, since: 5, ms: MINUTE }],
    later: [],
    fresh: [],
    steps: [],
    minutes: 6,
    lastNew: TODAY,
  };
  const { input } = worldOf(day);
  const after = (minutes: number): number =>
    buildQueue({ ...input, answered: [answer('x', { ms: minutes * MINUTE })] }).items.length;
  expect([5, 6, 7].map(after)).toEqual([1, 0, 0]);
});
