import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { concat, matmul, narrow, wholeOf } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, flag, matrix, optional, size, tensor } from '../parameters.ts';
import { attend, expectFitting, type Head, lowerTriangle, maskOf, type Restrictions } from './attention-core.ts';

/** Attention with one head and with several. */

const MOST_HEADS = 16;

const RESTRICTIONS = {
  mask: byName(optional(tensor())),
  bias: byName(optional(tensor())),
  causal: byName(flag(0)),
};
const MASKS =
  'mask: 1 where a query may look at a key, 0 where not (those scores become −10³⁰, as good as −∞). Many libraries mark what is hidden instead. bias: added to the scaled scores. causal=1: no position looks at a later one. The softmax is over the keys, along each row.';
const VASWANI = 'Vaswani et al. 2017, Attention Is All You Need';

/** @throws ArgumentError where a bias does not have the shape of the scores */
function restrict(
  caller: string,
  scores: readonly number[],
  { mask, bias, causal }: { mask: Node | undefined; bias: Node | undefined; causal: Node },
): Pick<Restrictions, 'mask' | 'bias'> {
  if (bias && shapeText(bias.shape) !== shapeText(scores)) {
    throw new ArgumentError(
      `${caller}: the bias must have shape ${shapeText(scores)} like the scores, and has shape ${shapeText(bias.shape)}`,
    );
  }
  return { bias, mask: maskOf(caller, scores, { mask, bias, causal: wholeOf(causal) === 1 }) };
}

const scoresShape = (q: Node, k: Node): number[] => [...q.shape.slice(0, -1), k.shape[0] as number];

const attention = define({
  name: 'attention',
  parameters: { Q: tensor(), K: matrix(), V: matrix(), ...RESTRICTIONS },
  formula:
    '\\operatorname{Attention}(Q, K, V) = \\operatorname{softmax}\\left(\\frac{Q K^{\\top}}{\\sqrt{d_k}}\\right) V',
  summary:
    'Scaled dot-product attention of queries Q to keys K and values V. Fields scores (scaled, before mask and softmax), weights, output.',
  shapes:
    'Q (n, d), K (m, d), V (m, e) give scores and weights (n, m) and output (n, e); a single query Q (d) gives (m) and (e)',
  convention: MASKS,
  example: 'attention([[1, 0], [0, 1]], [[1, 0], [0, 1]], [[1, 2], [3, 4]], causal=1).output',
  source: `${VASWANI}, equation 1`,
  build: ({ Q, K, V, ...restrictions }) => {
    expectFitting('attention', Q, K, V);
    const { mask, bias } = restrict('attention', scoresShape(Q, K), restrictions);
    const { scores, weights, output } = attend(Q, K, V, { mask, bias, number: null });
    return fields({ scores, weights, output });
  },
});

/** Several heads over slices of the columns, joined again. */
function heads(
  caller: string,
  q: Node,
  k: Node,
  v: Node,
  count: number,
  restrictions: Parameters<typeof restrict>[2],
): Record<string, Node> {
  if (count > MOST_HEADS) throw new ArgumentError(`${caller}: at most ${MOST_HEADS} heads, not ${count}`);
  const [width, valueWidth] = [q.shape[1], v.shape[1]] as [number, number];
  if (width % count !== 0 || valueWidth % count !== 0) {
    throw new ArgumentError(
      `${caller}: ${count} heads must divide the widths ${width} of queries and keys and ${valueWidth} of values`,
    );
  }
  const { mask, bias } = restrict(caller, scoresShape(q, k), restrictions);
  if (count === 1) {
    const { scores, weights, output } = attend(q, k, v, { mask, bias, number: null });
    return { scores, weights, head: output };
  }
  const part = (node: Node, of: number, i: number): Node => narrow(node, 1, (i * of) / count, of / count);
  const all = Array.from(
    { length: count },
    (_, i): Head => attend(part(q, width, i), part(k, width, i), part(v, valueWidth, i), { mask, bias, number: i + 1 }),
  );
  const joined = concat(
    all.map(({ output }) => output),
    1,
  );
  return {
    ...Object.fromEntries(
      all.flatMap((head, i): [string, Node][] => [
        [`scores${i + 1}`, head.scores],
        [`weights${i + 1}`, head.weights],
        [`head${i + 1}`, head.output],
      ]),
    ),
    head: libraryStep('H', 'H', joined, 'the heads side by side'),
  };
}

