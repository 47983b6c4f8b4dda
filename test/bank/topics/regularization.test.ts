import { expect, test } from 'vitest';
import { markReply } from '../../../src/answers/answers.ts';
import {
  columnOf,
  dot,
  dropoutLoss,
  expected,
  lowestOf,
  masksOf,
  type Row,
  range,
  ridgeLoss,
  squaredError,
} from './dropout-masks.ts';
import { numberOf, numbers, partOf, slopes, valuesOf } from './formulas.ts';
import { longestIsRight, poolOf } from './option-pools.ts';
import { expectNear, secondPaths, type Vars, variantOf } from './second-path.ts';

/** Questions on penalties and dropout, by going through all masks, by descent and by differences. */

/** The lowest point of the squared error with its penalty, from three points of this parabola. */
function vertexOfRidge({ x, y, lambda }: Vars): number {
  const at = (w: number): number =>
    ridgeLoss(
      (x as Row).map(xi => [xi]),
      y as Row,
      [w],
      lambda as number,
    );
  return (at(-1) - at(1)) / (2 * (at(1) + at(-1) - 2 * at(0)));
}

secondPaths('regularization', {
  'regularization/dropout-loss-by-masks': {
    given: [
      [
        [0.64, 1],
        [0.16, 16],
        [0.16, 9],
        [0.04, 36],
      ],
      6.08,
      2.08,
    ],
    path: ({ x, y, w, p }) => {
      const rows = masksOf(2, p).map(({ probability, kept }) => [
        probability,
        (y -
          dot(
            x,
            w.map((wj: number, j: number) => wj * (kept[j] as number)),
          )) **
          2,
      ]);
      const loss = dropoutLoss([x], [y], w, p);
      const mean = expected([x], p, ([dropped]) => dot(dropped as Row, w));
      return [rows, loss, loss - (y - mean) ** 2];
    },
  },
  'regularization/dropout-in-numbers': {
    given: [
      [14 / 30.875, 35.5 / 30.875],
      [17.5 / 30.875, 44.375 / 30.875],
    ],
    // The minimum of the expected loss itself, without any closed form.
    path: ({ X, y, p }) => {
      const w = lowestOf((first, second) => dropoutLoss(X, y, [first, second], p));
      return [w.map(x => p * x), w];
    },
  },
  'regularization/dropout-and-weight-decay': {
    given: [9],
    // A column of this length alone: the entry that the expected loss has beyond p² times the square, over p².
    path: ({ p, c }) => [(dropoutLoss([[c]], [0], [1], p) - (p * c) ** 2) / p ** 2],
  },
  'regularization/ridge-single-feature': {
    given: [29 / 16, 7 / 8],
    path: vars => [vertexOfRidge(vars), vertexOfRidge(vars) / vertexOfRidge({ ...vars, lambda: 0 })],
  },
  'regularization/ridge-two-features': {
    given: [
      [
        [7, 4],
        [4, 8],
      ],
      [1.4, 0.8],
    ],
    path: ({ X, y, lambda }) => {
      const entry = (i: number, j: number): number => dot(columnOf(X, i), columnOf(X, j)) + (i === j ? lambda : 0);
      return [
        [
          [entry(0, 0), entry(0, 1)],
          [entry(1, 0), entry(1, 1)],
        ],
        lowestOf((first, second) => ridgeLoss(X, y, [first, second], lambda)),
      ];
    },
  },
  'regularization/weight-decay-update': {
    given: [1.28],
    path: ({ theta, g, alpha, lambda }) => [(1 - alpha * lambda) * theta - alpha * g],
  },
});

test('the coefficient of dropout is what the solution needs', () => {
  const id = 'regularization/dropout-in-numbers';
  const [X, y] = [[numbers(2, 4), numbers(2, 5), numbers(2, 6)], numbers(3, 7)];
  for (const p of [0.2, 0.5, 0.9]) {
    const [first] = lowestOf((a, b) => dropoutLoss(X, y, [a, b], p)).map(x => p * x) as [number];
    const lambda = numberOf(id, 'strength', { p });
    const penalized = lowestOf(
      (a, b) =>
        squaredError(X, y, [a, b]) +
        lambda *
          dot(
            [a * a, b * b],
            range(2).map(j => dot(columnOf(X, j), columnOf(X, j))),
          ),
    );
    expect(penalized[0]).toBeCloseTo(first, 9);
  }
});

test('a step with weight decay descends the loss and its penalty', () => {
  for (const [theta, g, alpha, lambda] of [
    [1.5, 0.5, 0.2, 0.4],
    [-0.7, 1.1, 0.05, 2],
  ] as const) {
    const [slope] = slopes(([x]) => g * (x as number) + (lambda / 2) * (x as number) ** 2, [theta]);
    const next = theta - alpha * (slope as number);
    expect(numberOf('regularization/weight-decay-update', 'rule', { theta, g, alpha, lambda })).toBeCloseTo(next, 8);
  }
});

