import type { Node } from './node.ts';

/** Operations that make whole numbers of whole numbers. */
const CLOSED = new Set(
  (
    'step neg add sub mul abs sign max min list element sum largest smallest where reshape permute slice concat ' +
    'broadcast_to sum_to matmul outer one_hot eq ne lt le gt ge relu ' +
    'correlate correlate_input correlate_kernel per_channel im2col col2im max_pool interleave ' +
    'placed spread attained relu_slope abs_slope max_slope min_slope below_zero below_zero_slope leaky_relu ' +
    'leaky_relu_slope max_pool_routed max_pool_picked'
  ).split(' '),
);
/** These keep whole numbers whole only where they come out whole. */
const SOMETIMES = new Set(['pow', 'div', 'mean']);
/** These make whole what was not, so nothing below them matters. */
const ROUNDING = new Set(['floor', 'ceil', 'round', 'argmax', 'argmin']);

/** What an operation makes of whole numbers; of those that it keeps only sometimes, the value tells. */
export function keepsWhole(name: string): 'always' | 'sometimes' | 'rounds' | 'never' {
  if (CLOSED.has(name)) return 'always';
  if (ROUNDING.has(name)) return 'rounds';
  return SOMETIMES.has(name) ? 'sometimes' : 'never';
}

/**
 * Whether a value is a count: whole, and reached through whole numbers alone, so that nobody needs to round on the way.
 * A mean of decimals that happens to be 2 is none.
 */
export function isCount(node: Node): boolean {
  const memory = new Map<Node, boolean>();
  const visit = (current: Node): boolean => {
    const known = memory.get(current);
    if (known !== undefined) return known;
    const isWhole = current.data.every(Number.isInteger);
    const { name } = current.operation;
    const keeps = current.args.length === 0 ? 'always' : keepsWhole(name);
    const answer = isWhole && (keeps === 'rounds' || (keeps !== 'never' && current.args.every(visit)));
    memory.set(current, answer);
    return answer;
  };
  return visit(node);
}
