import type { Node } from '../../node.ts';
import { elements, list, productOf } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { size, tensor, vector, word } from '../parameters.ts';
import { checkWhole, sides } from './common.ts';
import { POOLING_CONVENTION, ROUNDINGS } from './sizes.ts';
import { type Sized, slid, slidOver, unslid, type Window } from './windows.ts';

/** Shapes [channels, height, width] after whole layers. */

const SHAPES = 'shape: [channels, height, width]; the others: one number for both sides, or [height, width]';
const MOST_AXES = 8;

const SIDES = [
  { name: 'height', tex: 'H' },
  { name: 'width', tex: 'W' },
] as const;

/** How one side comes about; `axis` is 0 for the height and 1 for the width. */
type Rule = (window: Window, axis: 0 | 1) => Sized;

/** @throws ArgumentError where it is not [channels, height, width] */
export function volumeIn(caller: string, shape: Node): readonly [Node, Node, Node] {
  checkWhole(caller, 'shape', shape, 1);
  const [channels, height, width, ...rest] = elements(shape);
  if (!channels || !height || !width || rest.length > 0) {
    throw new ArgumentError(`${caller}: "shape" must be [channels, height, width], not a list of ${shape.data.length}`);
  }
  return [channels, height, width];
}

interface Windows {
  readonly kernel: Node;
  readonly stride: Node;
  readonly padding: Node;
  readonly dilation: Node;
}

/** Height and width after a layer, each a step. */
export function slidSides(
  caller: string,
  before: readonly [Node, Node],
  { kernel, stride, padding, dilation }: Windows,
  rule: Rule,
): readonly [Node, Node] {
  const all = {
    kernel: sides(caller, 'kernel', kernel, 1),
    stride: sides(caller, 'stride', stride, 1),
    padding: sides(caller, 'padding', padding, 0),
    dilation: sides(caller, 'dilation', dilation, 1),
  };
  const side = (axis: 0 | 1): Node => {
    const window = {
      size: before[axis],
      kernel: all.kernel[axis],
      stride: all.stride[axis],
      padding: all.padding[axis],
      dilation: all.dilation[axis],
    };
    const { value, why } = rule(window, axis);
    return libraryStep(SIDES[axis].name, `${SIDES[axis].tex}_{\\text{out}}`, value, why);
  };
  return [side(0), side(1)];
}

export const layerShapes: readonly LibraryFunction[] = [
  define({
    name: 'conv_shape',
    parameters: {
      shape: vector(),
      out: size(),
      kernel: tensor(),
      stride: tensor(1),
      padding: tensor(0),
      dilation: tensor(1),
    },
    formula:
      '[C, H, W] \\mapsto [C_{\\text{out}}, H_{\\text{out}}, W_{\\text{out}}], \\qquad H_{\\text{out}} = \\left\\lfloor \\frac{H + 2p - d(k - 1) - 1}{s} \\right\\rfloor + 1, \\quad W_{\\text{out}} \\text{ likewise}',
    summary: 'Output shape of a 2-D convolution with `out` filters.',
    shapes: SHAPES,
    example: 'conv_shape([3, 32, 32], out=16, kernel=5)',
    source: 'Dumoulin and Visin 2016, relationships 6 and 15; PyTorch Conv2d',
    build: ({ shape, out, ...windows }) => {
      const [, height, width] = volumeIn('conv_shape', shape);
      const after = slidSides('conv_shape', [height, width], windows, window => slid('conv_shape', window));
      return list([out, ...after]);
    },
  }),
  define({
    name: 'conv_transpose_shape',
    parameters: {
      shape: vector(),
      out: size(),
      kernel: tensor(),
      stride: tensor(1),
      padding: tensor(0),
      output_padding: tensor(0),
      dilation: tensor(1),
    },
    formula:
      '[C, H, W] \\mapsto [C_{\\text{out}}, H_{\\text{out}}, W_{\\text{out}}], \\qquad H_{\\text{out}} = (H - 1) s - 2p + d(k - 1) + 1 + p_{\\text{out}}, \\quad W_{\\text{out}} \\text{ likewise}',
    summary: 'Output shape of a transposed 2-D convolution to `out` channels.',
    shapes: SHAPES,
    example: 'conv_transpose_shape([64, 7, 7], out=32, kernel=4, stride=2, padding=1)',
    source: 'Dumoulin and Visin 2016, relationship 14; PyTorch ConvTranspose2d',
    build: ({ shape, out, output_padding, ...windows }) => {
      const [, height, width] = volumeIn('conv_transpose_shape', shape);
      const more = sides('conv_transpose_shape', 'output_padding', output_padding, 0);
      const rule: Rule = (window, axis) => unslid('conv_transpose_shape', window, more[axis]);
      return list([out, ...slidSides('conv_transpose_shape', [height, width], windows, rule)]);
    },
  }),
  define({
    name: 'pool_shape',
    parameters: {
      shape: vector(),
      kernel: tensor(),
      stride: tensor('kernel'),
      padding: tensor(0),
      dilation: tensor(1),
      rounding: word(ROUNDINGS, 'floor'),
    },
    formula:
      '[C, H, W] \\mapsto [C, H_{\\text{out}}, W_{\\text{out}}], \\qquad H_{\\text{out}} = \\left\\lfloor \\frac{H + 2p - d(k - 1) - 1}{s} \\right\\rfloor + 1, \\quad W_{\\text{out}} \\text{ likewise}',
    summary: 'Output shape of 2-D pooling, which keeps the channels; the stride is the kernel unless given.',
    shapes: SHAPES,
    convention: POOLING_CONVENTION,
    example: 'pool_shape([16, 28, 28], kernel=2)',
    source: 'PyTorch MaxPool2d',
    build: ({ shape, rounding, ...windows }) => {
      const [channels, height, width] = volumeIn('pool_shape', shape);
      const rule: Rule = (window, axis) => {
        if (rounding === 'floor') return slid('pool_shape', window);
        const { name, tex } = SIDES[axis];
        return slidOver('pool_shape', window, { name: `${name}_all`, tex: `${tex}_{\\text{all}}` });
      };
      return list([channels, ...slidSides('pool_shape', [height, width], windows, rule)]);
    },
  }),
  define({
    name: 'flatten_size',
    parameters: { shape: vector() },
    formula: 'n = \\prod_i n_i = C \\cdot H \\cdot W',
    summary:
      'How many inputs a fully-connected layer has that follows a volume of this shape: all its numbers in one row.',
    shapes: 'shape: any list of side lengths, such as [channels, height, width]',
    example: 'flatten_size([16, 5, 5])',
    source: 'PyTorch Flatten',
    build: ({ shape }) => {
      checkWhole('flatten_size', 'shape', shape, 1);
      if (shape.data.length > MOST_AXES) {
        throw new ArgumentError(`flatten_size: at most ${MOST_AXES} axes, and there are ${shape.data.length}`);
      }
      return libraryStep('features', 'n', productOf(elements(shape)), 'every value of every channel becomes one input');
    },
  }),
];
