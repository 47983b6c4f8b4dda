import type { TextEntry } from '../entries/text.ts';
import type { Standing } from '../standing.ts';

/** Choosing what to drill: a search over topics and questions. */

export interface PickerScreen {
  readonly name: 'picker';
  /** What is typed. */
  readonly entry: TextEntry;
  /** Best first: topics, then questions; what is typed in full comes before all others. */
  readonly found: readonly Found[];
  /** How many there are, those that are not listed included. */
  readonly total: number;
  /** What was searched for where nothing is spelled as it was typed; null otherwise. */
  readonly read: string | null;
  /** The one under the cursor. */
  readonly row: number;
}

export type Found = FoundTopic | FoundQuestion;

export interface FoundTopic {
  readonly kind: 'topic';
  /** What a drill takes, as with questions. */
  readonly place: string;
  /** Positions in the place that were searched for. */
  readonly marks: readonly number[];
  readonly questions: number;
  readonly known: number;
  readonly due: number;
  /** Rated at least once. */
  readonly met: number;
  /** The mean chance that what was met of it is recalled now; null where nothing was. */
  readonly recall: number | null;
  /** The first questions that it has. */
  readonly members: readonly Member[];
}

interface Member {
  readonly title: string;
  readonly standing: Standing;
}

export interface FoundQuestion extends Member {
  readonly kind: 'question';
  readonly place: string;
  /** Positions in the title, and in the place. */
  readonly titleMarks: readonly number[];
  readonly marks: readonly number[];
  readonly topics: readonly string[];
  readonly source: readonly string[];
  readonly requires: readonly string[];
  readonly credits: number;
  readonly minutes: number | null;
  /** The credit (0 … 1) of the last answer; null where there is none. */
  readonly last: number | null;
}
