import { describe, expect, it } from 'vitest';
import { blueprintOf, optionsIn } from '../../../src/exam/blueprint/topics.ts';
import { codeOf, examCode, readCode } from '../../../src/exam/code.ts';
import { planForm } from '../../../src/exam/draw/plan-form.ts';
import { bankOf, faults, messageOf, shippedBank, templatesOf } from '../draw/support.ts';

/** Blueprints made of topics and credits. */

const bank = shippedBank();
const of = (topics: readonly string[], credits: number | null, minutes: number | null = null) =>
  blueprintOf({ topics, credits, minutes }, bank);
const shares = (topics: readonly string[], credits: number | null): number[] =>
  of(topics, credits).problems.map(problem => problem.credits);

it('shares the credits out among the topics', () => {
  const blueprint = of(['rnn', 'cnn'], 30);
  expect(blueprint).toMatchObject({ name: 'rnn+cnn@30', file: null, credits: 30, pass: 15, cover: ['rnn', 'cnn'] });
  expect(blueprint.problems.map(({ title, credits }) => [title, credits])).toEqual([
    ['rnn', 15],
    ['cnn', 15],
  ]);
  // All that there is on the one goes in, and the other makes up for it.
  expect(shares(['augmentation', 'rnn'], 40)).toEqual([4, 36]);
  expect(shares(['rnn', 'cnn', 'lstm'], 20)).toSatisfy((all: number[]) => all.toSorted().join() === '6,7,7');
});

it('gives forms that keep to it', () => {
  for (const [topics, credits] of [
    [['rnn', 'cnn'], 30],
    [['lstm'], 12.5],
    [['optimization', 'losses', 'activations', 'normalization'], 40],
    [['cnn/pooling', 'rnn/forward', 'lstm/gates'], 20],
    [['energy-models'], null],
  ] as const) {
    const blueprint = of(topics, credits);
    for (let seed = 0; seed < 10; seed++) {
      const form = planForm({ blueprint, seed, vary: 'questions' }, bank, seed % 2);
      expect(faults(templatesOf(form, bank), blueprint), blueprint.name).toEqual([]);
    }
  }
});

it('comes from its name as it was', () => {
  for (const [name, options] of [
    ['rnn+cnn@30', { topics: ['rnn', 'cnn'], credits: 30, minutes: null }],
    ['autoencoders@4.5-20', { topics: ['autoencoders'], credits: 4.5, minutes: 20 }],
  ] as const) {
    expect(optionsIn(name)).toEqual(options);
    const blueprint = blueprintOf(options, bank);
    expect(blueprint.name).toBe(name);
    const spec = { blueprint, seed: 3, vary: 'order' as const };
    const code = readCode(examCode(spec, bank));
    expect(code).toEqual(codeOf(spec, bank));
    expect(blueprintOf(optionsIn(code.name) ?? options, bank)).toEqual(blueprint);
  }
  for (const name of ['endterm', 'rnn@', '@30', 'rnn@x', 'rnn@3-']) expect(optionsIn(name), name).toBeNull();
});

it('takes as long as its questions, unless told', () => {
  const small = bankOf(
    { id: 'a/one', credits: 2, topics: ['a'], minutes: 6 },
    { id: 'a/two', credits: 2, topics: ['a/x'] },
  );
  // 8 minutes for 4 credits, and no estimate is better than five minutes.
  expect(blueprintOf({ topics: ['a'], credits: 4, minutes: null }, small).minutes).toBe(10);
  expect(blueprintOf({ topics: ['a'], credits: 4, minutes: 7 }, small).minutes).toBe(7);
});

it('takes as much as there is where no credits are named', () => {
  expect(of(['rnn', 'cnn'], null).name).toBe('rnn+cnn@20');
  expect(of(['augmentation'], null).name).toBe('augmentation@4');
});

describe('what cannot be', () => {
  it.each([
    [['augmentation'], 9, 'No exam of 9 credits was found on augmentation, shared among them: 4 would do.'],
    [['rrnn'], 9, 'No question is on "rrnn": did you mean rnn?'],
    [[], 9, 'Name 1 to 12 topics for an exam.'],
    [['rnn', 'rnn'], 9, 'A topic is named twice.'],
    [['rnn'], 0.3, 'The credits of an exam are more than 0 and at most 200, in steps of 0.5.'],
  ])('%j with %d credits', (topics, credits, message) => {
    expect(messageOf(() => of(topics, credits))).toBe(message);
  });
});
