import { isConstant, type Node } from '../../node.ts';
import { constant, over, plus, root, times } from '../../terms.ts';
import { define, type LibraryFunction, libraryStep } from '../function.ts';
import { number, positive, size, word } from '../parameters.ts';
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
    why: 'the deviation is the root of the wanted variance',
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
    convention: 'Both fans count. The gain is 1 unless given; init_gain has the usual ones.',
    example: `xavier_${name}(300, 100)`,
    source: `${GLOROT}; PyTorch xavier_${name.split('_')[0]}_`,
    build: ({ fan_in, fan_out, gain }) =>
      libraryStep(name, tex, times(gain, root(over(constant(2 * factor), plus(fan_in, fan_out)))), why),
  });
}

function he({ name, tex, factor, what, why }: Width): LibraryFunction {
  return define({
    name: `he_${name}`,
    parameters: { fan_in: size(), fan_out: size('fan_in'), slope: number(0), mode: word(FAN_MODES, 'fan_in') },
    formula: `${tex} = \\sqrt{\\frac{${2 * factor}}{(1 + \\alpha^2)\\, n}}`,
    summary: `${what} by He's (Kaiming's) rule, for ReLU or, with a slope, for leaky ReLU.`,
    convention:
      'n is the fan-in, which keeps the variance of the forward pass; with mode "fan_out" it is the fan-out, which keeps that of the gradients.',
    example: `he_${name}(512)`,
    source: `${HE} kaiming_${name.split('_')[0]}_`,
    build: ({ fan_in, fan_out, slope, mode }) => {
      const n = mode === 'fan_in' ? fan_in : fan_out;
      return libraryStep(name, tex, root(over(constant(2 * factor), times(onePlusSquare(slope), n))), why);
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
    build: ({ fan_in }) => libraryStep(name, tex, root(over(constant(factor), fan_in)), why),
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

export const rules: readonly LibraryFunction[] = [
  ...[xavier, he, lecun].flatMap(rule => WIDTHS.map(rule)),
  define({
    name: 'init_gain',
    parameters: {
      nonlinearity: word(['linear', 'sigmoid', 'tanh', 'relu', 'leaky_relu', 'selu']),
      slope: number(0.01),
    },
    formula: 'g = \\sqrt{2} \\text{ for ReLU},\\quad \\sqrt{\\frac{2}{1 + \\alpha^2}} \\text{ for leaky ReLU}',
    summary: 'The gain by which initial weights are scaled for an activation.',
    convention:
      'PyTorch: 1 for linear and sigmoid, 5/3 for tanh, √2 for ReLU, 3/4 for SELU. The slope α is used for leaky_relu only.',
    example: 'init_gain(relu)',
    source: 'PyTorch calculate_gain',
    build: ({ nonlinearity, slope }) => {
      const gainOf = GAINS[nonlinearity] as (slope: Node) => Node;
      return libraryStep('gain', 'g', gainOf(slope), 'the gain makes up for what the activation takes from the signal');
    },
  }),
];
