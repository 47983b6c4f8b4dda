import type { TextProps } from 'ink';
import type { Tone } from '../notation/line.ts';

/** What a piece of text means on a screen; the theme says how that looks. Nothing is said by colour alone. */
export type Token =
  | Tone
  | 'title'
  | 'accent'
  | 'good'
  | 'bad'
  | 'warning'
  | 'muted'
  | 'key'
  /** The cell that the next character would take. */
  | 'cursor';

type Look = Pick<TextProps, 'color' | 'bold' | 'italic' | 'dimColor' | 'underline'>;

export const theme: Readonly<Record<Token, Look>> = {
  strong: { bold: true },
  emphasis: { italic: true },
  code: { color: 'yellow' },
  math: {},
  heading: { bold: true, underline: true },
  dim: { dimColor: true },
  title: { bold: true },
  accent: { color: 'cyan', bold: true },
  good: { color: 'green', bold: true },
  bad: { color: 'red', bold: true },
  warning: { color: 'yellow' },
  muted: { dimColor: true },
  key: { color: 'cyan' },
  // The terminal's own cursor stands here.
  cursor: {},
};
