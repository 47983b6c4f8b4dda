import { fields } from '../../fields.ts';
import { isConstant, type Node } from '../../node.ts';
import { constant, maximum, minimum, negated, over, plus, root, times } from '../../terms.ts';
import { one } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { NORMS, normBy, sumOfSquares } from '../norms.ts';
import { number, positive, tensor, word } from '../parameters.ts';

/** Gradient clipping. */

/** min(1, c / (‖g‖ + ε)): gradients that are short enough stay as they are. */
function shrinkage(caller: string, norm: Node, limit: Node, eps: Node): Node {
  if ((eps.data[0] as number) < 0) throw new ArgumentError(`${caller}: eps must be 0 or more`);
  const length = isConstant(eps, 0) ? norm : plus(norm, eps);
  if (length.data[0] === 0) return libraryStep('scale', 's', constant(1), 'a gradient of 0 stays as it is');
  const what = isConstant(eps, 0) ? 'the norm' : 'the norm plus ε';
  const why =
    (length.data[0] as number) > (limit.data[0] as number)
      ? `${what} exceeds the limit: the gradient is scaled down and keeps its direction`
      : `${what} does not exceed the limit: the gradient stays as it is`;
  return libraryStep('scale', 's', minimum(one, over(limit, length)), why);
}

const EPSILON = 'eps is 0 unless given; PyTorch divides by the norm plus 1e-6.';

export const clipping: readonly LibraryFunction[] = [
  define({
    name: 'clip_by_value',
    parameters: { g: tensor(), limit: positive() },
    formula: "g'_i = \\min(\\max(g_i, -c), c)",
    summary:
      'Each element of the gradient clipped to the interval from −limit to limit; the direction of the gradient may change.',
    shapes: 'g: any shape; the result has it too',
    example: 'clip_by_value([3, -0.5], 1)',
    source: 'Mikolov 2012, Statistical Language Models Based on Neural Networks; PyTorch clip_grad_value_',
    build: ({ g, limit }) =>
      libraryStep('clipped', "g'", minimum(maximum(g, negated(limit)), limit), 'each element on its own'),
  }),
  define({
    name: 'clip_by_norm',
    parameters: { g: tensor(), limit: positive(), eps: number(0), norm: word(NORMS, 'l2') },
    formula: "s = \\min\\left(1, \\frac{c}{\\lVert g \\rVert + \\epsilon}\\right), \\quad g' = s \\, g",
    summary:
      'The gradient scaled down to the norm limit where its norm is larger; its direction stays. Fields: norm, scale, clipped.',
    shapes: 'g: any shape, which clipped has too; norm and scale are numbers',
    convention: `The norm is that of all elements together: l2, l1 or the largest absolute value. ${EPSILON}`,
    example: 'clip_by_norm([3, 4], 1).clipped',
    source: 'Pascanu, Mikolov and Bengio 2013, On the difficulty of training recurrent neural networks, algorithm 1',
    build: ({ g, limit, eps, norm: kind }) => {
      const norm = libraryStep('norm', '\\lVert g \\rVert', normBy[kind](g));
      const scale = shrinkage('clip_by_norm', norm, limit, eps);
      return fields({ norm, scale, clipped: libraryStep('clipped', "g'", times(scale, g)) });
    },
  }),
  define({
    name: 'clip_by_global_norm',
    parameters: { a: tensor(), b: tensor(), limit: positive(), eps: number(0) },
    formula:
      "\\lVert g \\rVert = \\sqrt{\\lVert a \\rVert^2 + \\lVert b \\rVert^2}, \\quad a' = s \\, a, \\quad b' = s \\, b, \\quad s = \\min\\left(1, \\frac{c}{\\lVert g \\rVert + \\epsilon}\\right)",
    summary: 'Two gradients scaled down together, by the norm over both. Fields: norm, scale, a, b.',
    shapes: 'a and b: any shapes, which the fields a and b have too; norm and scale are numbers',
    convention: EPSILON,
    example: 'clip_by_global_norm([3, 0], 4, limit=1).a',
    source:
      'Pascanu, Mikolov and Bengio 2013, On the difficulty of training recurrent neural networks; PyTorch clip_grad_norm_',
    build: ({ a, b, limit, eps }) => {
      const norm = libraryStep('norm', '\\lVert g \\rVert', root(plus(sumOfSquares(a), sumOfSquares(b))));
      const scale = shrinkage('clip_by_global_norm', norm, limit, eps);
      const [shortA, shortB] = [libraryStep('a', "a'", times(scale, a)), libraryStep('b', "b'", times(scale, b))];
      return fields({ norm, scale, a: shortA, b: shortB });
    },
  }),
];
