import type { RatedAnswer } from './rated.ts';
import { type Share, shareOf } from './shares.ts';
import type { AnswerRow } from './types.ts';

/** What was done in the study days up to today. */
export interface Period {
  /** Today counts as one. */
  readonly days: number;
  readonly answers: number;
  /** With full credit, among those that the student did not mark. */
  readonly right: Share;
  /** Answers that the student marked, or helped to mark: they are not counted as right or wrong. */
  readonly self: number;
  /** Answers that moved the schedule. */
  readonly rated: number;
  /** Questions rated for the first time. */
  readonly met: number;
  /** Milliseconds over the answers whose time was taken. */
  readonly ms: number;
}

/** Credits of parts are summed in floating point: a little less than 1 is still full credit. */
export const FULL_CREDIT = 1 - 1e-9;

function isRight({ credit, self }: AnswerRow): boolean {
  return !self && credit >= FULL_CREDIT;
}

/** The last `days` study days, today among them. */
export function periodOf(
  answers: readonly AnswerRow[],
  rated: readonly RatedAnswer[],
  today: number,
  days: number,
): Period {
  const isWithin = ({ day }: AnswerRow): boolean => day > today - days && day <= today;
  const own = answers.filter(isWithin);
  const counted = rated.filter(({ answer }) => isWithin(answer));
  const self = own.filter(answer => answer.self).length;
  return {
    days,
    answers: own.length,
    right: shareOf(own.filter(isRight).length, own.length - self),
    self,
    rated: counted.length,
    met: counted.filter(({ isFirst }) => isFirst).length,
    ms: own.reduce((sum, { ms }) => sum + (ms ?? 0), 0),
  };
}
