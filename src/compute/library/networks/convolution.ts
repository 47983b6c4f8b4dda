import { fields } from '../../fields.ts';
import { sizeOf } from '../../tensor.ts';
import { correlate, correlateInput, correlateKernel, sumOver } from '../../terms.ts';
import { define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, optional, tensor, word } from '../parameters.ts';
import { expectRank, KINDS, kernelStep, SLIDING, stepsOf, turned, withBias } from './convolution-parts.ts';
import { transposedConvolution } from './transposed-convolution.ts';

/** Convolutions along one or two axes, and what their gradients are. */

interface Rank {
  readonly rank: 1 | 2;
  readonly axes: string;
  readonly kernel: string;
  readonly out: string;
  readonly example: string;
  readonly formula: string;
  readonly backward: string;
}

const KIND = { kind: byName(word(KINDS, 'cross_correlation')) };
const CONVENTION =
  'As usual in deep learning the kernel is not turned around: this is a cross-correlation, written ⋆. With kind=convolution the kernel is turned around first. s is the stride, p the padding with zeros on every side, d the dilation; indices count from 0, and partial windows at the end are dropped.';

const RANKS: readonly Rank[] = [
  {
    rank: 1,
    axes: 'L',
    kernel: 'K',
    out: "L'",
    example: 'conv1d([1, 2, 3, 4], [1, 0, -1], padding=1)',
    formula: 'y_{o,i} = b_o + \\sum_{c} \\sum_{m} x_{c,\\; is + md - p} \\, k_{o,c,m}',
    backward: 'conv1d_backward([1, 2, 3, 4], [1, -1], dy=[1, 1, 1]).dk',
  },
  {
    rank: 2,
    axes: 'H, W',
    kernel: 'kh, kw',
    out: "H', W'",
    example: 'conv2d([[1, 2, 0], [0, 1, 3], [2, 1, 1]], [[1, 0], [0, -1]])',
    formula: 'y_{o,i,j} = b_o + \\sum_{c} \\sum_{m,n} x_{c,\\; is + md - p,\\; js + nd - p} \\, k_{o,c,m,n}',
    backward: 'conv2d_backward([[1, 2, 0], [0, 1, 3], [2, 1, 1]], [[1, 0], [0, -1]], dy=[[1, 0], [0, 1]]).dk',
  },
];

const shapesOf = ({ axes, kernel, out }: Rank): string =>
  `x (C, ${axes}) and k (O, C, ${kernel}) with b (O) give (O, ${out}); without channels (${axes}) and (${kernel}) with a single b give (${out}). One filter (C, ${kernel}) on channels, or several (O, ${kernel}) on one image, may leave out the other axis.`;

const forward = (row: Rank): LibraryFunction =>
  define({
    name: `conv${row.rank}d`,
    parameters: { x: tensor(), k: tensor(), b: optional(tensor()), ...SLIDING, ...KIND },
    formula: row.formula,
    summary: `Cross-correlation of an input x with one or several kernels k, along ${row.rank === 1 ? 'one axis' : 'two axes'}: what a convolutional layer computes.`,
    shapes: shapesOf(row),
    convention: CONVENTION,
    example: row.example,
    source: `PyTorch Conv${row.rank}d; Goodfellow, Bengio and Courville 2016, Deep Learning, equations 9.5 and 9.6`,
    build: ({ x, k, b, kind, ...sliding }) => {
      const name = `conv${row.rank}d`;
      expectRank(name, { x }, row.rank, 1);
      expectRank(name, { k }, row.rank, 2);
      const y = correlate(x, kernelStep(k, row.rank, kind), stepsOf(row.rank, sliding));
      return libraryStep('y', 'y', withBias(name, y, b, row.rank), 'the kernel slides over the input');
    },
  });

const backward = (row: Rank): LibraryFunction =>
  define({
    name: `conv${row.rank}d_backward`,
    parameters: { x: tensor(), k: tensor(), dy: tensor(), ...SLIDING, ...KIND },
    formula:
      '\\frac{\\partial L}{\\partial x} = k \\star^{\\top} \\frac{\\partial L}{\\partial y},\\quad \\frac{\\partial L}{\\partial k} = x \\star \\frac{\\partial L}{\\partial y},\\quad \\frac{\\partial L}{\\partial b} = \\sum_i \\frac{\\partial L}{\\partial y_i}',
    summary: `Gradients of a loss with respect to the input, the kernel and the bias of conv${row.rank}d, given dy, that with respect to its output. Fields dx, dk, db.`,
    shapes: `${shapesOf(row)} dy has the shape of the output; dx, dk and db have those of x, k and b.`,
    convention: `${CONVENTION} ⋆ᵀ is the transposed convolution: it spreads each number of dy out through the kernel and adds up. In the gradient by the kernel stride and dilation change places; with channels every channel of x meets every channel of dy.`,
    example: row.backward,
    source: 'Dumoulin and Visin 2016, A guide to convolution arithmetic for deep learning; PyTorch autograd',
    build: ({ x, k, dy, kind, ...sliding }) => {
      const name = `conv${row.rank}d_backward`;
      expectRank(name, { x, dy }, row.rank, 1);
      expectRank(name, { k }, row.rank, 2);
      const { rank } = row;
      const steps = stepsOf(rank, sliding);
      const byTurned = correlateKernel(x, dy, k.shape, steps);
      const isTurned = kind === 'convolution' && sizeOf(k.shape.slice(-rank)) > 1;
      return fields({
        dx: libraryStep(
          'dx',
          partial('x'),
          correlateInput(kernelStep(k, rank, kind), dy, x.shape, steps),
          'an input collects from every output that it was part of, by the weight that it had there',
        ),
        dk: libraryStep(
          'dk',
          partial('k'),
          isTurned ? turned(libraryStep('dturned', partial('\\tilde k'), byTurned, MET), rank, kind) : byTurned,
          isTurned ? 'turned back' : MET,
        ),
        db: libraryStep(
          'db',
          partial('b'),
          dy.shape.length === rank ? sumOver(dy) : sumOver(dy, spatial(rank)),
          'the bias is added to every output of its filter',
        ),
      });
    },
  });

const MET = 'a weight collects from every output, by the input that it met there';

const partial = (by: string): string => `\\frac{\\partial L}{\\partial ${by}}`;

/** The axes after the first. */
const spatial = (rank: number): number[] => Array.from({ length: rank }, (_, axis) => axis + 1);

export const convolutions: readonly LibraryFunction[] = [
  ...RANKS.flatMap(row => [forward(row), backward(row)]),
  transposedConvolution,
];
