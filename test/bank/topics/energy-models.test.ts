import { expect, test } from 'vitest';
import { derivation, equal, so } from './claims.ts';
import { partOf } from './formulas.ts';
import { longestIsRight } from './option-pools.ts';
import { secondPaths, type Vars } from './second-path.ts';

/** Restricted Boltzmann machines by enumeration of all their states. */

interface Machine {
  readonly W: readonly (readonly number[])[];
  readonly b: readonly number[];
  readonly c: readonly number[];
}

function states(units: number): number[][] {
  return units === 0 ? [[]] : states(units - 1).flatMap(state => [...[0, 1].map(value => [...state, value])]);
}

function energy({ W, b, c }: Machine, v: readonly number[], h: readonly number[]): number {
  let sum = 0;
  v.forEach((vi, i) => {
    sum -= (b[i] as number) * vi;
    h.forEach((hj, j) => {
      sum -= vi * (W[i]?.[j] as number) * hj;
    });
  });
  h.forEach((hj, j) => {
    sum -= (c[j] as number) * hj;
  });
  return sum;
}

/** The probability that each hidden unit is on, among all hidden states with these visible units. */
function hiddenOn(machine: Machine, v: readonly number[]): number[] {
  const all = states(machine.c.length).map(h => ({ state: h, weight: Math.exp(-energy(machine, v, h)) }));
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  return machine.c.map(
    (_, j) => all.reduce((sum, { state, weight }) => sum + (state[j] as number) * weight, 0) / total,
  );
}

/** The same machine, its layers exchanged. */
const turned = ({ W, b, c }: Machine): Machine => ({
  W: c.map((_, j) => W.map(row => row[j] as number)),
  b: c,
  c: b,
});

const machineOf = ({ W, b, c }: Vars): Machine => ({ W, b, c });

const drawn = (numbers: readonly number[], chances: readonly number[]): number[] =>
  numbers.map((number, i) => (number < (chances[i] as number) ? 1 : 0));

secondPaths('energy-models', {
  'energy-models/rbm-conditionals': {
    given: [null, null, -1.5],
    path: vars => {
      const machine = machineOf(vars);
      return [hiddenOn(machine, vars.v), hiddenOn(turned(machine), vars.h), energy(machine, vars.v, vars.h)];
    },
  },
  'energy-models/gibbs-sweep': {
    given: [null, [1, 0], null, [0, 1, 0]],
    path: vars => {
      const machine = machineOf(vars);
      const up = hiddenOn(machine, vars.v);
      const h = drawn(vars.r, up);
      const down = hiddenOn(turned(machine), h);
      return [up, h, down, drawn(vars.s, down)];
    },
  },
  'energy-models/all-states': {
    given: [
      [
        [0, 1],
        [0, 2],
        [-0.5, -1.5],
        [-0.5, -0.5],
      ],
      11.931068,
      null,
      null,
    ],
    path: ({ w, b, c, i, j }) => {
      const machine = { W: (w as number[]).map(weight => [weight]), b, c: [c] };
      const table = states(2).map(v => [0, 1].map(h => energy(machine, v, [h])));
      const Z = table.flat().reduce((sum, value) => sum + Math.exp(-value), 0);
      const [off = 0, on = 0] = [0, 1].map(h => Math.exp(-energy(machine, [i, j], [h])));
      return [table, Z, (off + on) / Z, on / (off + on)];
    },
  },
  'energy-models/block-gibbs': {
    given: [100352],
    path: ({ n, m }) => [Array.from({ length: n }, () => m as number).reduce((sum, one) => sum + one, 0)],
  },
});

test('the points of energy-models/block-gibbs are worth its credits', () => {
  const { key, credits } = partOf('energy-models/block-gibbs', 'gibbs');
  if (key.kind !== 'rubric') throw new Error('it is a rubric');
  expect(key.points.reduce((sum, point) => sum + point.credits, 0)).toBe(credits);
});

const EXAMPLES: readonly { machine: Machine; v: readonly number[]; h: readonly number[] }[] = [
  {
    machine: {
      W: [
        [1, -0.7],
        [0.4, 0.9],
      ],
      b: [0.3, -0.2],
      c: [0.5, -1.1],
    },
    v: [1, 1],
    h: [1, 0],
  },
  {
    machine: {
      W: [
        [-1.2, 0.6, 0.8],
        [0.7, 1.5, -0.4],
      ],
      b: [-0.6, 0.9],
      c: [0.2, -0.3, 1],
    },
    v: [0, 1],
    h: [1, 1, 0],
  },
];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const product = (values: readonly number[]): number => values.reduce((total, value) => total * value, 1);

derivation('energy-models/hidden-units-independent', {
  orders: 26,
  decoys: ['marginal', 'minus', 'softmax'],
  examples: EXAMPLES.map(({ machine, v, h }) => {
    const { b, c, W } = machine;
    const hidden = states(c.length);
    const Z = sum(states(b.length).flatMap(one => hidden.map(other => Math.exp(-energy(machine, one, other)))));
    const joint = (one: readonly number[], other: readonly number[]): number =>
      Math.exp(-energy(machine, one, other)) / Z;
    // By counting: how much of the probability of this v belongs to this h.
    const conditional = joint(v, h) / sum(hidden.map(other => joint(v, other)));
    const weight = (other: readonly number[]): number => Math.exp(-energy(machine, v, other));
    const a = c.map((cj, j) => cj + sum(v.map((vi, i) => (W[i]?.[j] as number) * vi)));
    const factors = (other: readonly number[]): number =>
      product(other.map((hj, j) => Math.exp((a[j] as number) * hj)));
    const visible = sum(b.map((bi, i) => bi * (v[i] as number)));
    const on = hiddenOn(machine, v)[0] as number;
    const first = Math.exp(a[0] as number);
    const marginal = (other: readonly number[]): number => sum(states(b.length).map(one => joint(one, other)));
    const marginalOf = (j: number): number => sum(hidden.filter(other => other[j] === h[j]).map(marginal));
    return {
      bayes: so(hidden.length === 2 ** c.length && Math.abs(sum(hidden.map(marginal)) - 1) < 1e-12),
      energy: equal(conditional, weight(h) / sum(hidden.map(weight))),
      inputs: equal(-energy(machine, v, h), visible + sum(h.map((hj, j) => hj * (a[j] as number)))),
      split: equal(weight(h), Math.exp(visible) * factors(h)),
      cancel: equal(conditional, factors(h) / sum(hidden.map(factors))),
      swap: equal(sum(hidden.map(factors)), product(a.map(aj => 1 + Math.exp(aj)))),
      factors: equal(
        conditional,
        product(h.map((hj, j) => Math.exp((a[j] as number) * hj) / (1 + Math.exp(a[j] as number)))),
      ),
      unit: equal(on, first / (1 + first)),
      softmax: equal(sum(hidden.map(factors)), sum(a.map(Math.exp))),
      minus: equal(on, 1 / (1 + first)),
      marginal: equal(marginal(h), product(h.map((_, j) => marginalOf(j)))),
    };
  }),
});

test('the longest option of energy-models/gibbs-facts is not right more often than by chance', () => {
  expect(longestIsRight('energy-models/gibbs-facts', 'a')).toBeLessThan(6 / 13 + 0.1);
});
