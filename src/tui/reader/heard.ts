import { literal } from '../styled.ts';
import type { Room } from '../view.ts';
import { heardLine } from './markdown.ts';
import { type SpokenLine, spokenLine } from './words.ts';

/** What a listener is to hear of a screen. */

export interface HeardLine extends SpokenLine {
  /** In the field, or in what is under the cursor. */
  readonly inFocus: boolean;
  /** Left to be said as what is current: a field by itself. */
  readonly isField: boolean;
}

/** What a key turns on and off, where a screen shows it by a sign or by a line that goes. */
interface Toggle {
  readonly is: boolean;
  /** Said when it is turned; empty where the screen itself has words for it. */
  readonly on: string;
  readonly off: string;
}

export interface Heard {
  /** What the screen is about; what belongs to another is heard from the beginning. */
  readonly scene: readonly unknown[];
  readonly place: string;
  readonly body: readonly HeardLine[];
  /** What is known about the answer. */
  readonly panel: readonly HeardLine[];
  /** What just happened. */
  readonly notice: readonly HeardLine[];
  /** As many in each state of a screen. */
  readonly toggles: readonly Toggle[];
  /** What was objected to, if anything: the same words can be said of another attempt. */
  readonly objection: unknown;
  /** What is under the cursor, and which of how many it is; empty where there is no cursor. */
  readonly current: string;
  readonly keys: readonly string[];
}

/** Where one is. In a drill of one question its name is that of the place. */
export function heardPlace({ place, corner }: { readonly place: string; readonly corner: string }): string {
  const beside = place.endsWith(` ${corner}`) ? '' : corner;
  return ['dl-tutor', ...place.split(' · '), beside].filter(Boolean).join(', ');
}

/** No line is broken: terminals and readers do that themselves. */
export const UNLIMITED: Room = { columns: 10_000, rows: 10_000, side: 0, spoken: true };

/** Nothing where a text over the screen is read. */
export function heardNotice({
  notice,
  help,
}: {
  readonly notice: string | null;
  readonly help: boolean;
}): readonly HeardLine[] {
  if (notice === null || help) return [];
  return literal(heardLine(notice), UNLIMITED.columns)
    .map(line => ({ ...spokenLine(line), inFocus: false, isField: false }))
    .filter(({ text }) => text !== '');
}
