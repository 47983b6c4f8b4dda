import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradient } from '../../src/compute/gradient.ts';
import { type Node, step } from '../../src/compute/node.ts';
import { componentOf } from '../../src/compute/operations/component.ts';
import { indicesOf } from '../../src/compute/tensor.ts';
import { trace } from '../../src/compute/trace.ts';
import { formula, substitution } from '../../src/compute/write.ts';
import { cases, tensorCases } from './gradient-cases.ts';
import { formulaOf, numberIn, variable } from './support.ts';

const names: Readonly<Record<string, Node>> = {
  a: variable('a', 2),
  b: variable('b', -3),
  c: variable('c', 0.5),
  t: variable('t', 1e-8),
  th: variable('th', 3, '\\theta^{(t)}'),
  d: variable('d', 4, '\\Delta\\theta'),
  mh: variable('mh', 5, '\\hat m_1'),
  x: variable('x', [1, -2, 3]),
  W: variable('W', [
    [1, -2],
    [3, 4],
  ]),
  r: variable('r', [5, 6]),
  z: variable('z', 0),
  big: variable('big', [1, 2, 3, 4, 5]),
  k: step({ name: 'k', tex: 'k' }, formulaOf('1 / 3')),
};

/** A formula; as it prints by names; with values put in. */
const written: readonly (readonly [text: string, formula: string, substitution: string])[] = [
  // sums and signs
  ['a + b', 'a + b', '2 + \\left(-3\\right)'],
  ['a - b', 'a - b', '2 - \\left(-3\\right)'],
  ['b + a', 'b + a', '-3 + 2'],
  ['b - a', 'b - a', '-3 - 2'],
  ['-a', '-a', '-2'],
  ['-b', '-b', '-\\left(-3\\right)'],
  ['a + -c', 'a - c', '2 - 0.5'],
  ['a + -b', 'a - b', '2 - \\left(-3\\right)'],
  ['a - -b', 'a - \\left(-b\\right)', '2 - \\left(-\\left(-3\\right)\\right)'],
  ['-(a + c)', '-\\left(a + c\\right)', '-\\left(2 + 0.5\\right)'],
  ['-(-a)', '-\\left(-a\\right)', '-\\left(-2\\right)'],
  ['a - (b + c)', 'a - \\left(b + c\\right)', '2 - \\left(-3 + 0.5\\right)'],
  ['a - (b - c)', 'a - \\left(b - c\\right)', '2 - \\left(-3 - 0.5\\right)'],
  ['a + (b + c)', 'a + b + c', '2 + \\left(-3\\right) + 0.5'],
  ['1 + -3', '1 + \\left(-3\\right)', '1 + \\left(-3\\right)'],
  ['a + b * c', 'a + b \\cdot c', '2 + \\left(-3\\right) \\cdot 0.5'],
  ['b * c + a', 'b \\cdot c + a', '-3 \\cdot 0.5 + 2'],
  // products and quotients
  ['a * b', 'a \\cdot b', '2 \\cdot \\left(-3\\right)'],
  ['b * a', 'b \\cdot a', '-3 \\cdot 2'],
  ['(a + c) * b', '\\left(a + c\\right) \\cdot b', '\\left(2 + 0.5\\right) \\cdot \\left(-3\\right)'],
  ['a * -c', 'a \\cdot \\left(-c\\right)', '2 \\cdot \\left(-0.5\\right)'],
  ['-a * c', '-a \\cdot c', '-2 \\cdot 0.5'],
  ['a * c / b', '\\frac{a \\cdot c}{b}', '\\frac{2 \\cdot 0.5}{-3}'],
  ['(a + b) / (c - b)', '\\frac{a + b}{c - b}', '\\frac{2 + \\left(-3\\right)}{0.5 - \\left(-3\\right)}'],
  ['a / b / c', '\\frac{\\frac{a}{b}}{c}', '\\frac{\\frac{2}{-3}}{0.5}'],
  ['a * (b / c)', 'a \\cdot \\frac{b}{c}', '2 \\cdot \\frac{-3}{0.5}'],
  // powers
  ['a ^ 2', 'a^{2}', '2^{2}'],
  ['b ^ 2', 'b^{2}', '\\left(-3\\right)^{2}'],
  ['-b ^ 2', '-b^{2}', '-\\left(-3\\right)^{2}'],
  ['(-b) ^ 2', '\\left(-b\\right)^{2}', '\\left(-\\left(-3\\right)\\right)^{2}'],
  ['(a + b) ^ 2', '\\left(a + b\\right)^{2}', '\\left(2 + \\left(-3\\right)\\right)^{2}'],
  ['(a ^ 2) ^ c', '\\left(a^{2}\\right)^{c}', '\\left(2^{2}\\right)^{0.5}'],
  ['a ^ (2 ^ c)', 'a^{2^{c}}', '2^{2^{0.5}}'],
  ['(a / c) ^ 2', '\\left(\\frac{a}{c}\\right)^{2}', '\\left(\\frac{2}{0.5}\\right)^{2}'],
  ['a ^ -1', 'a^{-1}', '2^{-1}'],
  ['t ^ 2', 't^{2}', '\\left(10^{-8}\\right)^{2}'],
  ['th ^ 2', '\\left(\\theta^{(t)}\\right)^{2}', '3^{2}'],
  ['d ^ 2', '\\left(\\Delta\\theta\\right)^{2}', '4^{2}'],
  ['mh ^ 2', '\\hat m_1^{2}', '5^{2}'],
  ['a * t', 'a \\cdot t', '2 \\cdot 10^{-8}'],
  // functions
  ['sqrt(a + b ^ 2)', '\\sqrt{a + b^{2}}', '\\sqrt{2 + \\left(-3\\right)^{2}}'],
  ['exp(-a)', '\\exp\\left(-a\\right)', '\\exp\\left(-2\\right)'],
  ['sigmoid(b)', '\\sigma\\left(b\\right)', '\\sigma\\left(-3\\right)'],
  ['abs(b - a)', '\\left|b - a\\right|', '\\left|-3 - 2\\right|'],
  [
    'floor(a / c) + 1',
    '\\left\\lfloor \\frac{a}{c} \\right\\rfloor + 1',
    '\\left\\lfloor \\frac{2}{0.5} \\right\\rfloor + 1',
  ],
  ['max(a, b)', '\\max\\left(a,\\; b\\right)', '\\max\\left(2,\\; -3\\right)'],
  [
    'leaky_relu(b, 0.1)',
    '\\max\\left(0.1 \\cdot b,\\; b\\right)',
    '\\max\\left(0.1 \\cdot \\left(-3\\right),\\; -3\\right)',
  ],
  ['a > b', '\\left[a > b\\right]', '\\left[2 > -3\\right]'],
  ['(a > b) * c', '\\left[a > b\\right] \\cdot c', '\\left[2 > -3\\right] \\cdot 0.5'],
  // lists
  ['x[1] * a', '{x}_{2} \\cdot a', '-2 \\cdot 2'],
  [
    '-(x * x) @ x',
    '\\left(-x \\odot x\\right)^{\\top} x',
    '\\left(-\\begin{bmatrix} 1 \\\\ -2 \\\\ 3 \\end{bmatrix} \\odot \\begin{bmatrix} 1 \\\\ -2 \\\\ 3 \\end{bmatrix}\\right)^{\\top} \\begin{bmatrix} 1 \\\\ -2 \\\\ 3 \\end{bmatrix}',
  ],
  [
    '(-(W * W)) @ r',
    '\\left(-W \\odot W\\right) r',
    '\\left(-\\begin{bmatrix} 1 & -2 \\\\ 3 & 4 \\end{bmatrix} \\odot \\begin{bmatrix} 1 & -2 \\\\ 3 & 4 \\end{bmatrix}\\right) \\begin{bmatrix} 5 \\\\ 6 \\end{bmatrix}',
  ],
  ['a * x[1]', 'a \\cdot {x}_{2}', '2 \\cdot \\left(-2\\right)'],
  ['W[0][1]', '{W}_{12}', '-2'],
  ['[a, b]', '\\begin{bmatrix} a \\\\ b \\end{bmatrix}', '\\begin{bmatrix} 2 \\\\ -3 \\end{bmatrix}'],
  ['x + 1', 'x + 1', '\\begin{bmatrix} 1 \\\\ -2 \\\\ 3 \\end{bmatrix} + 1'],
  ['W * 2', 'W \\cdot 2', '\\begin{bmatrix} 1 & -2 \\\\ 3 & 4 \\end{bmatrix} \\cdot 2'],
  ['big * 2', 'big \\cdot 2', '\\text{(a tensor of shape (5))} \\cdot 2'],
  ['sum(x)', '\\sum x', '\\sum \\begin{bmatrix} 1 \\\\ -2 \\\\ 3 \\end{bmatrix}'],
  [
    'sum(x) * a',
    '\\left(\\sum x\\right) \\cdot a',
    '\\left(\\sum \\begin{bmatrix} 1 \\\\ -2 \\\\ 3 \\end{bmatrix}\\right) \\cdot 2',
  ],
  [
    'sum(x * x)',
    '\\sum x \\odot x',
    '\\sum \\begin{bmatrix} 1 \\\\ -2 \\\\ 3 \\end{bmatrix} \\odot \\begin{bmatrix} 1 \\\\ -2 \\\\ 3 \\end{bmatrix}',
  ],
  // zeros
  ['-z', '-z', '0'],
  ['-z * a', '-z \\cdot a', '0 \\cdot 2'],
  ['-(z * a)', '-z \\cdot a', '-\\left(0 \\cdot 2\\right)'],
  ['a * -z', 'a \\cdot \\left(-z\\right)', '2 \\cdot 0'],
  // rounding
  ['k * 3', 'k \\cdot 3', '0.3333 \\cdot 3'],
];

