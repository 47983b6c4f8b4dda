import { describe, expect, test, vi } from 'vitest';
import { printKey } from '../../../src/answers/answers.ts';
import { markVariant } from '../../../src/bank/marking.ts';
import { longestIsRight, poolOf } from './option-pools.ts';
import { computedKeys, secondPaths, type Vars, variantOf } from './second-path.ts';

/** Gated units: every number by running the cell in plain arithmetic, and every count block by block. */

// Three time steps are long to draw, and each is drawn a thousand times: on a busy machine the usual limit is too short.
vi.setConfig({ testTimeout: 60_000 });

const sigma = (z: number): number => 1 / (1 + Math.exp(-z));

interface Memory {
  readonly h: number;
  readonly s: number;
}

/** One step of the sheet's cell: f, g, q, i, s, h and o. */
function step(v: Vars, x: number, { h: before, s: old }: Memory): number[] {
  const unit = (name: string): number => sigma(v[`b${name}`] + v[`U${name}`] * x + v[`W${name}`] * before);
  const [f, g, q, i] = ['f', 'g', 'q', ''].map(unit) as [number, number, number, number];
  const s = f * old + g * i;
  const h = Math.max(0, s) * q;
  return [f, g, q, i, s, h, sigma(v.V * h + v.c)];
}

function walk(v: Vars, inputs: readonly number[], start: Memory = { h: v.h0, s: v.s0 }): number[][] {
  const rows: number[][] = [];
  for (const x of inputs) {
    const last = rows.at(-1);
    rows.push(step(v, x, last ? { s: last[4] as number, h: last[5] as number } : start));
  }
  return rows;
}

/** Weights and biases of so many blocks, each unit for itself. */
function blocks(count: number, inputs: number, units: number): number {
  let total = 0;
  for (let block = 0; block < count; block++) {
    for (let unit = 0; unit < units; unit++) total += inputs + units + 1;
  }
  return total;
}

function widest(inputs: number, most: number): number {
  let units = 0;
  while (blocks(3, inputs, units + 1) <= most) units++;
  return units;
}

/** The forget gate that leaves this share, by halving the interval. */
function gateThatLeaves(share: number, steps: number): number {
  let [low, high] = [0, 1];
  while (high - low > 1e-12) {
    const gate = (low + high) / 2;
    let left = 1;
    for (let t = 0; t < steps; t++) left *= gate;
    [low, high] = left < share ? [gate, high] : [low, gate];
  }
  return low;
}

const PRINTED = [
  [0.543639, 0.576885, 0.617748, 0.732433, 0.42253, 0.261017, 0.575685],
  [0.550652, 0.542819, 0.617348, 0.737129, 0.632794, 0.390654, 0.721772],
  [0.572534, 0.548052, 0.645015, 0.740019, 0.767865, 0.495284, 0.814031],
];

secondPaths('lstm', {
  'lstm/first-time-step': {
    given: PRINTED[0] as number[],
    path: v => step(v, v.x, { h: v.h0, s: v.s0 }),
  },
  'lstm/three-time-steps': { given: [PRINTED], path: v => [walk(v, [v.x1, v.x2, v.x1])] },
  'lstm/gates-by-numbers': {
    given: [[1.8, -0.1], [-0.05, 0.64], [1.75, 0.54], null],
    path: ({ before, f, i, o, g }) => {
      const units = [0, 1].map(n => ({ kept: f[n] * before[n], written: i[n] * g[n], shown: o[n] }));
      const state = units.map(({ kept, written }) => kept + written);
      // tanh by exponentials
      const shown = units.map((unit, n) => unit.shown * (2 * sigma(2 * (state[n] as number)) - 1));
      return [units.map(unit => unit.kept), units.map(unit => unit.written), state, shown];
    },
  },
  'lstm/gru-lstm-parameters': {
    given: [117_248, 87_936, 153],
    path: ({ m, n }) => [blocks(4, m, n), blocks(3, m, n), widest(m, blocks(4, m, n))],
  },
  'lstm/forget-gate-path': {
    given: [null, 0.63 ** 5, null],
    // The gates as a cell without a candidate, started at 1.
    path: ({ gates, w, slope, n, share }) => {
      let [cell, state] = [1, 1];
      for (const gate of gates) {
        cell *= gate;
        state *= w * slope;
      }
      return [cell, state, gateThatLeaves(share, n)];
    },
  },
});

describe('lstm/three-time-steps', () => {
  const id = 'lstm/three-time-steps';

  test('output 3 is never output 1', () => {
    for (let seed = 0; seed < 200; seed++) {
      const [table] = computedKeys(variantOf(id, seed)) as [number[][]];
      const [first, , third] = table.map(row => row[6] as number) as [number, number, number];
      expect(Math.abs(third - first), `seed ${seed}`).toBeGreaterThan(0.04);
    }
  });

  test('a slip in the first state costs one cell where all that follows is right', () => {
    const variant = variantOf(id, null);
    const { vars } = variant;
    const v = vars as Vars;
    const [first] = walk(v, [v.x1]) as [number[]];
    const h = 0.5 * (first[2] as number);
    const own = [...first.slice(0, 4), 0.5, h, sigma(v.V * h + v.c)];
    const rows = [own, ...walk(v, [v.x2, v.x1], { s: 0.5, h })].map(row => row.join(' '));
    const [, same] = variant.parts;
    const { parts } = markVariant(variant, [`[${rows.join('; ')}]`, same ? printKey(same.key) : '']);
    expect(parts[0]).toMatchObject({ carried: true, error: null });
    expect(parts[0]?.credit).toBeCloseTo(20 / 21, 12);
  });

  test('its solution plots what the table holds', () => {
    const { solution } = variantOf(id, null);
    const plot = /```plot[^\n]*\n([\s\S]*?)```/.exec(solution ?? '')?.[1] ?? '';
    const series = plot
      .split('\n')
      .slice(1, -1)
      .map(line => line.split(': ')[1]?.split(' ').map(Number) ?? []);
    const columns = [4, 5, 6].map(column => PRINTED.map(row => row[column] as number));
    expect(series.map(values => values.length)).toEqual([3, 3, 3]);
    series.flat().forEach((value, i) => {
      expect(value).toBeCloseTo(columns.flat()[i] as number, 3);
    });
  });
});

test.each([
  ['lstm/three-time-steps', 'same', 4],
  ['lstm/gates-by-numbers', 'closed', 4],
])('%s, %s: the longest of the options is right no more often than by chance', (id, name, shown) => {
  expect(longestIsRight(id, name)).toBeLessThanOrEqual(1 / shown + 0.03);
});

test('what a GRU has, what both have, and what neither has', () => {
  const ofGru = poolOf('lstm/gru-against-lstm', 'parts');
  const ofBoth = poolOf('lstm/contributions', 'common');
  // What stands in both pools belongs to a GRU wherever it belongs to both.
  for (const [text, right] of ofBoth) if (right && ofGru.has(text)) expect(ofGru.get(text), text).toBe(true);
  expect([ofGru.get('A reset gate'), ofBoth.get('A reset gate')]).toEqual([true, false]);
  expect([ofGru.get('An output gate'), ofBoth.get('An output gate')]).toEqual([false, false]);
});
