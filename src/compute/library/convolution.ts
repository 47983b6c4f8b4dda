import { apply, constant, isConstant, type Node } from '../node.ts';
import { divide, plus, power, subtract, times } from '../operations/arithmetic.ts';
import { element, elements } from '../operations/structure.ts';
import { operation } from '../operations.ts';
import { ArgumentError, type LibraryFunction, libraryStep, type Parameter } from './function.ts';

/** Parameters, output sizes and receptive fields of convolutions and pooling with square kernels. */

const one = constant(1);
const two = constant(2);
const less = (a: Node, b: Node): Node => apply(subtract, [a, b]);
const over = (a: Node, b: Node): Node => apply(divide, [a, b]);
const floor = (a: Node): Node => apply(operation('floor'), [a]);

const count = (name: string, fallback?: number | string): Parameter =>
  fallback === undefined ? { name, type: 'count' } : { name, type: 'count', default: fallback };

const size = (name: string, fallback?: number | string): Parameter => ({ ...count(name, fallback), type: 'size' });

const divides = (divisor: Node, number: Node): boolean =>
  (number.data[0] as number) % (divisor.data[0] as number) === 0;

/** floor((size + 2 padding − extent) / stride) + 1, where extent is what the kernel covers. */
function slide(name: string, args: { size: Node; extent: Node; stride: Node; padding: Node }): Node {
  const padded = isConstant(args.padding, 0) ? args.size : plus(args.size, times(two, args.padding));
  const room = less(padded, args.extent);
  if ((room.data[0] as number) < 0) throw new ArgumentError(`${name}: the kernel is larger than the padded input`);
  const moves = isConstant(args.stride, 1) ? room : floor(over(room, args.stride));
  return plus(moves, one);
}

/** What a dilated kernel covers: d (k − 1) + 1. */
function extent(kernel: Node, dilation: Node): Node {
  return isConstant(dilation, 1) ? kernel : plus(times(dilation, less(kernel, one)), one);
}

interface Layer {
  readonly kernel: Node;
  readonly stride: Node;
  readonly dilation: Node;
}

function layerOf(row: Node): Layer {
  const [kernel, stride, dilation = one] = elements(row);
  const isSize = (value: number): boolean => Number.isInteger(value) && value >= 1;
  if (!kernel || !stride || elements(row).length > 3 || !row.data.every(isSize)) {
    throw new ArgumentError(
      'receptive_field: a layer is [kernel, stride] or [kernel, stride, dilation], whole numbers of 1 or more',
    );
  }
  return { kernel, stride, dilation };
}

export const convolution: readonly LibraryFunction[] = [
  {
    name: 'conv_params',
    parameters: [
      count('in'),
      count('out'),
      size('kernel'),
      size('groups', 1),
      { name: 'bias', type: 'flag', default: 1 },
    ],
    formula: 'P = \\left(\\frac{C_{\\text{in}}}{g} \\cdot k^2 + b\\right) \\cdot C_{\\text{out}}',
    summary:
      'Learnable parameters of a 2-D convolution with a square kernel: `out` filters, each over in/groups channels. bias is 1 or 0 for each filter.',
    example: 'conv_params(in=3, out=16, kernel=5)',
    source: 'Dumoulin and Visin 2016, A guide to convolution arithmetic for deep learning; PyTorch Conv2d',
    build: ({ in: channels, out, kernel, groups, bias }) => {
      const [input, filters, side, parts, offset] = [channels, out, kernel, groups, bias] as [
        Node,
        Node,
        Node,
        Node,
        Node,
      ];
      if (!divides(parts, input) || !divides(parts, filters)) {
        throw new ArgumentError('conv_params: the number of groups must divide the channels, those in and those out');
      }
      const perFilter = isConstant(parts, 1) ? input : over(input, parts);
      const weights = times(perFilter, power(side, two));
      const filter = isConstant(offset, 0) ? weights : plus(weights, offset);
      return libraryStep('params', 'P', times(filter, filters), 'every filter spans all its input channels');
    },
  },
  {
    name: 'conv_size',
    parameters: [count('size'), size('kernel'), size('stride', 1), count('padding', 0), size('dilation', 1)],
    formula: 'n_{\\text{out}} = \\left\\lfloor \\frac{n + 2p - d(k - 1) - 1}{s} \\right\\rfloor + 1',
    summary: 'Side length after a convolution. Partial windows at the end are dropped.',
    example: 'conv_size(28, kernel=5, padding=2)',
    source: 'Dumoulin and Visin 2016, relationships 6 and 12',
    build: ({ size, kernel, stride, padding, dilation }) =>
      slide('conv_size', {
        size: size as Node,
        extent: extent(kernel as Node, dilation as Node),
        stride: stride as Node,
        padding: padding as Node,
      }),
  },
  {
    name: 'pool_size',
    parameters: [count('size'), size('kernel'), size('stride', 'kernel'), count('padding', 0)],
    formula: 'n_{\\text{out}} = \\left\\lfloor \\frac{n + 2p - k}{s} \\right\\rfloor + 1',
    summary: 'Side length after pooling; the stride is the kernel unless given. Partial windows are dropped (floor).',
    example: 'pool_size(28, kernel=2)',
    source: 'PyTorch MaxPool2d',
    build: ({ size, kernel, stride, padding }) =>
      slide('pool_size', {
        size: size as Node,
        extent: kernel as Node,
        stride: stride as Node,
        padding: padding as Node,
      }),
  },
  {
    name: 'receptive_field',
    parameters: [{ name: 'layers', type: 'tensor' }],
    formula: 'r_l = r_{l-1} + d_l (k_l - 1) \\prod_{i=1}^{l-1} s_i, \\qquad r_0 = 1',
    summary:
      'Side of the input region that one unit after the last layer sees. Layers as rows [kernel, stride] or [kernel, stride, dilation].',
    example: 'receptive_field([[5, 1], [2, 2]])',
    source: 'Araujo, Norris and Sim 2019, Computing Receptive Fields of Convolutional Neural Networks',
    build: ({ layers: rows }) => {
      const table = rows as Node;
      if (table.shape.length !== 2) throw new ArgumentError('receptive_field: the layers are a list of rows');
      let field: Node = one;
      let jump: Node = one;
      for (let l = 0; l < (table.shape[0] as number); l++) {
        const { kernel, stride, dilation } = layerOf(element(table, l));
        const reach = times(jump, isConstant(dilation, 1) ? less(kernel, one) : times(dilation, less(kernel, one)));
        const why =
          'each further position of the kernel lies as many input pixels away as the strides so far multiply to';
        field = libraryStep(`r${l + 1}`, `r_{${l + 1}}`, plus(field, reach), l === 0 ? undefined : why);
        jump = times(jump, stride);
      }
      return field;
    },
  },
];
