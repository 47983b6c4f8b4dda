import { apply, LEVEL, type Node, type Operation } from '../node.ts';
import { plus } from './arithmetic.ts';

/** Sums of very many terms, of which only the first and the last are written. Made for showing how one element comes about. */

const MOST_WRITTEN = 8;

/** Its arguments are the terms that are written; attribute `total`: the sum with all those between. */
const elidedSum: Operation = {
  name: 'elided_sum',
  evaluate: (_, { total }) => ({ shape: [], data: Float64Array.from(total as readonly number[]) }),
  write: (args, show, leading) => {
    const [first, second, last] = args as [Node, Node, Node];
    const tex = `${show(first, LEVEL.sum, leading)} + ${show(second, LEVEL.product)} + \\dots + ${show(last, LEVEL.product)}`;
    return { tex, level: LEVEL.sum };
  },
  gradient: null,
};

/**
 * a₁ + a₂ + …, with dots where that would be too long; then only the terms that are written are built.
 *
 * @param term the i-th term, a single number, from 0
 * @param total their sum
 */
export function longSumBy(count: number, term: (i: number) => Node, total: number): Node {
  if (count <= MOST_WRITTEN) return Array.from({ length: count }, (_, i) => term(i)).reduce(plus);
  return apply(elidedSum, [term(0), term(1), term(count - 1)], { total: [total] });
}

export function longSum(terms: readonly Node[]): Node {
  const total = terms.reduce((sum, term) => sum + (term.data[0] as number), 0);
  return longSumBy(terms.length, i => terms[i] as Node, total);
}
