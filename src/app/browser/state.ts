import type { TemplateFacts } from '../../bank/facts.ts';
import type { Variant } from '../../bank/variant.ts';
import type { TextEntry } from '../entries/text.ts';
import type { PickerScreen } from '../picker/state.ts';
import type { Standing } from '../standing.ts';

/** Looking through the bank: a list of questions, and a variant of the one under the cursor. */

export interface BrowserScreen {
  readonly name: 'browser';
  /** Every question, those of a topic next to each other. */
  readonly all: readonly BrowserRow[];
  /** Those that the filter leaves. */
  readonly rows: readonly BrowserRow[];
  /** The one under the cursor. */
  readonly row: number;
  /** In force, also while it is typed. */
  readonly filter: string;
  /** What Escape goes back to: the filter that it was opened with. */
  readonly base: string;
  readonly search: Search | null;
  /** Of the variants to be shown; null: the source's own numbers. */
  readonly seed: number | null;
  /** To go on from after the source's own numbers. */
  readonly lastSeed: number;
  /** The answer, and what belongs to it, is shown. */
  readonly reveal: boolean;
  /** The question is read by itself. */
  readonly reading: boolean;
  readonly look: Look | null;
  /** Where one came from; null: from home. */
  readonly back: PickerScreen | null;
}

/** A filter in the making. */
interface Search {
  readonly entry: TextEntry;
  /** To be in force again if it is given up. */
  readonly before: string;
}

export interface BrowserRow {
  readonly template: TemplateFacts;
  /** First part of its chief topic. */
  readonly group: string;
  /** The kinds of answers that it asks for, each once. */
  readonly kinds: readonly string[];
  readonly standing: Standing;
  /** It is on today's list: due, new, or to be repeated. */
  readonly today: boolean;
}

/** The question under the cursor. */
export interface Look {
  readonly question: string;
  /** Of the variant that was asked for. */
  readonly seed: number | null;
  /** null where it cannot be drawn … */
  readonly variant: Variant | null;
  /** … because of this, with its place in the file. */
  readonly trouble: string | null;
  /** How often it was answered. */
  readonly answers: number;
}

/** What the screen asks of the bank; each is answered with the whole screen. */
export type BrowserWish =
  /** At a question, or with those of a topic alone; null: all of them, from the first on. */
  | { readonly kind: 'open'; readonly at: string | null; readonly back?: PickerScreen }
  /** The cursor has come to another question, or other numbers are wanted. */
  | { readonly kind: 'look'; readonly screen: BrowserScreen }
  /** Something was answered, or set aside. */
  | { readonly kind: 'refresh'; readonly screen: BrowserScreen };
