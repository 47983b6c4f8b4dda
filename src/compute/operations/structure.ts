import {
  apply,
  CONSTANT,
  constant,
  isConstant,
  LEVEL,
  markDegenerate,
  type Node,
  type Operation,
  type Show,
  sameShape,
} from '../node.ts';
import { allocate, nested, type Shape, ShapeError, shapeText, sizeOf, type Tensor } from '../tensor.ts';

/** Lists and their elements. */

const LIST: Operation = {
  name: 'list',
  evaluate: args => {
    const { shape } = args[0] as Tensor;
    const odd = args.find(arg => !sameShape(arg.shape, shape));
    if (odd) throw new ShapeError(`a list holds shapes ${shapeText(shape)} and ${shapeText(odd.shape)}`);
    const whole = [args.length, ...shape];
    const data = allocate(whole);
    args.forEach((arg, i) => {
      data.set(arg.data, i * sizeOf(shape));
    });
    return { shape: whole, data };
  },
  // A column of numbers; lists of lists are rows.
  write: (args, show) => {
    const cells = (row: Node): readonly Node[] =>
      row.operation === LIST && row.label === null && row.shape.length === 1 ? row.args : [row];
    const rows = args.map(arg =>
      cells(arg)
        .map(cell => rowTex(cell, show))
        .join(' & '),
    );
    return { tex: `\\begin{bmatrix} ${rows.join(' \\\\ ')} \\end{bmatrix}`, level: LEVEL.atom };
  },
  gradient: (node, upstream) => node.args.map((_, i) => element(upstream, i)),
  component: (node, [first = 0, ...rest], of) => of(node.args[first] as Node, rest),
};

/** A vector as a row of a matrix is written transposed. */
function rowTex(cell: Node, show: Show): string {
  if (cell.shape.length === 0) return show(cell, LEVEL.relation, true);
  return `${show(cell, LEVEL.atom)}${cell.shape.length === 1 ? '^{\\top}' : ''}`;
}

/** Rows of a matrix are W_{1,:}; what bears a small letter is a sequence of vectors, x₁, x₂, …. */
function isSequence({ label }: Node): boolean {
  return label !== null && /^[a-z]$/.test(label.tex);
}

/** `12`, and `1,12` or `1,:` where the digits would run together. */
function indexTex(places: readonly (number | string)[]): string {
  return places.join(places.every(place => typeof place === 'number' && place < 10) ? '' : ',');
}

const ELEMENT: Operation = {
  name: 'element',
  evaluate: ([value], { index }) => {
    const { shape, data } = value as Tensor;
    const size = sizeOf(shape.slice(1));
    const start = (index?.[0] as number) * size;
    return { shape: shape.slice(1), data: data.slice(start, start + size) };
  },
  // An element of an element is written with both indices: W_{1,2}.
  write: ([value], show, _, { index }) => {
    const indices = [(index?.[0] as number) + 1];
    let whole = value as Node;
    for (; whole.operation === ELEMENT; whole = whole.args[0] as Node) {
      indices.unshift((whole.attributes.index?.[0] as number) + 1);
    }
    const rest = isSequence(whole) ? [] : whole.shape.slice(indices.length).map(() => ':');
    return { tex: `{${show(whole, LEVEL.atom)}}_{${indexTex([...indices, ...rest])}}`, level: LEVEL.atom };
  },
  opaque: true,
  component: (node, index, of) => of(node.args[0] as Node, [node.attributes.index?.[0] as number, ...index]),
  gradient: (node, upstream) => [
    apply(PLACED, [upstream], {
      index: node.attributes.index as readonly number[],
      shape: (node.args[0] as Node).shape,
    }),
  ],
};

/** A tensor of zeros with its argument at one index: the adjoint of taking an element. */
const PLACED: Operation = {
  name: 'placed',
  evaluate: ([value], { index, shape }) => {
    const data = allocate(shape as Shape);
    data.set((value as Tensor).data, (index?.[0] as number) * sizeOf((value as Tensor).shape));
    return { shape: shape as Shape, data };
  },
  // The number times a unit vector; of a row, its outer product with one.
  write: ([value], show, leading, { index }) => {
    const unit = `\\mathbf{e}_{${(index?.[0] as number) + 1}}`;
    const node = value as Node;
    if (isConstant(node, 1)) return { tex: unit, level: LEVEL.atom };
    return node.shape.length === 0
      ? { tex: `${show(node, LEVEL.product, leading)} \\cdot ${unit}`, level: LEVEL.product }
      : { tex: `${unit} \\otimes ${show(node, LEVEL.power)}`, level: LEVEL.product };
  },
  gradient: (node, upstream) => [element(upstream, node.attributes.index?.[0] as number)],
};

export function list(items: readonly Node[]): Node {
  return apply(LIST, items);
}

/**
 * The element at a 0-based index along the first axis; of a written list, the very node that was put there.
 * @throws ShapeError for a scalar or an index outside.
 */
export function element(node: Node, index: number): Node {
  const [length] = node.shape;
  if (length === undefined) throw new ShapeError('a single number has no elements to index');
  if (!Number.isInteger(index) || index < 0 || index >= length) {
    throw new ShapeError(`index ${index} is outside a list of ${length} (the first element has index 0)`);
  }
  if (node.operation === LIST) return node.args[index] as Node;
  const picked = apply(ELEMENT, [node], { index: [index] });
  if (node.operation !== CONSTANT) return picked;
  const number = constant(nested(picked));
  return picked.degenerate ? markDegenerate(number) : number;
}

export function elements(node: Node): Node[] {
  return Array.from({ length: node.shape[0] ?? 0 }, (_, i) => element(node, i));
}

export const structure = [LIST, ELEMENT, PLACED];
