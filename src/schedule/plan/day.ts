/** What to study on one day before an exam: the same choice for the screen and for the simulation. */

import { fits, taken } from '../budget.ts';
import type { MemoryModel } from '../fsrs.ts';
import { gain, impatience } from '../gain.ts';
import { timesAsked } from '../repeats.ts';
import { introduction } from './introduction.ts';
import type { Plan, PlanQuestion } from './types.ts';

export interface DayRules {
  readonly today: number;
  /** Not before `today`. */
  readonly exam: number;
  /** Time left today, in milliseconds. */
  readonly budgetMs: number;
  /** Not a minute more, as the student has no more: without it, the days are right on average. */
  readonly whole?: boolean;
  /** Something was studied today already, so that not even the first question has a place of its own. */
  readonly begun?: boolean;
  /** New questions still to come today. */
  readonly fresh: number;
  /** New questions that the plan has room for, today's included; infinite: all. */
  readonly room: number;
  /** Whether time left over goes to questions that are not due yet. */
  readonly early: boolean;
  /** The program's own model: the true memory is not known. `quickModel` does. */
  readonly model: MemoryModel;
}

/**
 * A question not yet due is asked only where that makes it so much likelier to be known in the exam: below, the student is
 * better off with free time.
 */
const WORTH_ASKING_EARLY = 0.02;

/**
 * The ids of today's questions, in order. Time for the new ones is set aside first; then come the due ones that gain most
 * credits in the exam for each minute, or wait longest, and, if time is left, those that are not due yet. The rest waits.
 *
 * A question has its place if half of it still fits, so that the days are neither too long nor too short on average; the
 * first one of the day always has. In `whole` minutes all of it has to fit.
 */
export function chooseDay(questions: readonly PlanQuestion[], rules: DayRules): readonly string[] {
  const fresh = rules.fresh > 0 ? introduction(questions, rules.room).slice(0, rules.fresh) : [];
  return chooseAmong(questions, fresh, rules).map(({ id }) => id);
}

/**
 * What a plan means for one of its days.
 *
 * @param met new questions met today so far
 */
export function newOnDay(
  { newPerDay, lastNewDay, toMeet }: Pick<Plan, 'newPerDay' | 'lastNewDay' | 'toMeet'>,
  today: number,
  met: number,
): Pick<DayRules, 'fresh' | 'room'> {
  const days = lastNewDay === null ? 0 : Math.max(0, lastNewDay - today + 1);
  const fresh = days > 0 ? Math.max(0, newPerDay - met) : 0;
  return { fresh, room: Math.min(toMeet, Math.max(0, newPerDay * days - Math.min(newPerDay, met))) };
}

/** @param fresh today's new questions, in order */
export function chooseAmong<Q extends PlanQuestion>(
  questions: readonly Q[],
  fresh: readonly Q[],
  rules: Omit<DayRules, 'fresh' | 'room'>,
): readonly Q[] {
  const chosen: Q[] = [];
  const { budgetMs, begun = false, whole = false } = rules;
  const budget = { ms: budgetMs, whole };
  let left = budgetMs;
  const isFirst = (): boolean => !whole && !begun && left > 0 && chosen.length === 0;
  const take = (question: Q, expected: number): boolean => {
    const ms = taken(budget, question.ms, expected);
    if (!isFirst() && !fits(ms, left, budget)) return false;
    chosen.push(question);
    left -= ms;
    return true;
  };
  // What builds on a question that does not fit waits with it.
  for (const question of fresh) if (!take(question, timesAsked(null) * question.ms)) break;
  if (left <= 0) return chosen;
  const { today } = rules;
  for (const { question, ms } of byWorth(questions, rules, NO_LEAST, due => due <= today)) take(question, ms);
  if (left <= 0 || !rules.early) return chosen;
  for (const { question, ms } of byWorth(questions, rules, WORTH_ASKING_EARLY, due => due > today)) take(question, ms);
  return chosen;
}

const NO_LEAST = Number.NEGATIVE_INFINITY;

interface Candidate<Q> {
  readonly question: Q;
  /** Expected time, with the repeat after a wrong answer. */
  readonly ms: number;
  /** Credits gained for a millisecond, more of them the longer it waits. */
  readonly worth: number;
}

/** Questions met before today that gain at least `least`, best first. */
function byWorth<Q extends PlanQuestion>(
  questions: readonly Q[],
  { today, exam, model }: Omit<DayRules, 'fresh' | 'room'>,
  least: number,
  wanted: (dueDay: number) => boolean,
): readonly Candidate<Q>[] {
  const candidates: Candidate<Q>[] = [];
  const until = exam - today;
  for (const question of questions) {
    const { state, lastDay, dueDay, aside, credits } = question;
    if (!state || lastDay === null || dueDay === null || aside || lastDay === today || !wanted(dueDay)) continue;
    const since = Math.max(0, today - lastDay);
    // No answer gains more than what would else be lost, and that is told faster.
    if (1 - model.recall(state.stability, since + until) < least) continue;
    const known = model.recall(state.stability, since);
    const gained = gain(model, state, since, until);
    if (gained < least) continue;
    const ms = question.ms * timesAsked(known);
    candidates.push({ question, ms, worth: (gained * impatience(today - dueDay) * credits) / ms });
  }
  return candidates.sort((a, b) => b.worth - a.worth || (a.question.id < b.question.id ? -1 : 1));
}
