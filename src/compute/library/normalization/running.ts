import { fields } from '../../fields.ts';
import { isConstant, type Node, sameShape } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { constant, minus, plus, times } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { fraction, tensor, word } from '../parameters.ts';
import { IOFFE } from './batch.ts';
import { batchWhy, checkInput, overBatch } from './channels.ts';
import { momentsOf } from './statistics.ts';

/** The running statistics that a batch leaves behind. */

/** How much of the old value is kept, and how much of the new one enters. */
const RULES = ['pytorch', 'keras'] as const;
const WEIGHTS: Readonly<Record<(typeof RULES)[number], (momentum: Node) => readonly [old: Node, fresh: Node]>> = {
  pytorch: momentum => [minus(constant(1), momentum), momentum],
  keras: momentum => [momentum, minus(constant(1), momentum)],
};

/** old weight · old + new weight · new; an old value of 0 is not written. */
function moved([keep, enter]: readonly [Node, Node], old: Node, fresh: Node): Node {
  const entering = times(enter, fresh);
  return isConstant(old, 0) ? entering : plus(times(keep, old), entering);
}

export const running: readonly LibraryFunction[] = [
  define({
    name: 'running_stats',
    parameters: {
      x: tensor(),
      mean: tensor(0),
      var: tensor(1),
      momentum: fraction(0.1),
      rule: word(RULES, 'pytorch'),
      variance: word(['unbiased', 'biased'], 'unbiased'),
    },
    formula:
      '\\mu \\leftarrow (1 - m)\\, \\mu + m\\, \\mu_B,\\quad \\sigma^2 \\leftarrow (1 - m)\\, \\sigma^2 + m\\, \\sigma_B^2',
    summary:
      'The running mean and variance of batch normalization after one more batch x; mean and var are those before it. Fields: batch_mean, batch_var, mean, var.',
    shapes: 'x: (N), (N, D), (N, C, L) or (N, C, H, W); everything else: one number per channel, or a single one',
    convention:
      'As in PyTorch the momentum m is the weight of the new value, and the variance of the batch is the unbiased one, divided by n − 1. With the rule "keras" the momentum is the weight of the old value: μ ← mμ + (1 − m)μ_B, where Keras takes m = 0.99. With the variance "biased" it is divided by n.',
    example: 'running_stats([1, 2, 6], momentum=0.1).mean',
    source: `${IOFFE}; PyTorch BatchNorm1d; Keras BatchNormalization`,
    build: ({ x, mean, var: old, momentum, rule, variance }) => {
      checkInput('running_stats', x, 1);
      const batch = momentsOf('running_stats', x, overBatch(x), {
        why: batchWhy(x),
        index: '_B',
        unbiased: variance === 'unbiased',
      });
      for (const [name, node] of Object.entries({ mean, var: old })) {
        if (node.shape.length === 0 || sameShape(node.shape, batch.mean.shape)) continue;
        throw new ArgumentError(
          `running_stats: "${name}" has shape ${shapeText(node.shape)} and must be a number or have the shape of the statistics of "x", ${shapeText(batch.mean.shape)}`,
        );
      }
      if (old.data.some(value => value < 0)) throw new ArgumentError('running_stats: "var" must be 0 or more');
      const weights = WEIGHTS[rule](momentum);
      const why =
        rule === 'pytorch'
          ? 'the momentum is the weight of the new value'
          : 'the momentum is the weight of the old value';
      return fields({
        batch_mean: batch.mean,
        batch_var: batch.variance,
        mean: libraryStep('running_mean', '\\mu_{\\text{run}}', moved(weights, mean, batch.mean), why),
        var: libraryStep('running_var', '\\sigma_{\\text{run}}^2', moved(weights, old, batch.variance)),
      });
    },
  }),
];
