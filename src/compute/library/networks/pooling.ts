import { type Node, sameShape } from '../../node.ts';
import { shapeText, sizeOf } from '../../tensor.ts';
import {
  averagePooled,
  averageSpreadTo,
  imageColumns,
  maxPooled,
  maxRouted,
  meanOver,
  reshape,
  wholeOf,
} from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, size, tensor } from '../parameters.ts';

/** Pooling over windows of an image, and what else comes between convolutions and the fully connected layers. */

interface PoolSteps {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
}

const SLIDING = { kernel: size(), stride: size('kernel'), padding: count(0) };
const SHAPES = "(H, W) gives (H', W'), and (C, H, W) gives (C, H', W')";

function stepsOf(name: string, x: Node, sliding: Readonly<Record<keyof PoolSteps, Node>>): PoolSteps {
  expectImage(name, x);
  const both = (node: Node): number[] => [wholeOf(node), wholeOf(node)];
  if (2 * wholeOf(sliding.padding) > wholeOf(sliding.kernel)) {
    throw new ArgumentError(`${name}: the padding must be at most half the kernel, or a window could lie in it`);
  }
  return { kernel: both(sliding.kernel), stride: both(sliding.stride), padding: both(sliding.padding) };
}

function expectImage(name: string, x: Node): void {
  if (x.shape.length !== 2 && x.shape.length !== 3) {
    throw new ArgumentError(`${name}: an image has shape (H, W) or (C, H, W), not ${shapeText(x.shape)}`);
  }
}

interface Pool {
  readonly kind: 'max' | 'avg';
  readonly formula: string;
  readonly summary: string;
  readonly padding: string;
  readonly why: string;
  readonly forward: (x: Node, steps: PoolSteps) => Node;
  readonly backward: (x: Node, dy: Node, steps: PoolSteps) => Node;
  readonly backwardFormula: string;
  readonly backwardSummary: string;
  readonly backwardWhy: string;
}

const POOLS: readonly Pool[] = [
  {
    kind: 'max',
    formula: 'y_{i,j} = \\max_{0 \\le m,n < k} x_{is + m - p,\\; js + n - p}',
    summary: 'The largest number of every window, each channel for itself.',
    padding:
      'k is the kernel, a square; the stride s is the kernel unless given. Padding is with −∞; partial windows at the end are dropped.',
    why: 'each window passes its largest number on',
    forward: maxPooled,
    backward: maxRouted,
    backwardFormula:
      '\\frac{\\partial L}{\\partial x_m} = \\sum_{i \\,:\\, x_m \\text{ is the maximum of window } i} \\frac{\\partial L}{\\partial y_i}',
    backwardSummary:
      'Gradient of a loss with respect to the input of max pooling, given dy, that with respect to its output: each number of dy goes to the position of the largest number in its window.',
    backwardWhy: 'only the largest number of a window has an influence on its output',
  },
  {
    kind: 'avg',
    formula: 'y_{i,j} = \\frac{1}{k^2} \\sum_{m,n = 0}^{k-1} x_{is + m - p,\\; js + n - p}',
    summary: 'The mean of every window, each channel for itself.',
    padding:
      'k is the kernel, a square; the stride s is the kernel unless given. Zeros of the padding count as elements of the window; partial windows at the end are dropped.',
    why: 'each window passes its mean on',
    forward: averagePooled,
    backward: (x, dy, steps) => averageSpreadTo(dy, x.shape, steps),
    backwardFormula:
      '\\frac{\\partial L}{\\partial x_m} = \\frac{1}{k^2} \\sum_{i \\,:\\, m \\in \\text{window } i} \\frac{\\partial L}{\\partial y_i}',
    backwardSummary:
      'Gradient of a loss with respect to the input of average pooling, given dy, that with respect to its output: each number of dy is shared equally by its window.',
    backwardWhy: 'all numbers of a window have the same share in its mean',
  },
];

const IMAGE = '[[1, 5, 2, 0], [3, 4, 1, 7], [0, 2, 6, 1], [9, 8, 3, 4]]';

const forward = (pool: Pool): LibraryFunction =>
  define({
    name: `${pool.kind}_pool2d`,
    parameters: { x: tensor(), ...SLIDING },
    formula: pool.formula,
    summary: pool.summary,
    shapes: SHAPES,
    convention: pool.padding,
    example: `${pool.kind}_pool2d(${IMAGE}, kernel=2)`,
    source: `PyTorch ${pool.kind === 'max' ? 'MaxPool2d' : 'AvgPool2d'}`,
    build: ({ x, ...sliding }) =>
      libraryStep('y', 'y', pool.forward(x, stepsOf(`${pool.kind}_pool2d`, x, sliding)), pool.why),
  });

