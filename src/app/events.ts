import type { Mark } from '../answers/parts.ts';
import type { RatingReason } from '../schedule/rating.ts';
import type { Attempted, Rating } from '../schedule/review.ts';
import type { AsideRow } from './aside/advice.ts';
import type { BrowserScreen, BrowserWish, Look } from './browser/state.ts';
import type { Edit, EntryAction } from './entries/entry.ts';
import type { ExamsScreen, ExamsWish, WantedExam } from './exams/state.ts';
import type { HistoryNews, HistoryWish } from './history/state.ts';
import type { Home } from './home.ts';
import type { PickerScreen } from './picker/state.ts';
import type { PlanDraft, Planned, PlanScreen } from './plan/state.ts';
import type { MarkScreen, Presented, StatisticsScreen } from './screens.ts';
import type { SettingsScreen, SettingsWish } from './settings/state.ts';
import type { Answered, Lane, Shown } from './state.ts';

/** What happens to a session, and what it asks of the outer world. */

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
  | { readonly type: 'statistics-loaded'; readonly screen: StatisticsScreen }
  | { readonly type: 'planned'; readonly screen: PlanScreen }
  | { readonly type: 'asides-loaded'; readonly rows: readonly AsideRow[] }
  | { readonly type: 'looked'; readonly look: Look }
  | { readonly type: 'undone'; readonly review: string; readonly question: string; readonly title: string }
  | { readonly type: 'history'; readonly news: HistoryNews }
  /** A screen that was asked for, or what became of it. */
  | { readonly type: 'opened'; readonly screen: PickerScreen | BrowserScreen | ExamsScreen | SettingsScreen }
  | { readonly type: 'notice'; readonly text: string };

export type Action =
  | 'study'
  | 'study-minutes'
  | 'more'
  | 'drill'
  | 'history'
  | 'search'
  | 'open'
  | 'replay'
  | 'rows-up'
  | 'rows-down'
  | 'newest'
  | 'why'
  | 'set-aside'
  | 'asides'
  | 'plan'
  | 'statistics'
  | 'find'
  | 'browse'
  | 'exams'
  | 'expect'
  | 'drop-exam'
  | 'settings'
  | 'last-row'
  | 'group-up'
  | 'group-down'
  | 'redraw'
  | 'redraw-back'
  | 'given'
  | 'reveal'
  | 'change'
  | 'change-back'
  | 'reset'
  | 'scratch'
  | 'steps'
  | 'step'
  | 'step-back'
  | 'exam-earlier'
  | 'exam-later'
  | 'exam-week-earlier'
  | 'exam-week-later'
  | 'minutes-fewer'
  | 'minutes-more'
  | 'adopt'
  | 'drop-plan'
  | 'bring-back'
  | 'submit'
  | 'next'
  | 'skip'
  | 'hint'
  | 'guess'
  | 'undo'
  | 'undo-edit'
  | 'redo-edit'
  | 'earlier-reply'
  | 'later-reply'
  | 'take-value'
  | 'edit-page'
  | 'help'
  | 'back'
  | 'quit'
  | EntryAction
  | `rate-${Rating}`;

/** What the outer world is asked to do; most answer with an event. */
export type Effect =
  | { readonly type: 'load-home'; readonly summary: boolean }
  /** `first`: a question to ask before all others; `spent`: time on answers of this session, in milliseconds. */
  | {
      readonly type: 'present';
      readonly lane: Lane;
      readonly shown: readonly Shown[];
      readonly first: string | null;
      readonly spent: number;
    }
  | {
      readonly type: 'record';
      readonly row: Attempted;
      readonly presented: Presented;
      readonly mark: Mark;
      readonly because: RatingReason | null;
    }
  | { readonly type: 'rate'; readonly review: string; readonly rating: Rating }
  | { readonly type: 'undo' }
  | { readonly type: 'history'; readonly wish: HistoryWish }
  | { readonly type: 'set-aside'; readonly question: string }
  | { readonly type: 'bring-back'; readonly question: string }
  | { readonly type: 'load-asides' }
  /** A question as its source has it. */
  | { readonly type: 'look'; readonly question: string }
  | { readonly type: 'load-statistics' }
  /** `cursor`: where it stands in the query, unless at the end; `at`: what is to be under the other one. */
  | { readonly type: 'find'; readonly query: string; readonly cursor?: number; readonly at?: string | null }
  | { readonly type: 'browse'; readonly wish: BrowserWish }
  /** `at`: the exam to be under the cursor. */
  | { readonly type: 'load-exams'; readonly at?: WantedExam }
  | { readonly type: 'exams'; readonly wish: ExamsWish }
  | { readonly type: 'settings'; readonly wish: SettingsWish }
  /** With what the plan in force was made for, unless told. */
  | { readonly type: 'try-plan'; readonly draft: PlanDraft | null }
  | { readonly type: 'adopt-plan'; readonly planned: Planned }
  | { readonly type: 'drop-plan'; readonly planned: Planned }
  | EditPage
  | { readonly type: 'leave' };

/** What an effect answers: at once, or when what it takes has been loaded. */
export type Answer<E> = readonly E[] | Promise<readonly E[]>;

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
