import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import {
  constant,
  elements,
  list,
  matmul,
  minus,
  over,
  plus,
  power,
  squared,
  sumOver,
  times,
  total,
  transpose,
} from '../../terms.ts';
import { one, two } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { sumOfSquares } from '../norms.ts';
import { fraction, tensor, vector, word } from '../parameters.ts';
import { checkKept } from './dropout.ts';

/** The expected squared error of a linear model whose inputs are dropped: in closed form, and over every mask. */

type Form = 'plain' | 'inverted';
type Reduction = 'sum' | 'half' | 'mean';

const MOST_INPUTS = 10;
/** Up to here each mask gets a line of its own. */
const SPELLED_OUT = 3;

interface Model {
  readonly x: Node;
  readonly y: Node;
  readonly w: Node;
  readonly keep: Node;
  readonly form: Form;
  readonly reduction: Reduction;
}

function checkModel(caller: string, { x, y, w, keep, form }: Model): void {
  const samples = x.shape.slice(0, -1);
  const [n] = w.shape;
  const fits = x.shape.length <= 2 && x.shape.at(-1) === n && y.shape.join() === samples.join();
  if (!fits) {
    throw new ArgumentError(
      `${caller}: x, y and w have shapes ${[x, y, w].map(({ shape }) => shapeText(shape)).join(', ')} and must be (m, n), (m), (n), or (n), (), (n) for one sample`,
    );
  }
  if (form === 'inverted') checkKept(caller, keep);
}

const REDUCTIONS: Readonly<Record<Reduction, (sum: Node, samples: number) => Node>> = {
  sum: sum => sum,
  half: sum => over(sum, two),
  mean: (sum, samples) => (samples === 1 ? sum : over(sum, constant(samples))),
};
const samplesIn = (x: Node): number => (x.shape.length === 1 ? 1 : (x.shape[0] as number));

/** What each input adds to the prediction where it is kept. */
function contributions({ x, w, keep, form }: Model): Node {
  const product = times(x, w);
  const why = 'what each input adds to the prediction where it is kept';
  return libraryStep('z', 'z', form === 'plain' ? product : over(product, keep), why);
}

/** z₁ + z₂ + … of one sample, or of each. */
const rowSums = (z: Node): Node =>
  z.shape.length === 1 ? (z.data.length <= SPELLED_OUT + 1 ? total(elements(z)) : sumOver(z)) : sumOver(z, [1]);

function closedForm(model: Model): Node {
  const { x, y, keep, reduction } = model;
  const z = contributions(model);
  const mean = libraryStep('mean', '\\bar y', times(keep, rowSums(z)), 'the expected prediction');
  const distance = minus(y, mean);
  const residual = y.shape.length === 0 ? distance : libraryStep('residual', 'r', distance);
  const fit = libraryStep('fit', 'F', sumOfSquares(residual), 'the squared error of the expected prediction');
  const spread = times(times(keep, minus(one, keep)), sumOfSquares(z));
  const why = 'inputs are dropped independently, so that the variances p(1 − p)z² of what they add sum up';
  const variance = libraryStep('variance', 'V', spread, why);
  const loss = REDUCTIONS[reduction](plus(fit, variance), samplesIn(x));
  const split = 'an expected square is the square of the mean plus the variance';
  return fields({ mean, fit, variance, loss: libraryStep('loss', 'L', loss, split) });
}

/** Every row of n zeros and ones, all ones first. */
function masksOf(n: number): number[][] {
  return Array.from({ length: 2 ** n }, (_, i) =>
    Array.from({ length: n }, (_unused, j) => 1 - ((i >> (n - 1 - j)) & 1)),
  );
}

/** pᵏ (1 − p)ⁿ⁻ᵏ. */
function probability(keep: Node, kept: number, n: number): Node {
  const [yes, no] = [power(keep, constant(kept)), power(minus(one, keep), constant(n - kept))];
  if (kept === 0) return no;
  return kept === n ? yes : times(yes, no);
}

/** One line for each mask. */
function spelledOut(y: Node, z: Node, keep: Node): Node {
  const parts = elements(z);
  const weighted = masksOf(parts.length).map(mask => {
    const kept = parts.filter((_, j) => mask[j] === 1);
    const error = kept.length === 0 ? y : minus(y, total(kept));
    const loss = libraryStep(`loss${mask.join('')}`, `L_{${mask.join('')}}`, squared(error));
    return times(probability(keep, kept.length, parts.length), loss);
  });
  return total(weighted);
}

