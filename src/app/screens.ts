import type { Mark } from '../answers/parts.ts';
import type { Variant } from '../bank/variant.ts';
import type { Forecast } from '../schedule/memory.ts';
import type { RatingReason } from '../schedule/rating.ts';
import type { Card, Rating } from '../schedule/review.ts';
import type { Usual } from '../schedule/speed.ts';
import type { Statistics } from '../schedule/statistics/statistics.ts';
import type { AsideRow } from './aside/advice.ts';
import type { BrowserScreen, Look } from './browser/state.ts';
import type { Edits } from './entries/edits.ts';
import type { Entry } from './entries/entries.ts';
import type { ExamsScreen } from './exams/state.ts';
import type { HistoryScreen, PastScreen } from './history/state.ts';
import type { Home } from './home.ts';
import type { Insight } from './insight.ts';
import type { PickerScreen } from './picker/state.ts';
import type { PlanScreen } from './plan/state.ts';
import type { Pad } from './scratch/pad.ts';
import type { SettingsScreen } from './settings/state.ts';
import type { Steps } from './steps.ts';

/** What can be on the screen, as plain data. */

/** A question with what is known about it when it is shown. */
export interface Presented {
  readonly variant: Variant;
  readonly card: Card | null;
  /** How long a right answer usually takes this student. */
  readonly usual: Usual;
  /** What is left of the session, this question included; null in the practice lanes, which have no end. */
  readonly left: Left | null;
  readonly insight: Insight;
}

export interface Left {
  /** Not asked yet today. */
  readonly questions: number;
  /** To be repeated, as they were not known; every wrong answer adds one. */
  readonly again: number;
  /** How long all of them will probably take. */
  readonly ms: number;
  /** Time decides how many they are: who is quick is asked more. */
  readonly timed: boolean;
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
  /** What can be undone, one a part; left out before anything was done. */
  readonly edits?: readonly Edits[];
  /** The scratch pad; left out as long as it was never opened. */
  readonly pad?: Pad;
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
  /** It was left and taken up again, so it is read a second time. */
  readonly reread: boolean;
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
  /** Why the program rated as it did, where the credit alone does not say. */
  readonly because: RatingReason | null;
  readonly forecasts: Readonly<Record<Rating, Forecast>> | null;
  /** The solution as it is gone through step by step, once that was begun. */
  readonly steps: Steps | null;
}

/** What the schedule leaves out. */
export interface AsideScreen {
  readonly name: 'aside';
  readonly rows: readonly AsideRow[];
  /** The one under the cursor. */
  readonly row: number;
  /** Its question, with the source's own numbers. */
  readonly look?: Look;
}

export interface StatisticsScreen {
  readonly name: 'statistics';
  readonly statistics: Statistics;
  /** Titles of the questions that it names. */
  readonly titles: Readonly<Record<string, string>>;
}

export interface SummaryScreen {
  readonly name: 'summary';
  /** Due at the beginning of the next study day. */
  readonly home: Home;
}

export type Screen =
  | HomeScreen
  | QuestionScreen
  | JudgeScreen
  | MarkScreen
  | SummaryScreen
  | HistoryScreen
  | PastScreen
  | AsideScreen
  | PlanScreen
  | StatisticsScreen
  | PickerScreen
  | BrowserScreen
  | ExamsScreen
  | SettingsScreen;
