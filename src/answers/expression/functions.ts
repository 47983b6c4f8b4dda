import { erf } from '../../compute/special.ts';
import { EPSILON, missing, put, rootRounding, rounded, unknown, type Values } from './rounding.ts';

/** Functions of one number, with what rounding does to them. */

/** Takes x ± e. */
export type Unary = (x: number, e: number, to: Values, at: number) => void;

/** A few units in the last place: what the functions of the machine are off by, at most. */
const ULPS = 4;

interface Rising {
  /** Where the function begins to exist. */
  readonly from?: number;
  /** Not at that place itself. */
  readonly open?: boolean;
  readonly rounding?: (x: number, y: number) => number;
}

/** A function that never falls: its values at both ends of the interval are its bounds. */
function rising(f: (x: number) => number, { from = -Infinity, open = false, rounding }: Rising = {}): Unary {
  const exists = (x: number): boolean => (open ? x > from : x >= from);
  return (x, e, to, at) => {
    const y = f(x);
    // A bound below the last place of x would vanish beside it.
    const reach = Math.max(e, Math.abs(x) * EPSILON);
    if (!exists(x + e)) missing(to, at);
    else if (!exists(x - e)) unknown(to, at);
    else {
      const spread = e === 0 ? 0 : Math.max(f(x + reach) - y, y - f(x - reach));
      put(to, at, y, spread + (rounding ? rounding(x, y) : rounded(y, ULPS)));
    }
  };
}

/** A number this close to a whole one, and not whole itself, may be meant as that: the compute engine takes it so. */
const ALMOST = 8 * EPSILON;

function stepped(f: Unary): Unary {
  return (x, e, to, at) => {
    const away = Math.abs(x - Math.round(x));
    const reach = ALMOST * Math.max(1, Math.abs(x));
    f(x, away > 0 && away <= reach ? Math.max(e, reach) : e, to, at);
  };
}

/** A function whose slope is nowhere steeper than `steepest`. */
function gentle(f: (x: number) => number, steepest: number, rounding: (x: number, y: number) => number): Unary {
  return (x, e, to, at) => {
    const y = f(x);
    put(to, at, y, steepest * e + rounding(x, y));
  };
}

const exact = (): number => 0;
const few = (_: number, y: number): number => rounded(y, ULPS);

const sigmoid = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const gelu = (x: number): number => (x * (1 + erf(x / Math.SQRT2))) / 2;
/** As NumPy and PyTorch round: 2.5 is 2. */
function toEven(x: number): number {
  const below = Math.floor(x);
  return x - below === 0.5 ? below + (below % 2 === 0 ? 0 : 1) : Math.round(x);
}

/** Of a power of the base the logarithm is whole, and exactly so. */
const wholeLogarithm =
  (base: number) =>
  (x: number, y: number): number =>
    Number.isInteger(y) && Math.abs(y) <= 15 && base ** y === x ? 0 : rounded(y, ULPS);

export const FUNCTIONS: Readonly<Record<string, Unary>> = {
  sqrt: rising(Math.sqrt, { from: 0, rounding: rootRounding }),
  exp: rising(Math.exp),
  ln: rising(Math.log, { from: 0, open: true }),
  log2: rising(Math.log2, { from: 0, open: true, rounding: wholeLogarithm(2) }),
  log10: rising(Math.log10, { from: 0, open: true, rounding: wholeLogarithm(10) }),
  abs: gentle(Math.abs, 1, exact),
  sign: rising(Math.sign, { rounding: exact }),
  floor: stepped(rising(Math.floor, { rounding: exact })),
  ceil: stepped(rising(Math.ceil, { rounding: exact })),
  round: rising(toEven, { rounding: exact }),
  sin: gentle(Math.sin, 1, few),
  cos: gentle(Math.cos, 1, few),
  tanh: rising(Math.tanh),
  sigmoid: rising(sigmoid),
  relu: rising(x => Math.max(0, x), { rounding: exact }),
  softplus: rising(softplus),
  erf: rising(erf, { rounding: (_, y) => rounded(y, 64) }),
  silu: gentle(
    x => x * sigmoid(x),
    1.1,
    (_, y) => rounded(y, 2 * ULPS),
  ),
  // For negative numbers 1 + erf(x/√2) loses its digits.
  gelu: gentle(gelu, 1.13, x => Math.abs(x) * 64 * EPSILON),
};
