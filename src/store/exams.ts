/** Exams being taken and finished ones, as the store offers them. */

import type { NewReview } from '../schedule/review.ts';
import type { Access } from './access.ts';
import type { Attempt, ExamResult, NewAttempt } from './attempts.ts';
import { StoreError } from './errors.ts';
import type { ExamTables } from './exam-tables.ts';

/** An answer with its question as it was, as `Store.record` takes them. */
interface GivenAnswer {
  readonly review: NewReview;
  readonly template: unknown;
}

/** Every method but `save` has it on the disk when it returns, and throws a StoreError for an exam that is not being taken. */
export interface Exams {
  /** Several may be open. */
  begin(given: NewAttempt): Attempt;
  /** The newest unfinished one. */
  open(): Attempt | null;
  /** All unfinished ones, newest first. */
  attempts(): Attempt[];
  attempt(id: string): Attempt | null;
  /**
   * Takes an exam up in a program, and so away from whatever program had it before: that one finds another number there.
   *
   * @returns counted up with every call
   */
  takeSeat(id: string): number;
  /** The number given out last; null where nobody takes it, or it is not there any more. */
  seat(id: string): number | null;
  /**
   * Keeps one draft in place of what its slot held: a reply in the making, flags, where the student is. It outlives a
   * program that is killed; a power cut may take what came after the last `beat`.
   *
   * @param value plain data
   */
  save(id: string, slot: string, value: unknown): void;
  /** By slot; of an exam that is not being taken there are none. */
  drafts(id: string): ReadonlyMap<string, unknown>;
  /** Tells the time used so far, in milliseconds. It never becomes less, and stands still once the exam is handed in. */
  beat(id: string, elapsedMs: number): void;
  /** Ends the time; drafts stay as they are. @throws StoreError where it was handed in before */
  handIn(id: string, at: Date, elapsedMs: number): void;
  /**
   * In one transaction: the result joins the log with an id of its own, the answers are recorded as given in it, the
   * attempt goes. A second call finds no attempt, so that nothing can be counted twice.
   */
  finish(id: string, result: Omit<ExamResult, 'id' | 'device'>, answers: readonly GivenAnswer[]): ExamResult;
  /** Throws an unfinished one away, with its drafts. */
  drop(id: string): void;
  /** Finished ones, newest first. */
  results(): ExamResult[];
}

interface Log {
  /** As messages call the database. */
  readonly name: string;
  readonly device: string;
  readonly newId: () => string;
  /** Adds rows within a transaction, and brings their cards up to date. */
  readonly recordAll: (answers: readonly GivenAnswer[]) => void;
}

/** The slot that tells which program has the exam: no question is named so. */
const SEAT = 'seat';

export function examsOver(tables: ExamTables, { safely, atomically, quickly }: Access, log: Log): Exams {
  const none = (id: string): StoreError =>
    new StoreError(
      `No exam ${id} is being taken in ${log.name}: it was finished or dropped. "tutor exam list" tells what there is.`,
    );
  const existing = (id: string): Attempt => {
    const attempt = tables.attempt(id);
    if (!attempt) throw none(id);
    return attempt;
  };
  const seatOf = (id: string): number => Number(tables.draft(id, SEAT) ?? 0);
  return {
    begin: atomically(given => {
      const attempt: Attempt = { ...given, id: log.newId(), elapsedMs: 0, handedInAt: null };
      tables.addAttempt(attempt);
      return existing(attempt.id);
    }),
    open: safely(() => tables.attempts()[0] ?? null),
    attempts: safely(tables.attempts),
    attempt: safely(tables.attempt),
    takeSeat: atomically(id => {
      existing(id);
      const seat = seatOf(id) + 1;
      tables.setDraft(id, SEAT, seat);
      return seat;
    }),
    seat: safely(id => seatOf(id) || null),
    save: quickly((id, slot, value) => {
      if (!tables.hasAttempt(id)) throw none(id);
      tables.setDraft(id, slot, value);
    }),
    drafts: safely(tables.drafts),
    beat: atomically((id, elapsedMs) => {
      if (!tables.hasAttempt(id)) throw none(id);
      tables.setElapsed(id, elapsedMs);
    }),
    handIn: atomically((id, at, elapsedMs) => {
      if (existing(id).handedInAt !== null) throw new StoreError(`The exam ${id} was handed in before.`);
      tables.setElapsed(id, elapsedMs);
      tables.setHandedIn(id, at);
    }),
    finish: atomically((id, given, answers) => {
      existing(id);
      // A copy of this data folder may finish the same attempt: two results must never share an id.
      const own = log.newId();
      log.recordAll(answers.map(({ review, template }) => ({ review: { ...review, exam: own }, template })));
      tables.addResult({ ...given, id: own, device: log.device });
      tables.removeAttempt(id);
      return tables.result(own) as ExamResult;
    }),
    drop: atomically(id => {
      existing(id);
      tables.removeAttempt(id);
    }),
    results: safely(tables.results),
  };
}
