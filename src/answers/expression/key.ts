import type { ExpressionSymbol } from './symbols.ts';

/** A misconception and the formula that it leads to. */
interface ExpressionMistake {
  readonly text: string;
  readonly tag: string;
  /** Markdown. */
  readonly because: string;
}

export interface ExpressionKey {
  readonly kind: 'expression';
  /** In the student's grammar. */
  readonly text: string;
  readonly symbols: readonly ExpressionSymbol[];
  /** Other forms, which the author's checks hold against the first. */
  readonly equivalent: readonly string[];
  readonly mistakes: readonly ExpressionMistake[];
}
