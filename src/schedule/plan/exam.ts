/** The score of an exam, and the ranges that a number of possible students leave. */

import { type Arithmetic, arithmetic } from './arithmetic.ts';
import { type Chance, chance } from './chance.ts';
import type { Particle } from './posterior.ts';
import { type Card, type Course, knownOn } from './simulate.ts';
import type { CurvePoint, PlanInput, Range } from './types.ts';

/** Exams drawn for each possible student. */
const EXAMS = 8;

/** 5 in 100 lie below the low end of an interval, and as many above the high one. */
const TAIL = 0.05;

const PURPOSE = 4;

interface Sitting extends Pick<Course, 'cards' | 'posterior'> {
  readonly input: Pick<PlanInput, 'examCredits' | 'seed'>;
}

/** Scores of student `k` as the cards stand on that day: drawn exams, each question answered or not as chance has it. */
export function drawScores({ cards, posterior, input }: Sitting, k: number, day: number): readonly number[] {
  const particle = posterior.particles[k];
  if (!particle) throw new RangeError(`there is no student ${k}`);
  const memory = arithmetic(particle.weights);
  const next = chance(input.seed + k, PURPOSE);
  const order = [...cards];
  return Array.from({ length: EXAMS }, () =>
    sit(drawExam(order, input.examCredits, next), { particle, memory, day, next }),
  );
}

/** A student on one morning, and what luck brings. */
interface Candidate {
  readonly particle: Particle;
  readonly memory: Arithmetic;
  readonly day: number;
  readonly next: Chance;
}

/** The share of the credits earned with these questions: each is known or not, and not known it earns a part. */
export function sit(cards: Iterable<Card>, { particle, memory, day, next }: Candidate): number {
  let earned = 0;
  let asked = 0;
  for (const card of cards) {
    asked += card.credits;
    earned += card.credits * (next() < knownOn(card, particle, memory, day) ? 1 : particle.partial);
  }
  return asked > 0 ? earned / asked : 0;
}

/** Questions in random order until they make an exam. `cards` is stirred on the way. */
function* drawExam(cards: Card[], credits: number, next: Chance): Generator<Card> {
  for (let i = 0, asked = 0; i < cards.length && asked < credits; i++) {
    const j = i + Math.floor(next() * (cards.length - i));
    const card = cards[j] as Card;
    cards[j] = cards[i] as Card;
    cards[i] = card;
    asked += card.credits;
    yield card;
  }
}

/** Mean and 90 % interval of a sample; all 0 of none. */
export function rangeOf(values: ArrayLike<number>): Range {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return { mean: 0, low: 0, high: 0 };
  const mean = Math.min(1, Math.max(0, sorted.reduce((sum, value) => sum + value, 0) / sorted.length));
  return {
    mean,
    low: Math.min(mean, quantile(sorted, TAIL)),
    high: Math.max(mean, quantile(sorted, 1 - TAIL)),
  };
}

/** Sums of credits are off by less: half of them is half of them, however they were added up. */
const ROUNDING = 1e-9;

/** The share of a sample that lies at `least` or above it; 0 of none. */
export function shareFrom(values: readonly number[], least: number): number {
  if (values.length === 0) return 0;
  return values.filter(value => value >= least - ROUNDING).length / values.length;
}

/** @param shares by student, a number for each day from `today` on */
export function curveOf(shares: readonly Float64Array[], today: number, days: number): readonly CurvePoint[] {
  return Array.from({ length: days }, (_, i) => ({
    day: today + i,
    ...rangeOf(Float64Array.from(shares, known => known[i] ?? 0)),
  }));
}

/**
 * The number that one more draw would stay below in that share of the cases. Of n draws the i-th smallest is one that the
 * next stays below in i of n + 1 cases; to take n for it would make every interval a little too narrow.
 */
function quantile(sorted: Float64Array, share: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, share * (sorted.length + 1) - 1));
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}