const backward = (pool: Pool): LibraryFunction =>
  define({
    name: `${pool.kind}_pool_backward`,
    parameters: { x: tensor(), dy: tensor(), ...SLIDING },
    formula: pool.backwardFormula,
    summary: pool.backwardSummary,
    shapes: `${SHAPES}: dy has that shape, and the result has that of x`,
    convention:
      pool.kind === 'max' ? `${pool.padding} Of equal numbers the first counts, as in PyTorch.` : pool.padding,
    example: `${pool.kind}_pool_backward(${IMAGE}, dy=[[1, 2], [3, 4]], kernel=2)`,
    source: 'PyTorch autograd',
    build: ({ x, dy, ...sliding }) => {
      const steps = stepsOf(`${pool.kind}_pool_backward`, x, sliding);
      const { shape } = pool.forward(x, steps);
      if (!sameShape(shape, dy.shape)) {
        throw new ArgumentError(
          `${pool.kind}_pool_backward: pooling gives shape ${shapeText(shape)}, and dy has shape ${shapeText(dy.shape)}`,
        );
      }
      return libraryStep('dx', '\\frac{\\partial L}{\\partial x}', pool.backward(x, dy, steps), pool.backwardWhy);
    },
  });

export const pooling: readonly LibraryFunction[] = [
  ...POOLS.flatMap(pool => [forward(pool), backward(pool)]),
  define({
    name: 'global_avg_pool',
    parameters: { x: tensor() },
    formula: 'y_c = \\frac{1}{H W} \\sum_{i,j} x_{c,i,j}',
    summary: 'The mean of every channel: one number each.',
    shapes: '(C, H, W) gives (C), and (H, W) gives a number',
    example: 'global_avg_pool([[[1, 2], [3, 6]], [[0, 0], [4, 0]]])',
    source: 'Lin, Chen and Yan 2014, Network in Network',
    build: ({ x }) => {
      expectImage('global_avg_pool', x);
      return libraryStep(
        'y',
        'y',
        x.shape.length === 2 ? meanOver(x) : meanOver(x, [1, 2]),
        'the mean over all positions',
      );
    },
  }),
  define({
    name: 'im2col',
    parameters: { x: tensor(), kernel: size(), stride: size(1), padding: count(0), dilation: size(1) },
    formula: 'X_{(c,m,n),\\,(i,j)} = x_{c,\\; is + md - p,\\; js + nd - p}',
    summary:
      'The windows of an image as the columns of a matrix, so that a convolution becomes a matrix product: the flattened kernels times it.',
    shapes: "(C, H, W) gives (C·k·k, H'·W'), and (H, W) gives (k·k, H'·W')",
    convention: 'One column for each position, row by row; in it channel by channel, and each window row by row.',
    example: 'im2col([[1, 2, 3], [4, 5, 6], [7, 8, 9]], kernel=2)',
    source:
      'Chellapilla, Puri and Simard 2006, High Performance Convolutional Neural Networks for Document Processing; PyTorch Unfold',
    build: ({ x, kernel, stride, padding, dilation }) => {
      expectImage('im2col', x);
      const both = (node: Node): number[] => [wholeOf(node), wholeOf(node)];
      const sliding = {
        kernel: both(kernel),
        stride: both(stride),
        padding: both(padding),
        dilation: both(dilation),
      };
      return libraryStep('columns', 'X_{\\text{col}}', imageColumns(x, sliding), 'each column is one window');
    },
  }),
  define({
    name: 'flatten',
    parameters: { x: tensor(), from: count(0) },
    formula: '\\operatorname{vec}(x)',
    summary: 'All numbers in one list, row by row; axes before `from` stay.',
    shapes: '(a, b, c) gives (a·b·c); from axis 1 on (a, b·c)',
    example: 'flatten([[1, 2], [3, 4]])',
    source: 'PyTorch Flatten (which keeps the axis of the batch: from=1)',
    build: ({ x, from }) => {
      const first = wholeOf(from);
      if (first >= Math.max(1, x.shape.length)) {
        throw new ArgumentError(`flatten: axis ${first} does not exist in shape ${shapeText(x.shape)}`);
      }
      return reshape(x, [...x.shape.slice(0, first), sizeOf(x.shape.slice(first))]);
    },
  }),
];
