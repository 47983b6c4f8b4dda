import { type Argument, callLibrary, type LibraryFunction } from '../../compute/library/function.ts';
import type { Parameter } from '../../compute/library/parameters.ts';
import { constant, type Node } from '../../compute/node.ts';
import { sizeOf } from '../../compute/tensor.ts';
import { reshape } from '../../compute/terms.ts';
import { alike } from './fit.ts';
import { settled } from './shapes.ts';

/** Functions of matrices: the library knows lists and arrays, so what it takes and gives is turned into matrices. */

type Arguments = Map<string, Argument>;

/** How the library's types see what is a matrix, or a number, on paper. */
const FITTED: ReadonlyMap<Parameter['type'], (node: Node) => Node> = new Map([
  ['vector', (node: Node) => (isLine(node) ? reshape(node, [sizeOf(node.shape)]) : node)],
  ['matrix', asMatrix],
]);

/** What else sets a function of matrices apart. */
const ADAPTED: ReadonlyMap<string, (args: Arguments) => void> = new Map([
  ['softmax', downColumns],
  ['concat', (args: Arguments) => eachNode(args, ['a', 'b'], asMatrix)],
  ['max', comparable],
  ['min', comparable],
]);

export function calledOnMatrices(row: LibraryFunction, args: ReadonlyMap<string, Argument>): Node {
  const fitted: Arguments = new Map(args);
  for (const [name, { type }] of row.parameters) {
    const fit = FITTED.get(type);
    if (fit) eachNode(fitted, [name], fit);
  }
  ADAPTED.get(row.name)?.(fitted);
  return settled(callLibrary(row, fitted));
}

/** A number, a row or a column. */
function isLine({ shape }: Node): boolean {
  return shape.length === 0 || (shape.length === 2 && shape.includes(1));
}

function asMatrix(node: Node): Node {
  return node.shape.length === 0 ? reshape(node, [1, 1]) : node;
}

/** A column is a vector: its softmax runs along it. */
function downColumns(args: Arguments): void {
  const x = args.get('x');
  if (typeof x === 'object' && x.shape[1] === 1 && !args.has('axis')) args.set('axis', constant(0));
}

/** The larger of two, element by element, stretches nothing. */
function comparable(args: Arguments): void {
  const [a, b] = [args.get('a'), args.get('b')];
  if (typeof a === 'object' && typeof b === 'object') alike(a.shape, b.shape, 'compared');
}

function eachNode(args: Arguments, names: readonly string[], change: (node: Node) => Node): void {
  for (const name of names) {
    const node = args.get(name);
    if (typeof node === 'object') args.set(name, change(node));
  }
}