/** The joined heads, projected where there is a last matrix. */
function finished(caller: string, { head, ...rest }: Record<string, Node>, WO: Node | undefined): Node {
  const joined = head as Node;
  if (WO && WO.shape[0] !== joined.shape[1]) {
    throw new ArgumentError(
      `${caller}: the heads side by side have shape ${shapeText(joined.shape)}, and WO has shape ${shapeText(WO.shape)}`,
    );
  }
  const output = WO ? libraryStep('Y', 'Y', matmul(joined, WO), 'the last projection mixes the heads') : joined;
  return fields({ ...rest, ...(WO ? { concat: joined } : {}), output });
}

const HEADS =
  'Head i takes the i-th block of the columns of Q, K and V, so d_k is their number divided by that of the heads; the heads are joined in order and multiplied by WO where it is given.';

const multiHead = define({
  name: 'multi_head_attention',
  parameters: { Q: matrix(), K: matrix(), V: matrix(), heads: size(), WO: byName(optional(matrix())), ...RESTRICTIONS },
  formula:
    '\\operatorname{Concat}(\\text{head}_1, \\dots, \\text{head}_h) W^O,\\quad \\text{head}_i = \\operatorname{Attention}(Q_i, K_i, V_i)',
  summary:
    'Attention with several heads over projected queries, keys and values. Fields scores1, weights1, head1, …, concat where WO is given, output; of a single head scores, weights, output.',
  shapes: 'Q (n, d), K (m, d), V (m, e), WO (e, f): output (n, e), or (n, f) with WO',
  convention: `${HEADS} ${MASKS}`,
  example: 'multi_head_attention([[1, 0], [0, 1]], [[1, 0], [0, 1]], [[1, 2], [3, 4]], heads=2).output',
  source: `${VASWANI}, section 3.2.2`,
  build: ({ Q, K, V, heads: count, WO, ...restrictions }) => {
    const name = 'multi_head_attention';
    expectFitting(name, Q, K, V);
    return finished(name, heads(name, Q, K, V, wholeOf(count), restrictions), WO);
  },
});

const selfAttention = define({
  name: 'self_attention',
  parameters: {
    X: matrix(),
    WQ: matrix(),
    WK: matrix(),
    WV: matrix(),
    heads: size(1),
    WO: byName(optional(matrix())),
    ...RESTRICTIONS,
  },
  formula:
    'Q = X W^Q,\\quad K = X W^K,\\quad V = X W^V,\\quad \\operatorname{softmax}\\left(\\frac{Q K^{\\top}}{\\sqrt{d_k}}\\right) V',
  summary:
    'Self-attention of a sequence, one token a row: projections, attention with one or several heads, and the last projection where WO is given. Fields Q, K, V, scores, weights, output; of several heads numbered ones (scores1, weights1, head1, …).',
  shapes: 'X (n, d), WQ and WK (d, k), WV (d, v), WO (v, f): output (n, v), or (n, f) with WO',
  convention: `The matrices stand on the right, X W, and have no biases. ${HEADS} ${MASKS}`,
  example: 'self_attention([[1, 0], [1, 1]], [[1, 0], [0, 1]], [[0, 1], [1, 0]], [[1, 2], [3, 4]]).output',
  source: `${VASWANI}, section 3.2`,
  build: ({ X, WQ, WK, WV, heads: count, WO, ...restrictions }) => {
    const name = 'self_attention';
    const projected = (symbol: string, W: Node): Node => {
      if (W.shape[0] !== X.shape[1]) {
        throw new ArgumentError(
          `${name}: W${symbol} has shape ${shapeText(W.shape)}, and must have as many rows as X, of shape ${shapeText(X.shape)}, has columns`,
        );
      }
      return libraryStep(symbol, symbol, matmul(X, W));
    };
    const [Q, K, V] = [projected('Q', WQ), projected('K', WK), projected('V', WV)];
    expectFitting(name, Q, K, V);
    const done = heads(name, Q, K, V, wholeOf(count), restrictions);
    return finished(name, { Q, K, V, ...done }, WO);
  },
});

const MOST_MASKED = 300;

const causalMask = define({
  name: 'causal_mask',
  parameters: { n: size() },
  formula: 'M_{ij} = [j \\le i]',
  summary: 'Lower triangle of ones: position i may look at the positions up to i. Fits the mask of an attention.',
  shapes: '(n, n)',
  example: 'causal_mask(3)',
  source: `${VASWANI}, section 3.2.3`,
  build: ({ n }) => {
    if (wholeOf(n) > MOST_MASKED) throw new ArgumentError(`causal_mask: at most ${MOST_MASKED} positions`);
    return lowerTriangle(wholeOf(n));
  },
});

export const attentions: readonly LibraryFunction[] = [attention, multiHead, selfAttention, causalMask];
