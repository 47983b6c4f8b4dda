import { apply, LEVEL, type Node, type Operation, type Show } from '../node.ts';
import {
  allocate,
  broadcastOffsets,
  broadcastShape,
  isNoise,
  MOST_PRODUCTS,
  type Shape,
  ShapeError,
  shapeText,
  sizeOf,
  type Tensor,
} from '../tensor.ts';
import { product, times } from './arithmetic.ts';
import { reduceTo } from './broadcast.ts';
import { stretchedIndex, valueAt } from './component.ts';
import { longSumBy } from './elided.ts';
import { reshape, transpose } from './reshape.ts';

/** NumPy's matrix product: vectors are columns on the right and rows on the left, further axes are broadcast. */

interface Sizes {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  readonly batch: Shape;
}

function sizesOf(a: Shape, b: Shape): Sizes {
  const fail = (): never => {
    throw new ShapeError(
      `shapes ${shapeText(a)} and ${shapeText(b)} cannot be multiplied as matrices: the last axis of the first and the first of the second must agree`,
    );
  };
  if (a.length === 0 || b.length === 0) {
    throw new ShapeError(`a matrix product needs lists, and the shapes are ${shapeText(a)} and ${shapeText(b)}`);
  }
  const [left, right] = [a.length === 1 ? [1, ...a] : a, b.length === 1 ? [...b, 1] : b];
  const [rows, inner] = left.slice(-2) as [number, number];
  const [height, columns] = right.slice(-2) as [number, number];
  if (inner !== height) fail();
  const batch = broadcastShape(left.slice(0, -2), right.slice(0, -2));
  if (sizeOf(batch) * rows * inner * columns > MOST_PRODUCTS) {
    throw new ShapeError(`the product of shapes ${shapeText(a)} and ${shapeText(b)} is too much work`);
  }
  return { rows, inner, columns, batch };
}

const matrixProduct: Operation = {
  name: 'matmul',
  evaluate: args => {
    const [a, b] = args as [Tensor, Tensor];
    const { rows, inner, columns, batch } = sizesOf(a.shape, b.shape);
    const shape = [...batch, ...(a.shape.length === 1 ? [] : [rows]), ...(b.shape.length === 1 ? [] : [columns])];
    const data = allocate(shape);
    const [p, q] = [broadcastOffsets(a.shape.slice(0, -2), batch), broadcastOffsets(b.shape.slice(0, -2), batch)];
    for (let m = 0; m < p.length; m++) {
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          let [total, sizes] = [0, 0];
          for (let k = 0; k < inner; k++) {
            const term =
              (a.data[((p[m] as number) * rows + i) * inner + k] as number) *
              (b.data[((q[m] as number) * inner + k) * columns + j] as number);
            total += term;
            sizes += Math.abs(term);
          }
          data[(m * rows + i) * columns + j] = isNoise(total, sizes) ? 0 : total + 0;
        }
      }
    }
    return { shape, data };
  },
  write: (args, show, leading) => writeProduct(args as [Node, Node], show, leading),
  gradient: (node, upstream) => {
    const [a, b] = node.args as [Node, Node];
    if (a.shape.length === 1 && b.shape.length === 1) return [times(upstream, b), times(upstream, a)];
    if (a.shape.length === 1) {
      // y = Bᵀa, also for each B of a stack
      const byA = reduceTo(matrixTimesVector(b, upstream), a.shape);
      return [byA, reduceTo(outer(a, upstream), b.shape)];
    }
    if (b.shape.length === 1) {
      const byB = reduceTo(matrixTimesVector(transpose(a), upstream), b.shape);
      return [reduceTo(outer(upstream, b), a.shape), byB];
    }
    return [reduceTo(matmul(upstream, transpose(b)), a.shape), reduceTo(matmul(transpose(a), upstream), b.shape)];
  },
  component: (node, index, of) => {
    const [a, b] = node.args as [Node, Node];
    const { inner, batch } = sizesOf(a.shape, b.shape);
    const rest = index.slice(batch.length);
    const row = a.shape.length === 1 ? [] : [rest[0] as number];
    const column = b.shape.length === 1 ? [] : [rest.at(-1) as number];
    const outside = index.slice(0, batch.length);
    const inA = stretchedIndex(outside, a.shape.slice(0, -2));
    const inB = stretchedIndex(outside, b.shape.slice(0, -2));
    const term = (k: number): Node => product(of(a, [...inA, ...row, k]), of(b, [...inB, k, ...column]));
    return longSumBy(inner, term, valueAt(node, index));
  },
};

