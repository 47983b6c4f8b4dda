import { isConstant, type Node } from '../../node.ts';
import { constant, over, plus, root, times } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { number, optional, positive, size, word } from '../parameters.ts';
import { onePlusSquare } from './activation.ts';

/** How wide initial weights are drawn: Xavier's rule, He's and LeCun's, normal and uniform. */

const GLOROT = 'Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks';
const HE = 'He et al. 2015, Delving Deep into Rectifiers; PyTorch';
const LECUN = 'LeCun, Bottou, Orr and Müller 1998, Efficient BackProp';

/** A standard deviation, or the bound of the uniform distribution that has it: a bound b gives the variance b²/3. */
interface Width {
  readonly name: 'normal_std' | 'uniform_bound';
  readonly tex: string;
  /** What stands under the root for each unit of variance. */
  readonly factor: 1 | 3;
  readonly what: string;
  readonly why: string;
}

const WIDTHS: readonly Width[] = [
  {
    name: 'normal_std',
    tex: '\\sigma',
    factor: 1,
    what: 'Standard deviation of normal weights',
    why: 'the standard deviation is the root of the wanted variance',
  },
  {
    name: 'uniform_bound',
    tex: 'b',
    factor: 3,
    what: 'Bound b of weights drawn uniformly from −b to b',
    why: 'uniform weights between −b and b have the variance b²/3',
  },
];

const FAN_MODES = ['fan_in', 'fan_out'] as const;

function xavier({ name, tex, factor, what, why }: Width): LibraryFunction {
  return define({
    name: `xavier_${name}`,
    parameters: { fan_in: size(), fan_out: size(), gain: positive(1) },
    formula: `${tex} = g \\sqrt{\\frac{${2 * factor}}{n_{\\text{in}} + n_{\\text{out}}}}`,
    summary: `${what} by Xavier's (Glorot's) rule.`,
    convention:
      'A compromise between 1/n_in, which keeps the variance of the forward pass, and 1/n_out, which keeps that of the gradients. The gain g is 1 unless given; init_gain has the usual ones.',
    example: `xavier_${name}(300, 100)`,
    source: `${GLOROT}; PyTorch xavier_${name.split('_')[0]}_`,
    build: ({ fan_in, fan_out, gain }) =>
      libraryStep(
        name,
        tex,
        times(gain, root(over(constant(2 * factor), plus(fan_in, fan_out)))),
        `a compromise between forward and backward pass; ${why}`,
      ),
  });
}

function he({ name, tex, factor, what, why }: Width): LibraryFunction {
  return define({
    name: `he_${name}`,
    parameters: { fan_in: size(), fan_out: optional(size()), slope: number(0), mode: word(FAN_MODES, 'fan_in') },
    formula: `${tex} = \\sqrt{\\frac{${2 * factor}}{(1 + \\alpha^2)\\, n}}`,
    summary: `${what} by He's (Kaiming's) rule, for ReLU or, with a slope, for leaky ReLU.`,
    convention:
      'n is the fan-in, which keeps the variance of the forward pass; with mode "fan_out" it is the fan-out, which must then be given and keeps the variance of the gradients. The slope α is 0 for ReLU.',
    example: `he_${name}(512)`,
    source: `${HE} kaiming_${name.split('_')[0]}_`,
    build: ({ fan_in, fan_out, slope, mode }) => {
      const n = mode === 'fan_in' ? fan_in : fan_out;
      if (!n) throw new ArgumentError(`he_${name}: the mode "fan_out" needs a value for "fan_out"`);
      const made = isConstant(slope, 0)
        ? 'the factor 2 makes up for the half that ReLU sets to 0'
        : 'leaky ReLU keeps (1 + α²)/2 of the second moment, which is made up for';
      return libraryStep(
        name,
        tex,
        root(over(constant(2 * factor), times(onePlusSquare(slope), n))),
        `${made}; ${why}`,
      );
    },
  });
}

function lecun({ name, tex, factor, what, why }: Width): LibraryFunction {
  return define({
    name: `lecun_${name}`,
    parameters: { fan_in: size() },
    formula: `${tex} = \\sqrt{\\frac{${factor}}{n_{\\text{in}}}}`,
    summary: `${what} by LeCun's rule, for linear units and SELU.`,
    example: `lecun_${name}(100)`,
    source: LECUN,
    build: ({ fan_in }) =>
      libraryStep(name, tex, root(over(constant(factor), fan_in)), `1/n keeps the variance of a linear unit; ${why}`),
  });
}

const GAINS: Readonly<Record<string, (slope: Node) => Node>> = {
  linear: () => constant(1),
  sigmoid: () => constant(1),
  tanh: () => over(constant(5), constant(3)),
  relu: () => root(constant(2)),
  leaky_relu: slope => (isConstant(slope, 0) ? root(constant(2)) : root(over(constant(2), onePlusSquare(slope)))),
  selu: () => over(constant(3), constant(4)),
};

/** Where the gain follows from something, from what. */
const GAIN_WHY: Readonly<Record<string, string>> = {
  linear: 'nothing is lost that a gain would have to make up for',
  tanh: 'tanh shrinks the signal, which the gain makes up for',
  relu: 'ReLU halves the second moment of the signal, which the gain makes up for',
  leaky_relu: 'leaky ReLU keeps (1 + α²)/2 of the second moment of the signal, which the gain makes up for',
};

export const rules: readonly LibraryFunction[] = [
  ...[xavier, he, lecun].flatMap(rule => WIDTHS.map(rule)),
  define({
    name: 'init_gain',
    parameters: {
      nonlinearity: word(['linear', 'sigmoid', 'tanh', 'relu', 'leaky_relu', 'selu']),
      slope: number(0.01),
    },
    formula:
      'g = \\begin{cases} 1 & \\text{linear, sigmoid} \\\\ \\frac{5}{3} & \\text{tanh} \\\\ \\sqrt{2} & \\text{ReLU} \\\\ \\sqrt{\\frac{2}{1 + \\alpha^2}} & \\text{leaky ReLU} \\\\ \\frac{3}{4} & \\text{SELU} \\end{cases}',
    summary: 'The gain by which the standard deviation or bound of initial weights is scaled for an activation.',
    convention: 'The values are those of PyTorch. The slope α is used for leaky_relu only.',
    example: 'init_gain(relu)',
    source: 'PyTorch calculate_gain',
    build: ({ nonlinearity, slope }) => {
      const gainOf = GAINS[nonlinearity] as (slope: Node) => Node;
      return libraryStep('gain', 'g', gainOf(slope), GAIN_WHY[nonlinearity]);
    },
  }),
];
