import { apply, type Node } from '../node.ts';
import { operation } from '../operations.ts';
import {
  absolute,
  ceil,
  constant,
  cos,
  erf,
  exp,
  floor,
  greater,
  largest,
  leakyRelu,
  ln,
  maximum,
  minimum,
  minus,
  over,
  plus,
  relu,
  root,
  sigmoid,
  sign,
  sin,
  smallest,
  softplus,
  tanh,
  times,
  where,
} from '../terms.ts';
import { axesIn } from './axes.ts';
import { define, type LibraryFunction } from './function.ts';
import { axes, byName, number, optional, positive, tensor } from './parameters.ts';

/** Functions of one or two numbers; of tensors they are taken element by element. */

interface Simple {
  readonly name: string;
  readonly formula: string;
  readonly summary: string;
  readonly example: string;
  readonly of: (x: Node) => Node;
}

const round = (x: Node): Node => apply(operation('round'), [x]);
const SOURCE = 'elementary';

const simple: readonly Simple[] = [
  { name: 'sqrt', formula: '\\sqrt{x}', summary: 'Square root.', example: 'sqrt(2/192)', of: root },
  { name: 'exp', formula: 'e^x', summary: 'Exponential function.', example: 'exp(-1)', of: exp },
  { name: 'ln', formula: '\\ln x', summary: 'Natural logarithm.', example: 'ln(2)', of: ln },
  {
    name: 'log2',
    formula: '\\log_2 x',
    summary: 'Logarithm to base 2.',
    example: 'log2(8)',
    of: x => over(ln(x), ln(constant(2))),
  },
  {
    name: 'log10',
    formula: '\\log_{10} x',
    summary: 'Logarithm to base 10.',
    example: 'log10(1000)',
    of: x => over(ln(x), ln(constant(10))),
  },
  { name: 'abs', formula: '|x|', summary: 'Absolute value.', example: 'abs(-3)', of: absolute },
  { name: 'sign', formula: '\\operatorname{sign}(x)', summary: '−1, 0 or 1.', example: 'sign(-3)', of: sign },
  {
    name: 'floor',
    formula: '\\lfloor x \\rfloor',
    summary: 'The next whole number below.',
    example: 'floor(13/2)',
    of: floor,
  },
  {
    name: 'ceil',
    formula: '\\lceil x \\rceil',
    summary: 'The next whole number above.',
    example: 'ceil(13/2)',
    of: ceil,
  },
  {
    name: 'round',
    formula: '\\operatorname{round}(x)',
    summary: 'The nearest whole number; halves go to the even one.',
    example: 'round(2.4)',
    of: round,
  },
  { name: 'sin', formula: '\\sin x', summary: 'Sine; the angle in radians.', example: 'sin(pi/6)', of: sin },
  { name: 'cos', formula: '\\cos x', summary: 'Cosine; the angle in radians.', example: 'cos(pi/3)', of: cos },
  { name: 'tanh', formula: '\\tanh x', summary: 'Hyperbolic tangent.', example: 'tanh(0.5)', of: tanh },
  {
    name: 'sigmoid',
    formula: '\\sigma(x) = \\frac{1}{1 + e^{-x}}',
    summary: 'Logistic function.',
    example: 'sigmoid(0)',
    of: sigmoid,
  },
  { name: 'relu', formula: '\\max(0, x)', summary: 'Rectified linear unit.', example: 'relu([-1, 2])', of: relu },
  { name: 'softplus', formula: '\\ln(1 + e^x)', summary: 'Smooth form of ReLU.', example: 'softplus(0)', of: softplus },
  {
    name: 'erf',
    formula: '\\frac{2}{\\sqrt{\\pi}} \\int_0^x e^{-t^2}\\,dt',
    summary: 'Gauss error function.',
    example: 'erf(1)',
    of: erf,
  },
  {
    name: 'silu',
    formula: 'x \\cdot \\sigma(x)',
    summary: 'Sigmoid linear unit, also called swish.',
    example: 'silu(1)',
    of: x => times(x, sigmoid(x)),
  },
  {
    name: 'gelu',
    formula: 'x \\cdot \\tfrac{1}{2}\\left(1 + \\operatorname{erf}\\tfrac{x}{\\sqrt 2}\\right)',
    summary: 'Gaussian error linear unit, in its exact form.',
    example: 'gelu(1)',
    of: x => times(x, over(plus(constant(1), erf(over(x, root(constant(2))))), constant(2))),
  },
];

const extreme = (name: 'max' | 'min', word: string, pair: typeof maximum, overAxes: typeof largest): LibraryFunction =>
  define({
    name,
    parameters: { a: tensor(), b: optional(tensor()), axis: byName(optional(axes())) },
    formula: `\\${name}(a, b)`,
    summary: `The ${word} of two numbers, element by element; of one tensor its ${word} element, over all axes or the given ones.`,
    example: `${name}(3, 5)`,
    source: SOURCE,
    build: ({ a, b, axis }) => (b ? pair(a, b) : overAxes(a, axesIn(a.shape, axis))),
  });

export const elementary: readonly LibraryFunction[] = [
  ...simple.map(({ of, ...row }) =>
    define({ ...row, parameters: { x: tensor() }, source: SOURCE, build: ({ x }) => of(x) }),
  ),
  define({
    name: 'log',
    parameters: { x: tensor(), base: optional(positive()) },
    formula: '\\log_b x = \\frac{\\ln x}{\\ln b}',
    summary: 'Logarithm: the natural one unless a base is given.',
    convention: 'In this field an unadorned log is the natural one.',
    example: 'log(8, 2)',
    source: SOURCE,
    build: ({ x, base }) => (base ? over(ln(x), ln(base)) : ln(x)),
  }),
  extreme('max', 'largest', maximum, largest),
  extreme('min', 'smallest', minimum, smallest),
  define({
    name: 'clip',
    parameters: { x: tensor(), low: number(), high: number() },
    formula: '\\min(\\max(x, \\text{low}), \\text{high})',
    summary: 'Each number moved into the interval from low to high.',
    example: 'clip([-3, 0.5, 7], -1, 1)',
    source: 'PyTorch clamp',
    build: ({ x, low, high }) => minimum(maximum(x, low), high),
  }),
  define({
    name: 'leaky_relu',
    parameters: { x: tensor(), slope: number(0.01) },
    formula: '\\begin{cases} x & x > 0 \\\\ \\alpha x & \\text{else} \\end{cases}',
    summary: 'ReLU with a small slope for negative numbers.',
    example: 'leaky_relu(-2, 0.1)',
    source: 'Maas, Hannun and Ng 2013; PyTorch LeakyReLU',
    build: ({ x, slope }) => leakyRelu(x, slope),
  }),
  define({
    name: 'elu',
    parameters: { x: tensor(), alpha: number(1) },
    formula: '\\begin{cases} x & x > 0 \\\\ \\alpha (e^x - 1) & \\text{else} \\end{cases}',
    summary: 'Exponential linear unit.',
    example: 'elu(-1)',
    source: 'Clevert, Unterthiner and Hochreiter 2016; PyTorch ELU',
    build: ({ x, alpha }) =>
      where(greater(x, constant(0)), x, times(alpha, minus(exp(minimum(x, constant(0))), constant(1)))),
  }),
];
