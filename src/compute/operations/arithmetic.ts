import { apply, constant, isConstant, LEVEL, type Node, type Operation, sameShape } from '../node.ts';
import { isNoise, map, type Tensor, zip } from '../tensor.ts';
import { reduceTo } from './broadcast.ts';
import { elementwise } from './component.ts';
import { operand } from './stretched.ts';

type Pair = readonly [Node, Node];
type Values = readonly [Tensor, Tensor];

/** Each adjoint summed back to the shape of its argument. */
const fitted = (node: Node, a: Node | null, b: Node | null): (Node | null)[] =>
  [a, b].map((adjoint, i) => adjoint && reduceTo(adjoint, (node.args[i] as Node).shape));

/** Where a sum is smaller than the rounding of its terms, nothing of it is known but that it is 0: 0.1 + 0.2 − 0.3. */
function settled(sum: number, x: number, y: number): number {
  return isNoise(sum, Math.max(Math.abs(x), Math.abs(y))) ? 0 : sum;
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
  component: elementwise,
  gradient: (_, upstream) => [negated(upstream)],
};

const add: Operation = {
  name: 'add',
  evaluate: args => zip(...(args as Values), (x, y) => settled(x + y, x, y)),
  write: (args, show, leading) => {
    const [a, b] = args as Pair;
    const opposite = b.operation === negate ? (b.args[0] as Node) : null;
    const right = opposite ? `- ${operand(opposite, a, show, LEVEL.product)}` : `+ ${operand(b, a, show, LEVEL.sum)}`;
    return { tex: `${operand(a, b, show, LEVEL.sum, leading)} ${right}`, level: LEVEL.sum };
  },
  component: elementwise,
  gradient: (node, upstream) => fitted(node, upstream, upstream),
};

export const subtract: Operation = {
  name: 'sub',
  evaluate: args => zip(...(args as Values), (x, y) => settled(x - y, x, y)),
  write: (args, show, leading) => {
    const [a, b] = args as Pair;
    const [left, right] = [operand(a, b, show, LEVEL.sum, leading), operand(b, a, show, LEVEL.product)];
    return { tex: `${left} - ${right}`, level: LEVEL.sum };
  },
  component: elementwise,
  gradient: (node, upstream) => fitted(node, upstream, negated(upstream)),
};

const JUXTAPOSED = new Set(['matmul', 'outer', 'solve']);

/** A matrix product, or one with a single number. */
function isOtherProduct({ operation, args, shape }: Node): boolean {
  if (JUXTAPOSED.has(operation.name)) return true;
  return operation === multiply && shape.length > 0 && args.some(arg => arg.shape.length === 0);
}

const multiply: Operation = {
  name: 'mul',
  evaluate: args => zip(...(args as Values), (x, y) => x * y),
  write: (args, show, leading) => {
    const [a, b] = args as Pair;
    // Of two tensors, element by element: a matrix product is written without a sign.
    const isHadamard = a.shape.length > 0 && b.shape.length > 0;
    const sign = isHadamard ? '\\odot' : '\\cdot';
    // Beside ⊙ other products keep their parentheses, for it is not clear to all which of them binds tighter; and so does
    // an inner product uᵀv that is a factor.
    const levelOf = (node: Node): number => {
      const isAlone = isHadamard || node.shape.length === 0;
      return isAlone && !node.label && isOtherProduct(node) ? LEVEL.fraction : LEVEL.product;
    };
    const [left, right] = [operand(a, b, show, levelOf(a), leading), operand(b, a, show, levelOf(b))];
    return { tex: `${left} ${sign} ${right}`, level: LEVEL.product };
  },
  component: elementwise,
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
    const above = operand(a, b, show, LEVEL.relation, true);
    return { tex: `\\frac{${above}}{${operand(b, a, show, LEVEL.relation, true)}}`, level: LEVEL.fraction };
  },
  component: elementwise,
  gradient: (node, upstream) => {
    const [a, b] = node.args as unknown as Pair;
    const byDenominator = negated(apply(divide, [times(upstream, a), power(b, constant(2))]));
    return fitted(node, apply(divide, [upstream, b]), byDenominator);
  },
};

const raise: Operation = {
  name: 'pow',
  evaluate: args => zip(...(args as Values), (x, y) => x ** y),
  write: (args, show) => {
    const [base, exponent] = args as Pair;
    // A power of a tensor is taken element by element; A² would be A A.
    const mark = base.shape.length > 0 ? '\\odot ' : '';
    return { tex: `${show(base, LEVEL.atom)}^{${mark}${show(exponent, LEVEL.relation, true)}}`, level: LEVEL.power };
  },
  component: elementwise,
  gradient: (node, upstream, value) => {
    const [base, exponent] = node.args as unknown as Pair;
    const lower = power(base, apply(subtract, [exponent, constant(1)]));
    // x⁰ is flat, also at 0, where 0 · x⁻¹ has no value.
    const byBase = isConstant(exponent, 0) ? null : times(upstream, times(exponent, lower));
    // The logarithm of the base exists only where the base is positive; a fixed exponent never needs it.
    const byExponent = isConstant(exponent) ? null : times(upstream, times(value, apply(log, [base])));
    return fitted(node, byBase, byExponent);
  },
};

/** Natural logarithm; here because the gradient of a power needs it. */
const log: Operation = {
  name: 'ln',
  evaluate: ([a]) => map(a as Tensor, Math.log),
  write: ([a], show) => ({ tex: `\\ln\\left(${show(a as Node, LEVEL.relation, true)}\\right)`, level: LEVEL.atom }),
  component: elementwise,
  gradient: (node, upstream) => [apply(divide, [upstream, node.args[0] as Node])],
};

/** a · b, whatever the factors are. */
export function product(a: Node, b: Node): Node {
  return apply(multiply, [a, b]);
}

/** The number that fills a tensor, where that stretches nothing beside it: 1 · x is as good as a tensor of ones ⊙ x. */
function filling(a: Node, other: Node): Node {
  const isFilled = a.operation.name === 'broadcast_to' && a.label === null && a.args[0]?.shape.length === 0;
  return isFilled && sameShape(a.shape, other.shape) ? (a.args[0] as Node) : a;
}

/** a · b, without a factor 1 that only the chain rule brought in. */
export function times(a: Node, b: Node): Node {
  const [left, right] = [filling(a, b), filling(b, a)];
  if (isConstant(left, 1)) return b;
  if (isConstant(right, 1)) return a;
  return left === a || right === b ? apply(multiply, [left, right]) : apply(multiply, [left, b]);
}

export function plus(a: Node, b: Node): Node {
  return apply(add, [a, b]);
}

/** −a; of −a it is a again. */
export function negated(a: Node): Node {
  return a.operation === negate && !a.degenerate ? (a.args[0] as Node) : apply(negate, [a]);
}

/** aᵇ; a constant exponent of one leaves the base as it is. */
export function power(base: Node, exponent: Node): Node {
  const fixed = exponent.operation === subtract && exponent.args.every(arg => isConstant(arg));
  const plain = fixed ? constant(exponent.data[0] as number) : exponent;
  return isConstant(plain, 1) ? base : apply(raise, [base, plain]);
}

export const arithmetic = [negate, add, subtract, multiply, divide, raise, log];
