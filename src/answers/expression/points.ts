import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { sizeOf } from '../../compute/tensor.ts';
import { type Drawn, isWhole, type Random, regionOf, type Spread } from './domains.ts';
import type { ExpressionSymbol } from './symbols.ts';

/** The points at which formulas are compared. They follow from the symbols alone, so that every marking is alike. */

export interface Points {
  readonly count: number;
  /** For each symbol its numbers at the first point, then at the second … */
  readonly of: readonly Float64Array[];
}

const SEED = 20_346;
const NUDGE = 0.001_237;
/** What the points are, over and over. */
const SPREADS: readonly Spread[] = ['moderate', 'wide', 'moderate', 'wide', 'small', 'moderate', 'wide', 'moderate'];

function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return () => ((generator.next() >>> 0) + 0.5) / 2 ** 32;
}

export function pointsOf(symbols: readonly ExpressionSymbol[], count: number): Points {
  const of = symbols.map((symbol, k) => {
    const random = randomFrom(SEED + k);
    const size = sizeOf(symbol.shape);
    if (symbol.domain === 'identity') return identities(symbol.shape[0] ?? 1, count);
    const { draw } = regionOf(symbol.domain);
    return Float64Array.from({ length: count * size }, (_, i) => {
      return draw(random, SPREADS[Math.floor(i / size) % SPREADS.length] as Spread);
    });
  });
  return { count, of };
}

function identities(side: number, count: number): Float64Array {
  return Float64Array.from({ length: count * side * side }, (_, i) => Number((i % (side * side)) % (side + 1) === 0));
}

/** From some points on, in the direction of one symbol after another: its numbers take every size, the others stay. */
export function ladders(
  symbols: readonly ExpressionSymbol[],
  base: Points,
  from: readonly number[],
  used: ReadonlySet<number>,
): Points[] {
  return from.flatMap(point =>
    symbols.flatMap(({ shape, domain }, k) =>
      used.has(k) && domain !== 'identity' ? [ladder(symbols, k, base, point, { shape, domain })] : [],
    ),
  );
}

function ladder(
  symbols: readonly ExpressionSymbol[],
  k: number,
  base: Points,
  point: number,
  { shape, domain }: { readonly shape: readonly number[]; readonly domain: Drawn },
): Points {
  const { ladder: rungs } = regionOf(domain);
  const size = sizeOf(shape);
  const of = symbols.map((symbol, i) => {
    const numbers = numbersAt(base, symbols, i, point);
    const rows = rungs.map(rung =>
      i !== k ? numbers : shape.length === 0 ? [rung] : stretched(numbers, rung, symbol),
    );
    return Float64Array.from({ length: rungs.length * (i === k ? size : numbers.length) }, (_, at) => {
      const row = rows[Math.floor(at / numbers.length)] as ArrayLike<number>;
      return row[at % numbers.length] as number;
    });
  });
  return { count: rungs.length, of };
}

/** A matrix grows as a whole, where its domain allows that; else all its numbers become one. */
function stretched(numbers: Float64Array, rung: number, { domain }: ExpressionSymbol): ArrayLike<number> {
  return domain === 'real' || domain === 'nonzero' ? numbers.map(x => x * rung) : numbers.map(() => rung);
}

function numbersAt(points: Points, symbols: readonly ExpressionSymbol[], symbol: number, point: number): Float64Array {
  const size = sizeOf((symbols[symbol] as ExpressionSymbol).shape);
  return (points.of[symbol] as Float64Array).subarray(point * size, (point + 1) * size);
}

/** A place among several sets of points. */
export interface Place {
  readonly points: Points;
  readonly point: number;
}

/** Halfway between two points, for each pair of them; whole numbers stay whole. */
export function halfway(symbols: readonly ExpressionSymbol[], pairs: readonly (readonly [Place, Place])[]): Points {
  const of = symbols.map(({ shape, domain }, k) => {
    const size = sizeOf(shape);
    const found = new Float64Array(pairs.length * size);
    pairs.forEach(([a, b], i) => {
      const [x, y] = [numbersAt(a.points, symbols, k, a.point), numbersAt(b.points, symbols, k, b.point)];
      for (let j = 0; j < size; j++) {
        const middle = between(x[j] as number, y[j] as number);
        found[i * size + j] = isWhole(domain) ? Math.round(middle) : middle;
      }
    });
    return found;
  });
  return { count: pairs.length, of };
}

/** No special number: the middle of −1 and 1 would be 0. */
const MIDDLE = 0.4837;
/** Numbers of one sign that differ by more than this factor are far apart in size. */
const FAR = 16;

/** About halfway; between numbers of different sizes, halfway between their sizes. */
function between(x: number, y: number): number {
  if (x * y > 0 && (x / y > FAR || y / x > FAR)) {
    return Math.sign(x) * Math.abs(x) ** (1 - MIDDLE) * Math.abs(y) ** MIDDLE;
  }
  return x + (y - x) * MIDDLE;
}

/** Points a little aside, where whole numbers are whole no more. */
export function nudged(symbols: readonly ExpressionSymbol[], points: Points): Points {
  const of = symbols.map(({ domain }, k) => {
    const numbers = points.of[k] as Float64Array;
    return isWhole(domain) ? numbers.map(x => x + NUDGE) : numbers;
  });
  return { count: points.count, of };
}

/** Some points out of several sets, as one set. */
export function gathered(symbols: readonly ExpressionSymbol[], places: readonly Place[]): Points {
  const of = symbols.map(({ shape }, k) => {
    const size = sizeOf(shape);
    const found = new Float64Array(places.length * size);
    places.forEach(({ points, point }, i) => {
      found.set(numbersAt(points, symbols, k, point), i * size);
    });
    return found;
  });
  return { count: places.length, of };
}
