import { apply, constant, LEVEL, type Node, type Operation } from '../node.ts';
import { erf } from '../special.ts';
import { map, type Tensor, zip } from '../tensor.ts';
import { divide, negated, power, subtract, times } from './arithmetic.ts';
import { reduceTo } from './broadcast.ts';
import { elementwise } from './component.ts';

/** Functions of one number, applied to every element. */

interface Row {
  readonly name: string;
  readonly tex: string;
  readonly f: (x: number) => number;
  /** f'(x) as a node, from x and f(x); `flat`: 0 wherever there is one; null: none. */
  readonly slope: ((x: Node, y: Node) => Node) | 'flat' | null;
  readonly kink?: (x: number) => boolean;
}

const one = constant(1);

/** ln(1 + eˣ), which must not overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** As NumPy and PyTorch round: 2.5 is 2. */
function roundHalfToEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}

/** The slope of erf, 2/√π · exp(−x²). */
function bell(x: Node): Node {
  return times(constant(2 / Math.sqrt(Math.PI)), apply(exponential, [negated(power(x, constant(2)))]));
}

/** The slope of a function that is straight on each side of a kink at 0: an operation too, so that it is recomputed. */
const slopeOf = (name: string, tex: string, low: number, high: number): Operation => ({
  name: `${name}_slope`,
  evaluate: ([x]) => map(x as Tensor, value => (value > 0 ? high : low)),
  write: written(`${tex}'`),
  flat: true,
  gradient: () => [null],
  opaque: true,
});

const reluSlope = slopeOf('relu', '\\operatorname{ReLU}', 0, 1);
const sign = slopeOf('abs', '\\operatorname{abs}', -1, 1);

const rows: readonly Row[] = [
  { name: 'exp', tex: '\\exp', f: Math.exp, slope: (_, y) => y },
  { name: 'sin', tex: '\\sin', f: Math.sin, slope: x => apply(cosine, [x]) },
  { name: 'softplus', tex: '\\operatorname{softplus}', f: softplus, slope: x => apply(logistic, [x]) },
  { name: 'erf', tex: '\\operatorname{erf}', f: erf, slope: bell },
  { name: 'sign', tex: '\\operatorname{sign}', f: Math.sign, slope: 'flat', kink: x => x === 0 },
  { name: 'round', tex: '\\operatorname{round}', f: roundHalfToEven, slope: null, kink: x => isAlmostWhole(x - 0.5) },
  {
    name: 'sigmoid',
    tex: '\\sigma',
    // Two branches, so that neither overflows.
    f: x => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
    slope: (_, y) => times(y, apply(subtract, [one, y])),
  },
  { name: 'tanh', tex: '\\tanh', f: Math.tanh, slope: (_, y) => apply(subtract, [one, power(y, constant(2))]) },
  {
    name: 'relu',
    tex: '\\operatorname{ReLU}',
    f: x => Math.max(0, x),
    slope: x => apply(reluSlope, [x]),
    kink: x => x === 0,
  },
];

function written(tex: string): Operation['write'] {
  return ([a], show) => ({ tex: `${tex}\\left(${show(a as Node, LEVEL.relation, true)}\\right)`, level: LEVEL.atom });
}

const fromRows = rows.map(
  ({ name, tex, f, slope, kink }): Operation => ({
    name,
    evaluate: ([a]) => map(a as Tensor, f),
    write: written(tex),
    component: elementwise,
    gradient:
      slope &&
      ((node, upstream, value) => [slope === 'flat' ? null : times(upstream, slope(node.args[0] as Node, value))]),
    ...(slope === 'flat' ? { flat: true as const } : {}),
    ...(kink ? { kink: ([a]: readonly Tensor[]) => (a as Tensor).data.some(kink) } : {}),
  }),
);

const named = (name: string): Operation => fromRows.find(row => row.name === name) as Operation;
export const exponential = named('exp');
const logistic = named('sigmoid');

const cosine: Operation = {
  name: 'cos',
  evaluate: ([a]) => map(a as Tensor, Math.cos),
  write: written('\\cos'),
  component: elementwise,
  gradient: (node, upstream) => [negated(times(upstream, apply(named('sin'), node.args)))],
};

