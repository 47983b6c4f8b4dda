import { describe, expect, it } from 'vitest';
import { FADING_SEEDS } from '../../../src/bank/variant.ts';
import { planForm } from '../../../src/exam/draw/plan-form.ts';
import { faults, shipped, shippedBank, templatesOf } from './support.ts';

/** The blueprints of the bank, at many seeds. */

const SEEDS = 500;
const bank = shippedBank();

const BLUEPRINTS = [
  { name: 'endterm', problems: 9, credits: 90, minutes: 90, questions: 100 },
  { name: 'quiz', problems: 4, credits: 20, minutes: 20, questions: 40 },
  { name: 'rnn', problems: 4, credits: 30, minutes: 40, questions: 15 },
];

describe.each(BLUEPRINTS)('$name', ({ name, problems, credits, minutes, questions }) => {
  const blueprint = shipped(name);

  it('is what it says', () => {
    expect(blueprint).toMatchObject({ credits, minutes, name });
    expect(blueprint.problems.length).toBe(problems);
  });

  it(`gives a form that keeps to it at each of ${SEEDS} seeds, and not always the same`, () => {
    const asked = new Set<string>();
    const firsts = new Set<string>();
    for (let seed = 0; seed < SEEDS; seed++) {
      const form = planForm({ blueprint, seed, vary: 'order' }, bank, 0);
      expect(faults(templatesOf(form, bank), blueprint), `seed ${seed}`).toEqual([]);
      for (const { id, seed: own, order } of form.problems.flat()) {
        asked.add(id);
        if (own < 0 || own >= FADING_SEEDS || !Number.isInteger(own) || order !== null)
          throw new Error(`${id}: ${own}`);
      }
      firsts.add(
        form.problems
          .flat()
          .map(({ id }) => id)
          .join(),
      );
    }
    // Any question that could be asked is, at some seed.
    expect(asked.size).toBeGreaterThan(questions);
    expect(firsts.size).toBeGreaterThan(SEEDS / 4);
  }, 30_000);
});

it('asks nine ticked questions of 2 credits first in the endterm', () => {
  const form = planForm({ blueprint: shipped('endterm'), seed: 3, vary: 'order' }, bank, 0);
  const [first = [], ...others] = templatesOf(form, bank);
  expect(first.map(({ credits }) => credits)).toEqual(Array(9).fill(2));
  expect(first.every(({ parts }) => parts.length === 1 && parts[0]?.answer.kind === 'choice')).toBe(true);
  const sums = others.map(templates => templates.reduce((sum, template) => sum + template.credits, 0));
  expect(sums).toEqual([14, 4, 16, 11, 6, 6, 10, 5]);
  expect(form.problems[3]?.map(({ number }) => number).slice(0, 2)).toEqual(['4.1', '4.2']);
});
