import type { AnswerRow } from './types.ts';

/** An answer that moved the schedule. */
export interface RatedAnswer {
  readonly answer: AnswerRow;
  /** The question had never been rated before: there was nothing to recall. */
  readonly isFirst: boolean;
  readonly isRecalled: boolean;
}

/**
 * The answers that count for the schedule: of each question the first rated one in a study day. Two machines that did not
 * know of each other may both have rated one.
 *
 * @param answers in the order of time
 */
export function ratedAnswers(answers: readonly AnswerRow[]): RatedAnswer[] {
  const lastDays = new Map<string, number>();
  const rated: RatedAnswer[] = [];
  for (const answer of answers) {
    const lastDay = lastDays.get(answer.question);
    if (answer.rating === null || lastDay === answer.day) continue;
    lastDays.set(answer.question, answer.day);
    rated.push({ answer, isFirst: lastDay === undefined, isRecalled: answer.rating !== 'again' });
  }
  return rated;
}

/** A prediction that came true or did not. */
export interface Forecast {
  readonly question: string;
  /** Predicted recall, 0 … 1. */
  readonly predicted: number;
  readonly isRecalled: boolean;
}

/** What was predicted of each rated answer that was no first one, in the order of time. */
export function forecastsOf(rated: readonly RatedAnswer[]): Forecast[] {
  return rated.flatMap(({ answer: { question, recall }, isFirst, isRecalled }) =>
    isFirst || recall === null ? [] : [{ question, predicted: recall, isRecalled }],
  );
}
