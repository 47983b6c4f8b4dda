import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../src/schedule/fsrs.ts';
import { quickModel } from '../../../src/schedule/plan/arithmetic.ts';
import { chooseDay, type DayRules, newOnDay } from '../../../src/schedule/plan/day.ts';
import type { PlanQuestion } from '../../../src/schedule/plan/types.ts';
import { bankOf } from './student.ts';

const MINUTE = 60_000;
const TODAY = 20_000;

function rules(rest: Partial<DayRules> = {}): DayRules {
  const model = quickModel(DEFAULT_WEIGHTS);
  return { today: TODAY, exam: TODAY + 14, budgetMs: 20 * MINUTE, fresh: 0, room: 1000, early: true, model, ...rest };
}

function met(id: string, rest: Partial<PlanQuestion> = {}): PlanQuestion {
  const state = { stability: 3, difficulty: 6 };
  const [lastDay, dueDay] = [TODAY - 3, TODAY];
  return { id, topic: 'a', credits: 2, ms: 5 * MINUTE, requires: [], state, lastDay, dueDay, aside: false, ...rest };
}

function fresh(id: string, rest: Partial<PlanQuestion> = {}): PlanQuestion {
  return met(id, { state: null, lastDay: null, dueDay: null, ...rest });
}

describe('one day', () => {
  it('sets time aside for the new ones, then takes what is due, then what is not', () => {
    const bank = [met('later', { dueDay: TODAY + 1 }), met('due'), fresh('new')];
    expect(chooseDay(bank, rules({ fresh: 1 }))).toEqual(['new', 'due', 'later']);
    expect(chooseDay(bank, rules({ fresh: 1, early: false }))).toEqual(['new', 'due']);
    expect(chooseDay(bank, rules({ fresh: 1, budgetMs: 7 * MINUTE }))).toEqual(['new']);
  });

  it('prefers what gains most credits a minute', () => {
    const bank = [
      met('slow', { ms: 15 * MINUTE }),
      met('safe', { state: { stability: 300, difficulty: 3 } }),
      met('rich', { credits: 8 }),
      met('plain'),
    ];
    expect(chooseDay(bank, rules({ budgetMs: 60 * MINUTE }))).toEqual(['rich', 'plain', 'slow', 'safe']);
  });

  it('lets nothing wait for ever: what gains less comes first once it is due long enough', () => {
    const first = (days: number): string | undefined => {
      const failed = { state: { stability: 0.2, difficulty: 6 }, lastDay: TODAY - days - 1, dueDay: TODAY - days };
      return chooseDay(
        [met('failed', failed), met('fading', { credits: 6 })],
        rules({ exam: TODAY + 60, early: false }),
      )[0];
    };
    expect([first(2), first(120)]).toEqual(['fading', 'failed']);
  });

  it('leaves alone what was answered today, what is put aside, and what is safe and not due', () => {
    const safe = { state: { stability: 5000, difficulty: 3 }, dueDay: TODAY + 9 };
    const bank = [met('today', { lastDay: TODAY }), met('aside', { aside: true }), met('safe', safe)];
    expect(chooseDay(bank, rules())).toEqual([]);
  });

  it('asks one question that takes longer than the day, and none when the time is up', () => {
    const bank = [met('long', { ms: 60 * MINUTE }), met('other', { ms: 60 * MINUTE })];
    expect(chooseDay(bank, rules({ budgetMs: MINUTE }))).toHaveLength(1);
    expect(chooseDay(bank, rules({ budgetMs: 0 }))).toEqual([]);
  });

  it('lets no new question overtake one that does not fit', () => {
    const bank = [
      fresh('a', { ms: MINUTE }),
      fresh('b', { ms: 60 * MINUTE, requires: ['a'] }),
      fresh('c', { ms: MINUTE, requires: ['b'] }),
    ];
    expect(chooseDay(bank, rules({ fresh: 3 }))).toEqual(['a']);
  });

  it('has the new questions of the plan, less those met today, until its last new day', () => {
    const plan = { newPerDay: 3, lastNewDay: TODAY + 4, toMeet: 20 };
    expect(newOnDay(plan, TODAY, 0)).toEqual({ fresh: 3, room: 15 });
    expect(newOnDay(plan, TODAY + 4, 2)).toEqual({ fresh: 1, room: 1 });
    expect(newOnDay(plan, TODAY, 5)).toEqual({ fresh: 0, room: 12 });
    expect(newOnDay({ ...plan, toMeet: 7 }, TODAY, 0)).toEqual({ fresh: 3, room: 7 });
    expect(newOnDay(plan, TODAY + 5, 0)).toEqual({ fresh: 0, room: 0 });
    expect(newOnDay({ ...plan, lastNewDay: null }, TODAY, 0)).toEqual({ fresh: 0, room: 0 });
  });

  it('also chooses on the exam day itself', () => {
    expect(chooseDay([met('due')], rules({ exam: TODAY }))).toEqual(['due']);
  });

  it('keeps to the time, asks nothing twice, and does not depend on the order of what was met', () => {
    const state = fc.record({
      stability: fc.double({ min: 0.1, max: 200, noNaN: true }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    });
    const memory = fc.option(fc.record({ state, since: fc.nat(30), wait: fc.integer({ min: -5, max: 20 }) }));
    const memories = fc.array(memory, { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(memories, fc.nat(10), fc.integer({ min: 1, max: 600 }), (all, count, minutes) => {
        const bank = bankOf(30, 4, 1).map((question, i): PlanQuestion => {
          const found = all[i];
          if (!found) return question;
          return { ...question, state: found.state, lastDay: TODAY - found.since, dueDay: TODAY + found.wait };
        });
        const rule = rules({ fresh: count, budgetMs: minutes * MINUTE });
        const chosen = chooseDay(bank, rule);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(
          chosen.filter(id => bank.find(question => question.id === id)?.state === null).length,
        ).toBeLessThanOrEqual(count);
        const before = chosen.slice(0, -1).reduce((sum, id) => sum + (bank.find(one => one.id === id)?.ms ?? 0), 0);
        expect(before).toBeLessThan(rule.budgetMs);
        const seen = bank.filter(question => question.state !== null);
        expect(chooseDay(seen.toReversed(), rule)).toEqual(chooseDay(seen, rule));
      }),
    );
  });
});
