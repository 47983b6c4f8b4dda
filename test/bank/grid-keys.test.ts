import { describe, expect, test } from 'vitest';
import { printKey } from '../../src/answers/answers.ts';
import { loadFolder } from '../../src/bank/load.ts';
import { markVariant } from '../../src/bank/marking.ts';
import { makeVariant, type Variant } from '../../src/bank/variant.ts';

/** Tables and tensors of the bank by a second path: plain loops over the drawn values. */

const { templates } = loadFolder('questions');
const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);

function variantOf(id: string, seed: number | null): Variant {
  const template = templates.find(other => other.id === id);
  if (!template) throw new Error(`${id} is no question`);
  return makeVariant(template, seed);
}

/** The cells of each part that has any. */
function cellsOf({ parts }: Variant): (readonly number[])[] {
  return parts.flatMap(({ key }) => (key.kind === 'table' || key.kind === 'tensor' ? [key.values] : []));
}

function expectClose(cells: readonly number[], others: readonly number[], digits: number): void {
  expect(cells.length).toBe(others.length);
  cells.forEach((cell, i) => {
    expect(cell, `cell ${i}`).toBeCloseTo(others[i] as number, digits);
  });
}

const LSTM = 'lstm/three-time-steps';

const sigma = (x: number): number => 1 / (1 + Math.exp(-x));

/** Row by row f, g, q, i, s, h, o. */
function lstmTable({ vars }: Variant): number[] {
  const get = (name: string): number => vars[name] as number;
  let [h, s] = [get('h0'), get('s0')];
  return [get('x1'), get('x2'), get('x1')].flatMap(x => {
    const before = h;
    const unit = (of: string): number => sigma(get(`b${of}`) + get(`U${of}`) * x + get(`W${of}`) * before);
    const [f, g, q, i] = ['f', 'g', 'q', ''].map(unit) as [number, number, number, number];
    s = f * s + g * i;
    h = Math.max(0, s) * q;
    return [f, g, q, i, s, h, sigma(get('V') * h + get('c'))];
  });
}

describe(LSTM, () => {
  test('the given table is that of the exercise sheet', () => {
    const [table = []] = cellsOf(variantOf(LSTM, null));
    const printed = [
      [0.543639, 0.576885, 0.617748, 0.732433, 0.42253, 0.261017, 0.575685],
      [0.550652, 0.542819, 0.617348, 0.737129, 0.632794, 0.390654, 0.721772],
      [0.572534, 0.548052, 0.645015, 0.740019, 0.767865, 0.495284, 0.814031],
    ];
    expectClose(table, printed.flat(), 5.8);
  });

  test('the tables of 200 seeds agree with the second path, and output 3 is never output 1', () => {
    for (const seed of SEEDS) {
      const variant = variantOf(LSTM, seed);
      const [table = []] = cellsOf(variant);
      expectClose(table, lstmTable(variant), 9);
      expect(Math.abs((table[20] as number) - (table[6] as number)), `seed ${seed}`).toBeGreaterThan(0.04);
    }
  });

  test('a slip in the first state costs one cell where all that follows is right', () => {
    const variant = variantOf(LSTM, null);
    const [table = []] = cellsOf(variant);
    const get = (name: string): number => variant.vars[name] as number;
    const own = [...table];
    own[4] = 0.5;
    // The first hidden state and output, and then the two steps after them, from the wrong state.
    own[5] = 0.5 * (own[2] as number);
    own[6] = sigma(get('V') * (own[5] as number) + get('c'));
    const later = { ...variant, vars: { ...variant.vars, x1: get('x2'), x2: get('x1'), h0: own[5], s0: 0.5 } };
    own.splice(7, 14, ...lstmTable(later as Variant).slice(0, 14));
    const rows = [0, 7, 14].map(start => own.slice(start, start + 7).join(' '));
    const choice = printKey((variant.parts[1] as Variant['parts'][number]).key);
    const { parts } = markVariant(variant, [`[${rows.join('; ')}]`, choice]);
    expect(parts[0]).toMatchObject({ carried: true, error: null });
    expect(parts[0]?.credit).toBeCloseTo(20 / 21, 12);
  });
});

const AXES = 'normalization/axes-of-the-mean';

/** The means of all elements that have one name, in the order in which the names first occur. */
function meansBy({ vars }: Variant, name: (sample: number, channel: number) => string): number[] {
  const groups = new Map<string, number[]>();
  (vars.X as number[][][]).forEach((channels, sample) => {
    channels.forEach((positions, channel) => {
      const key = name(sample, channel);
      groups.set(key, [...(groups.get(key) ?? []), ...positions]);
    });
  });
  return [...groups.values()].map(group => group.reduce((sum, x) => sum + x, 0) / group.length);
}

test(`${AXES}: means by channel, by sample and by both`, () => {
  expect(cellsOf(variantOf(AXES, null))).toEqual([
    [4, 4.5],
    [4, 5, 3, 5],
    [3, 5, 3, 7, 5, 1, 5, 5],
  ]);
  for (const seed of SEEDS) {
    const variant = variantOf(AXES, seed);
    const [batch = [], layer = [], instance = []] = cellsOf(variant);
    expectClose(
      batch,
      meansBy(variant, (_, channel) => `${channel}`),
      12,
    );
    expectClose(
      layer,
      meansBy(variant, sample => `${sample}`),
      12,
    );
    expectClose(
      instance,
      meansBy(variant, (sample, channel) => `${sample} ${channel}`),
      12,
    );
  }
});
