import { fieldsOf } from '../fields.ts';
import { constant, type Label, type Node, step } from '../node.ts';
import { type Origin, setOrigin } from '../origin.ts';
import { shapeText } from '../tensor.ts';
import { type Parameter, TYPES } from './parameters.ts';

/** What a parameter may be given: a node, or one of its words. */
export type Argument = Node | string;

/** One row of the library: built from the same nodes as everything else, so that it brings its steps along. */
export interface LibraryFunction {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** LaTeX. */
  readonly formula: string;
  /** What it computes. Markdown. */
  readonly summary: string;
  /** Shapes of what goes in and comes out, where they are not all single numbers. */
  readonly shapes?: string;
  /** Which convention, where the field has two. */
  readonly convention?: string;
  /** A call that can be computed as it stands. */
  readonly example: string;
  /** Paper, book or library whose formula and convention it follows. */
  readonly source: string;
  readonly build: (args: Readonly<Record<string, Argument | undefined>>) => Node;
}

type Parameters = Readonly<Record<string, Parameter>>;
type Received<P extends Parameters> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

type Definition<P extends Parameters> = Omit<LibraryFunction, 'parameters' | 'build'> & {
  /** In the order in which positional arguments fill them. */
  readonly parameters: P;
  readonly build: (args: Received<P>) => Node;
};

/** A row of the library; `build` receives what its parameters promise. */
export function define<P extends Parameters>(row: Definition<P>): LibraryFunction {
  return {
    ...row,
    parameters: new Map(Object.entries(row.parameters)),
    build: row.build as LibraryFunction['build'],
  };
}

/** An argument does not have the type that its parameter asks for, or does not fit the others. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/**
 * Calls a library function with arguments by name; defaults fill what is missing.
 *
 * @throws ArgumentError where one is missing, unknown or of another type; ShapeError where shapes do not fit
 */
export function callLibrary(row: LibraryFunction, given: ReadonlyMap<string, Argument>): Node {
  for (const name of given.keys()) {
    if (!row.parameters.has(name)) throw new ArgumentError(`${signature(row)} has no parameter "${name}"`);
  }
  const args: Record<string, Argument | undefined> = Object.create(null);
  for (const [name, parameter] of row.parameters) {
    const argument = given.get(name) ?? fallback(row, name, parameter, args);
    if (argument !== undefined) check(row, name, parameter, argument);
    args[name] = argument;
  }
  const result = row.build(args);
  rememberCall(row, args, result);
  return result;
}

type Arguments = Readonly<Record<string, Argument | undefined>>;

/** So that each result can be computed anew with other arguments. What was handed through is no result. */
function rememberCall(row: LibraryFunction, args: Arguments, result: Node): void {
  const remember = (node: Node, field: string | null): void => {
    const isHandedThrough = node.args.length === 0 || Object.values(args).includes(node);
    if (!isHandedThrough) setOrigin(node, new Call(row, args, field));
  };
  const results = fieldsOf(result);
  if (!results) remember(result, null);
  else for (const [field, node] of results) remember(node, field);
}

/** A call that a result came from; only a replacement ever asks for more than that it exists. */
class Call implements Origin<Node> {
  private readonly row: LibraryFunction;
  private readonly given: Arguments;
  /** Which of its results is meant, where it has several. */
  private readonly field: string | null;

  constructor(row: LibraryFunction, given: Arguments, field: string | null) {
    this.row = row;
    this.given = given;
    this.field = field;
  }

  get args(): readonly Node[] {
    return Object.values(this.given).filter(argument => typeof argument === 'object');
  }

  again(others: readonly Node[]): Node {
    let next = 0;
    const changed = new Map<string, Argument>();
    for (const [name, argument] of Object.entries(this.given)) {
      if (argument === undefined) continue;
      changed.set(name, typeof argument === 'object' ? (others[next++] as Node) : argument);
    }
    const result = callLibrary(this.row, changed);
    if (this.field === null) return result;
    const found = fieldsOf(result)?.get(this.field);
    if (!found) throw new ArgumentError(`${this.row.name}: with these arguments there is no "${this.field}"`);
    return found;
  }
}

/** `conv_params(in, out, kernel, groups=1, bias=1)` */
export function signature(row: LibraryFunction): string {
  return `${row.name}(${[...row.parameters].map(([name, parameter]) => name + ending(parameter)).join(', ')})`;
}

function ending({ default: value, words, optional }: Parameter): string {
  // A word that must be given has no first choice.
  if (words && value === undefined && !optional) return `: ${words.join('|')}`;
  if (words) return `=${[value, ...words.filter(word => word !== value)].filter(Boolean).join('|')}`;
  if (value !== undefined) return `=${typeof value === 'number' ? shortest(value) : value}`;
  return optional ? '=…' : '';
}

/** `1e-6` and not 0.000001. */
function shortest(value: number): string {
  const [plain, scientific] = [String(value), value.toExponential().replace('e+', 'e')];
  return scientific.length < plain.length ? scientific : plain;
}

function fallback(
  row: LibraryFunction,
  name: string,
  parameter: Parameter,
  earlier: Readonly<Record<string, Argument | undefined>>,
): Argument | undefined {
  const value = parameter.default;
  if (typeof value === 'number') return constant(value);
  if (value !== undefined) return parameter.words ? value : earlier[value];
  if (parameter.optional) return undefined;
  throw new ArgumentError(`${signature(row)} needs a value for "${name}"`);
}

/** Types that are single numbers, with what each asks of them. */
const NUMBERS: Readonly<Partial<Record<Parameter['type'], (value: number) => boolean>>> = {
  count: value => Number.isInteger(value) && value >= 0,
  size: value => Number.isInteger(value) && value >= 1,
  flag: value => value === 0 || value === 1,
  number: () => true,
  positive: value => value > 0,
  nonnegative: value => value >= 0,
  fraction: value => value >= 0 && value <= 1,
};
const RANKS: Readonly<Partial<Record<Parameter['type'], number>>> = { vector: 1, matrix: 2 };

function check(row: LibraryFunction, name: string, { type, words }: Parameter, argument: Argument): void {
  const must = `${row.name}: "${name}" must be`;
  if (typeof argument === 'string' || words) {
    if (typeof argument === 'string' && words?.includes(argument)) return;
    throw new ArgumentError(`${must} ${words ? `one of ${words.join(', ')}` : TYPES[type]}`);
  }
  const { shape, data } = argument;
  const rank = RANKS[type];
  if (rank !== undefined && shape.length !== rank) {
    throw new ArgumentError(`${must} ${TYPES[type]}, and has shape ${shapeText(shape)}`);
  }
  const holds = NUMBERS[type];
  if (!holds) return;
  if (shape.length > 0) throw new ArgumentError(`${must} a single number, not a list of shape ${shapeText(shape)}`);
  const value = data[0] as number;
  if (!holds(value)) throw new ArgumentError(`${must} ${TYPES[type]}, and is ${value}`);
}

/** A step that a library function brings along. */
export function libraryStep(name: string, tex: string, value: Node, why?: string): Node {
  const label: Label = why === undefined ? { name, tex } : { name, tex, why };
  return step(label, value);
}
