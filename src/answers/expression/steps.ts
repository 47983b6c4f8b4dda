import { type Binary, divide, OPERATIONS } from './arithmetic.ts';
import type { Unary } from './functions.ts';
import { inverse } from './inverse.ts';
import { dot, type Slice, softmax, spoilt } from './reductions.ts';
import { missing, put, unknown, type Values } from './rounding.ts';

/** The steps that the value of a formula is computed in, each at all points at once. */

export interface Step {
  /** Numbers at each point. */
  readonly size: number;
  /** Which earlier steps it rests on. */
  readonly args: readonly number[];
  /** Of a symbol: which one. Its values are those of the points. */
  readonly symbol?: number;
  /** How long it takes at each point, in operations of two numbers. */
  readonly cost: number;
  readonly run: (args: readonly Values[], count: number, to: Values) => void;
  /** Which side of its kinks each point lies on; equal numbers for equal sides. */
  readonly side?: (args: readonly Values[], to: Values, point: number) => number;
}

/** What a step is made of: where a value comes from, and how many numbers it has at each point. */
export interface Source {
  readonly index: number;
  readonly size: number;
}

const isSpoilt = (to: Values, at: number, x: number, ex: number, y: number, ey: number): boolean => {
  if (!(Number.isNaN(x) || Number.isNaN(y))) return false;
  if ((Number.isNaN(x) && ex === 0) || (Number.isNaN(y) && ey === 0)) missing(to, at);
  else unknown(to, at);
  return true;
};

const NOTHING = 9;
const signOf = (x: number): number => (Number.isNaN(x) ? NOTHING : Math.sign(x));
const mixed = (hash: number, side: number): number => (Math.imul(hash, 31) + side) | 0;

/** Element by element; a single number goes with every element. */
export function paired(f: Binary, a: Source, b: Source, kinked = false): Step {
  const size = Math.max(a.size, b.size);
  const place = (of: Source, point: number, i: number): number => (of.size === 1 ? point : point * size + i);
  const run: Step['run'] = ([first, second], count, to) => {
    const [p, q] = [first as Values, second as Values];
    for (let point = 0; point < count; point++) {
      for (let i = 0; i < size; i++) {
        const [j, k] = [place(a, point, i), place(b, point, i)];
        const [x, ex] = [p.value[j] as number, p.error[j] as number];
        const [y, ey] = [q.value[k] as number, q.error[k] as number];
        if (!isSpoilt(to, point * size + i, x, ex, y, ey)) f(x, ex, y, ey, to, point * size + i);
      }
    }
  };
  const step = { size, args: [a.index, b.index], cost: size, run };
  if (!kinked) return step;
  const side: Step['side'] = ([first, second], _, point) => {
    let hash = 0;
    for (let i = 0; i < size; i++) {
      const x = (first as Values).value[place(a, point, i)] as number;
      hash = mixed(hash, signOf(x - ((second as Values).value[place(b, point, i)] as number)));
    }
    return hash;
  };
  return { ...step, side };
}

export function mapped(f: Unary, x: Source): Step {
  const run: Step['run'] = ([first], count, to) => {
    const { value, error } = first as Values;
    for (let at = 0; at < count * x.size; at++) {
      const [v, e] = [value[at] as number, error[at] as number];
      if (!isSpoilt(to, at, v, e, v, e)) f(v, e, to, at);
    }
  };
  return { size: x.size, args: [x.index], cost: 2 * x.size, run };
}

/** With the kinks of a function where its argument changes its sign. */
export function kinkedAtZero(step: Step): Step {
  return { ...step, side: ([first], _, point) => sides(first as Values, step.size, point) };
}

/** With the kinks of a function that jumps. */
export function kinkedAtJumps(step: Step): Step {
  return {
    ...step,
    side: (_, to, point) => {
      let hash = 0;
      for (let i = 0; i < step.size; i++) hash = mixed(hash, (to.value[point * step.size + i] as number) || 0);
      return hash;
    },
  };
}

