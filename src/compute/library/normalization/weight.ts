import { fields } from '../../fields.ts';
import { type Node, sameShape } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { matmul, minus, outer, over, root, squared, sumOver, times } from '../../terms.ts';
import { identity } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { lengthOf } from '../norms.ts';
import { number, tensor, vector } from '../parameters.ts';
import { aligned } from './aligned.ts';

/** Weights written as a length and a direction. */

const SALIMANS = 'Salimans and Kingma 2016, Weight Normalization';
const LONGEST = 100;

/** The step ‖v‖, of each row of a matrix. @throws ArgumentError where it is 0 */
function lengthStep(caller: string, v: Node): Node {
  const isMatrix = v.shape.length === 2;
  const value = isMatrix ? root(sumOver(squared(v), [1])) : lengthOf(v);
  if (value.data.includes(0)) throw new ArgumentError(`${caller}: "v" has length 0 and thus no direction`);
  return libraryStep('norm', '\\lVert v \\rVert', value, isMatrix ? 'one length for each row' : undefined);
}

export const weightNorms: readonly LibraryFunction[] = [
  define({
    name: 'weight_norm',
    parameters: { v: tensor(), g: tensor() },
    formula: 'w = \\frac{g}{\\lVert v \\rVert} \\, v',
    summary: 'Weight normalization: weights of length g in the direction of v. Fields: norm, s, w.',
    shapes: 'v: (in) with a number g, or (out, in) with one g per row, or a single one; norm and s: as g; w: as v',
    convention: 'The length of a matrix is taken row by row, one for each unit.',
    example: 'weight_norm([3, 4], g=2).w',
    source: `${SALIMANS}, equation 2; PyTorch weight_norm`,
    build: ({ v, g }) => {
      if (v.shape.length < 1 || v.shape.length > 2) {
        throw new ArgumentError(`weight_norm: "v" must be a vector or a matrix, and has shape ${shapeText(v.shape)}`);
      }
      const norm = lengthStep('weight_norm', v);
      if (g.shape.length > 0 && !sameShape(g.shape, norm.shape)) {
        throw new ArgumentError(
          `weight_norm: "g" has shape ${shapeText(g.shape)} and must be a number, or for a matrix a list with one for each row of "v", whose shape is ${shapeText(v.shape)}`,
        );
      }
      const s = libraryStep('s', 's', over(g, norm), 'the factor that brings v to length g');
      return fields({ norm, s, w: libraryStep('w', 'w', times(aligned(s, [0], v.shape.length), v)) });
    },
  }),
  define({
    name: 'weight_norm_gradient',
    parameters: { v: vector(), g: number(), upstream: vector() },
    formula:
      '\\nabla_v L = s M \\nabla_w L,\\quad s = \\frac{g}{\\lVert v \\rVert},\\quad M = I - \\frac{v v^\\top}{v^\\top v},\\quad \\nabla_g L = \\frac{v^\\top \\nabla_w L}{\\lVert v \\rVert}',
    summary:
      'Gradients through weight normalization, given the upstream gradient ∇_w L. Fields: norm, s, projection (M), dv, dg.',
    shapes: `v, upstream and dv: (n), n up to ${LONGEST}; projection: (n, n)`,
    convention: 'The projection M removes the part along v, so that ∇_v L is orthogonal to v.',
    example: 'weight_norm_gradient([3, 4], g=2, upstream=[1, 0]).dv',
    source: `${SALIMANS}, equations 3 and 4`,
    build: ({ v, g, upstream }) => {
      if (!sameShape(v.shape, upstream.shape)) {
        throw new ArgumentError(
          `weight_norm_gradient: "upstream" has shape ${shapeText(upstream.shape)} and must have that of "v", ${shapeText(v.shape)}`,
        );
      }
      if (v.data.length > LONGEST) {
        throw new ArgumentError(`weight_norm_gradient: "v" has ${v.data.length} elements, and may have ${LONGEST}`);
      }
      const norm = lengthStep('weight_norm_gradient', v);
      const s = libraryStep('s', 's', over(g, norm));
      const along = over(outer(v, v), matmul(v, v));
      const why = 'M takes off the part along v: a longer or shorter v gives the same w';
      const projection = libraryStep('projection', 'M', minus(identity(v.data.length), along), why);
      const byV = times(s, matmul(projection, upstream));
      return fields({
        norm,
        s,
        projection,
        dv: libraryStep('dv', '\\nabla_v L', byV, 'the chain rule through w = g v / ‖v‖'),
        dg: libraryStep(
          'dg',
          '\\nabla_g L',
          over(matmul(v, upstream), norm),
          'only the part along v changes the length',
        ),
      });
    },
  }),
];
