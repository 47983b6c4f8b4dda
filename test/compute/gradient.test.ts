import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GradientError, gradient } from '../../src/compute/gradient.ts';
import { type Node, step } from '../../src/compute/node.ts';
import { operations } from '../../src/compute/operations.ts';
import { type Nested, nested, tensor } from '../../src/compute/tensor.ts';
import { trace } from '../../src/compute/trace.ts';
import { anywhere, cases as numberCases, tensorCases, vector } from './gradient-cases.ts';
import { slidingCases } from './sliding-cases.ts';
import { compute, constant, formulaOf, numberIn, sum, variable } from './support.ts';

const cases = new Map([...numberCases, ...tensorCases, ...slidingCases]);

/** Piecewise constant, so no gradient flows through them. */
const SLOPES = [
  'relu_slope',
  'abs_slope',
  'below_zero_slope',
  'attained',
  'one_hot',
  'sign',
  ...'eq ne lt le gt ge'.split(' '),
];

test('every operation with a gradient is among the cases', () => {
  const differentiable = [...operations.values()].filter(row => row.gradient !== null).map(row => row.name);
  expect([...cases.keys(), ...SLOPES].sort()).toEqual(differentiable.sort());
});

/** A number that weighs every element differently, so that no two errors cancel. */
const weighed = (node: Node): Node => {
  const weights = Array.from(node.data, (_, i) => 1 + 0.3 * i);
  if (node.shape.length === 0) return node;
  return sum(compute('mul', [node, constant(nested({ shape: node.shape, data: Float64Array.from(weights) }))]));
};

function numericGradient(f: (values: readonly Nested[]) => number, point: readonly Nested[], which: number): number[] {
  const base = tensor(point[which] as Nested);
  return Array.from(base.data, (value, i) => {
    const h = 1e-5 * Math.max(1, Math.abs(value));
    const at = (moved: number): number => {
      const data = base.data.slice();
      data[i] = moved;
      return f(point.map((argument, k) => (k === which ? nested({ shape: base.shape, data }) : argument)));
    };
    return (at(value + h) - at(value - h)) / (2 * h);
  });
}

function expectClose(found: Iterable<number>, expected: readonly number[], context: string): void {
  const scale = Math.max(1, ...expected.map(Math.abs));
  [...found].forEach((value, i) => {
    expect(Math.abs(value - (expected[i] as number)) / scale, context).toBeLessThan(1e-6);
  });
}

