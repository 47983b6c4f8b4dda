import { GRADES } from '../../../src/schedule/fsrs.ts';
import type { Asked } from '../../../src/schedule/mock/forecast.ts';
import { arithmetic, type GradeNumber } from '../../../src/schedule/plan/arithmetic.ts';
import { chance } from '../../../src/schedule/plan/chance.ts';
import { type Particle, posterior } from '../../../src/schedule/plan/posterior.ts';
import type { PlanQuestion, RatedReview } from '../../../src/schedule/plan/types.ts';
import type { Rating } from '../../../src/schedule/review.ts';

/** Students drawn from the model itself, before anything is known of them, who study some weeks and sit an exam. */

export const TODAY = 20_000;

interface Sitter {
  readonly questions: readonly PlanQuestion[];
  readonly histories: ReadonlyMap<string, readonly RatedReview[]>;
  readonly asked: readonly Asked[];
  /** The share of the credits earned. */
  readonly score: number;
}

const QUESTIONS = 36;
const MET = 26;
const STUDIED = 30;

export function sitter(seed: number): Sitter {
  const truth = posterior(new Map(), null, 5000 + seed, 1).particles[0] as Particle;
  const memory = arithmetic(truth.weights);
  const next = chance(seed, 91);
  const histories = new Map<string, RatedReview[]>();
  const rated = ({ hard, easy }: Particle['habits']): Rating => {
    const drawn = next();
    return drawn < hard ? 'hard' : drawn < hard + easy ? 'easy' : 'good';
  };
  /** Answers from the first to the last day, further and further apart, and gives the chance to know it today. */
  const study = (id: string): { readonly known: number; readonly lastDay: number } => {
    const reviews: RatedReview[] = [];
    let [day, stability, difficulty] = [TODAY - STUDIED + Math.floor(10 * next()), 0, 0];
    for (let gap = 1; day < TODAY; gap = 1 + Math.floor(3 * gap * next())) {
      const before = reviews.at(-1);
      const recall = before ? memory.recall(stability, day - before.day) : truth.firstKnown;
      const rating = next() < recall ? rated(before ? truth.habits : truth.firstHabits) : 'again';
      // What is wrong earns all or nothing, as often as the model's share says.
      const credit = rating === 'again' && next() >= truth.partial ? 0 : 1;
      const grade: GradeNumber = GRADES[rating];
      stability = before ? memory.stability(stability, difficulty, recall, grade) : memory.initialStability(grade);
      difficulty = before ? memory.difficulty(difficulty, grade) : memory.initialDifficulty(grade);
      reviews.push({ day, rating, credit });
      day += gap;
    }
    histories.set(id, reviews);
    const lastDay = reviews.at(-1)?.day ?? TODAY;
    const recall = memory.recall(stability, TODAY - lastDay);
    const moved = recall * Math.exp(truth.misfit);
    return { known: moved / (1 - recall + moved), lastDay };
  };
  let [earned, total] = [0, 0];
  const asked: Asked[] = [];
  const questions = Array.from({ length: QUESTIONS }, (_, i): PlanQuestion => {
    const id = `t/q${i}`;
    const { known, lastDay } = i < MET ? study(id) : { known: truth.firstKnown, lastDay: null };
    const credits = 1 + Math.floor(6 * next());
    // Every third is not asked.
    if (i % 3 > 0) {
      asked.push({ id, credits });
      total += credits;
      earned += credits * (next() < known ? 1 : truth.partial);
    }
    const state = lastDay === null ? null : { stability: 1, difficulty: 5 };
    return { id, topic: 't', credits: 99, ms: 1, requires: [], state, lastDay, dueDay: lastDay, aside: false };
  });
  return { questions, histories, asked, score: earned / total };
}
