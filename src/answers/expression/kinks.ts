import { gathered, halfway, ladders, type Place, type Points } from './points.ts';
import { type Program, run } from './program.ts';
import type { Values } from './rounding.ts';
import type { ExpressionSymbol } from './symbols.ts';

/**
 * Points on both sides of the kinks of formulas: where abs, max and their like turn, steps jump, and roots and logarithms
 * begin. They are looked for along one symbol after another over many magnitudes, and between two points on different
 * sides by halving. What was found close to one kink is searched for others, so that narrow bumps are met as well.
 */

/** The step of a program that has a kink. */
interface Kink {
  readonly program: Program;
  readonly step: number;
}

/** Points in a row, so that the kinks between neighbours can be seen. */
type Row = Points;

type Pair = readonly [Place, Place];

/** The points from which the search starts, most of moderate numbers. */
const STARTS = [0, 2, 5, 1, 7, 10];
const MOST_KINKS = 24;
const PAIRS_OF_A_KINK = 8;
const ROUNDS = 26;
/** After these rounds the two ends are points to compare at. */
const KEPT = new Set([0, 2, 4, 7, 10, 13, 16, 19, 22, 25]);
/** What was found close to one kink is searched for others so many times. */
const PASSES = 3;

/** @param effort how many operations of two numbers this may take */
export function kinkPoints(
  programs: readonly Program[],
  symbols: readonly ExpressionSymbol[],
  base: Points,
  effort: number,
): Points | null {
  const kinks = programs
    .flatMap(program => program.steps.flatMap(({ side }, step) => (side ? [{ program, step }] : [])))
    .slice(0, MOST_KINKS);
  if (kinks.length === 0) return null;
  const cost = programs.reduce((sum, program) => sum + program.cost, 0);
  const mostPairs = Math.floor(effort / (2 * PASSES * ROUNDS * cost));
  const used = usedSymbols(programs);
  let rows: readonly Row[] = fitting(ladders(symbols, base, STARTS, used), effort / (4 * cost));
  const open = new Set(kinks);
  const places: Place[] = [];
  for (let pass = 0; pass < PASSES && rows.length > 0; pass++) {
    const pairs = pairsIn(rows, pass === 0 ? [base] : [], open, programs, mostPairs);
    const chains = halved(pairs, symbols);
    places.push(...chains.flat());
    rows = chains.map(chain => gathered(symbols, chain));
  }
  return places.length === 0 ? null : gathered(symbols, places);
}

function usedSymbols(programs: readonly Program[]): ReadonlySet<number> {
  return new Set(programs.flatMap(({ steps }) => steps.flatMap(({ symbol }) => symbol ?? [])));
}

function fitting(rows: readonly Row[], most: number): Row[] {
  let left = most;
  return rows.filter(({ count }) => {
    left -= count;
    return left >= 0;
  });
}

interface Found {
  readonly kink: Kink;
  readonly pair: Pair;
}

/** Pairs on different sides of each kink; a kink for which there is one is looked for no more. */
function pairsIn(
  rows: readonly Row[],
  loose: readonly Points[],
  open: Set<Kink>,
  programs: readonly Program[],
  most: number,
): Found[] {
  const found = new Map<Kink, Pair[]>();
  const note = (kink: Kink, pair: Pair): void => {
    const pairs = found.get(kink) ?? [];
    if (pairs.length < PAIRS_OF_A_KINK) found.set(kink, [...pairs, pair]);
  };
  const search = (points: Points, isRow: boolean): void => {
    const done = new Map(programs.map(program => [program, run(program, points)]));
    for (const kink of open) {
      // Points in no order serve only where no row crosses the kink.
      if (!isRow && found.has(kink)) continue;
      const side = sideOf(kink, done.get(kink.program) as readonly Values[]);
      let before = side(0);
      for (let point = 1; point < points.count; point++) {
        const here = side(point);
        if (here !== before)
          note(kink, [
            { points, point: point - 1 },
            { points, point },
          ]);
        before = here;
      }
    }
  };
  for (const row of rows) search(row, true);
  for (const points of loose) search(points, false);
  for (const kink of found.keys()) open.delete(kink);
  return [...found].flatMap(([kink, pairs]) => pairs.map(pair => ({ kink, pair }))).slice(0, most);
}

function sideOf({ program, step }: Kink, done: readonly Values[]): (point: number) => number {
  const { args, side } = program.steps[step] as Program['steps'][number];
  const inputs = args.map(i => done[i] as Values);
  const own = done[step] as Values;
  return point => side?.(inputs, own, point) ?? 0;
}

/** The ends between which each kink was found, ever closer, from the first to the second. */
function halved(found: readonly Found[], symbols: readonly ExpressionSymbol[]): Place[][] {
  if (found.length === 0) return [];
  const ends = found.map(({ pair }): [Place, Place] => [...pair]);
  const chains = ends.map(([a, b]): [Place[], Place[]] => [[a], [b]]);
  const programs = [...new Set(found.map(({ kink }) => kink.program))];
  for (let round = 0; round < ROUNDS; round++) {
    const middles = halfway(symbols, ends);
    // The first ends lie in the same set, so that their sides are known where those of the middles are.
    const firsts = gathered(
      symbols,
      ends.map(([a]) => a),
    );
    const at = new Map(programs.map(program => [program, [run(program, middles), run(program, firsts)] as const]));
    found.forEach(({ kink }, i) => {
      const [middle, first] = at.get(kink.program) as readonly [readonly Values[], readonly Values[]];
      const isBefore = sideOf(kink, middle)(i) === sideOf(kink, first)(i);
      const pair = ends[i] as [Place, Place];
      pair[isBefore ? 0 : 1] = { points: middles, point: i };
      if (!KEPT.has(round)) return;
      chains[i]?.[0].push(pair[0]);
      chains[i]?.[1].push(pair[1]);
    });
  }
  return chains.map(([before, behind]) => [...before, ...behind.reverse()]);
}
