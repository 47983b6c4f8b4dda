import { apply, constant, isConstant, LEVEL, type Node, type Operation } from '../node.ts';
import { map, type Tensor, zip } from '../tensor.ts';
import { reduceTo } from './broadcast.ts';

type Pair = readonly [Node, Node];
type Values = readonly [Tensor, Tensor];

/** Each adjoint summed back to the shape of its argument. */
const fitted = (node: Node, a: Node | null, b: Node | null): (Node | null)[] =>
  [a, b].map((adjoint, i) => adjoint && reduceTo(adjoint, (node.args[i] as Node).shape));

/** Where a sum is smaller than the rounding of its terms, nothing of it is known but that it is 0: 0.1 + 0.2 − 0.3. */
function settled(sum: number, x: number, y: number): number {
  return Math.abs(sum) <= 4 * Number.EPSILON * Math.max(Math.abs(x), Math.abs(y)) ? 0 : sum;
}

const negate: Operation = {
  name: 'neg',
  evaluate: ([a]) => map(a as Tensor, x => -x),
  write: ([a], show, leading) => {
    const inner = show(a as Node, LEVEL.product);
    // A name's value may be 0, and nobody writes -0.
    if (inner === '0') return { tex: inner, level: LEVEL.atom };
    const tex = /^0(?![.\d])/.test(inner) ? `-\\left(${inner}\\right)` : `-${inner}`;
    return { tex, level: leading ? LEVEL.product : LEVEL.bareMinus };
  },
  gradient: (_, upstream) => [minus(upstream)],
};

const add: Operation = {
  name: 'add',
  evaluate: args => zip(...(args as Values), (x, y) => settled(x + y, x, y)),
  write: (args, show, leading) => {
    const [a, b] = args as Pair;
    const opposite = b.operation === negate ? (b.args[0] as Node) : null;
    const right = opposite ? `- ${show(opposite, LEVEL.product)}` : `+ ${show(b, LEVEL.sum)}`;
    return { tex: `${show(a, LEVEL.sum, leading)} ${right}`, level: LEVEL.sum };
  },
  gradient: (node, upstream) => fitted(node, upstream, upstream),
};

export const subtract: Operation = {
  name: 'sub',
  evaluate: args => zip(...(args as Values), (x, y) => settled(x - y, x, y)),
  write: (args, show, leading) => {
    const [a, b] = args as Pair;
    return { tex: `${show(a, LEVEL.sum, leading)} - ${show(b, LEVEL.product)}`, level: LEVEL.sum };
  },
  gradient: (node, upstream) => fitted(node, upstream, minus(upstream)),
};

const multiply: Operation = {
  name: 'mul',
  evaluate: args => zip(...(args as Values), (x, y) => x * y),
  write: (args, show, leading) => {
    const [a, b] = args as Pair;
    return { tex: `${show(a, LEVEL.product, leading)} \\cdot ${show(b, LEVEL.product)}`, level: LEVEL.product };
  },
  gradient: (node, upstream) => {
    const [a, b] = node.args as unknown as Pair;
    return fitted(node, times(upstream, b), times(upstream, a));
  },
};

export const divide: Operation = {
  name: 'div',
  evaluate: args => zip(...(args as Values), (x, y) => x / y),
  write: (args, show) => {
    const [a, b] = args as Pair;
    return { tex: `\\frac{${show(a, LEVEL.relation, true)}}{${show(b, LEVEL.relation, true)}}`, level: LEVEL.fraction };
  },
  gradient: (node, upstream) => {
    const [a, b] = node.args as unknown as Pair;
    const byDenominator = minus(apply(divide, [times(upstream, a), power(b, constant(2))]));
    return fitted(node, apply(divide, [upstream, b]), byDenominator);
  },
};

const raise: Operation = {
  name: 'pow',
  evaluate: args => zip(...(args as Values), (x, y) => x ** y),
  write: (args, show) => {
    const [base, exponent] = args as Pair;
    return { tex: `${show(base, LEVEL.atom)}^{${show(exponent, LEVEL.relation, true)}}`, level: LEVEL.power };
  },
  gradient: (node, upstream) => {
    const [base, exponent] = node.args as unknown as Pair;
    const lower = power(base, apply(subtract, [exponent, constant(1)]));
    const byBase = times(upstream, times(exponent, lower));
    // The logarithm of the base exists only where the base is positive; a fixed exponent never needs it.
    const byExponent = isConstant(exponent) ? null : times(upstream, times(node, apply(log, [base])));
    return fitted(node, byBase, byExponent);
  },
};

/** Natural logarithm; here because the gradient of a power needs it. */
export const log: Operation = {
  name: 'ln',
  evaluate: ([a]) => map(a as Tensor, Math.log),
  write: ([a], show) => ({ tex: `\\ln\\left(${show(a as Node, LEVEL.relation, true)}\\right)`, level: LEVEL.atom }),
  gradient: (node, upstream) => [apply(divide, [upstream, node.args[0] as Node])],
};

/** a · b, without a factor 1 that only the chain rule brought in. */
export function times(a: Node, b: Node): Node {
  if (isConstant(a, 1)) return b;
  if (isConstant(b, 1) && b.shape.length === 0) return a;
  return apply(multiply, [a, b]);
}

export function plus(a: Node, b: Node): Node {
  return apply(add, [a, b]);
}

function minus(a: Node): Node {
  return a.operation === negate ? (a.args[0] as Node) : apply(negate, [a]);
}

/** aᵇ; a constant exponent of one leaves the base as it is. */
export function power(base: Node, exponent: Node): Node {
  const fixed = exponent.operation === subtract && exponent.args.every(arg => isConstant(arg));
  const plain = fixed ? constant(exponent.data[0] as number) : exponent;
  return isConstant(plain, 1) ? base : apply(raise, [base, plain]);
}

export const arithmetic = [negate, add, subtract, multiply, divide, raise, log];
