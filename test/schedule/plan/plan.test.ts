import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examPlan, expectedScore } from '../../../src/schedule/plan/plan.ts';
import { posterior } from '../../../src/schedule/plan/posterior.ts';
import type { Plan, PlanInput, PlanQuestion, Range } from '../../../src/schedule/plan/types.ts';
import { follow, isWithin } from './coverage.ts';
import { bankOf, hiddenStudent, planInput, Studying } from './student.ts';

const TODAY = 20_000;
const PARTICLES = 40;

function planOf(input: PlanInput): Plan {
  return examPlan(input, posterior(input.histories, input.weights, input.seed, PARTICLES));
}

/** After some days of study, on the day after. */
function afterDays(days: number, bank: readonly PlanQuestion[], rest: Partial<PlanInput> = {}): PlanInput {
  const student = new Studying(bank, hiddenStudent(3), 3);
  for (let day = TODAY - days; day < TODAY; day++)
    student.study(day, planInput({ exam: TODAY + 20, minutes: 40 }), 4, 1000);
  return planInput({ questions: student.questions, histories: student.histories, exam: TODAY + 20, ...rest });
}

function expectOrder({ mean, low, high }: Range): void {
  expect(0 <= low && low <= mean && mean <= high && high <= 1).toBe(true);
}

function width({ low, high }: Range): number {
  return high - low;
}

