import { describe, expect, test } from 'vitest';
import { markReply, printKey } from '../../src/answers/answers.ts';
import { isFilled } from '../../src/answers/order/blank.ts';
import { topologicalOrders } from '../../src/answers/order/graph.ts';
import type { OrderBlank, OrderKey } from '../../src/answers/order/key.ts';
import { loadFolder } from '../../src/bank/load.ts';
import { FADING_SEEDS, makeVariant } from '../../src/bank/variant.ts';

/** The derivations of the bank: every line holds for numbers, every decoy fails, and every order by the graph is right. */

/** Two sides that a line sets equal, or the smaller one and the larger one. */
type Claim = { readonly equal: readonly [number, number] } | { readonly most: readonly [number, number] };
type Claims = Readonly<Record<string, Claim>>;

const equal = (left: number, right: number): Claim => ({ equal: [left, right] });
const most = (smaller: number, larger: number): Claim => ({ most: [smaller, larger] });

function holds(claim: Claim): boolean {
  if ('most' in claim) return claim.most[0] <= claim.most[1] + 1e-9;
  return Math.abs(claim.equal[0] - claim.equal[1]) <= 1e-9 * Math.max(1, Math.abs(claim.equal[0]));
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const sumOf = (count: number, term: (i: number) => number): number => range(count).reduce((sum, i) => sum + term(i), 0);

/** Every sequence of gradients from a distribution of two values, each as likely as its probability says. */
function runningAverage(beta: number, t: number, [low, high]: readonly [number, number], p: number): Claims {
  let mean = 0;
  let unrolled = 0;
  for (let mask = 0; mask < 2 ** t; mask++) {
    const gradients = range(t).map(i => (mask & (1 << (i - 1)) ? high : low));
    const weight = gradients.reduce((product, g) => product * (g === high ? p : 1 - p), 1);
    mean += weight * gradients.reduce((v, g) => beta * v + (1 - beta) * g, 0);
    unrolled += weight * (1 - beta) * sumOf(t, i => beta ** (t - i) * (gradients[i - 1] as number));
  }
  const expected = p * high + (1 - p) * low;
  const series = sumOf(t, i => beta ** (t - i));
  const hat = mean / (1 - beta ** t);
  return {
    unroll: equal(mean, unrolled),
    expect: equal(mean, (1 - beta) * sumOf(t, i => beta ** (t - i) * expected)),
    same: equal(expected, p * high + (1 - p) * low),
    out: equal(mean, (1 - beta) * expected * series),
    series: equal(series, (1 - beta ** t) / (1 - beta)),
    closed: equal(mean, (1 - beta ** t) * expected),
    biased: most(Math.abs(mean), Math.abs(expected) - 1e-3),
    rescale: equal(hat * (1 - beta ** t), mean),
    unbiased: equal(hat, expected),
    sumtoone: equal(mean, expected),
    times: equal((1 - beta ** t) * mean, expected),
  };
}

/** Two independent variables with three values each. */
function product(xs: readonly number[], ys: readonly number[], px: readonly number[], py: readonly number[]): Claims {
  const over = (of: (x: number, y: number) => number): number =>
    xs.reduce(
      (sum, x, i) => sum + ys.reduce((inner, y, j) => inner + (px[i] as number) * (py[j] as number) * of(x, y), 0),
      0,
    );
  const [mu, nu] = [over(x => x), over((_, y) => y)];
  const [s, t] = [over(x => (x - mu) ** 2), over((_, y) => (y - nu) ** 2)];
  const mean = over((x, y) => x * y);
  const variance = over((x, y) => (x * y - mean) ** 2);
  const [xx, yy, xxyy] = [over(x => x * x), over((_, y) => y * y), over((x, y) => x * x * y * y)];
  return {
    definition: equal(variance, xxyy - mean ** 2),
    means: equal(mean, mu * nu),
    squares: equal(xxyy, xx * yy),
    factored: equal(variance, xx * yy - mu ** 2 * nu ** 2),
    moments: equal(xx + yy, s + mu ** 2 + (t + nu ** 2)),
    inserted: equal(variance, (s + mu ** 2) * (t + nu ** 2) - mu ** 2 * nu ** 2),
    expanded: equal(variance, s * t + s * nu ** 2 + mu ** 2 * t + mu ** 2 * nu ** 2 - mu ** 2 * nu ** 2),
    result: equal(variance, s * t + s * nu ** 2 + t * mu ** 2),
    product: equal(variance, s * t),
    jensen: equal(xx, mu ** 2),
  };
}

type Square = readonly [number, number, number, number];

const multiply = ([a, b, c, d]: Square, [e, f, g, h]: Square): Square => [
  a * e + b * g,
  a * f + b * h,
  c * e + d * g,
  c * f + d * h,
];

/** The longest image of a vector of length 1, by trying them all around the circle. */
function norm([a, b, c, d]: Square): number {
  const lengths = range(20_000).map(i => {
    const [x, y] = [Math.cos((i * Math.PI) / 20_000), Math.sin((i * Math.PI) / 20_000)];
    return Math.hypot(a * x + b * y, c * x + d * y);
  });
  return Math.max(...lengths);
}

/** Of a symmetric matrix, or of another one with real eigenvalues. */
const largestEigenvalue = ([a, b, c, d]: Square): number => (a + d) / 2 + Math.sqrt(((a - d) / 2) ** 2 + b * c);

type Pair = readonly [number, number];

/** The derivative of a map of the plane at a point, by small differences. */
function jacobianOf(map: (h: Pair) => Pair, [x, y]: Pair): Square {
  const step = 1e-5;
  const slope = (up: Pair, down: Pair): Pair => [(up[0] - down[0]) / (2 * step), (up[1] - down[1]) / (2 * step)];
  const [a, c] = slope(map([x + step, y]), map([x - step, y]));
  const [b, d] = slope(map([x, y + step]), map([x, y - step]));
  return [a, b, c, d];
}

const furthest = (one: Square, other: Square): number => Math.max(...one.map((x, i) => Math.abs(x - (other[i] ?? 0))));

/** A tanh unit of two states, so that γ is 1, whose W has the norm δ. */
function vanishing(raw: Square, delta: number, n: number): Claims {
  const gamma = 1;
  const gram = multiply([raw[0], raw[2], raw[1], raw[3]], raw);
  const scale = ((delta / gamma) * (1 - 1e-12)) / Math.sqrt(largestEigenvalue(gram));
  const W = raw.map(x => x * scale) as unknown as Square;
  const unit = ([x, y]: Pair, t: number): Pair => [
    W[0] * Math.tanh(x) + W[1] * Math.tanh(y) + 0.1 * t,
    W[2] * Math.tanh(x) + W[3] * Math.tanh(y) - 0.2,
  ];
  const start: Pair = [0.3, -0.2];
  const run = (h: Pair, steps: number): Pair => range(steps).reduce(unit, h);
  const whole = jacobianOf(h => run(h, n), start);
  const steps = range(n).map(t => {
    const before = run(start, t - 1);
    const slopes: Square = [1 - Math.tanh(before[0]) ** 2, 0, 0, 1 - Math.tanh(before[1]) ** 2];
    return { slopes, jacobian: multiply(W, slopes), numerical: jacobianOf(h => unit(h, t), before) };
  });
  const chained = steps.reduce<Square>((product, { numerical }) => multiply(numerical, product), [1, 0, 0, 1]);
  const added = whole.map((_, i) => sumOf(n, t => steps[t - 1]?.numerical[i] ?? 0)) as unknown as Square;
  const { slopes, jacobian, numerical } = steps.at(-1) as (typeof steps)[number];
  return {
    chain: most(furthest(whole, chained), 1e-8),
    product: most(
      norm(whole),
      steps.reduce((bound, step) => bound * norm(step.numerical), 1),
    ),
    jacobian: most(furthest(jacobian, numerical), 1e-8),
    split: most(norm(jacobian), norm(W) * norm(slopes) + 1e-6),
    slopes: most(norm(slopes), gamma),
    weights: most(norm(W), delta / gamma),
    step: most(norm(jacobian), delta),
    power: most(norm(whole), delta ** n),
    limit: most(delta ** (50 * n), 0.01),
    eigenvalue: equal(norm(W), largestEigenvalue(W)),
    sum: most(furthest(whole, added), 1e-8),
  };
}

interface Derivation {
  readonly orders: number;
  readonly decoys: readonly string[];
  readonly examples: readonly Claims[];
}

const DERIVATIONS: Readonly<Record<string, Derivation>> = {
  'optimization/remove-the-bias': {
    orders: 45,
    decoys: ['sumtoone', 'times'],
    examples: [runningAverage(0.9, 3, [-1, 4], 0.3), runningAverage(0.6, 8, [2, 0.5], 0.8)],
  },
  'initialization/variance-of-a-product': {
    orders: 30,
    decoys: ['product', 'jensen'],
    examples: [
      product([-1, 2, 5], [0.5, 1, 3], [0.2, 0.5, 0.3], [0.6, 0.3, 0.1]),
      product([1, 4, -3], [-2, 7, 1], [0.1, 0.1, 0.8], [0.25, 0.25, 0.5]),
    ],
  },
  'rnn/vanishing-bound': {
    orders: 252,
    decoys: ['eigenvalue', 'sum'],
    examples: [vanishing([1, 3, 0.5, -1], 0.9, 4), vanishing([0.2, 2, 0.1, 1], 0.5, 6)],
  },
};

const { templates } = loadFolder('questions');

describe.each(Object.entries(DERIVATIONS))('%s', (id, { orders, decoys, examples }) => {
  const keyOf = (seed: number | null): OrderKey => {
    const template = templates.find(other => other.id === id);
    const key = template && makeVariant(template, seed).parts[0]?.key;
    if (key?.kind !== 'order') throw new Error(`${id} is no derivation`);
    return key;
  };

  test.each(examples)('every line holds, and no decoy does', claims => {
    const { lines } = keyOf(null);
    expect(lines.map(({ name }) => name).sort()).toEqual(Object.keys(claims).sort());
    for (const { name, decoy } of lines) expect(holds(claims[name] as Claim), name).toBe(!decoy);
  });

  test('the decoys are those that are meant', () => {
    const found = keyOf(null).lines.filter(({ decoy }) => decoy);
    expect(found.map(({ name }) => name).sort()).toEqual([...decoys].sort());
    expect(found.every(({ why }) => why !== null)).toBe(true);
  });

  test('every order by the graph is right, with blanks and without', () => {
    for (const seed of [null, 7, FADING_SEEDS, FADING_SEEDS + 1, FADING_SEEDS + 5]) {
      const key = keyOf(seed);
      const [, ...fills] = printKey(key).split(' | ');
      const all = topologicalOrders(key.lines, 1000);
      expect(all.length).toBe(orders);
      for (const order of all) {
        const reply = [order.join(' '), ...fills].join(' | ');
        expect(markReply('a', reply, key), reply).toMatchObject({ credit: 1, error: null });
      }
    }
  });

  test('a decoy, a missing line and a reversed order cost credit', () => {
    const key = keyOf(null);
    const right = printKey(key).split(' ');
    const decoy = key.lines.find(line => line.decoy)?.label as string;
    for (const reply of [[...right, decoy], right.slice(1), right.toReversed()]) {
      expect(markReply('a', reply.join(' '), key).credit).toBeLessThan(1);
    }
  });
});

describe('what was hidden can be written in many ways', () => {
  const blankOf = (id: string, line: string): OrderBlank => {
    const template = templates.find(other => other.id === id);
    for (let i = 0; template && i < 300; i++) {
      const key = makeVariant(template, FADING_SEEDS + i).parts[0]?.key;
      const blank = key?.kind === 'order' ? key.lines.find(({ name }) => name === line)?.blank : null;
      if (blank) return blank;
    }
    throw new Error(`${id} hides nothing in ${line}`);
  };

  test.each([
    ['initialization/variance-of-a-product', 'definition', ['X²Y²', '(XY)^2', '(YX)^2', 'Y^2*X^2']],
    [
      'initialization/variance-of-a-product',
      'factored',
      ['μ²ν²', '(ν μ)²', 'E[X]²E[Y]²', '(E[X]E[Y])^2', 'E[XY]²', 'E(X)^2 E(Y)^2'],
    ],
    [
      'initialization/variance-of-a-product',
      'moments',
      ['μ² + σ²', 'Var(X) + μ^2', 'σ² + E[X]²', 'Var(X) + E[X]^2', 'Var(X) + E(X)^2', 'Var[X] + E[X]^2'],
    ],
    ['optimization/remove-the-bias', 'unroll', ['β^{t-i}', 'beta^(t-i)', 'βᵗ⁻ⁱ']],
    ['optimization/remove-the-bias', 'closed', ['1 − βᵗ', '(1-β^t)', '-β^t + 1']],
    ['rnn/vanishing-bound', 'jacobian', ["σ'(h_{t-1})", "sigma'(h_t-1)", 'σ′(hₜ₋₁)']],
    ['rnn/vanishing-bound', 'weights', ['δ/γ', '\\frac{\\delta}{\\gamma}', 'sqrt(δ²/γ²)', 'delta*gamma^-1']],
    ['rnn/vanishing-bound', 'power', ['δⁿ', 'delta**n']],
  ])('%s, %s', (id, line, fills) => {
    const blank = blankOf(id, line);
    expect(fills.filter(fill => !isFilled(blank, fill))).toEqual([]);
  });

  test.each([
    ['initialization/variance-of-a-product', 'definition', ['X^2 + Y^2', 'XY', 'X^2 Y']],
    ['initialization/variance-of-a-product', 'factored', ['μν', 'μ² + ν²', 'σ²τ²']],
    ['initialization/variance-of-a-product', 'moments', ['σ² − μ²', 'μ²', 'σ²', 'τ² + ν²']],
    ['optimization/remove-the-bias', 'closed', ['1 - β', 'β^t', '1']],
    ['rnn/vanishing-bound', 'weights', ['δ', 'γ/δ', 'δ²/γ²']],
  ])('%s, %s: and what is wrong cannot', (id, line, fills) => {
    const blank = blankOf(id, line);
    expect(fills.filter(fill => isFilled(blank, fill))).toEqual([]);
  });
});
