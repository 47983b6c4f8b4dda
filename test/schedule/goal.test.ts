import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FURTHEST_DAYS, type Goal, goalOf, goalSetting, PLAN } from '../../src/schedule/goal.ts';
import { createScheduler } from '../../src/schedule/memory.ts';
import { buildQueue, type Queue, type QueueInput } from '../../src/schedule/queue.ts';
import type { Card } from '../../src/schedule/review.ts';
import { type SyllabusQuestion, syllabusOf } from '../../src/schedule/syllabus.ts';
import { UNTUNED } from '../../src/schedule/tuning.ts';
import { partsOf } from './reviews.ts';

const TODAY = 20_777;
const NOW = new Date('2026-11-20T18:00:00Z');
const MINUTE = 60_000;
const stated = { mean: 0.7, low: 0.6, high: 0.8 };

function goal(rest: Partial<Goal> = {}): Goal {
  return {
    ...{ exam: TODAY + 22, minutes: 20, credits: 90, newPerDay: 3, toMeet: 30, made: TODAY, remembered: stated },
    lastNewDay: TODAY + 10,
    score: stated,
    ...rest,
  };
}

describe('the plan in force', () => {
  it('comes back from its setting as it was, also through JSON', () => {
    const made = goal({ newPerDay: 0, toMeet: 7, lastNewDay: null });
    const setting = JSON.parse(JSON.stringify(goalSetting(made)));
    expect(setting).toMatchObject({ exam: '2026-12-12', made: '2026-11-20' });
    expect(goalOf(new Map([[PLAN, setting]]), TODAY)).toEqual(made);
  });

  it('keeps what was expected on the way, where it says so in a way that can be drawn', () => {
    const course = { first: 1, step: 3, studying: [0.5, 0.6, 0.7], idle: [0.5, 0.4, 0.3] };
    const setting = goalSetting(goal({ course })) as object;
    const read = (value: unknown) => goalOf(new Map([[PLAN, { ...setting, course: value }]]), TODAY);
    expect(read(JSON.parse(JSON.stringify(course)))).toEqual(goal({ course }));
    const others = [{ step: 0 }, { first: 0.5 }, { studying: [0.5] }, { idle: [0.5, 0.4] }, { idle: [0.5, 0.4, 2] }];
    for (const value of [null, 7, 'x', [], ...others.map(other => ({ ...course, ...other }))]) {
      expect(read(value), JSON.stringify(value)).toEqual(goal());
    }
  });

  it('keeps the chance to pass, where it is one', () => {
    const read = (passing: unknown) =>
      goalOf(new Map([[PLAN, { ...(goalSetting(goal()) as object), passing }]]), TODAY);
    for (const passing of [0, 0.71, 1]) expect(read(passing)).toEqual(goal({ passing }));
    for (const passing of [undefined, null, -0.1, 1.1, Number.NaN, '0.7']) expect(read(passing)).toEqual(goal());
  });

  it('ends with the day of the exam', () => {
    const settings = new Map([[PLAN, goalSetting(goal())]]);
    expect(goalOf(settings, TODAY + 22)).not.toBeNull();
    expect(goalOf(settings, TODAY + 23)).toBeNull();
  });

  it('is none where the exam is too far away to be planned for, as in a setting written by hand', () => {
    const inForce = (exam: number) => goalOf(new Map([[PLAN, goalSetting(goal({ exam }))]]), TODAY);
    expect(inForce(TODAY + FURTHEST_DAYS)).not.toBeNull();
    expect(inForce(TODAY + FURTHEST_DAYS + 1)).toBeNull();
    expect(inForce(2_932_896)).toBeNull();
  });

  it('is none where the setting is anything else', () => {
    const broken = (change: object): unknown => ({ ...(goalSetting(goal()) as object), ...change });
    const others = [
      ...[null, 1, 'x', [], {}, broken({ exam: 'soon' }), broken({ exam: 20_000 }), broken({ minutes: 0 })],
      ...[
        broken({ newPerDay: -1 }),
        broken({ toMeet: '9' }),
        broken({ lastNewDay: 'never' }),
        broken({ score: { mean: 2, low: 0, high: 1 } }),
      ],
      ...[
        broken({ remembered: null }),
        broken({ credits: Number.NaN }),
        broken({ made: '2026-13-40' }),
        broken({ exam: '2026-02-31' }),
      ],
    ];
    for (const value of others) expect(goalOf(new Map([[PLAN, value]]), TODAY), JSON.stringify(value)).toBeNull();
    fc.assert(
      fc.property(fc.anything(), value => {
        expect(goalOf(new Map([[PLAN, value]]), TODAY)).toBeNull();
      }),
    );
  });
});

