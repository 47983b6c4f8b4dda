import type { Sheet } from '../answering.ts';
import { emptyEntry } from '../entries/entries.ts';
import type { Moment } from '../events.ts';
import { handInByTime, toJudge } from './after.ts';
import { type ExamClock, takenUp } from './clock.ts';
import { sheetDraft, sheetOf } from './drafts.ts';
import { SLOTS } from './slots.ts';
import type { ExamFacts, ExamNext, ExamState, Granted, Posed } from './state.ts';

/** How an exam begins, and how it goes on after the program was closed. */

/** At the screen before the exam; nothing is kept yet. */
export function startExam(facts: ExamFacts, clock: ExamClock): ExamNext {
  const questions: Posed[] = facts.problems.flatMap(problem =>
    problem.questions.map(question => ({ problem, question })),
  );
  const sheets = questions.map(({ question }): Sheet => ({ entries: question.parts.map(emptyEntry), focus: 0 }));
  const state: ExamState = {
    facts,
    questions,
    clock,
    watch: null,
    screen: { name: 'start' },
    sheets,
    flags: questions.map(() => false),
    spent: questions.map(() => 0),
    granted: questions.map(({ question }): Granted => question.parts.map(() => [])),
    at: 0,
    story: false,
    handedIn: null,
    outcome: null,
    help: false,
    scroll: null,
    notice: null,
    over: null,
  };
  return [state, []];
}

/** What was kept of an exam. */
export interface Kept {
  readonly clock: ExamClock;
  readonly startedAt: Date;
  readonly elapsedMs: number;
  readonly handedInAt: Date | null;
  /** By slot. */
  readonly drafts: ReadonlyMap<string, unknown>;
}

/** Where it was left; where its time has run out meanwhile, handed in as it was. */
export function resumeExam(facts: ExamFacts, kept: Kept, moment: Moment): ExamNext {
  const { clock, startedAt, elapsedMs, handedInAt, drafts } = kept;
  const [blank] = startExam(facts, clock);
  const number = (i: number): string => blank.questions[i]?.question.number ?? '';
  const flagged = drafts.get(SLOTS.flags);
  const at = blank.questions.findIndex(({ question }) => question.number === drafts.get(SLOTS.at));
  const limitMs = facts.minutes * 60_000;
  const isOpen = handedInAt === null;
  const before = { policy: clock, limitMs, startedAt: startedAt.getTime(), elapsedMs };
  const watch = isOpen
    ? takenUp(before, moment)
    : { ...before, wall: moment.at.getTime(), monotonic: moment.monotonic };
  const state: ExamState = {
    ...blank,
    watch,
    screen: { name: 'question' },
    sheets: blank.questions.map(({ question }, i) => sheetOf(drafts.get(SLOTS.reply(number(i))), question.parts)),
    flags: blank.flags.map((_, i) => Array.isArray(flagged) && flagged.includes(number(i))),
    spent: blank.spent.map((_, i) => Number(drafts.get(SLOTS.spent(number(i))) ?? 0)),
    granted: blank.granted.map((none, i) => (drafts.get(SLOTS.granted(number(i))) as Granted | undefined) ?? none),
    at: Math.max(0, at),
  };
  if (handedInAt !== null) {
    const byTime = clock !== 'none' && elapsedMs >= limitMs;
    return toJudge({ ...state, handedIn: { at: handedInAt, byTime } }, drafts.get(SLOTS.judged));
  }
  if (clock !== 'none' && watch.elapsedMs >= limitMs) return handInByTime(state, moment);
  return [{ ...state, notice: GOES_ON }, []];
}

const GOES_ON = 'The exam goes on where you left it: everything is as it was.';

/** Which questions have drafts that do not come back as they were written: their numbers. */
export function lostDrafts({ questions, sheets }: ExamState, drafts: ReadonlyMap<string, unknown>): readonly string[] {
  return questions.flatMap(({ question: { number } }, i) => {
    const draft = drafts.get(SLOTS.reply(number));
    if (draft === undefined) return [];
    const now = sheetDraft(sheets[i] as Sheet);
    return JSON.stringify(now.entries) === JSON.stringify((draft as { entries?: unknown }).entries) ? [] : [number];
  });
}
