/** Where an answer is written on paper: what stands there, and what belongs in each place. Texts are Markdown. */

export type AnswerSpace = LineSpace | PageSpace | BoxesSpace | GridSpace | OrderSpace | PairsSpace;

/** A single line. */
interface LineSpace {
  readonly kind: 'line';
  /** What may stand on it, where that is not plain. */
  readonly note: string | null;
}

/** Lines for free text. */
interface PageSpace {
  readonly kind: 'page';
  readonly lines: number;
}

/** Boxes to tick. */
export interface BoxesSpace {
  readonly kind: 'boxes';
  /** Any number of them may be right; else exactly one is. */
  readonly many: boolean;
  readonly options: readonly { readonly label: string; readonly text: string; readonly right: boolean }[];
  /** How ticks become credit, where it is not all or nothing. */
  readonly note: string | null;
}

/** Cells for numbers or names. */
export interface GridSpace {
  readonly kind: 'grid';
  /** Headings; empty where there are none. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** null where no row has one. */
    readonly heading: string | null;
    /** What belongs in each cell. */
    readonly cells: readonly string[];
  }[];
}

/** Lines to be numbered. */
export interface OrderSpace {
  readonly kind: 'order';
  readonly lines: readonly {
    readonly label: string;
    readonly text: string;
    /** With what was hidden in it. */
    readonly filled: string;
    /** From 1; null for a line that does not belong. */
    readonly place: number | null;
  }[];
}

/** Blanks, each to be given the letter of an option. */
export interface PairsSpace {
  readonly kind: 'pairs';
  readonly blanks: readonly { readonly label: string; readonly text: string; readonly answer: string }[];
  readonly options: readonly { readonly label: string; readonly text: string }[];
}
