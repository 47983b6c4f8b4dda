import type { SpokenLine } from './reader-words.ts';
import type { Room } from './view.ts';

/** What a listener is to hear of a screen. */

export interface HeardLine extends SpokenLine {
  /** In the field, or in what is under the cursor. */
  readonly inFocus: boolean;
  /** Left to be said as what is current: a field by itself. */
  readonly isField: boolean;
}

export interface Heard {
  /** What the screen is about; what belongs to another is heard from the beginning. */
  readonly scene: readonly unknown[];
  readonly place: string;
  readonly body: readonly HeardLine[];
  /** Messages and what is known about the answer. */
  readonly panel: readonly HeardLine[];
  /** What was objected to, if anything: the same words can be said of another attempt. */
  readonly objection: unknown;
  /** What is under the cursor, and which of how many it is; empty where there is no cursor. */
  readonly current: string;
  readonly keys: readonly string[];
}

/** No line is broken: terminals and readers do that themselves. */
export const UNLIMITED: Room = { columns: 10_000, rows: 10_000, side: 0, spoken: true };