describe('a formula is written with the parentheses that it needs and no others', () => {
  test.each(written)('%s', (text, byNames, withValues) => {
    expect(formula(formulaOf(text, names)).tex).toBe(byNames);
    expect(substitution(formulaOf(text, names)).tex).toBe(withValues);
  });
});

/** Named steps in order; the lines that they print. */
const stories: readonly (readonly [
  what: string,
  steps: readonly (readonly [name: string, text: string])[],
  lines: readonly string[],
])[] = [
  ['values, formula and result', [['y', 'a * c + b']], ['y = a \\cdot c + b = 2 \\cdot 0.5 + \\left(-3\\right) = -2']],
  ['a formula of numbers alone is not repeated', [['y', '2 * 3']], ['y = 2 \\cdot 3 = 6']],
  ['another name for a value', [['y', 'a']], ['y = a = 2']],
  ['a written number', [['y', '7']], ['y = 7']],
  ['≈ where the result is rounded', [['y', 'a / 3']], ['y = \\frac{a}{3} = \\frac{2}{3} \\approx 0.6667']],
  [
    '≈ from the rounded substitution on',
    [
      ['p', 'a / 3'],
      ['q', 'p * 3'],
    ],
    ['p = \\frac{a}{3} = \\frac{2}{3} \\approx 0.6667', 'q = p \\cdot 3 \\approx 0.6667 \\cdot 3 \\approx 2'],
  ],
  ['= where a binary fraction only looks inexact', [['y', '0.1 + 0.2']], ['y = 0.1 + 0.2 = 0.3']],
  [
    'a step that rests on a step',
    [
      ['p', 'a + 1'],
      ['q', 'p ^ 2'],
    ],
    ['p = a + 1 = 2 + 1 = 3', 'q = p^{2} = 3^{2} = 9'],
  ],
  [
    'a list',
    [['y', '[a, b]']],
    ['y = \\begin{bmatrix} a \\\\ b \\end{bmatrix} = \\begin{bmatrix} 2 \\\\ -3 \\end{bmatrix}'],
  ],
  [
    'the steps of a function',
    [['y', 'conv_params(3, 4, 5) * 2']],
    ['P = \\left(3 \\cdot 5^{2} + 1\\right) \\cdot 4 = 304', 'y = P \\cdot 2 = 304 \\cdot 2 = 608'],
  ],
  [
    'a second bearer of a symbol gets a number',
    [['y', 'conv_params(1, 2, 3) + conv_params(2, 4, 3)']],
    [
      'P = \\left(3^{2} + 1\\right) \\cdot 2 = 20',
      '{P}^{(2)} = \\left(2 \\cdot 3^{2} + 1\\right) \\cdot 4 = 76',
      'y = P + {P}^{(2)} = 20 + 76 = 96',
    ],
  ],
  [
    'the same step taken twice is told once',
    [['y', 'conv_params(1, 2, 3) * conv_params(1, 2, 3)']],
    ['P = \\left(3^{2} + 1\\right) \\cdot 2 = 20', 'y = P \\cdot P = 20 \\cdot 20 = 400'],
  ],
];