const squareRoot: Operation = {
  name: 'sqrt',
  evaluate: ([a]) => map(a as Tensor, Math.sqrt),
  write: ([a], show) => ({ tex: `\\sqrt{${show(a as Node, LEVEL.relation, true)}}`, level: LEVEL.atom }),
  component: elementwise,
  gradient: (_, upstream, value) => [apply(divide, [upstream, times(constant(2), value)])],
  kink: ([a]) => (a as Tensor).data.includes(0),
};

const absolute: Operation = {
  name: 'abs',
  evaluate: ([a]) => map(a as Tensor, Math.abs),
  write: ([a], show) => ({ tex: `\\left|${show(a as Node, LEVEL.relation, true)}\\right|`, level: LEVEL.atom }),
  component: elementwise,
  gradient: (node, upstream) => [times(upstream, apply(sign, [node.args[0] as Node]))],
  kink: ([a]) => (a as Tensor).data.includes(0),
};

/** 0.3 / 0.1 comes out below 3, and its floor is 3 all the same. */
function isAlmostWhole(x: number): boolean {
  return Math.abs(x - Math.round(x)) <= 8 * Number.EPSILON * Math.max(1, Math.abs(x));
}

const rounded = (name: 'floor' | 'ceil', tex: string): Operation => ({
  name,
  evaluate: ([a]) => map(a as Tensor, x => (isAlmostWhole(x) ? Math.round(x) : Math[name](x))),
  write: ([a], show) => ({
    tex: `\\left\\l${tex} ${show(a as Node, LEVEL.relation, true)} \\right\\r${tex}`,
    level: LEVEL.atom,
  }),
  component: elementwise,
  flat: true,
  kink: ([a]) => (a as Tensor).data.some(isAlmostWhole),
  gradient: null,
});

const leakySlope: Operation = {
  name: 'leaky_relu_slope',
  evaluate: ([x, slope]) => zip(x as Tensor, slope as Tensor, (value, s) => (value > 0 ? 1 : s)),
  write: written("f'"),
  // For a negative number it is the slope itself.
  gradient: (node, upstream) => {
    const [x, slope] = node.args as unknown as readonly [Node, Node];
    return [null, reduceTo(times(upstream, apply(isBelow, [x])), slope.shape)];
  },
  opaque: true,
};

/** x for x ≤ 0, else 0: what the slope of a leaky ReLU weighs. */
const below: Operation = {
  name: 'below_zero',
  evaluate: ([x]) => map(x as Tensor, value => Math.min(value, 0)),
  write: ([x], show) => ({
    tex: `\\min\\left(${show(x as Node, LEVEL.relation, true)},\\; 0\\right)`,
    level: LEVEL.atom,
  }),
  component: elementwise,
  gradient: (node, upstream) => [times(upstream, apply(isBelow, node.args))],
};

const isBelow = slopeOf('below_zero', '\\min', 1, 0);

/** x for x > 0, else slope · x: LeakyReLU(x; slope). */
const leakyRelu: Operation = {
  name: 'leaky_relu',
  evaluate: ([x, slope]) => zip(x as Tensor, slope as Tensor, (value, s) => (value > 0 ? value : s * value)),
  write: ([x, slope], show) => {
    const inner = show(x as Node, LEVEL.relation, true);
    return {
      tex: `\\max\\left(${show(slope as Node, LEVEL.product, true)} \\cdot ${show(x as Node, LEVEL.product)},\\; ${inner}\\right)`,
      level: LEVEL.atom,
    };
  },
  component: elementwise,
  gradient: (node, upstream) => {
    const [x, slope] = node.args as unknown as readonly [Node, Node];
    const byX = times(upstream, apply(leakySlope, [x, slope]));
    return [reduceTo(byX, x.shape), reduceTo(times(upstream, apply(below, [x])), slope.shape)];
  },
  kink: ([x]) => (x as Tensor).data.includes(0),
};

export const elementFunctions = [
  ...fromRows,
  cosine,
  squareRoot,
  absolute,
  rounded('floor', 'floor'),
  rounded('ceil', 'ceil'),
  leakyRelu,
  below,
  isBelow,
  leakySlope,
  reluSlope,
  sign,
];
