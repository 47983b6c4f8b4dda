/** Lines of a derivation or of a proof, to be put in order. */

export interface OrderBlank {
  /** The solution as it is shown: Markdown. */
  readonly answer: string;
  /** Texts that are right as well. */
  readonly accepts: readonly string[];
}

export interface OrderLine {
  /** 1, 2, 3 … in the order shown, which is shuffled. */
  readonly label: string;
  /** The author's own name of the line, for tags and statistics. */
  readonly name: string;
  /** Markdown; a hidden piece is shown as ▢. */
  readonly text: string;
  /** The labels of the lines that it rests on directly. */
  readonly after: readonly string[];
  /** Markdown: why it must come after those; of a decoy, why it is wrong. */
  readonly why: string | null;
  readonly decoy: boolean;
  /** What is hidden in the line and has to be filled in. */
  readonly blank: OrderBlank | null;
}

export interface OrderKey {
  readonly kind: 'order';
  readonly lines: readonly OrderLine[];
}

export interface OrderReply {
  /** The lines in the order given, each at most once. */
  readonly labels: readonly string[];
  /** What was filled in, by the label of the line, in the order shown. */
  readonly fills: ReadonlyMap<string, string>;
}

/** How a hidden piece of a line is shown. */
export const HIDDEN = '▢';
/** More lines than this are no exercise, and the search for the nearest right order is exact up to here. */
export const MOST_LINES = 16;
/** Characters of all blanks together: what was read is repeated in one line. */
export const LONGEST_FILLS = 150;

/** What a student could type for a blank. */
export function typed({ answer, accepts }: OrderBlank): string {
  return (accepts[0] ?? answer).trim().replaceAll(/\s+/g, ' ');
}