test('ridge regression: the gradient is that of the objective, and it is zero at the minimum', () => {
  const id = 'regularization/ridge-closed-form';
  const [X, y, lambda] = [numbers(12, 2), numbers(4, 3), 0.6];
  const rows = range(4).map(i => X.slice(3 * i, 3 * i + 3));
  const objective = (w: Row): number => ridgeLoss(rows, y, w, lambda);
  const w = numbers(3, 4);
  expect(numberOf(id, 'loss', { X, y, w, lambda })).toBeCloseTo(objective(w), 10);
  expectNear(valuesOf(id, 'gradient', { X, y, w, lambda }), slopes(objective, w), 1e-7, 'gradient');
  const lowest = valuesOf(id, 'minimum', { X, y, lambda, I: [1, 0, 0, 0, 1, 0, 0, 0, 1] });
  for (const slope of slopes(objective, lowest)) expect(slope).toBeCloseTo(0, 8);
});

/** What students write, and what it earns. */
test.each([
  ['regularization/dropout-in-numbers', 'strength', '1/p − 1', 1],
  ['regularization/dropout-in-numbers', 'strength', '\\frac{1-p}{p}', 1],
  ['regularization/dropout-in-numbers', 'strength', '-(p-1)/p', 1],
  ['regularization/dropout-in-numbers', 'strength', 'p/(1-p)', 0],
  ['regularization/dropout-in-numbers', 'strength', '(1-p)/(2p)', 0],
  ['regularization/weight-decay-update', 'rule', '(1-αλ)θ - αg', 1],
  ['regularization/weight-decay-update', 'rule', 'θ − α(g + λθ)', 1],
  ['regularization/weight-decay-update', 'rule', '(1-λ)θ - αg', 0],
  ['regularization/ridge-closed-form', 'loss', '(Xw-y)ᵀ(Xw-y) + λwᵀw', 1],
  ['regularization/ridge-closed-form', 'gradient', '2(XᵀXw - Xᵀy + λw)', 1],
  ['regularization/ridge-closed-form', 'gradient', 'XᵀXw - Xᵀy + λw', 0],
  ['regularization/ridge-closed-form', 'minimum', 'inv(λI + X^T X) X^T y', 1],
  ['regularization/ridge-closed-form', 'minimum', '(X^TX + λ)^{-1} X^T y', 0],
])('%s, part %s: %s earns %i', (id, name, reply, credit) => {
  expect(markReply(name, reply, partOf(id, name).key)).toMatchObject({ credit, error: null });
});

test('statements on the coefficient of dropout are right where numbers say so', () => {
  const strength = (p: number): number => 1 / p - 1;
  const holds: Readonly<Record<string, boolean>> = {
    'The smaller': strength(0.2) > strength(0.3) && strength(0.7) > strength(0.8),
    'It is largest at': strength(0.5) >= strength(0.1),
    'Without dropout': strength(1) === 0,
    'It is at most 1': strength(0.1) <= 1,
    'It has no upper bound': strength(1e-6) > 1e5,
    'At $p = \\frac{1}{2}$': strength(0.5) === 1,
    'At $p = \\frac{1}{3}$': Math.abs(strength(1 / 3) - 2 * strength(0.5)) < 1e-9,
    'It is proportional': strength(0.2) / 0.8 === strength(0.6) / 0.4,
    Halving: strength(0.25) === 2 * strength(0.5),
    'It is zero if every': strength(1e-9) === 0,
    'It becomes negative': strength(0.3) < 0,
    'It grows with the number': false,
    'It is tuned': false,
  };
  const pool = [...poolOf('regularization/dropout-in-numbers', 'effect')];
  const found = pool.map(([text, right]) => [Object.keys(holds).find(start => text.startsWith(start)) ?? text, right]);
  expect(Object.fromEntries(found)).toEqual(holds);
});

test('the three runs are told by their curves alone', () => {
  for (let seed = 0; seed < 200; seed++) {
    const { stem, parts } = variantOf('regularization/weight-decay-too-strong', seed);
    const curves = [...stem.matchAll(/(training|validation): \[(.*)\]/g)].map(([, , list]) =>
      (list as string).split(', ').map(Number),
    );
    const lastOf = (curve: Row): number => curve.at(-1) as number;
    const runs = range(3).map(i => ({ train: curves[2 * i] as Row, val: curves[2 * i + 1] as Row }));
    const overfits = runs.findIndex(({ train, val }) => lastOf(train) < 0.1 && lastOf(val) > Math.min(...val) + 0.3);
    const stuck = runs.findIndex(({ train }) => Math.min(...train) > 1.2);
    const key = parts[0]?.key;
    if (key?.kind !== 'match') throw new Error('runs are matched');
    const said = key.blanks.map(({ answer }) => key.options.find(({ label }) => label === answer)?.text);
    expect(said).toEqual([`run ${overfits + 1}`, `run ${3 - overfits - stuck + 1}`, `run ${stuck + 1}`]);
    expect(curves.flat().every(loss => loss >= 0 && loss < 3.5)).toBe(true);
  }
});

test.each([
  ['regularization/dropout-and-weight-decay', 'compare', 3],
  ['regularization/weight-decay-purpose', 'means', 2],
  ['regularization/weight-decay-too-strong', 'curves', 3],
])('the points of %s are worth the credits of the part', (id, name, count) => {
  const { key, credits } = partOf(id, name);
  if (key.kind !== 'rubric') throw new Error('it is a rubric');
  expect(key.points).toHaveLength(count);
  expect(key.points.reduce((sum, point) => sum + point.credits, 0)).toBeCloseTo(credits, 12);
});

test('length does not give the purpose of weight decay away', () => {
  expect(longestIsRight('regularization/weight-decay-purpose', 'purpose')).toBeLessThan(0.3);
});
