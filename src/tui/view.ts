import type { StyledLine } from './styled.ts';

/** A screen before it is cut to the window: what scrolls, and what stays. */
export interface View {
  /** Where one is. */
  readonly place: string;
  /** At the right end of the top line. */
  readonly corner: string;
  /** Stays in sight above the body. */
  readonly above?: readonly StyledLine[];
  readonly body: readonly StyledLine[];
  /** Stays in sight below the body. */
  readonly panel: readonly StyledLine[];
  /** What must be in sight unless the student scrolls; where not all of it fits, the last counts most. */
  readonly focus: readonly Range[];
  /** Beside the body, in the room that there is for it: it stands still, and what does not fit is cut off. */
  readonly side?: readonly StyledLine[];
  /** The side is what scrolls, and what the focus is in; the body then has to fit. */
  readonly turnsSide?: boolean;
}

/** Lines of the body. */
export type Range = readonly [first: number, last: number];

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The room that there is for text. */
export interface Room extends Size {
  /** Columns of a second pane beside the text; 0 where there is none. */
  readonly side: number;
  /** It is heard: formulas go on one line, and nothing stands beside something else. */
  readonly spoken: boolean;
}
