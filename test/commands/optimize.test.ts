import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/commands/errors.ts';
import { optimize } from '../../src/commands/schedule/optimize.ts';
import { DEFAULT_WEIGHTS } from '../../src/schedule/fsrs.ts';
import { type Fit, loadFit } from '../../src/schedule/optimize/binding.ts';
import { weightsIn, weightsSetting } from '../../src/schedule/tuning.ts';
import { AVERAGE, FORGETFUL, simulate } from '../schedule/optimize/student.ts';
import { openOver, stream } from './histories.ts';

const giving =
  (weights: readonly number[]): (() => Promise<Fit>) =>
  async () =>
  async () =>
    weights;

const HISTORIES = simulate(FORGETFUL, 8000, 1);
const TRUTH = FORGETFUL.weights ?? [];

describe('weights that are better', () => {
  it('are put in force and said to be, and undone with one command', async () => {
    const { context, output } = await openOver(HISTORIES);
    await optimize(context, {});
    const said = output();
    expect(said).toMatch(/fitted to [\d,]+ answers and measured on the [\d,]+ after them, of 2025-0\d-\d\d to 2025-1/);
    expect(said).toMatch(/^ {2}before +0\.\d{4} +\d\.\d %$/m);
    expect(said).toMatch(/^ {2}fitted +0\.\d{4} +\d\.\d %$/m);
    expect(said).toMatch(/know you better, by more than chance/);
    expect(said).toMatch(/in force now.*"tutor optimize --undo"/);
    const weights = weightsIn(context.store().settings().get('weights'));
    expect(weights).toHaveLength(21);
    expect(context.store().scheduler().version).toContain(JSON.stringify(weights));

    await optimize(context, { undo: true });
    expect(output()).toBe('Put back: the weights that FSRS-6 comes with.\n');
    expect(context.store().settings().has('weights')).toBe(false);
    expect(context.store().settingHistory('weights')).toHaveLength(2);
    await expect(optimize(context, { undo: true })).rejects.toThrow(/no fit to take back/);
  });

  it('are measured once more before others take their place, and then undone one after the other', async () => {
    const { context, json } = await openOver(HISTORIES);
    const poor = DEFAULT_WEIGHTS.map((weight, i) => (i === 8 ? weight - 1 : weight));
    context.store().set('weights', weightsSetting(poor));
    await optimize(context, { json: true }, giving(TRUTH));
    expect(json()).toMatchObject({ version: 1, verdict: 'better', installed: true, weights: TRUTH });
    await optimize(context, { json: true }, giving(poor));
    expect(json()).toMatchObject({ verdict: 'no better', installed: false });
    expect(context.store().settings().get('weights')).toEqual(weightsSetting(TRUTH));

    await optimize(context, { undo: true, json: true });
    expect(json()).toEqual({ version: 1, undone: true, weights: poor });
    await optimize(context, { undo: true, json: true });
    expect(json()).toEqual({ version: 1, undone: true, weights: null });
    expect(context.store().settings().has('weights')).toBe(false);
  });

  it('change nothing in a dry run', async () => {
    const { context, output, json } = await openOver(HISTORIES);
    await optimize(context, { dryRun: true }, giving(TRUTH));
    expect(output()).toMatch(/in force +0\.\d{4}[\s\S]*know you better[\s\S]*Nothing was changed/);
    await optimize(context, { dryRun: true, json: true }, giving(TRUTH));
    expect(json()).toMatchObject({ verdict: 'better', installed: false });
    expect(context.store().settingHistory('weights')).toEqual([]);

    context.store().set('weights', weightsSetting(TRUTH));
    await optimize(context, { dryRun: true, undo: true });
    expect(output()).toBe('This would put back the weights that FSRS-6 comes with.\n');
    expect(context.store().settings().get('weights')).toEqual(weightsSetting(TRUTH));
  });
});

it('names the day of the weights that it puts back', async () => {
  const { context, output } = await openOver(HISTORIES);
  context.store().set('weights', weightsSetting(TRUTH));
  context.store().set('weights', weightsSetting([...TRUTH.slice(0, 20), 0.3]));
  await optimize(context, { undo: true });
  expect(output()).toBe('Put back: the weights put in force on 2025-10-05 12:00.\n');
});

it('keeps the weights in force where the fitted ones are no better', async () => {
  const { context, output } = await openOver(simulate(AVERAGE, 3000, 1));
  await optimize(context, {});
  expect(output()).toMatch(/in force +0\.\d{4}[\s\S]*(no better: those in force|no more than chance).*stay/);
  expect(context.store().settingHistory('weights')).toEqual([]);
});

describe('refuses, and changes nothing,', () => {
  it.each([
    ['with few answers', simulate(FORGETFUL, 300, 1), loadFit, /: 2\d\d of 1,200 answers needed\./],
    ['without an answer', new Map(), loadFit, /: 0 of 1,200 answers needed\./],
    [
      'on too few days',
      new Map(
        Array.from({ length: 1400 }, (_, i) => [`q/${i}`, [1, 2].map(day => ({ day, rating: 'good' as const }))]),
      ),
      loadFit,
      /enough answers .*\(1,400\), but on too few days/,
    ],
    [
      'without the library',
      HISTORIES,
      () => loadFit(() => Promise.reject(new Error('Cannot find package'))),
      /not installed .* optional, .* "npm install @open-spaced-repetition\/binding"/,
    ],
    ['with a fit that fails', HISTORIES, giving([1, 2]), /no weights that can be used/],
  ])('%s', async (_, histories, load, message) => {
    const { context, output } = await openOver(histories);
    const refused = optimize(context, {}, load);
    await expect(refused).rejects.toThrow(Failure);
    await expect(refused).rejects.toThrow(message);
    expect(output()).toBe('');
    expect(context.store().settingHistory('weights')).toEqual([]);
  });
});

it('draws how far it is where somebody watches, and takes the line away', async () => {
  const { context } = await openOver(HISTORIES);
  let [written, time] = ['', 0];
  const environment = {
    ...context.environment,
    stderr: Object.assign(
      stream(text => {
        written += text;
      }),
      { isTTY: true, columns: 80 },
    ),
    monotonic: () => {
      time += 1000;
      return time;
    },
  };
  await optimize({ ...context, environment }, {}, async () => async (_, __, watch) => {
    watch(250, 1000);
    watch(1000, 1000);
    return TRUTH;
  });
  expect(written).toMatch(/ 25 % {2}250 steps of the fit\r.*100 % {2}1,000 steps of the fit\r[^\r]*$/);
});

it('passes on what is a fault of the program', async () => {
  const { context } = await openOver(HISTORIES);
  const fault = new TypeError('fault');
  await expect(optimize(context, {}, async () => () => Promise.reject(fault))).rejects.toBe(fault);
});
