import { expect, test } from 'vitest';
import { compile, run } from '../../../src/answers/expression/program.ts';
import { vocabularyOf } from '../../../src/answers/expression/symbols.ts';
import { readFormula } from '../../../src/language/expression.ts';
import { numberOf, numbers, partOf, slopes } from './formulas.ts';
import { secondPaths, type Vars, variantOf } from './second-path.ts';

/** Questions on optimizers, by simulation, counting and small differences. */

type Row = readonly number[];

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const total = (row: Row): number => row.reduce((sum, x) => sum + x, 0);

/** After each value. */
function averages(values: Row, beta: number): number[] {
  let average = 0;
  return values.map(value => {
    average = beta * average + (1 - beta) * value;
    return average;
  });
}

const lastAverage = (values: Row, beta: number): number => averages(values, beta).at(-1) as number;
/** The bias is in an average of ones what it lacks of 1. */
const averageOfOnes = (t: number, beta: number): number =>
  lastAverage(
    range(t).map(() => 1),
    beta,
  );
const corrected = (values: Row, beta: number): number => lastAverage(values, beta) / averageOfOnes(values.length, beta);

/** What the average makes of a single 1 among zeros, at each place. */
const impulses = (t: number, beta: number): number[] =>
  range(t).map(i =>
    lastAverage(
      range(t).map(j => Number(i === j)),
      beta,
    ),
  );

/** Batches that are taken one after another until the samples of each epoch are used up. */
function updatesOf({ n, B, E }: Vars): number {
  let updates = 0;
  for (let epoch = 0; epoch < E; epoch++) for (let used = 0; used < n; used += B) updates++;
  return updates;
}

/** Epochs that are gone through while so many batches are taken. */
function epochsOf({ n, B, U }: Vars): number {
  let [epochs, seen] = [0, 0];
  for (let update = 0; update < U; update++) {
    seen += B;
    if (seen >= n) [epochs, seen] = [epochs + 1, seen - n];
  }
  return epochs + seen / n;
}

/** The weights with the least squared error, along one axis after the other until nothing moves. */
function fitted(X: readonly Row[], y: Row): number[] {
  const loss = (w: Row): number =>
    total(X.map((row, i) => ((y[i] as number) - total(row.map((x, j) => x * (w[j] as number)))) ** 2));
  let w: number[] = (X[0] as Row).map(() => 0);
  let moved = 1;
  for (let round = 0; round < 4000 && moved > 1e-13; round++) {
    moved = 0;
    for (const j of w.keys()) {
      const at = (shift: number): number => loss(w.with(j, (w[j] as number) + shift));
      const [less, here, more] = [at(-1), at(0), at(1)];
      const step = (less - more) / (2 * (less + more - 2 * here));
      w = w.with(j, (w[j] as number) + step);
      moved += Math.abs(step);
    }
  }
  return w;
}

/** Directions that no row sees, by elimination on a matrix without special numbers. */
function unseenDirections({ n, d }: Vars): number {
  let rows = range(n).map(i => range(d).map(j => Math.sin(1000 * Math.sin(91 * i + 37 * j + 5))));
  let rank = 0;
  for (let column = 0; column < d && rows.length > 0; column++) {
    const sizes = rows.map(row => Math.abs(row[column] as number));
    const best = sizes.indexOf(Math.max(...sizes));
    const pivot = rows[best] as Row;
    if ((sizes[best] as number) < 1e-9) continue;
    rank++;
    rows = rows
      .filter((_, i) => i !== best)
      .map(row => {
        const factor = (row[column] as number) / (pivot[column] as number);
        return row.map((x, j) => x - factor * (pivot[j] as number));
      });
  }
  return d - rank;
}

/** Weights and biases, one by one. */
function parametersOf(sizes: Row): number {
  let count = 0;
  for (let layer = 1; layer < sizes.length; layer++) {
    for (let unit = 0; unit < (sizes[layer] as number); unit++) {
      for (let from = 0; from < (sizes[layer - 1] as number); from++) count++;
      count++;
    }
  }
  return count;
}

/** Of the mean over samples whose losses are lines with these slopes. */
const slopeOfMean = (gradients: Row): number =>
  slopes(([w]) => total(gradients.map(g => g * (w as number))) / gradients.length, [0.3])[0] as number;

/** What a drawn formula of a single symbol gives there. */
function valueAt(id: string, name: string, seed: number | null, w: number): number {
  const { key } = partOf(id, name, seed);
  if (key.kind !== 'expression') throw new Error(`${id}, ${name} is no formula`);
  const program = compile(readFormula(key.text, vocabularyOf(key.symbols)), key.symbols);
  return run(program, { count: 1, of: [Float64Array.of(w)] })[program.result]?.value[0] as number;
}

const ADAM = [2, -1] as const;

