import type { Node } from './node.ts';

/** Operations that make whole numbers of whole numbers. */
const CLOSED = new Set(
  (
    'step neg add sub mul abs sign max min list element sum largest smallest where reshape permute slice concat ' +
    'broadcast_to sum_to matmul outer one_hot eq ne lt le gt ge relu ' +
    'correlate correlate_input correlate_kernel per_channel im2col col2im max_pool interleave'
  ).split(' '),
);
/** These keep whole numbers whole only where they come out whole. */
const SOMETIMES = new Set(['pow', 'div', 'mean']);
/** These make whole what was not, so nothing below them matters. */
const ROUNDING = new Set(['floor', 'ceil', 'round', 'argmax', 'argmin']);

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
    const keeps = CLOSED.has(name) || SOMETIMES.has(name) || current.args.length === 0;
    const answer = isWhole && (ROUNDING.has(name) || (keeps && current.args.every(visit)));
    memory.set(current, answer);
    return answer;
  };
  return visit(node);
}
