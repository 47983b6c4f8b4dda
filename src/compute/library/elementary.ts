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
import { ArgumentError, define, type LibraryFunction } from './function.ts';
import { axes, byName, fraction, number, optional, positive, tensor } from './parameters.ts';

/** Functions of one or two numbers; of tensors they are taken element by element. */

interface Simple {
  readonly name: string;
  readonly formula: string;
  readonly summary: string;
  readonly example: string;
  readonly convention?: string;
  readonly source?: string;
  readonly of: (x: Node) => Node;
}

const round = (x: Node): Node => apply(operation('round'), [x]);
const SOURCE = 'elementary';
/** e to this is far from the largest number there is. */
const LARGEST_EXPONENT = 100;

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
  {
    name: 'sign',
    formula: '\\operatorname{sign}(x)',
    summary: '−1 for a negative number, 0 for 0, 1 for a positive one.',
    example: 'sign(-3)',
    of: sign,
  },
  {
    name: 'floor',
    formula: '\\lfloor x \\rfloor',
    summary: 'The largest whole number that is not above x.',
    example: 'floor(13/2)',
    of: floor,
  },
  {
    name: 'ceil',
    formula: '\\lceil x \\rceil',
    summary: 'The smallest whole number that is not below x.',
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
    summary: 'Sigmoid, the logistic function.',
    example: 'sigmoid(0)',
    of: sigmoid,
  },
  {
    name: 'relu',
    formula: '\\operatorname{ReLU}(x) = \\max(0, x)',
    summary: 'Rectified linear unit.',
    example: 'relu([-1, 2])',
    source: 'Nair and Hinton 2010, Rectified Linear Units Improve Restricted Boltzmann Machines',
    of: relu,
  },
  {
    name: 'softplus',
    formula: '\\operatorname{softplus}(x) = \\ln(1 + e^x)',
    summary: 'Softplus, a smooth form of ReLU.',
    example: 'softplus(0)',
    source:
      'Dugas et al. 2001, Incorporating Second-Order Functional Knowledge for Better Option Pricing; PyTorch Softplus',
    of: softplus,
  },
  {
    name: 'erf',
    formula: '\\operatorname{erf}(x) = \\frac{2}{\\sqrt{\\pi}} \\int_0^x e^{-t^2}\\,dt',
    summary: 'Gauss error function.',
    example: 'erf(1)',
    of: erf,
  },
  {
    name: 'silu',
    formula: '\\operatorname{SiLU}(x) = x \\, \\sigma(x)',
    summary: 'Sigmoid linear unit, also called swish.',
    example: 'silu(1)',
    source:
      'Elfwing, Uchibe and Doya 2018; Ramachandran, Zoph and Le 2017, Searching for Activation Functions; PyTorch SiLU',
    of: x => times(x, sigmoid(x)),
  },
  {
    name: 'gelu',
    formula:
      '\\operatorname{GELU}(x) = x \\, \\Phi(x) = \\frac{x}{2} \\left(1 + \\operatorname{erf}\\left(\\frac{x}{\\sqrt 2}\\right)\\right)',
    summary: 'Gaussian error linear unit: x times the distribution function Φ of the standard normal distribution.',
    convention: 'The exact form, not the approximation with tanh.',
    example: 'gelu(1)',
    source: 'Hendrycks and Gimpel 2016, Gaussian Error Linear Units; PyTorch GELU',
    of: x => times(x, over(plus(constant(1), erf(over(x, root(constant(2))))), constant(2))),
  },
];

interface Words {
  readonly of2: string;
  readonly ofMany: string;
}

const extreme = (name: 'max' | 'min', word: Words, pair: typeof maximum, overAxes: typeof largest): LibraryFunction =>
  define({
    name,
    parameters: { a: tensor(), b: optional(tensor()), axis: byName(optional(axes())) },
    formula: `\\${name}(a, b)`,
    summary: `The ${word.of2} of two numbers, element by element; of one tensor its ${word.ofMany} element, over all axes or the given ones.`,
    example: `${name}(3, 5)`,
    source: SOURCE,
    build: ({ a, b, axis }) => {
      if (b && axis) throw new ArgumentError(`${name}: an axis is for one tensor, and two are given`);
      return b ? pair(a, b) : overAxes(a, axesIn(a.shape, axis));
    },
  });

export const elementary: readonly LibraryFunction[] = [
  ...simple.map(({ of, ...row }) =>
    define({ source: SOURCE, ...row, parameters: { x: tensor() }, build: ({ x }) => of(x) }),
  ),
  define({
    name: 'log',
    parameters: { x: tensor(), base: optional(positive()) },
    formula: '\\log_b x = \\frac{\\ln x}{\\ln b}',
    summary: 'Logarithm: the natural one unless a base is given.',
    convention: 'A log without a base is the natural one, as in most papers and in every library.',
    example: 'log(8, 2)',
    source: SOURCE,
    build: ({ x, base }) => (base ? over(ln(x), ln(base)) : ln(x)),
  }),
  extreme('max', { of2: 'larger', ofMany: 'largest' }, maximum, largest),
  extreme('min', { of2: 'smaller', ofMany: 'smallest' }, minimum, smallest),
  define({
    name: 'clip',
    parameters: { x: tensor(), low: number(), high: number() },
    formula: '\\min(\\max(x, \\text{low}), \\text{high})',
    summary: 'Each number moved into the interval from low to high.',
    example: 'clip([-3, 0.5, 7], -1, 1)',
    source: 'PyTorch clamp; NumPy clip',
    build: ({ x, low, high }) => minimum(maximum(x, low), high),
  }),
  define({
    name: 'leaky_relu',
    parameters: { x: tensor(), slope: fraction(0.01) },
    formula: '\\begin{cases} x & x > 0 \\\\ \\text{slope} \\cdot x & \\text{else} \\end{cases}',
    summary: 'ReLU with a small slope for negative numbers.',
    convention: 'The slope is at most 1, so this is max(slope · x, x). PyTorch calls it negative_slope.',
    example: 'leaky_relu(-2, 0.1)',
    source:
      'Maas, Hannun and Ng 2013, Rectifier Nonlinearities Improve Neural Network Acoustic Models; PyTorch LeakyReLU',
    build: ({ x, slope }) => leakyRelu(x, slope),
  }),
  define({
    name: 'elu',
    parameters: { x: tensor(), alpha: number(1) },
    formula: '\\begin{cases} x & x > 0 \\\\ \\alpha (e^x - 1) & \\text{else} \\end{cases}',
    summary: 'Exponential linear unit.',
    example: 'elu(-1)',
    source:
      'Clevert, Unterthiner and Hochreiter 2016, Fast and Accurate Deep Network Learning by Exponential Linear Units; PyTorch ELU',
    build: ({ x, alpha }) => {
      // Where it is not chosen, the exponential must be a number all the same.
      const safe = x.data.every(value => value < LARGEST_EXPONENT) ? x : minimum(x, constant(0));
      return where(greater(x, constant(0)), x, times(alpha, minus(exp(safe), constant(1))));
    },
  }),
];
