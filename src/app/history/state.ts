import type { TextEntry } from '../entries/text.ts';
import type { Steps } from '../steps.ts';
import type { Past } from './past.ts';
import type { HistoryRow } from './rows.ts';

/** The screens of the history, what they ask of the outer world, and what it reports. */

/** The answers, newest first; of a long history as many as were looked at. */
export interface HistoryScreen {
  readonly name: 'history';
  /** What the answers shown have in them; empty for all of them. */
  readonly query: string;
  /** The search in the making; null while none is typed. */
  readonly search: TextEntry | null;
  readonly rows: readonly HistoryRow[];
  /** There are older ones, which are not loaded yet. */
  readonly more: boolean;
  /** The one under the cursor. */
  readonly row: number;
  /** What was asked and answered there; of another row as long as this one is fetched. */
  readonly look?: Given;
}

/** An answer as it was given, with its question. */
export type Given = Pick<Past, 'variant' | 'agrees' | 'written' | 'mark'>;

/** One old answer. */
export interface PastScreen {
  readonly name: 'past';
  readonly past: Past;
  /** Its solution as it is gone through step by step, once that was begun. */
  readonly steps: Steps | null;
  /** To go back to. */
  readonly list: HistoryScreen;
}

export type HistoryWish =
  | {
      readonly type: 'list';
      readonly query: string;
      /** Only answers written before this review; null for the newest. */
      readonly before: string | null;
      readonly count: number;
      /** The review to stand under the cursor. */
      readonly select: string | null;
    }
  /** What stands beside the list. */
  | { readonly type: 'look'; readonly review: string }
  | { readonly type: 'open'; readonly review: string }
  /** Takes it back, or puts it in force again. */
  | { readonly type: 'turn'; readonly review: string }
  | { readonly type: 'retry'; readonly review: string };

export type HistoryNews =
  | {
      readonly type: 'listed';
      readonly query: string;
      readonly before: string | null;
      readonly rows: readonly HistoryRow[];
      readonly more: boolean;
      readonly select: string | null;
    }
  | { readonly type: 'looked'; readonly given: Given }
  | { readonly type: 'opened'; readonly past: Past }
  | { readonly type: 'turned'; readonly row: HistoryRow; readonly past: Past; readonly text: string }
  /** It can be tried again. */
  | { readonly type: 'ready'; readonly review: string };