secondPaths('optimization', {
  // Both corrections undo the zero start, so what is left is the gradient, its square, and a step of size α.
  'optimization/adam-first-step': {
    given: [2, 4, -0.1],
    path: ({ g, alpha, eps }) => [g, g ** 2, (-alpha * g) / (Math.abs(g) + eps)],
  },
  'optimization/adam-combines': {
    given: [(0.9 * ADAM[0] + ADAM[1]) / 1.9, (0.999 * ADAM[0] ** 2 + ADAM[1] ** 2) / 1.999, null, null],
    path: ({ g1, g2, beta1, beta2, alpha, eps }) => {
      const [m, v] = [corrected([g1, g2], beta1), corrected([g1 ** 2, g2 ** 2], beta2)];
      return [m, v, (-alpha * m) / (v ** 0.5 + eps), (-alpha * m) / (v + eps) ** 0.5];
    },
  },
  'optimization/bias-correction-why': {
    given: [0.1, 0.001, 3.16228],
    path: ({ beta1, beta2, t }) => {
      const [m, v] = [averageOfOnes(t, beta1), averageOfOnes(t, beta2)];
      return [m, v, m / v ** 0.5];
    },
  },
  'optimization/closed-form': { given: [[5 / 6, 3 / 2]], path: ({ X, y }) => [fitted(X, y)] },
  'optimization/gd-against-sgd': { given: [3910], path: vars => [updatesOf(vars)] },
  'optimization/global-minimum': { given: [4], path: vars => [unseenDirections(vars)] },
  'optimization/momentum-as-average': {
    given: [0.1],
    // With equal gradients both steps settle, at ε times a geometric series and at δ.
    path: ({ decay, rate }) => [rate * total(range(3000).map(i => decay ** i))],
  },
  'optimization/momentum-running-average': {
    given: [0.9, 0.01],
    path: ({ beta, delta }) => [beta, delta - delta * beta],
  },
  'optimization/newton-advantage': {
    given: [79510, 25.28736],
    path: ({ d, h, K }) => {
      const count = parametersOf([d, h, K]);
      return [count, (32 * count * count) / 8e9];
    },
  },
  'optimization/rmsprop-step': {
    given: [
      [60.4, 0.196],
      [-0.08 / 60.4 ** 0.5, -0.004 / 0.196 ** 0.5],
    ],
    path: ({ g1, g2, s1, s2, beta, alpha, eps }) => {
      const mean = (s: number, g: number): number => s + (1 - beta) * (g * g - s);
      const step = (s: number, g: number): number => (-alpha * g) / (eps + Math.sqrt(mean(s, g)));
      return [
        [mean(s1, g1), mean(s2, g2)],
        [step(s1, g1), step(s2, g2)],
      ];
    },
  },
  'optimization/running-average-bias': {
    given: [0.271, 1 / 0.271],
    path: ({ beta, t }) => [averageOfOnes(t, beta), 1 / averageOfOnes(t, beta)],
  },
  'optimization/sgd-advantages': {
    given: [-0.2, -0.15],
    path: ({ g, B, eta }) => [-eta * slopeOfMean(g), -eta * slopeOfMean(g.slice(0, B))],
  },
  'optimization/small-batches': { given: [5], path: vars => [epochsOf(vars)] },
  'optimization/unrolled-average': {
    given: [[0.081, 0.09, 0.1], 0.472],
    path: ({ beta, t, g }) => [impulses(t, beta), lastAverage(g.slice(0, t), beta)],
  },
});

test('momentum and running average take the same steps', () => {
  const id = 'optimization/momentum-as-average';
  const [beta, delta] = [0.8, 0.3];
  const alpha = numberOf(id, 'alpha', { beta });
  const epsilon = numberOf(id, 'epsilon', { beta, delta });
  expect(numberOf(id, 'delta', { alpha, epsilon })).toBeCloseTo(delta, 12);
  let [velocity, before] = [0, 0];
  const gradients = numbers(30, 1);
  averages(gradients, beta).forEach((average, i) => {
    const g = gradients[i] as number;
    velocity = alpha * velocity + epsilon * g;
    const step = -delta * average;
    expect(-velocity).toBeCloseTo(step, 12);
    expect(numberOf(id, 'recursion', { 'u_{t-1}': before, g_t: g, beta, delta })).toBeCloseTo(step, 12);
    before = step;
  });
});

test('the weight of a gradient in the average is what a single one leaves there', () => {
  for (const [t, beta] of [
    [1, 0.3],
    [4, 0.9],
    [7, 0.55],
  ] as const) {
    impulses(t, beta).forEach((weight, i) => {
      expect(numberOf('optimization/unrolled-average', 'weight', { t, i: i + 1, beta })).toBeCloseTo(weight, 12);
    });
  }
});

test("Newton's formula: its derivatives by differences, and the lowest point of the parabola that touches", () => {
  const id = 'optimization/newton-formula';
  for (const seed of [null, ...range(20)]) {
    const { a, b, c } = variantOf(id, seed).vars as Record<'a' | 'b' | 'c', number>;
    const f = (w: number): number => a * w ** 4 + b * w ** 2 - c * w;
    const at = (name: string, w: number): number => valueAt(id, name, seed, w);
    for (const w of [-1.2, 0.4, 1.5]) {
      const h = 1e-3;
      const [slope, curvature] = [(f(w + h) - f(w - h)) / (2 * h), (f(w + h) + f(w - h) - 2 * f(w)) / h ** 2];
      expect(at('slope', w)).toBeCloseTo(slope, 3);
      expect(at('curvature', w)).toBeCloseTo(curvature, 3);
      expect(at('update', w)).toBeCloseTo(w - slope / curvature, 4);
    }
    let w = 1;
    for (let step = 0; step < 50; step++) w = at('update', w);
    expect(f(w)).toBeLessThan(Math.min(f(w - 0.01), f(w + 0.01)));
  }
});
