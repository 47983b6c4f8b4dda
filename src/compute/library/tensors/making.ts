import { gradient } from '../../gradient.ts';
import { apply, inOrder, isConstant, type Node } from '../../node.ts';
import { LARGEST_SIZE, ShapeError, shapeText } from '../../tensor.ts';
import { broadcastTo, concat, constant, oneHot, plus, reshape, times, where } from '../../terms.ts';
import { upTo } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction } from '../function.ts';
import { count, number, optional, size, tensor } from '../parameters.ts';

/** Making tensors of numbers and of other tensors, and the gradient. */

const NUMPY = 'NumPy';

const LARGEST_IDENTITY = 300;

/** 0, 1, …, n − 1. @throws ShapeError where they are too many */
function firstNumbers(n: number): number[] {
  if (n > LARGEST_SIZE) throw new ShapeError(`a list of ${n} numbers is too large: at most ${LARGEST_SIZE}`);
  return upTo(n);
}

/** A list of whole numbers as a shape. */
function shapeIn(name: string, argument: Node): number[] {
  const shape = [...argument.data];
  if (argument.shape.length > 1 || !shape.every(n => Number.isInteger(n) && n >= 1)) {
    throw new ArgumentError(`${name}: a shape is a list of whole numbers of 1 or more`);
  }
  return shape;
}

function filled(name: string, value: number): LibraryFunction {
  return define({
    name,
    parameters: { rows: size(), columns: optional(size()), depth: optional(size()) },
    formula: `\\mathbf{${value}}`,
    summary: `A tensor of ${value === 0 ? 'zeros' : 'ones'} with the given side lengths.`,
    example: `${name}(2, 3)`,
    source: NUMPY,
    build: ({ rows, columns, depth }) => {
      const shape = [rows, columns, depth].flatMap(side => (side ? [side.data[0] as number] : []));
      return broadcastTo(constant(value), shape);
    },
  });
}

export const makingFunctions: readonly LibraryFunction[] = [
  define({
    name: 'reshape',
    parameters: { x: tensor(), shape: tensor() },
    formula: '\\operatorname{reshape}(x)',
    summary: 'The same numbers, read and written row by row, in another shape.',
    example: 'reshape([1, 2, 3, 4], [2, 2])',
    source: NUMPY,
    build: ({ x, shape }) => reshape(x, shapeIn('reshape', shape)),
  }),
  define({
    name: 'concat',
    parameters: { a: tensor(), b: tensor(), axis: count(0) },
    formula: '[a;\\, b]',
    summary: 'Two tensors joined along an axis.',
    example: 'concat([1, 2], [3])',
    source: NUMPY,
    build: ({ a, b, axis }) => {
      if (a.shape.length === 0 || b.shape.length === 0)
        throw new ShapeError('single numbers are joined by a list: [a, b]');
      return concat([a, b], axis.data[0] as number);
    },
  }),
  define({
    name: 'where',
    parameters: { mask: tensor(), a: tensor(), b: tensor() },
    formula: '\\begin{cases} a & \\text{mask} \\ne 0 \\\\ b & \\text{else} \\end{cases}',
    summary: 'The first where the mask is not 0, else the second, element by element.',
    example: 'where([1, 0], [2, 3], -1)',
    source: NUMPY,
    build: ({ mask, a, b }) => where(mask, a, b),
  }),
  define({
    name: 'one_hot',
    parameters: { index: tensor(), classes: size() },
    formula: '(e_k)_i = [i = k]',
    summary: 'For each class number, counted from 0, a list with a 1 at its place.',
    shapes: '(…) gives (…, classes)',
    example: 'one_hot(2, 4)',
    source: 'PyTorch one_hot',
    build: ({ index, classes }) => oneHot(index, classes.data[0] as number),
  }),
  filled('zeros', 0),
  filled('ones', 1),
  define({
    name: 'identity',
    parameters: { n: size() },
    formula: 'I_n',
    summary: 'The identity matrix.',
    example: 'identity(3)',
    source: NUMPY,
    build: ({ n }) => {
      const side = n.data[0] as number;
      if (side > LARGEST_IDENTITY)
        throw new ShapeError(`an identity matrix of side ${side} is too large: at most ${LARGEST_IDENTITY}`);
      return constant(upTo(side).map(i => upTo(side).map(j => (i === j ? 1 : 0))));
    },
  }),
  define({
    name: 'range',
    parameters: { n: size(), start: number(0), step: number(1) },
    formula: 's,\\; s + d,\\; \\dots,\\; s + (n - 1) d',
    summary: 'Evenly spaced numbers, n of them, from start on.',
    convention:
      'The first argument is always how many there are; in Python range(2, 5) ends before 5, here it is 5, 6.',
    example: 'range(4)',
    source: NUMPY,
    build: ({ n, start, step }) => {
      const places = constant(firstNumbers(n.data[0] as number));
      const spaced = times(step, places);
      return isConstant(start, 0) ? spaced : plus(start, spaced);
    },
  }),
  define({
    name: 'size',
    parameters: { x: tensor(), axis: optional(count()) },
    formula: 'n',
    summary: 'How many elements a tensor has, or how long one axis is.',
    example: 'size([[1, 2, 3], [4, 5, 6]], axis=1)',
    source: NUMPY,
    build: ({ x, axis }) => {
      if (!axis) return constant(x.data.length);
      const length = x.shape[axis.data[0] as number];
      if (length === undefined)
        throw new ShapeError(`axis ${axis.data[0]} does not exist in shape ${shapeText(x.shape)}`);
      return constant(length);
    },
  }),
  define({
    name: 'grad',
    parameters: { y: tensor(), x: tensor() },
    formula: '\\frac{\\partial y}{\\partial x}',
    summary: 'Gradient of a single number y with respect to a named value x, by the chain rule, step by step.',
    shapes: 'that of x',
    convention:
      'At a kink there is no single slope: that of ReLU at 0 is taken as 0, as in PyTorch. What meets a kink is marked, and a random draw that does is rejected.',
    example: 'x = 3; grad(x^2, x)',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 6.5',
    build: ({ y, x }) => gradientBy(y, x),
  }),
];

/** What picks a part of its argument, and so of its argument's gradient. */
const PICKING = new Set(['element', 'slice']);

/** An element is a new node wherever it is written; its gradient is that element of the gradient by the whole. */
function gradientBy(y: Node, x: Node): Node {
  if (x.label !== null || inOrder([y]).includes(x)) return gradient(y, x);
  if (!PICKING.has(x.operation.name)) throw new ArgumentError('grad: y does not rest on x: give what is meant a name');
  return apply(x.operation, [gradientBy(y, x.args[0] as Node)], x.attributes);
}