describe('a plan', () => {
  it('makes sense for any bank, date, time and history', () => {
    const inputs = fc.record({
      count: fc.nat(40),
      studied: fc.nat(15),
      days: fc.nat(40),
      minutes: fc.constantFrom(1, 5, 20, 60, 600),
      newPerDay: fc.constantFrom(null, 0, 1, 3),
      examCredits: fc.constantFrom(1, 30, 90, 5000),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(inputs, ({ count, studied, days, ...rest }) => {
        const input = afterDays(studied, bankOf(count, 4, 1), { exam: TODAY + days, ...rest });
        const plan = planOf(input);
        for (const range of [plan.score, plan.remembered, ...plan.curve, ...plan.withoutStudy]) expectOrder(range);
        // What is beyond either end of the interval leaves at most so many on the other side.
        const { low, high } = plan.score;
        if (low > 0.5) expect(plan.passing).toBeGreaterThan(0.9);
        if (high < 0.5) expect(plan.passing).toBeLessThan(0.1);
        expect(plan.passing).toBeGreaterThanOrEqual(0);
        expect(plan.passing).toBeLessThanOrEqual(1);
        const dates = Array.from({ length: days + 1 }, (_, i) => TODAY + i);
        expect(plan.curve.map(({ day }) => day)).toEqual(dates);
        expect(plan.withoutStudy.map(({ day }) => day)).toEqual(dates);
        const fresh = input.questions.filter(({ state }) => state === null).length;
        expect(plan.topics.reduce((sum, { questions }) => sum + questions, plan.notMet)).toBe(fresh);
        if (rest.newPerDay !== null) expect(plan.newPerDay).toBeLessThanOrEqual(rest.newPerDay);
        for (const { start, end } of plan.topics) expect(TODAY <= start && start <= end && end < input.exam).toBe(true);
        if (plan.minutesNeeded !== null) expect(plan.minutesNeeded).toBeGreaterThan(rest.minutes);
        expect(plan.assumptions.length).toBeGreaterThan(4);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same for the same input and seed', () => {
    const input = afterDays(6, bankOf(30, 4, 1));
    expect(planOf(input)).toEqual(planOf(input));
  });

  it('never promises less for more time', () => {
    const input = afterDays(5, bankOf(60, 6, 2));
    const found = posterior(input.histories, null, 1, PARTICLES);
    const means = [5, 10, 20, 40, 80, 160].map(minutes => examPlan({ ...input, minutes }, found).remembered.mean);
    for (const [i, mean] of means.slice(1).entries()) expect(mean).toBeGreaterThan((means[i] ?? 1) - 0.01);
    expect((means.at(-1) ?? 0) - (means[0] ?? 1)).toBeGreaterThan(0.1);
  });

  it('gives a better chance to pass for more time', () => {
    const input = afterDays(5, bankOf(60, 6, 2));
    const found = posterior(input.histories, null, 1, PARTICLES);
    const [little = 1, much = 0] = [2, 80].map(minutes => examPlan({ ...input, minutes }, found).passing);
    expect(little).toBeLessThan(0.95);
    expect(much).toBeGreaterThan(little);
  });

  it('is surer of a student it has known for longer', () => {
    const [none, some, much] = [0, 8, 40].map(days => width(planOf(afterDays(days, bankOf(60, 6, 2))).remembered));
    expect(some ?? 1).toBeLessThan(none ?? 0);
    expect(much ?? 1).toBeLessThan(some ?? 0);
  });

  it('leaves nothing out where there is time, and says how much would do where there is not', () => {
    const bank = bankOf(60, 6, 2);
    const plenty = planOf(planInput({ questions: bank, exam: TODAY + 28, minutes: 60 }));
    expect(plenty).toMatchObject({ notMet: 0, minutesNeeded: null });
    const short = planOf(planInput({ questions: bank, exam: TODAY + 28, minutes: 3 }));
    expect(short.notMet).toBeGreaterThan(0);
    const enough = planOf(planInput({ questions: bank, exam: TODAY + 28, minutes: (short.minutesNeeded ?? 0) * 1.15 }));
    expect(enough.notMet).toBe(0);
  });

  it('never asks what is set aside, and expects the exam to ask it all the same', () => {
    const bank = bankOf(40, 4, 1);
    const half = bank.map((question, i) => ({ ...question, aside: i % 2 === 1 }));
    const times = { exam: TODAY + 28, minutes: 60 };
    const [whole, without] = [bank, half].map(questions => planOf(planInput({ questions, ...times }))) as [Plan, Plan];
    expect(whole.toMeet).toBe(40);
    expect(without).toMatchObject({ toMeet: 20, notMet: 0, minutesNeeded: null });
    expect(without.remembered.mean).toBeLessThan(whole.remembered.mean - 0.1);
  });

  it('counts what was already done today', () => {
    const input = planInput({ questions: bankOf(40, 4, 1), exam: TODAY + 1, minutes: 30 });
    expect(planOf({ ...input, done: { ms: 30 * 60_000, fresh: 5 } }).topics).toEqual([]);
    expect(planOf(input).topics.length).toBeGreaterThan(0);
  });
});

describe('the ends', () => {
  it('has nothing to say of an empty bank', () => {
    const plan = planOf(planInput({}));
    expect(plan).toMatchObject({ newPerDay: 0, lastNewDay: null, topics: [], notMet: 0, minutesNeeded: null });
    expect(plan.score).toEqual({ mean: 0, low: 0, high: 0 });
  });

  it('gives the score of now where the exam is today', () => {
    const input = afterDays(20, bankOf(60, 6, 2), { exam: TODAY });
    const plan = planOf(input);
    expect(plan).toMatchObject({ newPerDay: 0, topics: [] });
    expect(plan.curve).toHaveLength(1);
    expect(plan.score).toEqual(expectedScore(input, posterior(input.histories, null, 1, PARTICLES)));
  });

  it('plans for tomorrow, and for next year', () => {
    const bank = bankOf(60, 6, 2);
    expect(planOf(planInput({ questions: bank, exam: TODAY + 1 })).newPerDay).toBeGreaterThan(1);
    const far = planOf(planInput({ questions: bank, exam: TODAY + 300 }));
    expect(far.notMet).toBe(0);
    expect(far.curve).toHaveLength(301);
    expect(far.remembered.mean).toBeGreaterThan(0.85);
  });

  it('promises all to whom nothing can slip, and shows what is lost without study', () => {
    const state = { stability: 30_000, difficulty: 1 };
    const known = bankOf(30, 4, 1).map(question => ({ ...question, state, lastDay: TODAY, dueDay: TODAY + 900 }));
    expect(planOf(planInput({ questions: known })).remembered.low).toBeGreaterThan(0.95);
    const { curve, withoutStudy } = planOf(afterDays(20, bankOf(60, 6, 2)));
    expect(withoutStudy.at(-1)?.mean ?? 1).toBeLessThan(withoutStudy[0]?.mean ?? 0);
    expect(withoutStudy.at(-1)?.mean ?? 1).toBeLessThan(curve.at(-1)?.mean ?? 0);
    expect(withoutStudy[0]).toEqual(curve[0]);
  });

  it('refuses an exam that is over, and no time at all', () => {
    expect(() => planOf(planInput({ exam: TODAY - 1 }))).toThrow('the exam day is over');
    expect(() => planOf(planInput({ minutes: 0 }))).toThrow('give 1 minute or more');
  });
});

it('comes true for students whose memory is known', () => {
  const bank = bankOf(60, 6, 4);
  const inside = Array.from({ length: 30 }, (_, i) => {
    const setting = { bank, hidden: hiddenStudent(500 + i), days: 15, minutes: 10 + i, seed: i, particles: PARTICLES };
    const { stated, score } = follow(setting);
    return stated.map(one => isWithin(score, one.score));
  });
  // First day, after a week, a week before, the day before.
  expect(inside[0]).toHaveLength(4);
  for (const moment of [0, 1, 2, 3]) expect(inside.filter(row => row[moment]).length).toBeGreaterThanOrEqual(24);
});