function sides({ value }: Values, size: number, point: number): number {
  let hash = 0;
  for (let i = 0; i < size; i++) hash = mixed(hash, signOf(value[point * size + i] as number));
  return hash;
}

export function negated(x: Source): Step {
  return mapped((v, e, to, at) => put(to, at, -v, e), x);
}

export function percent(x: Source): Step {
  return mapped((v, e, to, at) => divide(v, e, 100, 0, to, at), x);
}

/** From a whole matrix to one number. */
export function reduced(f: (slice: Slice, to: Values, at: number) => void, x: Source): Step {
  const run: Step['run'] = ([first], count, to) => {
    for (let point = 0; point < count; point++) {
      const slice = { of: first as Values, start: point * x.size, size: x.size };
      if (!spoilt([slice], to, point)) f(slice, to, point);
    }
  };
  return { size: 1, args: [x.index], cost: x.size, run };
}

/** The numbers of a matrix in another order. */
export function rearranged(x: Source, from: readonly number[]): Step {
  const size = from.length;
  const run: Step['run'] = ([first], count, to) => {
    const { value, error } = first as Values;
    for (let point = 0; point < count; point++) {
      from.forEach((i, at) => {
        to.value[point * size + at] = value[point * x.size + i] as number;
        to.error[point * size + at] = error[point * x.size + i] as number;
      });
    }
  };
  return { size, args: [x.index], cost: size, run };
}

/** Single numbers side by side. */
export function collected(cells: readonly Source[]): Step {
  const size = cells.length;
  const run: Step['run'] = (args, count, to) => {
    args.forEach(({ value, error }, i) => {
      for (let point = 0; point < count; point++) {
        to.value[point * size + i] = value[point] as number;
        to.error[point * size + i] = error[point] as number;
      }
    });
  };
  return { size, args: cells.map(({ index }) => index), cost: size, run };
}

/** (m × k)(k × n) */
export function product(a: Source, b: Source, m: number, k: number, n: number): Step {
  const run: Step['run'] = ([first, second], count, to) => {
    for (let point = 0; point < count; point++) {
      for (let i = 0; i < m; i++) {
        const row = { of: first as Values, start: point * a.size + i * k, size: k };
        for (let j = 0; j < n; j++) {
          const column = { of: second as Values, start: point * b.size + j, size: k };
          dot(row, 1, column, n, k, to, point * m * n + i * n + j);
        }
      }
    }
  };
  return { size: m * n, args: [a.index, b.index], cost: m * k * n, run };
}

export function inverted(a: Source, n: number): Step {
  const run: Step['run'] = ([first], count, to) => {
    for (let point = 0; point < count; point++) {
      const slice = { of: first as Values, start: point * a.size, size: a.size };
      if (spoilt([slice], to, point * a.size)) copyFirst(to, point * a.size, a.size);
      else inverse(slice, n, to);
    }
  };
  return { size: a.size, args: [a.index], cost: 4 * n ** 3, run };
}

/** Along columns of a single column, and else along rows. */
export function shares(x: Source, rows: number, columns: number): Step {
  const [lines, count] = columns === 1 ? [1, rows] : [rows, columns];
  const run: Step['run'] = ([first], points, to) => {
    for (let line = 0; line < points * lines; line++) {
      const slice = { of: first as Values, start: line * count, size: count };
      if (spoilt([slice], to, line * count)) copyFirst(to, line * count, count);
      else softmax(slice, count, 1, to);
    }
  };
  return { size: x.size, args: [x.index], cost: 4 * x.size, run };
}

function copyFirst({ value, error }: Values, start: number, count: number): void {
  value.fill(value[start] as number, start, start + count);
  error.fill(error[start] as number, start, start + count);
}

export function fixed(size: number, value: number, rounding: number): Step {
  const run: Step['run'] = (_, count, to) => {
    to.value.fill(value, 0, count * size);
    to.error.fill(rounding, 0, count * size);
  };
  return { size, args: [], cost: size, run };
}

export const operation = (operator: string, a: Source, b: Source): Step =>
  paired(OPERATIONS[operator] as Binary, a, b, operator === 'max' || operator === 'min');