/** uᵀv of two vectors, Wᵀx where a vector stands on the left, else A B. */
function writeProduct([a, b]: [Node, Node], show: Show, leading: boolean): { tex: string; level: number } {
  const isRow = a.shape.length === 1;
  if (isRow && b.shape.length > 1) {
    return { tex: `${show(b, LEVEL.atom)}^{\\top} ${show(a, LEVEL.fraction)}`, level: LEVEL.product };
  }
  const left = isRow ? `${show(a, LEVEL.atom)}^{\\top}` : leftFactor(a, show, leading);
  return { tex: `${left} ${show(b, LEVEL.fraction)}`, level: LEVEL.product };
}

/** Whether ⊙ stands in a product that is written without parentheses. */
function holdsHadamard({ label, operation, args }: Node): boolean {
  if (label || (operation.name !== 'mul' && operation.name !== 'neg')) return false;
  return (args.length > 1 && args.every(arg => arg.shape.length > 0)) || args.some(holdsHadamard);
}

/** The first factor; an element-wise product in its place keeps its parentheses. */
function leftFactor(a: Node, show: Show, leading: boolean): string {
  return show(a, holdsHadamard(a) ? LEVEL.fraction : LEVEL.product, leading);
}

/** @throws ShapeError that names both shapes */
export function matmul(a: Node, b: Node): Node {
  return apply(matrixProduct, [a, b]);
}

/** One vector for each matrix of a stack. */
function matrixTimesVector(matrices: Node, vectors: Node): Node {
  if (matrices.shape.length === 2) return matmul(matrices, vectors);
  const columns = matmul(matrices, reshape(vectors, [...vectors.shape, 1]));
  return reshape(columns, columns.shape.slice(0, -1));
}

/** a bᵀ of two vectors, or of two stacks of vectors: (…, m) and (…, n) give (…, m, n). */
const outerProduct: Operation = {
  name: 'outer',
  evaluate: args => {
    const [a, b] = args as [Tensor, Tensor];
    const [m, n] = [a.shape.at(-1), b.shape.at(-1)];
    if (m === undefined || n === undefined) throw new ShapeError('an outer product needs two vectors');
    const batch = broadcastShape(a.shape.slice(0, -1), b.shape.slice(0, -1));
    const data = allocate([...batch, m, n]);
    const [p, q] = [broadcastOffsets(a.shape.slice(0, -1), batch), broadcastOffsets(b.shape.slice(0, -1), batch)];
    for (let at = 0; at < data.length; at++) {
      const [stack, i, j] = [Math.floor(at / (m * n)), Math.floor(at / n) % m, at % n];
      data[at] =
        (a.data[(p[stack] as number) * m + i] as number) * (b.data[(q[stack] as number) * n + j] as number) + 0;
    }
    return { shape: [...batch, m, n], data };
  },
  write: ([a, b], show, leading) => ({
    tex: `${leftFactor(a as Node, show, leading)} ${show(b as Node, LEVEL.atom)}^{\\top}`,
    level: LEVEL.product,
  }),
  gradient: (node, upstream) => {
    const [a, b] = node.args as [Node, Node];
    const byA = reduceTo(matrixTimesVector(upstream, b), a.shape);
    return [byA, reduceTo(matrixTimesVector(transpose(upstream), a), b.shape)];
  },
  component: (node, index, of) => {
    const [a, b] = node.args as [Node, Node];
    const stack = index.slice(0, -2);
    const inA = [...stretchedIndex(stack, a.shape.slice(0, -1)), index.at(-2) as number];
    return product(of(a, inA), of(b, [...stretchedIndex(stack, b.shape.slice(0, -1)), index.at(-1) as number]));
  },
};

export function outer(a: Node, b: Node): Node {
  return apply(outerProduct, [a, b]);
}

export const products = [matrixProduct, outerProduct];
