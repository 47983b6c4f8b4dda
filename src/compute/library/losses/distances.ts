import type { Node } from '../../node.ts';
import { constant, element, list, matmul, maximum, minus, over, plus, root, squared, times } from '../../terms.ts';
import { half, isOn, upTo } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, flag, positive, tensor, word } from '../parameters.ts';
import { checkRank, checkSameShape, LOSS, REDUCTIONS, reduced, spelledSum } from './common.ts';

/** Similarity of embeddings, and losses of their distances. */

const zero = constant(0);
const reduction = byName(word(REDUCTIONS, 'mean'));
const MOST_ROWS = 50;

/** A pair, or pairs row by row, each with the marks of its steps. */
function eachRow(
  row: string,
  args: readonly Node[],
  of: (parts: readonly Node[], mark: string, index: string) => Node,
): Node | Node[] {
  const [first, ...others] = args as [Node, ...Node[]];
  checkRank(row, 'each argument', first, [1, 2]);
  for (const other of others) checkSameShape(row, first, other);
  if (first.shape.length === 1) return of(args, '', '');
  const rows = first.shape[0] as number;
  if (rows > MOST_ROWS) throw new ArgumentError(`${row}: at most ${MOST_ROWS} rows fit, not ${rows}`);
  return upTo(rows).map(n =>
    of(
      args.map(arg => element(arg, n)),
      String(n + 1),
      `_{${n + 1}}`,
    ),
  );
}

/** Told for the first row only. */
const once = (mark: string, why: string): string | undefined => (mark === '' || mark === '1' ? why : undefined);

const square = (a: Node, b: Node): Node => spelledSum(squared(minus(a, b)));
const length = (a: Node): Node => root(spelledSum(squared(a)));

export const distances: readonly LibraryFunction[] = [
  define({
    name: 'cosine_similarity',
    parameters: { a: tensor(), b: tensor() },
    formula: '\\cos(a, b) = \\frac{a^\\top b}{\\lVert a \\rVert \\, \\lVert b \\rVert}',
    summary: 'Cosine of the angle between two vectors, or between rows.',
    shapes: 'a and b: (n), or (N, n), which gives (N)',
    example: 'cosine_similarity([1, 2], [2, 1])',
    source: 'PyTorch cosine_similarity',
    build: ({ a, b }) => {
      const result = eachRow('cosine_similarity', [a, b], ([x, y], mark, index) => {
        const [p, q] = [x as Node, y as Node];
        const lengths = [length(p), length(q)] as const;
        if (lengths.some(({ data }) => data[0] === 0)) {
          throw new ArgumentError('cosine_similarity: a vector of length 0 has no direction');
        }
        const dot = libraryStep(`dot${mark}`, `s${index}`, matmul(p, q), once(mark, 'the inner product'));
        const [m, n] = [
          libraryStep(`norm_a${mark}`, `\\lVert a${index} \\rVert`, lengths[0]),
          libraryStep(`norm_b${mark}`, `\\lVert b${index} \\rVert`, lengths[1]),
        ];
        return libraryStep(`cosine${mark}`, mark === '' ? '\\cos\\theta' : `c${index}`, over(dot, times(m, n)));
      });
      return Array.isArray(result) ? list(result) : result;
    },
  }),
  define({
    name: 'triplet',
    parameters: {
      anchor: tensor(),
      positive: tensor(),
      negative: tensor(),
      margin: positive(1),
      distance: byName(word(['euclidean', 'squared'] as const, 'euclidean')),
      reduction,
    },
    formula:
      '\\ell = \\max(0,\\; d(a, p) - d(a, n) + m),\\qquad d(x, y) = \\lVert x - y \\rVert \\text{ or } \\lVert x - y \\rVert^2',
    summary: 'Triplet loss: the anchor a must be nearer to the positive p than to the negative n, by the margin m.',
    shapes: 'anchor, positive and negative: (n), or (N, n); reduction=none gives (N) then',
    convention:
      'distance=euclidean is that of PyTorch, without the 10⁻⁶ that it adds to each difference; distance=squared is that of FaceNet.',
    example: 'triplet([0, 0], [1, 0], [0, 2], margin=2)',
    source: 'Schroff, Kalenichenko and Philbin 2015, FaceNet; PyTorch TripletMarginLoss',
    build: ({ anchor, positive: same, negative: other, margin, distance, reduction: way }) => {
      const measure = (x: Node, y: Node): Node => (distance === 'squared' ? square(x, y) : root(square(x, y)));
      const result = eachRow('triplet', [anchor, same, other], ([a, p, n], mark, index) => {
        const [near, far] = [measure(a as Node, p as Node), measure(a as Node, n as Node)];
        const toPositive = libraryStep(`d_p${mark}`, `d^{+}${index}`, near, once(mark, 'the distance to the positive'));
        const toNegative = libraryStep(`d_n${mark}`, `d^{-}${index}`, far, once(mark, 'the distance to the negative'));
        const loss = maximum(zero, plus(minus(toPositive, toNegative), margin));
        return mark === '' ? loss : libraryStep(`l${mark}`, `\\ell${index}`, loss);
      });
      return reduced(Array.isArray(result) ? list(result) : result, way);
    },
  }),
  define({
    name: 'contrastive',
    parameters: { a: tensor(), b: tensor(), same: flag(), margin: positive(1) },
    formula:
      'L = \\begin{cases} \\tfrac12 d^2 & \\text{same} \\\\ \\tfrac12 \\max(0,\\; m - d)^2 & \\text{else} \\end{cases},\\qquad d = \\lVert a - b \\rVert',
    summary: 'Contrastive loss of a pair: two of the same class are pulled together, others are pushed a margin apart.',
    shapes: 'a and b: (n)',
    convention: 'With the factor ½ of the paper. There Y = 0 marks a pair of the same class, here same=1 does.',
    example: 'contrastive([0, 0], [0.6, 0], same=0, margin=1)',
    source: 'Hadsell, Chopra and LeCun 2006, Dimensionality Reduction by Learning an Invariant Mapping',
    build: ({ a, b, same, margin }) => {
      checkRank('contrastive', 'a', a, [1]);
      checkSameShape('contrastive', a, b);
      if (isOn(same)) {
        const d = libraryStep('d2', 'd^2', square(a, b), 'the squared distance');
        return libraryStep(...LOSS, times(half, d), 'a pair of the same class is pulled together');
      }
      const d = libraryStep('d', 'd', root(square(a, b)), 'the distance');
      const loss = times(half, squared(maximum(zero, minus(margin, d))));
      return libraryStep(...LOSS, loss, 'a pair of different classes is pushed apart, up to the margin');
    },
  }),
];
