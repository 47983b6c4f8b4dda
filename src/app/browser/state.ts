import type { Variant } from '../../bank/variant.ts';

/** Looking through the bank: a list of questions, and a variant of the one under the cursor. */

export interface BrowserScreen {
  readonly name: 'browser';
  readonly rows: readonly BrowserRow[];
  readonly row: number;
  readonly variant: Variant | null;
}

interface BrowserRow {
  readonly question: string;
  readonly title: string;
}

/** What the screen asks of the bank. */
export type BrowserWish = { readonly kind: 'open'; readonly at: string | null };
