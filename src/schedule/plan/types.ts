/** What the exam plan is made from, and what it says. Days are study days: numbers counted from 1970-01-01. */

import type { MemoryState } from '../fsrs.ts';
import type { Rating } from '../review.ts';

export interface PlanQuestion {
  readonly id: string;
  readonly topic: string;
  /** What it is worth in the exam, above 0. */
  readonly credits: number;
  /** Expected time to answer it once, in milliseconds. */
  readonly ms: number;
  /** Ids of questions to meet first. */
  readonly requires: readonly string[];
  /** The program's own idea of the memory; null for a question never rated. */
  readonly state: MemoryState | null;
  /** Day of the last rated review; null for a question never rated. */
  readonly lastDay: number | null;
  /** null for a question never rated. */
  readonly dueDay: number | null;
  /** Set aside: it is never asked, and an exam may ask it all the same. */
  readonly aside: boolean;
}

/** A rated review, all that the plan has to know of it. */
export interface RatedReview {
  readonly day: number;
  readonly rating: Rating;
  /** 0 … 1, of an `again`; null where it says nothing about the exam, as after a hint. Unused with other ratings. */
  readonly credit: number | null;
}

/** By question, its rated reviews in order of time. */
export type Histories = ReadonlyMap<string, readonly RatedReview[]>;

export interface PlanInput {
  readonly questions: readonly PlanQuestion[];
  readonly histories: Histories;
  readonly today: number;
  /** Not before `today`; on the same day there is nothing to plan and the score is the one of now. */
  readonly exam: number;
  /** Minutes of study a day. */
  readonly minutes: number;
  /** The student's own limit of new questions a day. */
  readonly newPerDay: number | null;
  /** The weights that the program schedules with; null for those of FSRS-6. */
  readonly weights: readonly number[] | null;
  /** The share that should still be known when the question is due. */
  readonly retention: (id: string) => number;
  /** What a whole exam is worth: EXAM_CREDITS where the student does not say. */
  readonly examCredits: number;
  readonly seed: number;
  /** What of today's study is already behind the student. */
  readonly done: { readonly ms: number; readonly fresh: number };
}

/** What the source exams are worth. */
export const EXAM_CREDITS = 90;

/** The share of its credits that passes an exam, where no blueprint says otherwise. */
export const PASSING_SHARE = 0.5;

/** A mean and the interval that holds it in 90 of 100 cases; `low` ≤ `mean` ≤ `high`, each 0 … 1. */
export interface Range {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface CurvePoint extends Range {
  readonly day: number;
}

export interface TopicPlan {
  readonly topic: string;
  /** Days of its first and last new question. */
  readonly start: number;
  readonly end: number;
  /** How many of its questions are new. */
  readonly questions: number;
}

export interface Plan {
  readonly newPerDay: number;
  /** null where there is nothing new to meet, or no time for it. */
  readonly lastNewDay: number | null;
  /** The topics with new questions, in the order of their start. */
  readonly topics: readonly TopicPlan[];
  /** The share of the syllabus, by credits, that is known on the exam day. */
  readonly remembered: Range;
  /** The share of the credits in an exam drawn from the syllabus, the luck of the draw and of each answer included. */
  readonly score: Range;
  /** The chance (0 … 1) that this share is PASSING_SHARE or more. */
  readonly passing: number;
  /** New questions that will be met… */
  readonly toMeet: number;
  /** …and those that there will be no time for. */
  readonly notMet: number;
  /** Whole minutes a day with which all of them are met; null where these do already, or none up to ten hours. */
  readonly minutesNeeded: number | null;
  /** For each day from today to the exam: the share known if the exam were that morning. */
  readonly curve: readonly CurvePoint[];
  /** The same if nothing is studied from now on. */
  readonly withoutStudy: readonly CurvePoint[];
  /** What all this rests on, in sentences for the student. */
  readonly assumptions: readonly string[];
}
