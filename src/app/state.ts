import type { Mark } from '../answers/parts.ts';
import type { Variant } from '../bank/variant.ts';
import type { Forecast } from '../schedule/memory.ts';
import type { Card, NewReview, Rating } from '../schedule/review.ts';
import type { Entry } from './entries/entries.ts';
import type { Edit, EntryAction } from './entries/entry.ts';
import type { Home } from './home.ts';

/** Everything that a session is, as plain data. */

/** `study` follows the schedule; `drill` is the practice lane of one topic, which moves nothing. */
export type Lane = { readonly kind: 'study' } | { readonly kind: 'drill'; readonly topic: string };

/** A question with what is known about it when it is shown. */
export interface Presented {
  readonly variant: Variant;
  readonly card: Card | null;
  readonly earlierMs: readonly number[];
  /** Due and new questions left, this one included; null in a drill, which has no end. */
  readonly left: number | null;
}

export interface HomeScreen {
  readonly name: 'home';
  readonly home: Home;
  /** The topic that a drill would take. */
  readonly row: number;
}

export interface QuestionScreen {
  readonly name: 'question';
  readonly presented: Presented;
  readonly entries: readonly Entry[];
  /** The part being answered. */
  readonly focus: number;
  readonly hint: boolean;
  /** The student declares that the reply is a guess. */
  readonly guess: boolean;
  /** When it was first shown, on the monotonic clock. */
  readonly since: number;
  /** Why the reply was not taken. */
  readonly complaint: string | null;
  /** The part whose missing answer was pointed out; a second Enter gives it up. */
  readonly asked: number | null;
  readonly givenUp: readonly number[];
  /** Of each part, the points that its writer has granted; empty where none was judged. */
  readonly granted: readonly (readonly boolean[])[];
}

/** Students grant themselves the points of what they wrote. */
export interface JudgeScreen {
  readonly name: 'judge';
  /** As it was handed in, and to go back to. */
  readonly question: QuestionScreen;
  /** The point under the cursor, counted over all parts that are judged. */
  readonly row: number;
  /** Time from the question to handing in, in milliseconds. */
  readonly ms: number;
}

export interface MarkScreen {
  readonly name: 'mark';
  readonly presented: Presented;
  readonly replies: readonly string[];
  readonly mark: Mark;
  /** The row in the log. */
  readonly review: string;
  /** null where the answer moves nothing. */
  readonly rating: Rating | null;
  readonly forecasts: Readonly<Record<Rating, Forecast>> | null;
}

export interface SummaryScreen {
  readonly name: 'summary';
  /** Due at the beginning of the next study day. */
  readonly home: Home;
}

type Screen = HomeScreen | QuestionScreen | JudgeScreen | MarkScreen | SummaryScreen;

/** One answer of this session, for the summary. */
export interface Answered {
  readonly review: string;
  readonly question: string;
  readonly title: string;
  readonly credit: number;
  /** Some of the credit was granted by the student. */
  readonly self: boolean;
  readonly rating: Rating | null;
  readonly ms: number;
}

/** A question left unanswered: the reply as far as it went, the hint, and the time spent on it in milliseconds. */
interface Open {
  readonly screen: QuestionScreen;
  readonly spent: number;
}

/** A variant that was on the screen. */
interface Shown {
  readonly question: string;
  readonly seed: number | null;
}

export interface State {
  readonly screen: Screen | null;
  readonly lane: Lane;
  readonly answered: readonly Answered[];
  /** Every question of this session with its variant, answered or passed over, the newest last. */
  readonly shown: readonly Shown[];
  /** The question that was on the screen when the session was left, for when it is taken up again. */
  readonly open: Open | null;
  readonly help: boolean;
  /** First visible line of the body; null lets the view keep the focus in sight. */
  readonly scroll: number | null;
  /** One line about what just happened. */
  readonly notice: string | null;
  /** Whether leaving a session goes back to the home screen. */
  readonly fromHome: boolean;
  /** The session is over: it was left, or broken off with Ctrl-C. */
  readonly over: 'left' | 'interrupted' | null;
}

/** What a key or the outer world says. */
export type Event =
  | { readonly type: 'action'; readonly action: Action }
  /** `pasted`: it came at once, from elsewhere. */
  | { readonly type: 'text'; readonly text: string; readonly pasted?: boolean }
  | { readonly type: 'edit'; readonly edit: Edit }
  /** What the student's own editor made of the page of a part. */
  | { readonly type: 'page-edited'; readonly part: number; readonly text: string }
  /** `furthest` is the last useful position, which only the view knows. */
  | { readonly type: 'scroll'; readonly to: number; readonly furthest: number }
  | { readonly type: 'home-loaded'; readonly home: Home; readonly summary: boolean }
  | { readonly type: 'presented'; readonly presented: Presented }
  | { readonly type: 'recorded'; readonly screen: MarkScreen; readonly answered: Answered }
  | { readonly type: 'undone'; readonly review: string; readonly question: string; readonly title: string }
  | { readonly type: 'notice'; readonly text: string };

export type Action =
  | 'study'
  | 'drill'
  | 'submit'
  | 'next'
  | 'skip'
  | 'hint'
  | 'guess'
  | 'undo'
  | 'edit-page'
  | 'help'
  | 'back'
  | 'quit'
  | EntryAction
  | `rate-${Rating}`;

/** What the outer world is asked to do; most answer with an event. */
export type Effect =
  | { readonly type: 'load-home'; readonly summary: boolean }
  /** `first`: a question to ask before all others. */
  | { readonly type: 'present'; readonly lane: Lane; readonly shown: readonly Shown[]; readonly first: string | null }
  | { readonly type: 'record'; readonly row: NewReview; readonly presented: Presented; readonly mark: Mark }
  | { readonly type: 'rate'; readonly review: string; readonly rating: Rating }
  | { readonly type: 'undo' }
  | EditPage
  | { readonly type: 'leave' };

/** To be written on in the student's own editor; only what owns the terminal can hand it over. */
export interface EditPage {
  readonly type: 'edit-page';
  readonly part: number;
  readonly text: string;
}

/** What is carried out against the history and the bank. */
export type HistoryEffect = Exclude<Effect, EditPage>;

/** The moment of an event: wall clock, zone, and a clock that never jumps, in milliseconds. */
export interface Moment {
  readonly at: Date;
  readonly zone: string;
  readonly monotonic: number;
}
