import type { Rating } from '../schedule/review.ts';
import type { BrowserScreen } from './browser/state.ts';
import type { TypedReply } from './entries/recall.ts';
import type { HistoryScreen } from './history/state.ts';
import type { PickerScreen } from './picker/state.ts';
import type { AsideScreen, QuestionScreen, Screen } from './screens.ts';

/** Everything that a session is, as plain data. */

/**
 * `study` follows the schedule, for so many minutes or until nothing is left. The others are practice, which moves nothing:
 * `drill` of one topic, `more` of whatever is known least.
 */
export type Lane =
  | { readonly kind: 'study'; readonly minutes?: number }
  /** `back`: the list that it was chosen from, to come back to. */
  | { readonly kind: 'drill'; readonly topic: string; readonly back?: PickerScreen | BrowserScreen | AsideScreen }
  | { readonly kind: 'more' }
  /** An old answer tried again, and then back to the list that it was chosen from, if it was. */
  | { readonly kind: 'replay'; readonly review: string; readonly back: HistoryScreen | null };

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
  /** How long it had been expected to take. */
  readonly expectedMs: number;
  /** What the question is worth. */
  readonly credits: number;
  /** First part of its chief topic. */
  readonly topic: string;
  /** Misconceptions that the replies showed: their tags, and what is said about them, as Markdown. */
  readonly mistakes: readonly { readonly tag: string; readonly comment: string | null }[];
}

/** A question left unanswered: the reply as far as it went, the hint, and the time spent on it in milliseconds. */
interface Open {
  readonly screen: QuestionScreen;
  readonly spent: number;
}

/** A variant that was on the screen. */
export interface Shown {
  readonly question: string;
  readonly seed: number | null;
}

/** Exams have screens of their own. */
export type Errand =
  | { readonly kind: 'take-exam'; readonly blueprint: string }
  /** One that was left. */
  | { readonly kind: 'go-on-with-exam'; readonly attempt: string };

export interface State {
  readonly screen: Screen | null;
  readonly lane: Lane;
  readonly answered: readonly Answered[];
  /** Every question of this session with its variant, answered or passed over, the newest last. */
  readonly shown: readonly Shown[];
  /** What was handed in, or tried to be, in fields that can have it again; the newest last. */
  readonly typed: readonly TypedReply[];
  /** The question that was on the screen when the session was left, for when it is taken up again. */
  readonly open: Open | null;
  readonly help: boolean;
  /** Shown over the question or the mark: why this question now. */
  readonly why: boolean;
  /** First visible line of the body; null lets the view keep the focus in sight. */
  readonly scroll: number | null;
  /** What `scroll` was before the help or the reason lay over the screen, to go on reading there; the topmost last. */
  readonly beneath?: readonly (number | null)[];
  /** One line about what just happened. */
  readonly notice: string | null;
  /** Whether leaving a session goes back to the home screen. */
  readonly fromHome: boolean;
  /** What is to be done elsewhere before the home screen comes back; null where nothing is. */
  readonly errand: Errand | null;
  /** The session is over: it was left, or broken off with Ctrl-C. */
  readonly over: 'left' | 'interrupted' | null;
}
