import type { Tone } from '../notation/line.ts';

/** What a piece of text means on a screen; a theme says how that looks. Nothing is said by colour alone. */
export type Token =
  | Tone
  | 'title'
  | 'accent'
  | 'good'
  | 'bad'
  | 'warning'
  | 'muted'
  /** Rules, and the fold between two panes. */
  | 'border'
  | 'key'
  /** The cell that the next character would take. */
  | 'cursor';
