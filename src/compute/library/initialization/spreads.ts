import { constant, over, root, squared, times } from '../../terms.ts';
import { define, type LibraryFunction, libraryStep } from '../function.ts';
import { number, positive, size, word } from '../parameters.ts';
import { ACTIVATIONS, type Activation, passageOf, preserving } from './activation.ts';

/** Variances of the usual distributions, and the variance that weights need to keep a signal. */

const three = constant(3);
const UNIFORM_WHY = 'uniform weights between −b and b have the variance b²/3';
const HE = 'He et al. 2015, Delving Deep into Rectifiers, equations 10, 14 and 15';
const KEEPING = 'Biases are 0, weights have mean 0, and pre-activations are distributed symmetrically about 0.';

export const spreads: readonly LibraryFunction[] = [
  define({
    name: 'uniform_variance',
    parameters: { bound: positive() },
    formula: '\\operatorname{Var}(w) = \\frac{b^2}{3}',
    summary: 'Variance of numbers drawn uniformly from −b to b.',
    example: 'uniform_variance(0.5)',
    source: 'Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks',
    build: ({ bound }) =>
      libraryStep(
        'variance',
        '\\sigma^2',
        over(squared(bound), three),
        'the variance of a uniform distribution is a twelfth of its squared width: (2b)²/12',
      ),
  }),
  define({
    name: 'uniform_bound',
    parameters: { variance: positive() },
    formula: 'b = \\sqrt{3 \\operatorname{Var}(w)}',
    summary: 'The bound b for which numbers drawn uniformly from −b to b have the wanted variance.',
    example: 'uniform_bound(0.02)',
    source: 'Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks',
    build: ({ variance }) => libraryStep('bound', 'b', root(times(three, variance)), UNIFORM_WHY),
  }),
  define({
    name: 'normal_variance',
    parameters: { std: positive() },
    formula: '\\operatorname{Var}(w) = \\sigma^2',
    summary: 'Variance of normal numbers with the given standard deviation.',
    example: 'normal_variance(0.1)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 3.9.3',
    build: ({ std }) => libraryStep('variance', '\\sigma^2', squared(std)),
  }),
  define({
    name: 'preserving_variance',
    parameters: { fan: size(), activation: word(ACTIVATIONS, 'relu'), slope: number(0.01) },
    formula:
      '\\sigma_w^2 = \\begin{cases} \\frac{2}{n} & \\text{ReLU} \\\\ \\frac{1}{n} & \\text{linear} \\\\ \\frac{2}{(1 + \\alpha^2)\\, n} & \\text{leaky ReLU} \\end{cases}',
    summary:
      'The weight variance that keeps the variance of a signal from layer to layer: given the fan-in, that of the pre-activations; given the fan-out, that of the gradients.',
    convention: `${KEEPING} The slope α is used for leaky_relu only.`,
    example: 'preserving_variance(200)',
    source: HE,
    build: ({ fan, activation, slope }) =>
      libraryStep('variance', '\\sigma_w^2', preserving(activation, fan, slope), whyOf(activation)),
  }),
  define({
    name: 'preserving_bound',
    parameters: { fan: size(), activation: word(ACTIVATIONS, 'relu'), slope: number(0.01) },
    formula:
      'b = \\sqrt{3 \\sigma_w^2} = \\begin{cases} \\sqrt{\\frac{6}{n}} & \\text{ReLU} \\\\ \\sqrt{\\frac{3}{n}} & \\text{linear} \\\\ \\sqrt{\\frac{6}{(1 + \\alpha^2)\\, n}} & \\text{leaky ReLU} \\end{cases}',
    summary:
      'The bound b of weights drawn uniformly from −b to b that keep the variance of a signal from layer to layer: given the fan-in, that of the pre-activations; given the fan-out, that of the gradients.',
    convention: `${KEEPING} The slope α is used for leaky_relu only.`,
    example: 'preserving_bound(200)',
    source: HE,
    build: ({ fan, activation, slope }) =>
      libraryStep('bound', 'b', root(preserving(activation, fan, slope, 3)), UNIFORM_WHY),
  }),
];

function whyOf(activation: Activation): string {
  const { why } = passageOf(activation);
  return activation === 'linear' ? why : `n independent terms add up, and ${why}`;
}
