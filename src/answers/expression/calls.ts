import type { CallFormula } from '../../language/expression.ts';
import { type Binary, divide, multiply } from './arithmetic.ts';
import type { Builder } from './builder.ts';
import { FUNCTIONS } from './functions.ts';
import { extreme, logSumExp, sum } from './reductions.ts';
import { put, rounded } from './rounding.ts';
import {
  fixed,
  inverted,
  kinkedAtJumps,
  kinkedAtZero,
  mapped,
  operation,
  paired,
  reduced,
  type Source,
  shares,
} from './steps.ts';

/** The steps of each function. */

/** Where an argument of 0, or below, makes a difference. */
const KINKED = new Set(['sqrt', 'ln', 'log2', 'log10', 'abs', 'sign', 'relu']);
const JUMPING = new Set(['floor', 'ceil', 'round']);

/** A kink at 0: a slope on the left that is the second argument. */
const leakyRelu: Binary = (x, ex, slope, es, to, at) => {
  const value = x > 0 ? x : slope * x;
  const steepest = Math.max(1, Math.abs(slope) + es);
  put(to, at, value, steepest * ex + (x > 0 ? 0 : Math.abs(x) * es + rounded(value)));
};

const elu: Binary = (x, ex, alpha, ea, to, at) => {
  const rise = Math.expm1(Math.min(x, 0));
  const value = x > 0 ? x : alpha * rise;
  const steepest = Math.max(1, Math.abs(alpha) + ea);
  put(to, at, value, steepest * ex + (x > 0 ? 0 : Math.abs(rise) * ea + rounded(value, 8)));
};

type Make = (args: readonly Source[], call: CallFormula, builder: Builder) => Source;

const ROWS: Readonly<Record<string, Make>> = {
  log: ([x, base], _, builder) => {
    const [above, below] = [applied('ln', x as Source, builder), applied('ln', base as Source, builder)];
    return builder.add(paired(divide, above, below));
  },
  max: pick('max', Math.max),
  min: pick('min', Math.min),
  clip: ([x, low, high], _, builder) =>
    builder.add(operation('min', builder.add(operation('max', x as Source, low as Source)), high as Source)),
  leaky_relu: ([x, slope], _, builder) =>
    builder.add(kinkedAtZero(paired(leakyRelu, x as Source, slope ?? builder.add(fixed(1, 0.01, rounded(0.01)))))),
  elu: ([x, alpha], _, builder) =>
    builder.add(kinkedAtZero(paired(elu, x as Source, alpha ?? builder.add(fixed(1, 1, 0))))),
  sum: ([x], _, builder) => builder.add(reduced(sum, x as Source)),
  mean: ([x], _, builder) => mean(x as Source, builder),
  var: ([x], _, builder) => variance(x as Source, builder),
  std: ([x], _, builder) => applied('sqrt', variance(x as Source, builder), builder),
  norm: ([x, order], _, builder) =>
    order
      ? builder.add(reduced(sum, applied('abs', x as Source, builder)))
      : applied('sqrt', builder.add(reduced(sum, squared(x as Source, builder))), builder),
  logsumexp: ([x], _, builder) => builder.add(reduced(logSumExp, x as Source)),
  softmax: ([x], { shape: [rows = 1, columns = 1] }, builder) => builder.add(shares(x as Source, rows, columns)),
  inverse: ([a], { shape: [side = 1] }, builder) => builder.add(inverted(a as Source, side)),
  outer: ([a, b], _, builder) =>
    builder.product(a as Source, b as Source, [(a as Source).size, 1], [1, (b as Source).size]),
  ones: (_, { shape }, builder) =>
    builder.add(
      fixed(
        shape.reduce((size, side) => size * side, 1),
        1,
        0,
      ),
    ),
};

export function functionSteps(call: CallFormula, builder: Builder): Source {
  const args = call.args.map(arg => builder.of(arg));
  const row = ROWS[call.callee];
  return row ? row(args, call, builder) : applied(call.callee, args[0] as Source, builder);
}

function applied(name: string, x: Source, builder: Builder): Source {
  const f = FUNCTIONS[name];
  if (!f) throw new Error(`no function is called ${name}`);
  const step = mapped(f, x);
  return builder.add(KINKED.has(name) ? kinkedAtZero(step) : JUMPING.has(name) ? kinkedAtJumps(step) : step);
}

function pick(name: 'max' | 'min', f: (a: number, b: number) => number): Make {
  return ([a, b], _, builder) => builder.add(b ? operation(name, a as Source, b) : reduced(extreme(f), a as Source));
}

const squared = (x: Source, builder: Builder): Source => builder.add(paired(multiply, x, x));

function mean(x: Source, builder: Builder): Source {
  return builder.add(paired(divide, builder.add(reduced(sum, x)), builder.add(fixed(1, x.size, 0))));
}

function variance(x: Source, builder: Builder): Source {
  return mean(squared(builder.add(operation('-', x, mean(x, builder))), builder), builder);
}