const sumOf = (mask: readonly number[]): number => mask.reduce((sum, m) => sum + m, 0);

/** All masks at once, as the rows of a matrix. */
function byMatrix(y: Node, z: Node, keep: Node): Node {
  const n = z.shape.at(-1) as number;
  const masks = masksOf(n);
  const table = libraryStep('masks', 'R', constant(masks), 'every mask is a row');
  const predictions = matmul(table, z.shape.length === 2 ? transpose(z) : z);
  const errors = libraryStep('errors', 'E', squared(minus(y, predictions)), 'the squared error under each mask');
  const counts = Array.from({ length: n + 1 }, (_, kept) => kept);
  const each = counts.map(kept => probability(keep, kept, n));
  const chances = libraryStep('chances', 'q', list(each), 'the probability of a mask that keeps 0, 1, 2, … inputs');
  const groups = masks.map(mask => counts.map(kept => (sumOf(mask) === kept ? 1 : 0)));
  const group = libraryStep('groups', 'K', constant(groups), 'a 1 in each row says how many inputs its mask keeps');
  const chance = libraryStep('chance', 'P', matmul(group, chances), 'the probability of every mask');
  const expected = matmul(errors.shape.length === 2 ? transpose(errors) : errors, chance);
  return expected.shape.length === 0 ? expected : sumOver(expected);
}

function enumerated(model: Model): Node {
  const { x, y, keep, reduction } = model;
  const n = x.shape.at(-1) as number;
  if (n > MOST_INPUTS) {
    throw new ArgumentError(
      `dropout_loss_enumerated: at most ${MOST_INPUTS} inputs, which have ${2 ** MOST_INPUTS} masks, not ${n}`,
    );
  }
  const z = contributions(model);
  const sum = x.shape.length === 1 && n <= SPELLED_OUT ? spelledOut(y, z, keep) : byMatrix(y, z, keep);
  const why = 'every mask is weighted by its probability';
  return libraryStep('loss', 'L', REDUCTIONS[reduction](sum, samplesIn(x)), why);
}

const PARAMETERS = {
  x: tensor(),
  y: tensor(),
  w: vector(),
  keep: fraction(),
  form: word(['plain', 'inverted'], 'plain'),
  reduction: word(['sum', 'half', 'mean'], 'sum'),
};
const SHAPES = 'x (m, n), y (m), w (n); or one sample: x (n), y a number';
const CONVENTION =
  'keep, the p of the formula, is the probability of keeping an input. The form "inverted" divides what is kept by p: w/p takes the place of w. The reduction "sum" adds the squared errors of all samples, as in the formula; "half" takes half of the sum, "mean" divides it by the number of samples.';
const SOURCE = 'Srivastava et al. 2014, Dropout: A Simple Way to Prevent Neural Networks from Overfitting, section 9.1';

export const dropoutLosses: readonly LibraryFunction[] = [
  define({
    name: 'expected_dropout_loss',
    parameters: PARAMETERS,
    formula:
      '\\mathbb{E}_R \\lVert y - (R \\odot X) w \\rVert^2 = \\lVert y - p X w \\rVert^2 + p (1 - p) \\sum_j w_j^2 \\sum_i x_{ij}^2',
    summary:
      'Expected squared error of a linear model with dropout on its inputs, in closed form. Fields: mean (the expected prediction), fit, variance, loss.',
    shapes: SHAPES,
    convention: CONVENTION,
    example: 'expected_dropout_loss([1, 2], y=3, w=[1, -1], keep=0.5).loss',
    source: SOURCE,
    build: model => {
      checkModel('expected_dropout_loss', model);
      return closedForm(model);
    },
  }),
  define({
    name: 'dropout_loss_enumerated',
    parameters: PARAMETERS,
    formula:
      '\\mathbb{E}_R \\lVert y - (R \\odot X) w \\rVert^2 = \\sum_{r \\in \\{0, 1\\}^n} p^{|r|} (1 - p)^{n - |r|} \\sum_i \\Bigl(y_i - \\sum_j r_j x_{ij} w_j\\Bigr)^2',
    summary:
      'Expected squared error of a linear model with dropout on its inputs, as a sum over all masks. It equals expected_dropout_loss.',
    shapes: `${SHAPES}; at most 10 inputs. The result is a number`,
    convention: CONVENTION,
    example: 'dropout_loss_enumerated([1, 2], y=3, w=[1, -1], keep=0.5)',
    source: SOURCE,
    build: model => {
      checkModel('dropout_loss_enumerated', model);
      return enumerated(model);
    },
  }),
];
