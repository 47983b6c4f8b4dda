import {
  kept,
  missing,
  productRounding,
  put,
  quotientRounding,
  rounded,
  sumRounding,
  unknown,
  type Values,
} from './rounding.ts';

/** Operations of two numbers, with what rounding does to them. */

/** Takes a ± ea and b ± eb. */
export type Binary = (a: number, ea: number, b: number, eb: number, to: Values, at: number) => void;

const add: Binary = (a, ea, b, eb, to, at) => {
  const sum = a + b;
  put(to, at, sum, ea + eb + sumRounding(a, b, sum));
};

const subtract: Binary = (a, ea, b, eb, to, at) => add(a, ea, -b, eb, to, at);

export const multiply: Binary = (a, ea, b, eb, to, at) => {
  const product = a * b;
  put(to, at, product, productSpread(a, ea, b, eb) + productRounding(a, b, product));
};

/** How far (a ± ea)(b ± eb) lies from a b. */
export function productSpread(a: number, ea: number, b: number, eb: number): number {
  // An exact 0 stays one, whatever it is multiplied by.
  if ((ea === 0 && (eb === 0 || a === 0)) || (eb === 0 && b === 0)) return 0;
  return kept(Math.abs(a) * eb + Math.abs(b) * ea + ea * eb);
}

export const divide: Binary = (a, ea, b, eb, to, at) => {
  const room = Math.abs(b) - eb;
  if (b === 0 && eb === 0) missing(to, at);
  else if (room <= 0) unknown(to, at);
  else {
    const quotient = a / b;
    const isExact = ea === 0 && (eb === 0 || a === 0);
    const spread = isExact ? 0 : kept((ea + Math.abs(quotient) * eb) / room);
    put(to, at, quotient, spread + quotientRounding(a, b, quotient));
  }
};

/** The larger or smaller of two moves no further than they do. */
const maximum: Binary = (a, ea, b, eb, to, at) => put(to, at, Math.max(a, b), Math.max(ea, eb));
const minimum: Binary = (a, ea, b, eb, to, at) => put(to, at, Math.min(a, b), Math.max(ea, eb));

/** Powers of up to so many factors are multiplied out, as then those of whole numbers are exact. */
const MOST_FACTORS = 64;

const raise: Binary = (a, ea, b, eb, to, at) => {
  const isZero = a === 0 && ea === 0;
  // A negative number has powers of whole exponents alone.
  const isBroken = Math.ceil(b - eb) > Math.floor(b + eb);
  if (eb === 0 && Number.isInteger(b)) wholePower(a, ea, b, to, at);
  else if (isZero && b - eb > 0) put(to, at, 0, 0);
  else if ((a + ea < 0 && isBroken) || (isZero && b + eb < 0)) missing(to, at);
  else if (a - ea <= 0) unknown(to, at);
  else {
    const power = a ** b;
    const drift = Math.abs(b) * -Math.log1p(-ea / a) + eb * (Math.abs(Math.log(a)) + 1);
    put(to, at, power, power * Math.expm1(drift) * 1.01 + rounded(power, 4));
  }
};

function wholePower(a: number, ea: number, exponent: number, to: Values, at: number): void {
  const times = Math.abs(exponent);
  const plain = multiplied(a, times);
  const isExact =
    ea === 0 && Number.isInteger(a) && Math.abs(plain) <= Number.MAX_SAFE_INTEGER && times <= MOST_FACTORS;
  const spread = ea === 0 ? 0 : times * ea * (Math.abs(a) + ea) ** Math.max(0, times - 1);
  const error = spread + (isExact ? 0 : rounded(plain, times <= MOST_FACTORS ? times : 4));
  if (exponent >= 0) put(to, at, plain, error);
  else if (a === 0 && ea === 0) missing(to, at);
  else if (Math.abs(a) <= ea) unknown(to, at);
  else divide(1, 0, plain, error, to, at);
}

function multiplied(a: number, times: number): number {
  if (times > MOST_FACTORS) return a ** times;
  let product = 1;
  for (let i = 0; i < times; i++) product *= a;
  return product;
}

export const OPERATIONS: Readonly<Record<string, Binary>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '.*': multiply,
  '/': divide,
  './': divide,
  '^': raise,
  '.^': raise,
  max: maximum,
  min: minimum,
};
