import { isConstant, type Node } from '../../node.ts';
import { type Shape, shapeText } from '../../tensor.ts';
import { matmul, outer, plus, sumOver, times, transpose } from '../../terms.ts';
import { ArgumentError } from '../function.ts';

/**
 * A fully connected layer and its gradients, for a single number, a vector, and a batch of vectors as the rows of a
 * matrix. A matrix of weights is (out, in) in the layout Wx and (in, out) in the layout xW; a vector is a single unit.
 */
export const LAYOUTS = ['Wx', 'xW'] as const;
export type Layout = (typeof LAYOUTS)[number];

interface Dense {
  readonly forward: (weights: Node, x: Node) => Node;
  /** The gradient by the weights, from that by the result. */
  readonly byWeights: (upstream: Node, x: Node) => Node;
  readonly byInput: (upstream: Node, weights: Node) => Node;
}

const byNumbers: Dense = { forward: times, byWeights: times, byInput: times };

/** One unit with a vector of weights. */
const UNIT: Readonly<Record<'vector' | 'batch', Dense>> = {
  vector: { forward: matmul, byWeights: times, byInput: times },
  batch: {
    forward: (w, x) => matmul(x, w),
    byWeights: (upstream, x) => matmul(transpose(x), upstream),
    byInput: outer,
  },
};

const LAYER: Readonly<Record<Layout, Readonly<Record<'vector' | 'batch', Dense>>>> = {
  Wx: {
    vector: { forward: matmul, byWeights: outer, byInput: (upstream, w) => matmul(transpose(w), upstream) },
    batch: {
      forward: (w, x) => matmul(x, transpose(w)),
      byWeights: (upstream, x) => matmul(transpose(upstream), x),
      byInput: matmul,
    },
  },
  xW: {
    vector: {
      forward: (w, x) => matmul(x, w),
      byWeights: (upstream, x) => outer(x, upstream),
      byInput: (upstream, w) => matmul(w, upstream),
    },
    batch: {
      forward: (w, x) => matmul(x, w),
      byWeights: (upstream, x) => matmul(transpose(x), upstream),
      byInput: (upstream, w) => matmul(upstream, transpose(w)),
    },
  },
};

/** @throws ArgumentError where weights and input do not fit together */
export function denseFor(caller: string, called: string, weights: Shape, x: Shape, layout: Layout): Dense {
  const width = weights.length === 1 || layout === 'xW' ? weights[0] : weights[1];
  if (weights.length > 2 || x.length > 2 || (weights.length === 0) !== (x.length === 0) || x.at(-1) !== width) {
    throw new ArgumentError(
      `${caller}: ${called} has shape ${shapeText(weights)} and meets numbers of shape ${shapeText(x)}; with layout=${layout} a matrix has shape ${layout === 'Wx' ? '(out, in)' : '(in, out)'}`,
    );
  }
  if (weights.length === 0) return byNumbers;
  const form = x.length === 2 ? 'batch' : 'vector';
  return weights.length === 1 ? UNIT[form] : LAYER[layout][form];
}

/** One number for each unit, or a single number for a single unit. @throws ArgumentError for anything else */
export function withBias(caller: string, called: string, z: Node, bias: Node | undefined, isBatch: boolean): Node {
  if (!bias || isConstant(bias, 0)) return z;
  const wanted = isBatch ? z.shape.slice(1) : z.shape;
  if (shapeText(bias.shape) !== shapeText(wanted)) {
    throw new ArgumentError(
      `${caller}: ${called} must have shape ${shapeText(wanted)}, one number for each unit, and has shape ${shapeText(bias.shape)}`,
    );
  }
  return plus(z, bias);
}

/** A bias is added to every sample of a batch, so its gradient is the sum over them. */
export function byBias(upstream: Node, isBatch: boolean): Node {
  return isBatch ? sumOver(upstream, upstream.shape.length === 1 ? undefined : [0]) : upstream;
}
