import type { Problem } from '../../bank/problem.ts';
import type { Template } from '../../bank/template.ts';
import type { Variant } from '../../bank/variant.ts';

/** What an author sees of the question file that is being written. */

/** Why there is nothing new to be shown of the file. */
export type Trouble =
  | { readonly kind: 'missing' }
  /** In the words of the file system. */
  | { readonly kind: 'unreadable'; readonly message: string }
  /** It is no question, or its numbers at this seed are none. */
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** What a linter says of a question that can be drawn. */
export interface Warning {
  readonly line: number;
  readonly column?: number;
  readonly rule: string;
  readonly message: string;
  readonly seed: number | null;
}

export interface PreviewState {
  readonly id: string;
  /** As messages name it. */
  readonly file: string;
  /** null: the given variant. */
  readonly seed: number | null;
  /** The seed that was looked at last, to go on from after the given variant. */
  readonly lastSeed: number;
  /** The file as it was read last, or before it was taken away. */
  readonly text: string;
  /** Of the file, when it was last a question. */
  readonly template: Template | null;
  /** The last that could be drawn; of another seed, or of an earlier text, where there is trouble. */
  readonly variant: Variant | null;
  /** With the file … */
  readonly trouble: Trouble | null;
  /** … and with drawing at this seed. */
  readonly undrawn: Trouble | null;
  /** null: not looked for yet. */
  readonly warnings: readonly Warning[] | null;
  /** First line to be seen, as far as there are lines. */
  readonly scroll: number;
  /** First line of the help to be seen; null: it is not open. */
  readonly help: number | null;
  /** What just happened. */
  readonly notice: string | null;
  readonly over: 'left' | 'interrupted' | null;
}

/** The file, as the outer world found it. */
export type Found = { readonly text: string } | { readonly missing: true } | { readonly error: string };

export type PreviewAction = 'next' | 'previous' | 'given' | 'help' | 'back' | 'quit';

export type PreviewEvent =
  | { readonly type: 'found'; readonly found: Found }
  | { readonly type: 'action'; readonly action: PreviewAction }
  /** `furthest` is the last useful position, which only the view knows. */
  | { readonly type: 'scroll'; readonly to: number; readonly furthest: number }
  /** `hash`: of the file that was looked at, which may have changed since. */
  | { readonly type: 'checked'; readonly hash: string; readonly warnings: readonly Warning[] };
