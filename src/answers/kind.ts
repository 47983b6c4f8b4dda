import type { Tensor } from '../compute/tensor.ts';
import type { AnswerSpace } from './space.ts';

/** What every kind of answer has in common. */

/** A reply as it was understood. Reading never throws, and a reply that cannot be read costs nothing. */
export type Reading<Reply> =
  | {
      readonly status: 'read';
      readonly reply: Reply;
      /** Plain text that reads as the same reply again. */
      readonly readAs: string;
      /** LaTeX of what was understood, where text alone is hard to check. */
      readonly tex?: string;
    }
  | { readonly status: 'empty' }
  | {
      readonly status: 'unreadable';
      readonly reason: string;
      /** 0-based offset into the text. */
      readonly position: number;
    };

/** What a reply earned, without what reading it has told already. */
export interface Judgement {
  /** 0 … 1 */
  readonly credit: number;
  /** The tag of the misconception that the reply shows, if one was recognised. */
  readonly mistake: string | null;
  /** Markdown. */
  readonly comment: string | null;
  /** Of a reply of several cells, in the order of its numbers: which of them are right. */
  readonly cells?: readonly boolean[];
}

/** The mark of one part: the shape that scripts see. */
export interface PartMark extends Judgement {
  readonly name: string;
  readonly readAs: string | null;
  /** Why the reply could not be read, with the position in it. */
  readonly error: string | null;
  /** Marked against the student's own earlier value. */
  readonly carried: boolean;
  /** Marked by the student, not by the program: such credit is kept apart. */
  readonly self: boolean;
}

/** A misconception that replies can show. */
export interface KnownMistake {
  /** What it leads to, in the form of the key, as scripts see it. */
  readonly value: unknown;
  /** The same for a reader: Markdown. */
  readonly shown: string;
  readonly tag: string;
  /** Markdown. */
  readonly because: string;
}

/** Plain data: `key` is what the log keeps, the rest goes with it where a question is shown to scripts. */
export type KeyData = Readonly<Record<string, unknown>> & { readonly key: unknown };

/** What stands for numbers that the key accepts: its own, or those of the reply. */
export type Accepted = 'as keyed' | 'as given';

/** A kind of answer. `Key` holds all that marking needs, as plain data; `Reply` is what was understood. */
export interface AnswerKind<Key, Reply> {
  /** Set where the reply holds what students grant themselves. */
  readonly self?: true;
  readonly read: (text: string, key: Key) => Reading<Reply>;
  readonly mark: (reply: Reply, key: Key) => Judgement;
  /** The right reply, in a notation that `read` understands. */
  readonly print: (key: Key) => string;
  /** The key, and what else of it scripts are to see. */
  readonly data: (key: Key) => KeyData;
  /** The right answer for a reader: Markdown. */
  readonly show: (key: Key) => string;
  /** What stands below the question on paper, for the answer to be written on, and what belongs there. */
  readonly space: (key: Key) => AnswerSpace;
  /** The misconceptions that can be recognised, in the author's order. */
  readonly mistakes?: (key: Key) => readonly KnownMistake[];
  /** For whoever writes or checks a question: why its options, lines or pairs are right or wrong. Markdown. */
  readonly reasons?: (key: Key) => readonly string[];
  /** The numbers of a reply, for later parts that rest on them. */
  readonly numbers?: (reply: Reply, key: Key, accepted: Accepted) => Tensor;
}