function tell(steps: readonly (readonly [string, string])[]): { lines: string[]; names: string[] } {
  const scope: Record<string, Node> = { ...names };
  for (const [name, text] of steps) scope[name] = step({ name, tex: name }, formulaOf(text, scope));
  const told = trace([['answer', scope[steps.at(-1)?.[0] as string] as Node]]);
  return { lines: told.map(({ tex }) => tex), names: told.map(({ name }) => name) };
}

describe('a worked solution', () => {
  test.each(stories)('%s', (_, steps, lines) => {
    expect(tell(steps).lines).toEqual(lines);
  });

  test('assigns each name once', () => {
    expect(tell([['y', 'conv_params(1, 2, 3) + conv_params(2, 4, 3)']]).names).toEqual(['params', 'params_2', 'y']);
  });

  test('of an answer without a name has no left side', () => {
    const [line] = trace([['a', formulaOf('a + 1', names)]]);
    expect(line).toMatchObject({ name: 'a', symbol: '', tex: 'a + 1 = 2 + 1 = 3', value: 3 });
  });

  test('of a mere variable is empty', () => {
    expect(trace([['a', names.a as Node]])).toEqual([]);
  });

  test('gives the reason of a step', () => {
    const y = step({ name: 'y', tex: 'y', why: 'because' }, formulaOf('a + 1', names));
    expect(trace([['y', y]])[0]?.why).toBe('because');
  });

  test('tells two inputs apart that look alike', () => {
    const [first, second] = [variable('x1', 2, 'x_1'), variable('x_1', 3, 'x_1')];
    const [line] = trace([['y', formulaOf('p + q', { p: first, q: second })]]);
    expect(line?.tex).toBe('x_1 + {x_1}^{(2)} = 2 + 3 = 5');
  });

  test('keeps the full precision of a value', () => {
    expect(trace([['y', formulaOf('a / 3', names)]])[0]?.value).toBe(2 / 3);
  });
});

