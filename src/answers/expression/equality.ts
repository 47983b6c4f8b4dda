import { sameShape } from '../../compute/node.ts';
import { sizeOf } from '../../compute/tensor.ts';
import { isWhole } from './domains.ts';
import { kinkPoints } from './kinks.ts';
import { nudged, type Points, pointsOf } from './points.ts';
import { type Program, run } from './program.ts';
import type { Values } from './rounding.ts';
import type { ExpressionSymbol } from './symbols.ts';

/**
 * Whether two formulas are one function, by their values at points of the declared domains.
 *
 * A point tells two formulas apart where their values differ by more than a billionth and by more than rounding can have
 * moved them; one such point is enough. It speaks for them where both values are known to a billionth and agree. It says
 * nothing where a value left the range of doubles, or lost its digits. Formulas are equal where no point tells them apart
 * and enough points speak for them, for each element of a matrix.
 *
 * Where one has a value and the other has none, they are two functions as well. No point of a continuous domain is a
 * special number such as 0 or 1, so a gap at a single number, as that of x/x at 0, is never met; where it would be, because
 * a symbol is a whole number, a gap that closes right beside it says nothing.
 */
export type Verdict =
  | 'equal'
  | 'different'
  /** They agree where both have a value, but one has a value where the other has none. */
  | 'gap'
  | 'unclear';

const TOLERANCE = 1e-9;
const MOST_POINTS = 256;
const FEWEST_POINTS = 12;
/** Points that speak for two formulas: so many at least, and this share of those where the first one is well known. */
const ENOUGH = 6;
const ENOUGH_SHARE = 0.6;

/** What drawing a number costs, in operations of two. */
const DRAWING = 8;
/** What one comparison may take, in operations of two numbers. */
const EFFORT = 600_000;
const KINK_EFFORT = 400_000;
/** More than this a formula may not take at a point. */
export const MOST_COST = EFFORT / (2 * FEWEST_POINTS);

/** A formula with its values, to be compared with others at the same points. */
export interface Comparable {
  readonly program: Program;
  readonly points: Points;
  readonly values: Values;
}

/** Points for formulas of which the longest takes `cost` at each. */
export function pointsFor(symbols: readonly ExpressionSymbol[], cost: number): Points {
  // To draw a number takes as long as to compute with some.
  const drawn = DRAWING * symbols.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const count = Math.floor(EFFORT / (2 * Math.max(1, cost, drawn)));
  return pointsOf(symbols, Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, count)));
}

export function comparable(program: Program, points: Points): Comparable {
  return { program, points, values: resultOf(program, points) };
}

function resultOf(program: Program, points: Points): Values {
  return run(program, points)[program.result] as Values;
}

/** `a` and `b` are taken at the same points. */
export function compare(a: Comparable, b: Comparable, symbols: readonly ExpressionSymbol[]): Verdict {
  if (!sameShape(a.program.shape, b.program.shape)) return 'different';
  const here = verdictAt(a, b, symbols);
  if (here !== 'equal') return here;
  const programs = [a.program, b.program] as const;
  const close = kinkPoints(programs, symbols, a.points, KINK_EFFORT);
  if (!close) return 'equal';
  const there = verdictAt(comparable(programs[0], close), comparable(programs[1], close), symbols);
  // Close to a kink few points speak for anything.
  return there === 'unclear' ? 'equal' : there;
}

function verdictAt(a: Comparable, b: Comparable, symbols: readonly ExpressionSymbol[]): Verdict {
  const { isApart, gaps, isEnough } = tally(a.values, b.values, a.points.count);
  if (isApart) return 'different';
  if (gaps.length > 0 && staysOpen(gaps, a, b, symbols)) return 'gap';
  return isEnough ? 'equal' : 'unclear';
}

interface Tally {
  /** At some point the values differ. */
  readonly isApart: boolean;
  /** Points at which one has a value and the other has none. */
  readonly gaps: readonly number[];
  readonly isEnough: boolean;
}

type Witness = 'apart' | 'gap' | 'alike' | 'nothing';

function tally(a: Values, b: Values, count: number): Tally {
  const size = a.value.length / Math.max(1, count);
  const gaps = new Set<number>();
  let isEnough = true;
  for (let i = 0; i < size; i++) {
    let [alike, known] = [0, 0];
    for (let point = 0; point < count; point++) {
      const at = point * size + i;
      if (isSharp(a, at)) known++;
      const witness = witnessAt(a, b, at);
      if (witness === 'apart') return { isApart: true, gaps: [], isEnough: false };
      if (witness === 'gap') gaps.add(point);
      if (witness === 'alike') alike++;
    }
    isEnough &&= alike >= ENOUGH && alike >= ENOUGH_SHARE * known;
  }
  return { isApart: false, gaps: [...gaps], isEnough };
}

/** Known to a billionth. */
function isSharp({ value, error }: Values, at: number): boolean {
  return (error[at] as number) <= TOLERANCE * Math.abs(value[at] as number);
}

function witnessAt(a: Values, b: Values, at: number): Witness {
  const [x, y] = [a.value[at] as number, b.value[at] as number];
  const [ex, ey] = [a.error[at] as number, b.error[at] as number];
  if (Number.isNaN(x) || Number.isNaN(y)) {
    const isOpen = Number.isFinite(ex) && Number.isFinite(ey) && Number.isNaN(x) !== Number.isNaN(y);
    return isOpen ? 'gap' : 'nothing';
  }
  const distance = Math.abs(x - y);
  const scale = TOLERANCE * Math.max(Math.abs(x), Math.abs(y));
  // The bounds are themselves rounded.
  if (distance > scale + 2 * (ex + ey)) return 'apart';
  // Of a difference that should be 0, cancellation leaves nothing but its rounding.
  if (x === 0 && ex === 0) return ey <= TOLERANCE ? 'alike' : 'nothing';
  return ex + ey <= scale ? 'alike' : 'nothing';
}

/** Whether at some gap, a little aside where a whole number is whole no more, still only one of the two has a value. */
function staysOpen(
  gaps: readonly number[],
  a: Comparable,
  b: Comparable,
  symbols: readonly ExpressionSymbol[],
): boolean {
  if (!symbols.some(({ domain }) => isWhole(domain))) return true;
  const aside = nudged(symbols, a.points);
  const [x, y] = [resultOf(a.program, aside), resultOf(b.program, aside)];
  const size = sizeOf(a.program.shape);
  return gaps.some(point =>
    Array.from({ length: size }, (_, i) => point * size + i).some(at => witnessAt(x, y, at) === 'gap'),
  );
}
