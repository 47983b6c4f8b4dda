import type { Line } from '../line.ts';

/** Numbers as a drawing. No sign in it needs colour to be told from another. */
export interface Chart {
  readonly lines: readonly Line[];
  /** The same for listeners, in one sentence. */
  readonly words: string;
}
