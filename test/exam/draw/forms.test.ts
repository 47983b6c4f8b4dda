import { describe, expect, it } from 'vitest';
import { planForm } from '../../../src/exam/draw/plan-form.ts';
import { type PlannedForm, VARYINGS, type Varying } from '../../../src/exam/form.ts';
import { faults, shipped, shippedBank, templatesOf } from './support.ts';

/** What the forms of one exam have in common, and what not. */

const bank = shippedBank();
const endterm = shipped('endterm');
const formOf = (vary: Varying, index: number, seed = 7): PlannedForm =>
  planForm({ blueprint: endterm, seed, vary }, bank, index);
const idsOf = (form: PlannedForm): string[][] => form.problems.map(problem => problem.map(({ id }) => id));
const sorted = (form: PlannedForm): string[][] => idsOf(form).map(ids => ids.toSorted());
const seedsOf = (form: PlannedForm): Record<string, number> =>
  Object.fromEntries(form.problems.flat().map(({ id, seed }) => [id, seed]));
const ordersOf = (form: PlannedForm): (number | null)[] => form.problems.flat().map(({ order }) => order);

it.each(VARYINGS)('draws a form the same again, whatever else is drawn: %s', vary => {
  const alone = formOf(vary, 2);
  const all = [0, 1, 2, 3].map(index => formOf(vary, index));
  expect(all[2]).toEqual(alone);
  expect(all.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D']);
  // The first form is the same exam, however the others differ from it.
  expect(all[0]).toEqual(formOf('order', 0));
  expect(formOf(vary, 2, 8)).not.toEqual(alone);
});

it('names forms beyond Z', () => {
  expect([25, 26, 27, 701, 702].map(index => formOf('numbers', index).name)).toEqual(['Z', 'AA', 'AB', 'ZZ', 'AAA']);
});

describe('other forms', () => {
  const first = formOf('order', 0);

  it('order: the same questions with the same numbers, in other places', () => {
    const other = formOf('order', 1);
    expect(sorted(other)).toEqual(sorted(first));
    expect(seedsOf(other)).toEqual(seedsOf(first));
    expect(idsOf(other)[0]).not.toEqual(idsOf(first)[0]);
    expect(ordersOf(other)).not.toContain(null);
    expect(new Set(ordersOf(other)).size).toBe(ordersOf(other).length);
    // Problems that tell a story keep their order.
    for (const fixed of [2, 3, 5]) expect(idsOf(other)[fixed]).toEqual(idsOf(first)[fixed]);
  });

  it('numbers: the same questions in the same order, with other numbers', () => {
    const other = formOf('numbers', 1);
    expect(idsOf(other)).toEqual(idsOf(first));
    const seeds = seedsOf(other);
    expect(Object.entries(seedsOf(first)).filter(([id, seed]) => seeds[id] === seed)).toEqual([]);
    expect(ordersOf(other).every(order => order === null)).toBe(true);
  });

  it('both: other places and other numbers', () => {
    const other = formOf('both', 1);
    expect(sorted(other)).toEqual(sorted(first));
    expect(idsOf(other)[0]).not.toEqual(idsOf(first)[0]);
    const seeds = seedsOf(other);
    expect(Object.entries(seedsOf(first)).filter(([id, seed]) => seeds[id] === seed)).toEqual([]);
  });
});

/** The balance that planForm promises. */
describe('questions: parallel forms', () => {
  const minutes = (form: PlannedForm): number[] =>
    templatesOf(form, bank).map(templates => templates.reduce((sum, one) => sum + (one.minutes ?? one.credits), 0));
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

  it.each(['endterm', 'quiz', 'rnn'])(
    '%s: other questions that take as long',
    name => {
      const blueprint = shipped(name);
      const apart: number[] = [];
      const shared: number[] = [];
      for (let seed = 0; seed < 12; seed++) {
        const forms = [0, 1, 2].map(index => planForm({ blueprint, seed, vary: 'questions' }, bank, index));
        const [first, ...others] = forms as [PlannedForm, ...PlannedForm[]];
        const known = new Set(idsOf(first).flat());
        for (const other of others) {
          expect(faults(templatesOf(other, bank), blueprint)).toEqual([]);
          const ids = idsOf(other).flat();
          shared.push(ids.filter(id => known.has(id)).length / ids.length);
          apart.push(Math.abs(sum(minutes(other)) - sum(minutes(first))) / sum(minutes(first)));
          minutes(other).forEach((own, i) => {
            expect(Math.abs(own - (minutes(first)[i] as number))).toBeLessThanOrEqual(8);
          });
        }
      }
      expect(Math.max(...apart)).toBeLessThan(0.1);
      expect(sum(apart) / apart.length).toBeLessThan(0.03);
      expect(Math.max(...shared)).toBeLessThan(1);
    },
    30_000,
  );
});
