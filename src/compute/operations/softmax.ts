import { apply, LEVEL, type Node, type Operation } from '../node.ts';
import type { Tensor } from '../tensor.ts';
import { divide, subtract, times } from './arithmetic.ts';
import { mapGroups } from './axes.ts';
import { exponential } from './functions.ts';
import { axesIn, axesTex, largestOf, reductionOperation, stretched, sumOver, totalOf } from './reduction.ts';

/** Softmax and log-sum-exp over axes, both shifted by the largest so that nothing overflows. */

function shares(numbers: Float64Array): Float64Array {
  const top = largestOf(numbers);
  const powers = numbers.map(x => Math.exp(x - top));
  const total = totalOf(powers);
  return powers.map(x => x / total);
}

const softmax: Operation = {
  name: 'softmax',
  evaluate: ([value], attributes) => mapGroups(value as Tensor, axesIn((value as Tensor).shape, attributes), shares),
  // Without axes a reader takes a softmax of a matrix to go along its rows.
  write: ([value], show, _, attributes) => ({
    tex: `\\operatorname{softmax}${softmaxAxes(value as Node, attributes)}\\left(${show(value as Node, LEVEL.relation, true)}\\right)`,
    level: LEVEL.atom,
  }),
  gradient: (node, upstream, shares) => {
    const weighted = times(upstream, shares);
    // Of a vector it is one sum, which needs no axis.
    const total =
      node.shape.length === 1 ? sumOver(weighted) : sumOver(weighted, axesIn(node.shape, node.attributes), true);
    return [times(shares, apply(subtract, [upstream, total]))];
  },
  component: (node, index, of) => {
    const [from] = node.args as [Node];
    const axes = axesIn(from.shape, node.attributes);
    const total = sumOver(apply(exponential, [from]), axes, true);
    const above = apply(exponential, [of(from, index)]);
    return apply(divide, [
      above,
      of(
        total,
        index.map((at, axis) => (axes.includes(axis) ? 0 : at)),
      ),
    ]);
  },
};

function softmaxAxes(value: Node, attributes: Node['attributes']): string {
  const axes = axesIn(value.shape, attributes);
  return value.shape.length < 2 ? '' : axesTex({ axes });
}

const logSumExp = reductionOperation({
  name: 'logsumexp',
  tex: '\\operatorname{logsumexp}',
  f: numbers => {
    const top = largestOf(numbers);
    return top + Math.log(totalOf(numbers.map(x => Math.exp(x - top))));
  },
  gradient: (node, upstream) => {
    const [from] = node.args as [Node];
    return [times(stretched(upstream, from, node.attributes), apply(softmax, [from], node.attributes))];
  },
});

export const softmaxOperations = [softmax, logSumExp];
