import { fields } from '../../fields.ts';
import { isConstant, type Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { minus, negated, over, plus, times } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { number, tensor } from '../parameters.ts';
import { aligned } from './aligned.ts';
import { deviation } from './statistics.ts';

/** Batch normalization that at test time disappears into the layer before it. */

/** @throws ArgumentError where something has neither one number per filter nor a single one */
function checkFilters(weight: Node, others: Readonly<Record<string, Node>>): void {
  const filters = weight.shape.length >= 2 ? weight.shape[0] : undefined;
  for (const [name, { shape }] of Object.entries(others)) {
    if (shape.length === 0 || (shape.length === 1 && filters !== undefined && shape[0] === filters)) continue;
    throw new ArgumentError(
      `fold_batch_norm: "${name}" has shape ${shapeText(shape)} and must be a number or a list with one for each filter of "weight", whose shape is ${shapeText(weight.shape)}`,
    );
  }
}

/** (b − μ) s + β, without what is 0. */
function foldedBias(bias: Node, mean: Node, scale: Node, beta: Node): Node {
  const product = isConstant(bias, 0) ? times(mean, scale) : times(minus(bias, mean), scale);
  if (!isConstant(bias, 0)) return isConstant(beta, 0) ? product : plus(product, beta);
  return isConstant(beta, 0) ? negated(product) : minus(beta, product);
}

export const folding: readonly LibraryFunction[] = [
  define({
    name: 'fold_batch_norm',
    parameters: {
      weight: tensor(),
      mean: tensor(),
      var: tensor(),
      bias: tensor(0),
      gamma: tensor(1),
      beta: tensor(0),
      eps: number(1e-5),
    },
    formula:
      "s = \\frac{\\gamma}{\\sqrt{\\sigma^2 + \\epsilon}},\\quad w' = s \\odot w,\\quad b' = (b - \\mu) \\odot s + \\beta",
    summary:
      'A convolution or linear layer and the batch normalization after it, folded into one layer that does the same at test time. Fields: scale, weight, bias.',
    shapes:
      'weight: (out, in), (out, in, k), (out, in, k, k), or that of one unit: a number or (in); the others: (out), or a single number; the results: as weight and as the others',
    convention:
      'mean and var are the running statistics. ε stands under the root; γ is 1, β and the old bias are 0 unless given.',
    example: 'fold_batch_norm(2, bias=1, mean=3, var=4, gamma=0.5, beta=1).bias',
    source:
      'Jacob et al. 2018, Quantization and Training of Neural Networks, section 3.2; PyTorch fuse_conv_bn_weights',
    build: ({ weight, bias, mean, var: variance, gamma, beta, eps }) => {
      checkFilters(weight, { bias, mean, var: variance, gamma, beta });
      const why = 'at test time a batch normalization only scales and shifts';
      const scale = libraryStep('scale', 's', over(gamma, deviation('fold_batch_norm', variance, eps)), why);
      const wide = times(aligned(scale, [0], weight.shape.length), weight);
      const shifted = foldedBias(bias, mean, scale, beta);
      return fields({
        scale,
        weight: libraryStep('weight', "w'", wide, 'each filter is multiplied by the scale of its channel'),
        bias: libraryStep('bias', "b'", shifted, 'the old bias is normalized as an output would be'),
      });
    },
  }),
];