const questions = Array.from({ length: 30 }, (_, i): SyllabusQuestion => {
  const topic = ['cnn', 'rnn', 'lstm'][i % 3] as string;
  return {
    ...{ id: `${topic}/q${i}`, topics: [`${topic}/idea-${i}`], source: [], requires: [], credits: 2 },
    ...{ parts: partsOf('number'), minutes: 4 },
  };
});
const syllabus = syllabusOf(questions);
const scheduler = createScheduler(UNTUNED);

function card(question: string, dueDay: number, stability = 5): Card {
  return {
    ...{ question, stability, difficulty: 5, reps: 2, lapses: 0, firstDay: TODAY - 20, lastDay: TODAY - 6 },
    ...{ lastAt: new Date((TODAY - 6) * 86_400_000), lastZone: 'UTC', dueDay },
  };
}

function queue(rest: Partial<QueueInput> = {}): Queue {
  return buildQueue({
    ...{ syllabus, cards: new Map(), aside: new Set(), today: TODAY, now: NOW, scheduler, answered: [] },
    ...{ expectedMs: () => 4 * MINUTE, newPerDay: null, reviewsPerDay: 50, budgetMs: null, goal: null },
    ...rest,
  });
}

const met = (count: number, dueDay: number, stability?: number): Map<string, Card> =>
  new Map(questions.slice(0, count).map(({ id }) => [id, card(id, dueDay, stability)]));

describe('the queue of a plan', () => {
  it('fills the minutes of the plan, with its pace of new questions', () => {
    const { counts, ms } = queue({ goal: goal({ newPerDay: 2 }), cards: met(20, TODAY) });
    expect(counts.new).toBe(2);
    expect(counts.due).toBeGreaterThan(0);
    // A repeat of what was not known takes its time, too.
    expect(ms).toBeLessThanOrEqual(24 * MINUTE);
  });

  it('counts what was studied today, whatever it was', () => {
    const answered = [
      ...[{ question: 'cnn/q0', at: NOW, mode: 'drill' as const, rating: null, credit: 1, hint: false, guess: false }],
    ].map(each => ({ ...each, ms: 20 * MINUTE }));
    expect(queue({ goal: goal(), cards: met(20, TODAY), answered }).items).toEqual([]);
    // Asked for more minutes, it gives them.
    expect(queue({ goal: goal(), cards: met(20, TODAY), answered, budgetMs: 20 * MINUTE }).items).not.toEqual([]);
  });

  it('tells what waits: what is due and is not asked today', () => {
    const { counts, waiting } = queue({ goal: goal(), cards: met(20, TODAY) });
    expect(counts.due + waiting).toBe(20);
  });

  it('brings nothing new once the plan has no room for it, unless asked', () => {
    expect(queue({ goal: goal({ toMeet: 0 }) }).counts.new).toBe(0);
    expect(queue({ goal: goal({ lastNewDay: TODAY - 1 }) }).counts.new).toBe(0);
    expect(queue({ goal: goal({ lastNewDay: null }) }).counts.new).toBe(0);
    expect(queue({ goal: goal({ newPerDay: 0 }) }).counts.new).toBe(0);
    expect(queue({ goal: goal({ toMeet: 0, newPerDay: 0 }), newPerDay: 2 }).counts.new).toBe(2);
  });

  it('asks ahead of time when nothing is due and the exam is near, what gains most', () => {
    const cards = met(20, TODAY + 30, 1);
    const { counts, items } = queue({ goal: goal({ exam: TODAY + 1, newPerDay: 0 }), cards });
    expect(counts.due).toBe(0);
    expect(counts.ahead).toBeGreaterThan(0);
    expect(items.every(({ why }) => why === 'ahead')).toBe(true);
    // Without a plan, what is not due is left alone.
    expect(queue({ cards, newPerDay: 0 }).items).toEqual([]);
  });

  it('never asks what is set aside', () => {
    const aside = new Set(questions.map(({ id }) => id));
    expect(queue({ goal: goal(), cards: met(20, TODAY), aside }).items).toEqual([]);
  });
});
