import { apply, constant, type Node, numberOf } from './node.ts';
import { divide, negated, plus, power, subtract, times } from './operations/arithmetic.ts';
import { matmul, outer } from './operations/matmul.ts';
import { reductionAttributes, sumOver } from './operations/reduction.ts';
import { operation } from './operations.ts';

/** Short names for the operations, for whoever builds graphs in code. */

export { broadcastTo } from './operations/broadcast.ts';
export { correlate, correlateInput, correlateKernel, forEachChannel } from './operations/convolution.ts';
export { interleave } from './operations/interleave.ts';
export { averagePooled, averageSpreadTo, maxPooled, maxRouted } from './operations/pooling.ts';
export { permute, reshape, transpose } from './operations/reshape.ts';
export { concat, oneHot, where } from './operations/selection.ts';
export { narrow, slice } from './operations/slice.ts';
export { element, elements, list } from './operations/structure.ts';
export { imageColumns } from './operations/unfold.ts';
export { constant, matmul, negated, outer, plus, power, sumOver, times };

type Axes = readonly number[];

const unary =
  (name: string) =>
  (a: Node): Node =>
    apply(operation(name), [a]);
const binary =
  (name: string) =>
  (a: Node, b: Node): Node =>
    apply(operation(name), [a, b]);
const reduction =
  (name: string) =>
  (a: Node, axes?: Axes, keep = false): Node =>
    apply(operation(name), [a], reductionAttributes(axes, keep));

export const minus = (a: Node, b: Node): Node => apply(subtract, [a, b]);
export const over = (a: Node, b: Node): Node => apply(divide, [a, b]);
export const squared = (a: Node): Node => power(a, constant(2));

export const root = unary('sqrt');
export const exp = unary('exp');
export const ln = unary('ln');
export const sigmoid = unary('sigmoid');
export const tanh = unary('tanh');
export const relu = unary('relu');
export const softplus = unary('softplus');
export const erf = unary('erf');
export const sin = unary('sin');
export const cos = unary('cos');
export const absolute = unary('abs');
export const sign = unary('sign');
export const floor = unary('floor');
export const ceil = unary('ceil');
export const inverse = unary('inverse');
/** Of a symmetric matrix, in falling order. */
export const eigenvalues = unary('eigenvalues');
/** In falling order. */
export const singularValues = unary('singular_values');

export const leakyRelu = binary('leaky_relu');
/** Of two nodes, element by element. */
export const maximum = binary('max');
export const minimum = binary('min');
/** 1 where it holds, else 0. */
export const equal = binary('eq');
export const greater = binary('gt');
export const less = binary('lt');
export const atMost = binary('le');
/** X of A X = B. */
export const solve = binary('solve');

export const meanOver = reduction('mean');
export const largest = reduction('largest');
export const smallest = reduction('smallest');
/** 0-based, as a number of the graph. */
export const argmax = reduction('argmax');
export const argmin = reduction('argmin');
export const logSumExp = reduction('logsumexp');

export function softmax(a: Node, axes?: Axes): Node {
  return apply(operation('softmax'), [a], axes ? { axes } : {});
}

/** a₁ + a₂ + …, term by term, so that a step shows each. */
export function total(terms: readonly Node[]): Node {
  return terms.length === 0 ? constant(0) : terms.reduce(plus);
}

/** a₁ · a₂ · … */
export function productOf(factors: readonly Node[]): Node {
  return factors.length === 0 ? constant(1) : factors.reduce(times);
}

/** √(Σ x²). */
export function norm(a: Node): Node {
  return root(sumOver(squared(a)));
}

/** W x for a matrix, W · x for a single number: so one formula serves a unit and a layer. */
export function weighted(weight: Node, x: Node): Node {
  return weight.shape.length === 0 || x.shape.length === 0 ? times(weight, x) : matmul(weight, x);
}

/** The whole number that an argument holds; its type has been checked. */
export const wholeOf = (node: Node): number => numberOf(node);

/** f′ of ReLU and of leaky ReLU: a constant on each side of 0. */
export const reluSlope = unary('relu_slope');
export const leakyReluSlope = binary('leaky_relu_slope');
