import { inheritOrigin } from './origin.ts';
import { type Nested, type Shape, ShapeError, sizeOf, type Tensor, tensor } from './tensor.ts';

/** How a node writes one of its arguments: at least `level` (else in parentheses), `leading` at the start of a line. */
export type Show = (node: Node, level: number, leading?: boolean) => string;

/** LaTeX and how tightly its outermost operation binds. */
export interface Written {
  readonly tex: string;
  readonly level: number;
}

/**
 * Precedences of written operations, loosest first. A minus sign that follows another operator stands below them all, so
 * that it always gets its parentheses.
 */
export const LEVEL = { bareMinus: -1, relation: 0, sum: 1, product: 2, fraction: 3, power: 4, atom: 5 } as const;

/** Numbers that shape an operation and are no part of the graph, such as an axis. */
export type Attributes = Readonly<Record<string, readonly number[]>>;

/** One row of the operation table: value, notation and gradient together, so that they cannot disagree. */
export interface Operation {
  readonly name: string;
  readonly evaluate: (args: readonly Tensor[], attributes: Attributes) => Tensor;
  readonly write: (args: readonly Node[], show: Show, leading: boolean, attributes: Attributes) => Written;
  /**
   * The adjoint of each argument, given that of the node; null where no gradient flows. `value` is the node by its name,
   * where it has one: h ⊙ (1 − h) reads better than σ(z) ⊙ (1 − σ(z)).
   */
  readonly gradient: ((node: Node, upstream: Node, value: Node) => readonly (Node | null)[]) | null;
  /** Substitution shows its value and not its arguments' values, as for the slope of an activation. */
  readonly opaque?: true;
  /** True at a kink or a tie, where the gradient depends on a convention. */
  readonly kink?: (args: readonly Tensor[], attributes: Attributes) => boolean;
  /** True at a tie where the value itself depends on a convention, as the position of the largest of two equal numbers. */
  readonly ambiguous?: (args: readonly Tensor[], attributes: Attributes) => boolean;
  /** One element of the value as a calculation of its own, from elements of the arguments. */
  readonly component?: ComponentRule;
  /** Its value jumps or stays: what it yields does not vary with its arguments, and so meets no kink further up. */
  readonly flat?: true;
  /** Few can tell from its sign what it does, so that one element is worked out even where all can be shown. */
  readonly workedOut?: true;
  /** Names of the arguments, of a record that only holds them together. */
  readonly fields?: readonly string[];
}

/** An element of an argument, by its index along every axis. */
export type Component = (node: Node, index: readonly number[]) => Node;
export type ComponentRule = (node: Node, index: readonly number[], of: Component) => Node;

/** What a named step or a drawn variable is called. */
export interface Label {
  readonly name: string;
  readonly tex: string;
  /** One line that says why the step is taken. */
  readonly why?: string;
  /** Of an adjoint ∂y/∂x: what was differentiated, by what. Its value rests on neither, but its meaning does. */
  readonly adjoint?: { readonly of: Node; readonly by: Node };
}

/** A node of the traced graph; its value is computed as it is built. */
export interface Node extends Tensor {
  readonly operation: Operation;
  readonly args: readonly Node[];
  readonly attributes: Attributes;
  readonly label: Label | null;
  /** How many operations rest on one another, at most, up to this one. */
  readonly depth: number;
  /** Somewhere below a gradient was taken at a kink, or a tie decided the value. */
  readonly degenerate: boolean;
}

const NONE: Attributes = {};
/** Graphs are walked recursively, so their depth is bounded as the depth of formulas is. */
const DEEPEST = 1000;

export function apply(operation: Operation, args: readonly Node[], attributes: Attributes = NONE): Node {
  const node = make(operation, operation.evaluate(args, attributes), args, attributes, null);
  return operation.ambiguous?.(args, attributes) ? markDegenerate(node) : node;
}

/** The same node, marked as resting on a gradient at a kink. */
export function markDegenerate(node: Node): Node {
  return inheritOrigin({ ...node, degenerate: true }, node);
}

function make(
  operation: Operation,
  value: Tensor,
  args: readonly Node[],
  attributes: Attributes,
  label: Label | null,
): Node {
  const depth = args.reduce((most, arg) => Math.max(most, arg.depth + 1), 0);
  if (depth > DEEPEST) throw new ShapeError(`more than ${DEEPEST} operations rest on one another`);
  return {
    operation,
    args,
    attributes,
    label,
    shape: value.shape,
    data: value.data,
    depth,
    degenerate: args.some(arg => arg.degenerate),
  };
}

function leaf(name: string): Operation {
  const unreachable = (): never => {
    throw new Error(`the ${name} is a leaf: it is neither evaluated nor written by its operation`);
  };
  return { name, evaluate: unreachable, write: unreachable, gradient: () => [] };
}

/** A number written in the question or in a formula. */
export const CONSTANT = leaf('constant');
/** A drawn variable: a leaf with a name. */
export const INPUT = leaf('input');
/** A named step: the same value as its argument, written by its name. */
export const STEP: Operation = {
  name: 'step',
  evaluate: ([value]) => value as Tensor,
  write: ([value], show) => ({ tex: show(value as Node, LEVEL.atom), level: LEVEL.atom }),
  gradient: (_, upstream) => [upstream],
};

export function constant(value: Nested): Node {
  return make(CONSTANT, tensor(value), [], NONE, null);
}

export function input(label: Label, value: Nested): Node {
  return make(INPUT, tensor(value), [], NONE, label);
}

export function step(label: Label, value: Node): Node {
  return make(STEP, value, [value], NONE, label);
}

/** A step under another name; of a gradient it still says what was differentiated. */
export function renamed(node: Node, label: Label): Node {
  const { adjoint } = node.label ?? {};
  const value = node.operation === STEP ? (node.args[0] as Node) : node;
  const fresh = inheritOrigin(step(adjoint ? { ...label, adjoint } : label, value), node);
  return node.degenerate ? markDegenerate(fresh) : fresh;
}

/** The number that a scalar node holds. @throws Error for any other shape. */
export function numberOf(node: Tensor): number {
  if (sizeOf(node.shape) !== 1) throw new Error('expected a single number');
  return node.data[0] as number;
}

export function isConstant(node: Node, value?: number): boolean {
  return node.operation === CONSTANT && node.shape.length === 0 && (value === undefined || node.data[0] === value);
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((length, i) => length === b[i]);
}

/** Every node below the roots once, arguments before the nodes that use them. */
export function inOrder(roots: readonly Node[]): Node[] {
  const seen = new Set<Node>();
  const order: Node[] = [];
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const arg of node.args) visit(arg);
    order.push(node);
  };
  for (const root of roots) visit(root);
  return order;
}
