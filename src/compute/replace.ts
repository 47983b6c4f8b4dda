import { gradient } from './gradient.ts';
import { apply, type Label, markDegenerate, type Node, renamed, STEP, sameShape, step } from './node.ts';
import { broadcastTo } from './operations/broadcast.ts';
import { originOf } from './origin.ts';
import { ShapeError, shapeText } from './tensor.ts';

/**
 * Puts other nodes in the place of named steps or variables and recomputes whatever rests on them.
 *
 * A replacement is recomputed too, so that replacements see one another; where it names the very step that it replaces, it
 * means that step as it was defined.
 *
 * @param replacements new nodes by the name of what they replace
 * @param owners nodes that bear one of these names by right: a step of the same name, brought along by a function, is not meant
 * @param gradients `taken anew` where the replacements are other formulas, which have other gradients; `kept` where they are
 * only other values, and the same chain rule is followed with them
 * @throws ShapeError where one has another shape than what it replaces
 */
export function replace(
  root: Node,
  replacements: ReadonlyMap<string, Node>,
  owners: ReadonlyMap<string, Node> = new Map(),
  gradients: 'taken anew' | 'kept' = 'taken anew',
): Node {
  // Inside a replacement its own name means something else, so what was rebuilt is kept apart by the open names.
  const memories = new Map<string, Map<Node, Node>>();
  const open = new Set<string>();
  const visit = (node: Node): Node => {
    const done = memoryFor(open, memories);
    const known = done.get(node);
    if (known) return known;
    const name = node.label?.name;
    const isMeant = name !== undefined && !open.has(name) && (owners.get(name) ?? node) === node;
    const other = isMeant ? replacements.get(name) : undefined;
    const rebuilt = other && name !== undefined ? visitReplacement(node, name, other) : rebuild(node);
    done.set(node, rebuilt);
    return rebuilt;
  };
  const visitReplacement = (node: Node, name: string, other: Node): Node => {
    open.add(name);
    const value = visit(other);
    open.delete(name);
    return node.label ? step(node.label, fitting(value, node, name)) : value;
  };
  /** A call whose arguments have changed is made anew; what it brings along may be replaced too. */
  const recall = (node: Node): Node | null => {
    const origin = originOf(node);
    const args = origin?.args.map(visit) ?? [];
    if (!origin || args.every((arg, i) => arg === origin.args[i])) return null;
    const done = memoryFor(open, memories);
    for (const arg of args) done.set(arg, arg);
    const fresh = visit(origin.again(args));
    return node.label ? renamed(fresh, node.label) : fresh;
  };
  const rebuild = (node: Node): Node => {
    if (node.args.length === 0) return node;
    const adjoint = gradients === 'taken anew' ? node.label?.adjoint : undefined;
    const recalled = node.label?.adjoint && !adjoint ? null : recall(node);
    if (recalled) return recalled;
    const y = adjoint && visit(adjoint.of);
    // A gradient of something else is another gradient: the old one's chain rule does not hold any more.
    if (adjoint && y && y !== adjoint.of) return renamed(gradient(y, visit(adjoint.by)), node.label as Label);
    const args = node.args.map(visit);
    if (args.every((arg, i) => arg === node.args[i])) return node;
    if (node.operation === STEP && node.label) return step(node.label, args[0] as Node);
    const fresh = apply(node.operation, args, node.attributes);
    return node.degenerate ? markDegenerate(fresh) : fresh;
  };
  return visit(root);
}

/** A single number stands for a list of it; any other shape must stay what it was. */
function fitting(value: Node, node: Node, name: string): Node {
  if (value.shape.length === 0) return broadcastTo(value, node.shape);
  if (sameShape(value.shape, node.shape)) return value;
  throw new ShapeError(`"${name}" has shape ${shapeText(node.shape)} and its replacement ${shapeText(value.shape)}`);
}

function memoryFor(open: ReadonlySet<string>, memories: Map<string, Map<Node, Node>>): Map<Node, Node> {
  const key = [...open].sort().join(' ');
  const memory = memories.get(key) ?? new Map<Node, Node>();
  memories.set(key, memory);
  return memory;
}
