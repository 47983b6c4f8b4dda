import type { Node } from '../compute/node.ts';
import { ShapeError, type Tensor } from '../compute/tensor.ts';

/** How much one evaluation may compute, so that no formula takes long, whatever it is made of. */

const MOST_NUMBERS = 2_000_000;

/** What only takes a part of its argument, or hands it on. */
const PICKING = new Set(['element', 'slice', 'step', 'reshape', 'fields']);
/** So many multiplications take as long as a number of an element-wise operation. */
const PRODUCTS_AT_ONCE = 16;

const sideOf = ({ args }: Node): number => Math.max(...(args[0] as Tensor).shape);
const cubic = (node: Node): number => 2 * sideOf(node) ** 3;

/**
 * Products of a sliding window. With C and O channels, n places and a window of k they are C·O·n·k, and the three tensors have
 * C·n, O·C·k and O·n numbers.
 */
const sliding =
  (kernelOf: (node: Node) => Tensor) =>
  (node: Node): number => {
    const [a, b] = node.args as unknown as [Tensor, Tensor];
    const window = kernelOf(node)
      .shape.slice(-(node.attributes.stride?.length ?? 1))
      .reduce((product, side) => product * side, 1);
    return Math.sqrt(a.data.length * b.data.length * node.data.length * window) / PRODUCTS_AT_ONCE;
  };

const pooling = ({ data, attributes }: Node): number =>
  (attributes.kernel ?? []).reduce((product, side) => product * side, data.length);

/** Work of the operations that do more than to look at each number once. */
const HARD: ReadonlyMap<string, (node: Node) => number> = new Map([
  ['matmul', node => (node.data.length * ((node.args[0] as Tensor).shape.at(-1) ?? 1)) / PRODUCTS_AT_ONCE],
  ['max_pool', pooling],
  ['avg_pool', pooling],
  ['correlate', sliding(({ args }) => args[1] as Tensor)],
  ['correlate_input', sliding(({ args }) => args[0] as Tensor)],
  ['correlate_kernel', sliding(node => node)],
  ['inverse', node => cubic(node) / PRODUCTS_AT_ONCE],
  ['solve', node => cubic(node) / PRODUCTS_AT_ONCE],
  ...['eigenvalues', 'eigenvectors', 'singular_values', 'left_singular_vectors', 'right_singular_vectors'].map(
    name => [name, cubic] as const,
  ),
]);

function workOf(node: Node): number {
  const { name } = node.operation;
  let most = node.data.length;
  if (PICKING.has(name)) return most;
  // A sum reads more than it writes.
  for (const { data } of node.args) most = Math.max(most, data.length);
  return Math.max(most, HARD.get(name)?.(node) ?? 0);
}

/** Counts every node of an evaluation once. */
export class Effort {
  private spent = 0;
  private readonly counted = new Set<Node>();

  /** What was computed before this evaluation costs it nothing. */
  known(node: Node): void {
    this.counted.add(node);
  }

  /** @throws ShapeError once it has become too much */
  count(node: Node): void {
    if (this.counted.has(node)) return;
    this.counted.add(node);
    this.spent += workOf(node);
    if (this.spent > MOST_NUMBERS) {
      throw new ShapeError(`more than ${MOST_NUMBERS} numbers to compute: use smaller tensors, or split the formula`);
    }
    for (const arg of node.args) this.count(arg);
  }
}
