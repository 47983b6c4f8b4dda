import { CONSTANT, constant, inOrder, isConstant, type Label, markDegenerate, type Node, STEP, step } from './node.ts';
import { plus } from './operations/arithmetic.ts';
import { allocate, ShapeError } from './tensor.ts';

/** An operation on the way has no gradient. */
export class GradientError extends Error {
  override readonly name = 'GradientError';
}

/**
 * The gradient of a scalar with respect to a node, by reverse accumulation, as traced nodes: each named step on the way
 * gets a named adjoint, `∂y/∂step`, in which the chain rule is spelled out path by path.
 *
 * @throws ShapeError where `y` is not a single number; GradientError where an operation on the way has no gradient.
 */
export function gradient(y: Node, x: Node): Node {
  if (y.shape.length > 0) throw new ShapeError('a gradient is taken of a single number');
  const order = inOrder([y]);
  const reaching = nodesAbove(x, order);
  if (!reaching.has(y)) return zeros(x);
  const names = namedSteps(order);
  const contributions = new Map<Node, Node[]>([[y, [constant(1)]]]);
  const varying = nodesAbove(x, order, true);
  let meetsKink = false;
  for (const node of order.toReversed()) {
    if (!reaching.has(node)) continue;
    const parts = contributions.get(node);
    // A mask takes no gradient, and yet it turns where the two that it compares meet.
    meetsKink ||= node.args.some(arg => varying.has(arg)) && isAtKink(node);
    if (!parts) continue;
    const adjoint = named(parts.reduce(plus), y, node);
    if (node === x) return meetsKink ? markDegenerate(adjoint) : adjoint;
    const { operation } = node;
    if (!operation.gradient) throw new GradientError(`${operation.name} has no gradient`);
    operation.gradient(node, adjoint, names.get(node) ?? node).forEach((part, i) => {
      const arg = node.args[i] as Node;
      if (!part || !reaching.has(arg)) return;
      // Later nodes come first in reverse; a reader expects their paths last.
      contributions.set(arg, [part, ...(contributions.get(arg) ?? [])]);
    });
  }
  return meetsKink ? markDegenerate(zeros(x)) : zeros(x);
}

function zeros(like: Node): Node {
  return { ...constant(0), operation: CONSTANT, shape: like.shape, data: allocate(like.shape) };
}

/** The first step that names each node. */
function namedSteps(order: readonly Node[]): Map<Node, Node> {
  const steps = order.filter(node => node.operation === STEP);
  return new Map(steps.toReversed().map(node => [node.args[0] as Node, node]));
}

function isAtKink({ operation, args, attributes }: Node): boolean {
  return operation.kink?.(args, attributes) ?? false;
}

/** The nodes of `order` whose value depends on x, x itself among them; of those that vary with it, without what is flat. */
function nodesAbove(x: Node, order: readonly Node[], smoothly = false): Set<Node> {
  const above = new Set<Node>();
  for (const node of order) {
    const stops = smoothly && node.operation.flat === true;
    if (node === x || (!stops && node.args.some(arg => above.has(arg)))) above.add(node);
  }
  return above;
}

/** The adjoint of a named node as a step of its own. */
function named(adjoint: Node, y: Node, node: Node): Node {
  if (!node.label || isConstant(adjoint, 1)) return adjoint;
  const name = `d${y.label?.name ?? 'y'}_d${node.label.name}`;
  return step({ name, tex: symbol(y, node.label), adjoint: { of: y, by: node } }, adjoint);
}

/** ∂y/∂x; of a derivative ∂y/∂w it is ∂²y/∂w∂x, and of a calculation without a name ∇ₓ. */
function symbol(y: Node, by: Label): string {
  if (!y.label) return `\\nabla_{${by.tex}}`;
  const { adjoint } = y.label;
  const [of, first] = [adjoint?.of.label, adjoint?.by.label];
  if (!of || !first) return `\\frac{\\partial ${y.label.tex}}{\\partial ${by.tex}}`;
  const below = first.tex === by.tex ? `\\partial {${by.tex}}^{2}` : `\\partial ${first.tex}\\,\\partial ${by.tex}`;
  return `\\frac{\\partial^{2} ${of.tex}}{${below}}`;
}
