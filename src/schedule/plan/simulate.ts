/** One possible student who follows one pace to the exam. */

import { GRADES, type MemoryModel, type MemoryState } from '../fsrs.ts';
import type { Rating } from '../review.ts';
import { type Arithmetic, arithmetic, type GradeNumber } from './arithmetic.ts';
import { chance, luck, normal } from './chance.ts';
import { chooseAmong } from './day.ts';
import { introduction } from './introduction.ts';
import type { Habits, Particle, Posterior } from './posterior.ts';
import type { PlanInput, PlanQuestion } from './types.ts';

export interface Pace {
  /** New questions a day. */
  readonly fresh: number;
  /** How many days before the exam the last ones come; 1: up to the day before. */
  readonly stop: number;
  /** How many new questions are met in all at most: where time is short, the ones worth it. */
  readonly most: number;
}

/** A pace, and the new questions in the order that they are met in. */
export interface Route {
  readonly pace: Pace;
  readonly order: readonly Card[];
}

/** What is the same in all runs of one forecast. */
export interface Course {
  readonly input: PlanInput;
  readonly early: boolean;
  readonly posterior: Posterior;
  /** The program's model. */
  readonly model: MemoryModel;
  /** The syllabus. What is set aside belongs to it, as an exam may ask it, and is never studied. */
  readonly cards: readonly Card[];
  readonly credits: number;
}

/** A question with what happens to it in one run. `state` is the program's, `stability` and `difficulty` the true memory. */
export class Card implements PlanQuestion {
  readonly id: string;
  readonly topic: string;
  readonly credits: number;
  readonly ms: number;
  readonly requires: readonly string[];
  readonly aside: boolean;
  readonly index: number;
  readonly retention: number;
  readonly start: PlanQuestion;
  state: MemoryState | null = null;
  lastDay: number | null = null;
  dueDay: number | null = null;
  stability = 0;
  difficulty = 0;
  answers = 0;
  /** null: never, or before the run. */
  metOn: number | null = null;

  constructor(question: PlanQuestion, index: number, retention: number) {
    this.start = question;
    this.index = index;
    this.retention = retention;
    this.id = question.id;
    this.topic = question.topic;
    this.credits = question.credits;
    this.ms = question.ms;
    this.requires = question.requires;
    this.aside = question.aside;
  }
}

const DAILY_TEMPO = 0.2;
const MINUTE = 60_000;

/** Sets every card to today, as student `k` remembers it. */
export function reset({ cards, posterior }: Pick<Course, 'cards' | 'posterior'>, k: number): void {
  for (const card of cards) {
    const { state, lastDay, dueDay, id } = card.start;
    const memory = posterior.memories.get(id);
    card.state = state;
    card.lastDay = lastDay;
    card.dueDay = dueDay;
    card.stability = memory?.stability[k] ?? state?.stability ?? 0;
    card.difficulty = memory?.difficulty[k] ?? state?.difficulty ?? 0;
    card.answers = 0;
    card.metOn = null;
  }
}

/** The chance that the card is known on that morning. */
export function knownOn(card: Card, { firstKnown, misfit }: Particle, memory: Arithmetic, day: number): number {
  if (card.state === null || card.lastDay === null) return firstKnown;
  const recall = memory.recall(card.stability, Math.max(0, day - card.lastDay));
  // Of p with log odds moved by m: p eᵐ / (1 − p + p eᵐ).
  const moved = recall * Math.exp(misfit);
  return moved / (1 - recall + moved);
}

/** The share of the syllabus that is known on that morning, as the cards stand. */
export function shareKnown({ cards, credits }: Course, particle: Particle, memory: Arithmetic, day: number): number {
  let sum = 0;
  for (const card of cards) sum += card.credits * knownOn(card, particle, memory, day);
  return credits > 0 ? sum / credits : 0;
}

/**
 * Studies from today to the eve of the exam; the cards then stand as they are on its morning.
 *
 * @param known filled with the share known on each morning, if given
 * @returns the time spent, in milliseconds
 */
export function simulate(course: Course, k: number, { pace, order }: Route, known: Float64Array | null): number {
  const { input, posterior, model, cards, early } = course;
  const { today, exam, minutes, done, seed } = input;
  const particle = posterior.particles[k];
  if (!particle) throw new RangeError(`there is no student ${k}`);
  reset(course, k);
  const memory = arithmetic(particle.weights);
  const next = chance(seed, 1000 + k);
  let spent = 0;
  const lastNew = exam - pace.stop;
  let waiting = order;
  for (let day = today; day < exam; day++) {
    if (known) known[day - today] = shareKnown(course, particle, memory, day);
    const tempo = particle.tempo * Math.exp(DAILY_TEMPO * normal(next));
    const budgetMs = Math.max(0, minutes * MINUTE - (day === today ? done.ms : 0)) / tempo;
    const more = day > lastNew ? 0 : Math.max(0, pace.fresh - (day === today ? done.fresh : 0));
    const chosen = chooseAmong(cards, waiting.slice(0, more), { today: day, exam, budgetMs, model, early });
    for (const card of chosen) {
      const rating = answer(card, particle, memory, model, day, luck(seed + k, card.index, card.answers));
      spent += card.ms * tempo * (rating === 'again' ? 2 : 1);
    }
    if (more > 0) waiting = waiting.filter(({ state }) => state === null);
  }
  if (known) known[exam - today] = shareKnown(course, particle, memory, exam);
  return spent;
}

/** A first answer is right with the student's chance, a later one if it is remembered; the memories follow. */
function answer(
  card: Card,
  particle: Particle,
  memory: Arithmetic,
  model: MemoryModel,
  day: number,
  drawn: number,
): Rating {
  const since = card.lastDay === null ? 0 : Math.max(0, day - card.lastDay);
  const isNew = card.state === null;
  const recall = isNew ? 0 : memory.recall(card.stability, since);
  const known = isNew ? particle.firstKnown : recall;
  const rating = drawn < known ? rated(isNew ? particle.firstHabits : particle.habits, drawn / known) : 'again';
  const grade: GradeNumber = GRADES[rating];
  if (isNew) card.metOn = day;
  card.stability = isNew
    ? memory.initialStability(grade)
    : memory.stability(card.stability, card.difficulty, recall, grade);
  card.difficulty = isNew ? memory.initialDifficulty(grade) : memory.difficulty(card.difficulty, grade);
  card.state = model.next(card.state, since, rating);
  card.lastDay = day;
  card.dueDay = day + model.interval(card.state.stability, card.retention);
  card.answers++;
  return rating;
}

/** @param drawn a number of [0, 1) */
function rated({ hard, easy }: Habits, drawn: number): Rating {
  return drawn < hard ? 'hard' : drawn < hard + easy ? 'easy' : 'good';
}

/** It is the same for every possible student, and takes long with many questions. */
export function routeOf(course: Course, pace: Pace): Route {
  const { today, exam, done } = course.input;
  reset(course, 0);
  const room = pace.fresh * (exam - pace.stop - today + 1) - Math.min(pace.fresh, done.fresh);
  return { pace, order: introduction(course.cards, Math.max(0, Math.min(room, pace.most))) };
}
