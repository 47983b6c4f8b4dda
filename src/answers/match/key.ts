/** Blanks of a figure to be labelled, or terms to be paired with their meanings. */

export interface MatchBlank {
  /** 1, 2, 3 … as in the figure. */
  readonly label: string;
  /** Markdown: the term; empty where the figure says what it is. */
  readonly text: string;
  /** The label of the option that belongs here. */
  readonly answer: string;
  readonly why: string | null;
}

interface MatchOption {
  /** a, b, c … in the order shown. */
  readonly label: string;
  readonly text: string;
}

export interface MatchKey {
  readonly kind: 'match';
  readonly blanks: readonly MatchBlank[];
  /** Each may be used several times, or not at all. */
  readonly options: readonly MatchOption[];
}

/** The option chosen for each blank, in the order of the blanks; null where nothing was chosen. */
export type MatchReply = readonly (string | null)[];