describe('the gradient agrees with central differences', () => {
  test.each([...cases])('of %s', (name, { build, points }) => {
    fc.assert(
      fc.property(points, point => {
        const f = (values: readonly Nested[]): Node =>
          weighed(build(values.map((value, i) => variable(`x${i}`, value))));
        const inputs = point.map((value, i) => variable(`x${i}`, value));
        const y = weighed(build(inputs));
        inputs.forEach((x, i) => {
          const found = gradient(y, x);
          expect(found.shape).toEqual(x.shape);
          expect(found.degenerate).toBe(false);
          expectClose(
            found.data,
            numericGradient(values => numberIn(f(values)), point, i),
            `${name} in argument ${i}`,
          );
        });
      }),
      { numRuns: 60 },
    );
  });

  test('of random graphs with named steps and shared nodes', () => {
    fc.assert(
      fc.property(randomGraph, vector(anywhere), (choices, point) => {
        const inputs = point.map((value, i) => variable(`x${i}`, value));
        const y = grow(choices, inputs);
        fc.pre(Math.abs(numberIn(y)) < 1e4);
        inputs.forEach((x, i) => {
          const expected = numericGradient(
            values =>
              numberIn(
                grow(
                  choices,
                  values.map((value, k) => variable(`x${k}`, value)),
                ),
              ),
            point,
            i,
          );
          const found = gradient(y, x);
          if (!found.degenerate) expectClose(found.data, expected, JSON.stringify(choices));
          const curvature = gradient(found, x);
          expect([...curvature.data].every(Number.isFinite)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });
});

interface Choice {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly named: boolean;
}

const SMOOTH = ['add', 'sub', 'mul', 'tanh', 'sigmoid', 'exp', 'neg', 'div', 'sqrt', 'square'] as const;
const randomGraph: fc.Arbitrary<Choice[]> = fc.array(
  fc.record({ what: fc.constantFrom(...SMOOTH), left: fc.nat(50), right: fc.nat(50), named: fc.boolean() }),
  { minLength: 1, maxLength: 10 },
);

/** Each choice adds one node over earlier ones; arguments are kept where the operation is smooth and finite. */
function grow(choices: readonly Choice[], inputs: readonly Node[]): Node {
  const pool: Node[] = [...inputs];
  choices.forEach(({ what, left, right, named }, i) => {
    const a = pool[left % pool.length] as Node;
    const b = pool[right % pool.length] as Node;
    const text = {
      add: 'a + b',
      sub: 'a - b',
      mul: 'a * b',
      tanh: 'tanh(a)',
      sigmoid: 'sigmoid(a)',
      exp: 'exp(tanh(a))',
      neg: '-a',
      div: 'a / (1 + b^2)',
      sqrt: 'sqrt(1 + a^2)',
      square: 'tanh(a)^2',
    }[what] as string;
    const node = formulaOf(text, { a, b });
    pool.push(named ? step({ name: `s${i}`, tex: `s_{${i}}` }, node) : node);
  });
  return pool.at(-1) as Node;
}

describe('a gradient at a kink is marked degenerate', () => {
  const x = variable('x', 0);
  const v = variable('v', [1, 0, -1]);
  test.each([
    ['relu', formulaOf('relu(x)', { x }), x],
    ['abs', formulaOf('abs(x)', { x }), x],
    ['leaky_relu', formulaOf('leaky_relu(x, 0.1)', { x }), x],
    ['max of equals', formulaOf('max(x, 0)', { x }), x],
    ['min of equals', formulaOf('min(x, -x)', { x }), x],
    ['one element of many', formulaOf('sum(relu(v))', { v }), v],
    ['below smooth operations', formulaOf('sum(exp(2 * relu(v)) ^ 2)', { v }), v],
  ])('%s', (_, y, by) => {
    expect(gradient(y, by).degenerate).toBe(true);
  });

  test('and not beside one', () => {
    const beside = variable('x', 0.5);
    expect(gradient(formulaOf('relu(x) + max(x, 0)', { x: beside }), beside).degenerate).toBe(false);
    // The kink lies on a path that does not lead to y.
    expect(gradient(formulaOf('relu(x) + y', { x, y: beside }), beside).degenerate).toBe(false);
  });
});

test('what is not reached has the gradient zero, in its own shape', () => {
  const x = variable('x', [1, 2]);
  expect(nested(gradient(variable('y', 3), x))).toEqual([0, 0]);
});

test('an operation without a gradient says so', () => {
  const x = variable('x', 1.5);
  for (const text of ['floor(x)', 'ceil(x) * x', 'round(x)']) {
    expect(() => gradient(formulaOf(text, { x }), x), text).toThrow(GradientError);
  }
});

describe('what is no kink is not marked as one', () => {
  test.each([
    ['where((x > 0) and (x < 2), x^2, x)', 1, 2],
    ['where(not (x > 0), x^2, x)', -1, -2],
    ['where((x > 5) or (x > 7), x^2, x)', 1, 1],
    ['x * (floor(x + 0.5) == 2)', 1.7, 1],
    ['x * (argmax([x, 1]) == 0)', 2, 1],
  ])('%s at %d', (text, value, slope) => {
    const x = variable('x', value);
    const found = gradient(formulaOf(text, { x }), x);
    expect(numberIn(found)).toBe(slope);
    expect(found.degenerate).toBe(false);
  });
});

describe('a tie is remembered through whatever rests on it', () => {
  test.each(['[10, 20, 30][argmax(t)]', '-(argmax(t) + 0)', 'grad(sum(w > 0), w)[0]', '[argmax(t), 1][0] + 1'])(
    '%s',
    text => {
      const scope = { t: variable('t', [3, 3, 1]), w: variable('w', [0, 1]) };
      expect(formulaOf(text, scope).degenerate).toBe(true);
    },
  );
});

describe('the gradient by an element is that element of the gradient', () => {
  const w = variable('w', [1, 2]);
  const W = variable('W', [
    [1, 2],
    [3, 4],
  ]);
  test.each<[string, number[]]>([
    ['grad(sum(w^2), w[0])', [2]],
    ['grad(3 * w[0], w[0])', [3]],
    ['grad(sum(W^2), W[1, 0])', [6]],
    ['grad(sum(W^2), W[:, 1])', [4, 8]],
    ['grad(sum(W^2), W[1][1])', [8]],
  ])('%s', (text, slopes) => {
    expect([...formulaOf(text, { w, W }).data]).toEqual(slopes);
  });

  test('of a number without a name it is refused', () => {
    expect(() => formulaOf('grad(w[0] * 2, 2)', { w })).toThrow('y does not rest on x');
  });
});

test('a power of 0 is flat, also at 0', () => {
  const x = variable('x', 0);
  expect(numberIn(gradient(formulaOf('x^0 + 3*x', { x }), x))).toBe(3);
});

test('a comparison is flat on both sides, and a kink where the two meet', () => {
  for (const [value, degenerate] of [
    [1.5, false],
    [1, true],
  ] as const) {
    const x = variable('x', value);
    const found = gradient(formulaOf('(x > 1) * x', { x }), x);
    expect(numberIn(found)).toBe(value > 1 ? 1 : 0);
    expect(found.degenerate).toBe(degenerate);
  }
});

test('a slope that is told by the value is told by its name', () => {
  const x = variable('x', [0.5, -1]);
  const h = step({ name: 'h', tex: 'h' }, formulaOf('sigmoid(x)', { x }));
  const lines = trace([['g', gradient(formulaOf('sum(h)', { h }), x)]]).map(({ formula }) => formula);
  expect(lines.at(-1)).toBe('\\nabla_{h} \\odot h \\odot \\left(1 - h\\right)');
});

test('a derivative of a derivative bears its own symbol', () => {
  const [x, w] = [variable('x', 2), variable('w', 3)];
  const y = step({ name: 'y', tex: 'y' }, formulaOf('w^2 * x^3', { x, w }));
  const slope = gradient(y, x);
  expect(gradient(slope, x).label?.tex).toBe('\\frac{\\partial^{2} y}{\\partial {x}^{2}}');
  expect(gradient(slope, w).label?.tex).toBe('\\frac{\\partial^{2} y}{\\partial x\\,\\partial w}');
  expect(numberIn(gradient(slope, w))).toBe(72);
});

test('the chain rule is spelled out path by path, over named steps', () => {
  const x = variable('x', 3);
  const h = step({ name: 'h', tex: 'h' }, formulaOf('x ^ 2', { x }));
  const left = step({ name: 'p', tex: 'p' }, formulaOf('2 * h', { h }));
  const right = step({ name: 'q', tex: 'q' }, formulaOf('h ^ 2', { h }));
  const y = step({ name: 'L', tex: 'L' }, formulaOf('p * q', { p: left, q: right }));
  const lines = trace([['answer', gradient(y, x)]]).map(({ tex }) => tex);
  const by = (name: string): string => `\\frac{\\partial L}{\\partial ${name}}`;
  expect(lines).toContain(`${by('p')} = q = 81`);
  expect(lines).toContain(`${by('q')} = p = 18`);
  expect(lines).toContain(
    `${by('h')} = ${by('p')} \\cdot 2 + ${by('q')} \\cdot 2 \\cdot h = 81 \\cdot 2 + 18 \\cdot 2 \\cdot 9 = 486`,
  );
  expect(lines.at(-1)).toBe(`${by('x')} = ${by('h')} \\cdot 2 \\cdot x = 486 \\cdot 2 \\cdot 3 = 2916`);
});
