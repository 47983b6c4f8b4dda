import type { Mark } from '../../answers/parts.ts';
import type { FormProblem, FormQuestion } from '../../exam/form.ts';
import type { Sheet, Typed } from '../answering.ts';
import type { Action, EditPage } from '../events.ts';
import type { ExamClock, Watch } from './clock.ts';

/** An exam that is being taken, as plain data; what happens to it, and what it asks of the outer world. */

/** What is known of it before it begins. Credits, where nothing else is said. */
export interface ExamFacts {
  readonly code: string;
  /** Of its form: A, B … */
  readonly form: string;
  readonly title: string;
  readonly minutes: number;
  readonly credits: number;
  readonly pass: number;
  /** Shares, 0 … 1: the interval holds the result in 90 of 100 cases. */
  readonly forecast: { readonly mean: number; readonly low: number; readonly high: number } | null;
  readonly problems: readonly FormProblem[];
}

/** A question in its place. */
export interface Posed {
  readonly problem: FormProblem;
  readonly question: FormQuestion;
}

export type ExamScreen =
  | { readonly name: 'start' }
  | { readonly name: 'question' }
  /** `open`: only what is not answered; `row` counts those that are shown. */
  | { readonly name: 'overview'; readonly row: number; readonly open: boolean }
  | { readonly name: 'confirm' }
  /** Of the questions that students mark themselves the one under judgement, and the point under the cursor. */
  | { readonly name: 'judge'; readonly which: number; readonly row: number }
  /** All is handed in and judged; what it came to is being written down. */
  | { readonly name: 'closing' }
  | { readonly name: 'report' }
  | { readonly name: 'answers'; readonly row: number }
  | { readonly name: 'mark'; readonly which: number };

/** Of each part, the points granted. */
export type Granted = readonly (readonly boolean[])[];

export interface HandedIn {
  readonly at: Date;
  /** The time had run out. */
  readonly byTime: boolean;
}

/** What came out; each list has one element a question. */
export interface Outcome {
  /** One a part, as to the variant's own key. */
  readonly replies: readonly (readonly string[])[];
  readonly marks: readonly Mark[];
  readonly answered: readonly boolean[];
  /** Credits. */
  readonly earned: number;
  /** Of these, granted by the student. */
  readonly self: number;
}

export interface ExamState {
  readonly facts: ExamFacts;
  readonly questions: readonly Posed[];
  /** The policy that is chosen, or in force. */
  readonly clock: ExamClock;
  /** null before it begins. */
  readonly watch: Watch | null;
  readonly screen: ExamScreen;
  /** One a question, as all lists here. */
  readonly sheets: readonly Sheet[];
  readonly flags: readonly boolean[];
  /** Time that each was on the screen, in milliseconds. */
  readonly spent: readonly number[];
  readonly granted: readonly Granted[];
  /** The question that was on the screen last. */
  readonly at: number;
  /** Whether the story of the problem is told in full. */
  readonly story: boolean;
  readonly handedIn: HandedIn | null;
  /** null until all is judged: nothing is marked before. */
  readonly outcome: Outcome | null;
  readonly help: boolean;
  /** First visible line of the body; null keeps the focus in sight. */
  readonly scroll: number | null;
  /** One line about what just happened. */
  readonly notice: string | null;
  /** `elsewhere`: it was taken up in another terminal, or thrown away there. */
  readonly over: 'left' | 'interrupted' | 'elsewhere' | null;
}

export type ExamAction =
  | Action
  | 'clock'
  | 'previous'
  | 'overview'
  | 'flag'
  | 'story'
  | 'time'
  | 'only-open'
  | 'hand-in'
  | 'leave';

export type ExamEvent =
  | { readonly type: 'action'; readonly action: ExamAction }
  | Typed
  | { readonly type: 'page-edited'; readonly part: number; readonly text: string }
  /** `furthest` is the last useful position, which only the view knows. */
  | { readonly type: 'scroll'; readonly to: number; readonly furthest: number }
  /** Time goes on. */
  | { readonly type: 'tick' }
  /** It is in the log. */
  | { readonly type: 'finished' }
  /** Another program has the exam since: nothing can be kept from here. */
  | { readonly type: 'elsewhere' }
  | { readonly type: 'notice'; readonly text: string };

export type ExamEffect =
  | { readonly type: 'begin'; readonly clock: ExamClock }
  /** What is in the making, so that the exam can go on after any end. */
  | { readonly type: 'save'; readonly slot: string; readonly value: unknown }
  | { readonly type: 'beat'; readonly elapsedMs: number }
  | { readonly type: 'hand-in'; readonly at: Date; readonly elapsedMs: number }
  | { readonly type: 'finish'; readonly state: ExamState; readonly handedIn: HandedIn; readonly outcome: Outcome }
  | EditPage;

export type ExamNext = readonly [ExamState, readonly ExamEffect[]];