describe('the gradient of a broadcast argument is no false equation', () => {
  test.each([
    ['sum(a * x)', 'a', '\\sum x'],
    ['sum(W + r)', 'r', '\\sum_{\\text{axis 0}} \\mathbf{1}_{2 \\times 2}'],
    ['x[1] * a', 'x', 'a \\cdot \\mathbf{e}_{2}'],
    ['a + sum(x)', 'x', '\\mathbf{1}_{3}'],
  ])('of %s with respect to %s', (text, by, expected) => {
    const y = formulaOf(text, names);
    const found = gradient(y, names[by] as Node);
    expect(formula(found.args[0] as Node).tex).toBe(expected);
  });
});

test('a formula that would go on for pages is left out, whatever it shares', () => {
  const x = variable('x', [1, 2, 3]);
  const y = Array.from({ length: 60 }).reduce<Node>(inner => formulaOf('softmax(z)', { z: inner }), x);
  const slope = gradient(formulaOf('y[0]', { y }), x);
  const [line] = trace([['g', slope]]);
  expect(line?.tex.length).toBeLessThan(500);
});

describe('a tensor too large to be shown', () => {
  const long = variable('q', [0, 1, 2, 3, 4]);
  const wide = variable('A', [
    [1, 2, 3, 4, 5],
    [0, 1, 0, 1, 0],
  ]);
  const scope = {
    ...names,
    q: long,
    A: wide,
    n: variable(
      'n',
      Array.from({ length: 12 }, (_, i) => i),
    ),
  };
  const h = step({ name: 'h', tex: 'h' }, formulaOf('relu(q - 2)', scope));

  test.each<readonly [what: string, node: Node, tex: string]>([
    [
      'shows its shape and the first element that is not 0, worked out',
      h,
      'h = \\operatorname{ReLU}\\left(q - 2\\right) \\in \\mathbb{R}^{5},\\qquad {h}_{4} = \\operatorname{ReLU}\\left({q}_{4} - 2\\right) = \\operatorname{ReLU}\\left(3 - 2\\right) = 1',
    ],
    [
      'under a small result: the result is whole, one element of it worked out',
      step({ name: 'y', tex: 'y' }, formulaOf('matmul(A, q)', scope)),
      'y = A q = \\begin{bmatrix} 40 \\\\ 4 \\end{bmatrix},\\qquad {y}_{1} = {A}_{11} \\cdot {q}_{1} + {A}_{12} \\cdot {q}_{2} + {A}_{13} \\cdot {q}_{3} + {A}_{14} \\cdot {q}_{4} + {A}_{15} \\cdot {q}_{5} = 1 \\cdot 0 + 2 \\cdot 1 + 3 \\cdot 2 + 4 \\cdot 3 + 5 \\cdot 4 = 40',
    ],
    [
      'in a sum of many terms: the first and the last',
      step({ name: 'y', tex: 'y' }, formulaOf('sum(n)', scope)),
      'y = \\sum n = {n}_{1} + {n}_{2} + \\dots + {n}_{12} = 0 + 1 + \\dots + 11 = 66',
    ],
    [
      'with no rule for one element: its value alone',
      step({ name: 'y', tex: 'y' }, formulaOf('inverse(identity(5))', scope)),
      'y = \\text{(a tensor of shape (5, 5))}^{-1} \\in \\mathbb{R}^{5 \\times 5},\\qquad {y}_{11} = {\\left(\\text{(a tensor of shape (5, 5))}^{-1}\\right)}_{11} = 1',
    ],
  ])('%s', (_, node, tex) => {
    expect(trace([['y', node]]).at(-1)?.tex).toBe(tex);
  });
});

test('one element of a tensor, worked out by itself, has the value that it has in the tensor', () => {
  for (const [name, { build, points }] of [...cases, ...tensorCases]) {
    fc.assert(
      fc.property(points, point => {
        const node = build(point.map((value, i) => variable(`x${i}`, value)));
        for (const [flat, index] of [...indicesOf(node.shape)].entries()) {
          const alone = componentOf(node, index);
          expect(alone.shape).toEqual([]);
          expect(Math.abs(numberIn(alone) - (node.data[flat] as number)), name).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 10 },
    );
  }
});
