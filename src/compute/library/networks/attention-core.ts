import { type Node, sameShape } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { constant, matmul, over, plus, root, softmax, transpose, where } from '../../terms.ts';
import { ArgumentError, libraryStep } from '../function.ts';

/** Scaled dot-product attention of one head. */

/** Which keys a query may see (1) or not (0), and what is added to the scores. */
export interface Restrictions {
  readonly mask: Node | undefined;
  readonly bias: Node | undefined;
  readonly causal: boolean;
}

export interface Head {
  /** Scaled, before the mask. */
  readonly scores: Node;
  readonly weights: Node;
  readonly output: Node;
}

/** Stands for −∞: finite, and so far below every score that its weight is exactly 0. */
const NEVER = -1e30;

/** 1 on and below the diagonal. */
export function lowerTriangle(n: number): Node {
  return constant(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_unused, j) => (j <= i ? 1 : 0))));
}

/** @throws ArgumentError where queries, keys and values do not fit together */
export function expectFitting(caller: string, q: Node, k: Node, v: Node): void {
  const [keys, width] = k.shape as [number, number];
  if (q.shape.length !== 1 && q.shape.length !== 2) {
    throw new ArgumentError(
      `${caller}: Q is a matrix, one query a row, or a single query, and has shape ${shapeText(q.shape)}`,
    );
  }
  if (q.shape.at(-1) !== width) {
    throw new ArgumentError(
      `${caller}: queries and keys must have the same width, and the shapes are ${shapeText(q.shape)} and ${shapeText(k.shape)}`,
    );
  }
  if (v.shape[0] !== keys) {
    throw new ArgumentError(
      `${caller}: there must be a value for each key, and the shapes are ${shapeText(k.shape)} and ${shapeText(v.shape)}`,
    );
  }
}

/** The mask of all restrictions together, as a step; undefined where everything may be seen. */
export function maskOf(caller: string, scores: readonly number[], { mask, causal }: Restrictions): Node | undefined {
  if (causal && mask) throw new ArgumentError(`${caller}: give a mask or causal=1, not both`);
  if (mask) {
    const isPadding = sameShape(mask.shape, scores.slice(-1));
    if (!isPadding && !sameShape(mask.shape, scores)) {
      throw new ArgumentError(
        `${caller}: the mask must have shape ${shapeText(scores)}, or ${shapeText(scores.slice(-1))} for all queries, and has shape ${shapeText(mask.shape)}`,
      );
    }
    if (!mask.data.every(m => m === 0 || m === 1)) {
      throw new ArgumentError(
        `${caller}: a mask holds 1 where a query may look and 0 where not; bias is what is added`,
      );
    }
    const keys = scores.at(-1) as number;
    for (let row = 0; row < mask.data.length; row += keys) {
      if (!mask.data.subarray(row, row + keys).includes(1)) {
        throw new ArgumentError(`${caller}: every query must see at least one key`);
      }
    }
    return mask;
  }
  if (!causal) return undefined;
  const [queries, keys] = scores;
  if (scores.length !== 2 || queries !== keys) {
    throw new ArgumentError(`${caller}: causal attention needs as many queries as keys, not ${shapeText(scores)}`);
  }
  return libraryStep('M', 'M', lowerTriangle(queries as number), 'no position looks at a later one');
}

/**
 * One head, its steps numbered where there are several.
 *
 * @param mask as `maskOf` gives it
 */
export function attend(
  q: Node,
  k: Node,
  v: Node,
  { mask, bias, number }: { mask: Node | undefined; bias: Node | undefined; number: number | null },
): Head {
  const called = (name: string, symbol: string): [string, string] =>
    number === null ? [name, symbol] : [`${name}${number}`, `${symbol}_{${number}}`];
  const width = q.shape.at(-1) as number;
  const products = q.shape.length === 1 ? matmul(k, q) : matmul(q, transpose(k));
  const scaled = width === 1 ? products : over(products, root(constant(width)));
  const scores = libraryStep(
    ...called('S', 'S'),
    bias ? plus(scaled, bias) : scaled,
    width === 1
      ? 'the product of every query and every key'
      : 'the inner product of every query and every key; dividing by the root of their width keeps the variance near 1',
  );
  const masked = mask
    ? libraryStep(
        ...called('masked', '\\tilde S'),
        where(mask, scores, constant(NEVER)),
        'where the query must not look stands a number as good as −∞, so its weight becomes 0',
      )
    : scores;
  const weights = libraryStep(
    ...called('A', 'A'),
    softmax(masked, q.shape.length === 1 ? undefined : [1]),
    'the weights of each query sum to 1',
  );
  return {
    scores,
    weights,
    output: libraryStep(...called('O', 'O'), matmul(weights, v), 'a weighted mean of the values'),
  };
}
