import { gradient } from '../compute/gradient.ts';
import { ArgumentError, callLibrary, type LibraryFunction, signature } from '../compute/library/function.ts';
import { library } from '../compute/library.ts';
import { apply, constant, type Node } from '../compute/node.ts';
import { divide, log } from '../compute/operations/arithmetic.ts';
import { elements, sum } from '../compute/operations/structure.ts';
import { operation } from '../compute/operations.ts';
import { ShapeError, sizeOf } from '../compute/tensor.ts';

/** A function that a formula may call, with how many arguments it takes. */
export interface Callable {
  readonly least: number;
  readonly most: number;
  readonly signature: string;
  readonly call: (positional: readonly Node[], named: ReadonlyMap<string, Node>) => Node;
}

type Build = (...args: Node[]) => Node;

function callable(name: string, parameters: readonly string[], least: number, build: Build): [string, Callable] {
  const signature = `${name}(${parameters.join(', ')})`;
  const call: Callable['call'] = (positional, named) => {
    const args = arranged(signature, parameters, positional, named);
    const missing = parameters.slice(0, least).find(parameter => !args.has(parameter));
    if (missing !== undefined) throw new ArgumentError(`${signature} needs a value for "${missing}"`);
    return build(...parameters.map(parameter => args.get(parameter) as Node));
  };
  return [name, { least, most: parameters.length, signature, call }];
}

/** Arguments by the names of their parameters. @throws ArgumentError where one is unknown or given twice */
function arranged(
  signature: string,
  parameters: readonly string[],
  positional: readonly Node[],
  named: ReadonlyMap<string, Node>,
): Map<string, Node> {
  const args = new Map(positional.map((node, i) => [parameters[i] as string, node]));
  for (const [name, node] of named) {
    if (!parameters.includes(name)) throw new ArgumentError(`${signature} has no parameter "${name}"`);
    if (args.has(name)) throw new ArgumentError(`${signature}: "${name}" is given twice`);
    args.set(name, node);
  }
  return args;
}

const direct = (name: string, alias = name): [string, Callable] =>
  callable(alias, ['x'], 1, x => apply(operation(name), [x as Node]));

/** Of two numbers, or of all elements of one list. */
const extreme = (name: 'max' | 'min'): [string, Callable] =>
  callable(name, ['a', 'b'], 1, (a, b) => {
    const pair = (x: Node, y: Node): Node => apply(operation(name), [x, y]);
    if (b) return pair(a as Node, b);
    if ((a as Node).shape.length !== 1) throw new ShapeError(`${name} of one argument needs a list`);
    return elements(a as Node).reduce(pair);
  });

const logarithm = (name: string, base: number): [string, Callable] =>
  callable(name, ['x'], 1, x => apply(divide, [apply(log, [x as Node]), apply(log, [constant(base)])]));

/** What a student may call. */
export const studentFunctions: ReadonlyMap<string, Callable> = new Map([
  direct('sqrt'),
  direct('exp'),
  direct('ln'),
  // In this field an unadorned log is the natural one; a second argument is its base.
  callable('log', ['x', 'base'], 1, (x, base) => {
    const natural = apply(log, [x as Node]);
    return base ? apply(divide, [natural, apply(log, [base])]) : natural;
  }),
  logarithm('log2', 2),
  logarithm('log10', 10),
  direct('abs'),
  extreme('max'),
  extreme('min'),
  direct('tanh'),
  direct('sigmoid'),
  direct('relu'),
]);

/** What an author may call: all of the above, tensors, gradients and the library. */
export const authorFunctions: ReadonlyMap<string, Callable> = new Map([
  ...studentFunctions,
  direct('floor'),
  direct('ceil'),
  callable('leaky_relu', ['x', 'slope'], 2, (x, slope) => apply(operation('leaky_relu'), [x as Node, slope as Node])),
  callable('sum', ['x'], 1, x => sum(x as Node)),
  callable('mean', ['x'], 1, x => apply(divide, [sum(x as Node), constant(sizeOf((x as Node).shape))])),
  callable('grad', ['y', 'x'], 2, (y, x) => gradient(y as Node, x as Node)),
  ...[...library.values()].map(fromLibrary),
]);

function fromLibrary(row: LibraryFunction): [string, Callable] {
  const parameters = row.parameters.map(parameter => parameter.name);
  const call: Callable['call'] = (positional, named) =>
    callLibrary(row, arranged(signature(row), parameters, positional, named));
  return [row.name, { least: 0, most: row.parameters.length, signature: signature(row), call }];
}
