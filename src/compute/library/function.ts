import { constant, type Label, type Node, numberOf, step } from '../node.ts';

/** One argument of a library function. */
export interface Parameter {
  readonly name: string;
  /** `count`: a whole number, 0 or more; `size`: one of 1 or more; `flag`: 1 or 0; `number`: any number; `tensor`: any shape. */
  readonly type: 'count' | 'size' | 'flag' | 'number' | 'tensor';
  /** Used where the argument is left out; an argument without it must be given. A name means that argument's value. */
  readonly default?: number | string;
}

/** One row of the library: built from the same nodes as everything else, so that it brings its steps along. */
export interface LibraryFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** LaTeX. */
  readonly formula: string;
  /** What it computes and by which convention. */
  readonly summary: string;
  readonly example: string;
  readonly source: string;
  readonly build: (args: Readonly<Record<string, Node>>) => Node;
}

/** An argument does not have the type that its parameter asks for. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/**
 * Calls a library function with arguments by name; defaults fill what is missing.
 *
 * @throws ArgumentError where one is missing, unknown or of another type
 */
export function callLibrary(row: LibraryFunction, given: ReadonlyMap<string, Node>): Node {
  const unknown = [...given.keys()].find(name => row.parameters.every(parameter => parameter.name !== name));
  if (unknown !== undefined) throw new ArgumentError(`${signature(row)} has no parameter "${unknown}"`);
  const args: Record<string, Node> = {};
  for (const parameter of row.parameters) {
    const node = given.get(parameter.name) ?? fallback(row, parameter, args);
    check(row, parameter, node);
    args[parameter.name] = node;
  }
  return row.build(args);
}

/** `conv_params(in, out, kernel, groups=1, bias=1)` */
export function signature(row: LibraryFunction): string {
  const parameters = row.parameters.map(({ name, default: value }) =>
    value === undefined ? name : `${name}=${value}`,
  );
  return `${row.name}(${parameters.join(', ')})`;
}

function fallback(row: LibraryFunction, parameter: Parameter, earlier: Readonly<Record<string, Node>>): Node {
  const value = parameter.default;
  if (value === undefined) throw new ArgumentError(`${signature(row)} needs a value for "${parameter.name}"`);
  return typeof value === 'number' ? constant(value) : (earlier[value] as Node);
}

const RULES: Readonly<Partial<Record<Parameter['type'], { is: string; holds: (value: number) => boolean }>>> = {
  count: { is: 'a whole number, 0 or more', holds: value => Number.isInteger(value) && value >= 0 },
  size: { is: 'a whole number, 1 or more', holds: value => Number.isInteger(value) && value >= 1 },
  flag: { is: '1 or 0', holds: value => value === 0 || value === 1 },
};

function check(row: LibraryFunction, { name, type }: Parameter, node: Node): void {
  if (type === 'tensor') return;
  if (node.shape.length > 0) throw new ArgumentError(`${row.name}: "${name}" must be a single number, not a list`);
  const value = numberOf(node);
  const rule = RULES[type];
  if (rule && !rule.holds(value)) throw new ArgumentError(`${row.name}: "${name}" must be ${rule.is}, and is ${value}`);
}

/** A step that a library function brings along. */
export function libraryStep(name: string, tex: string, value: Node, why?: string): Node {
  const label: Label = why === undefined ? { name, tex } : { name, tex, why };
  return step(label, value);
}
