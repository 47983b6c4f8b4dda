/** What every kind of answer has in common. */

/** A reply as it was understood. Reading never throws, and a reply that cannot be read costs nothing. */
export type Reading<Reply> =
  | { readonly status: 'read'; readonly reply: Reply; readonly readAs: string }
  | { readonly status: 'empty' }
  | { readonly status: 'unreadable'; readonly reason: string; readonly position: number };

/** What a reply earned, without what reading it has told already. */
export interface Judgement {
  /** 0 … 1 */
  readonly credit: number;
  /** The tag of the misconception that the reply shows, if one was recognised. */
  readonly mistake: string | null;
  /** Markdown. */
  readonly comment: string | null;
}

/** The mark of one part: the shape that scripts see. */
export interface PartMark extends Judgement {
  readonly name: string;
  readonly readAs: string | null;
  /** Why the reply could not be read, with the position in it. */
  readonly error: string | null;
  /** Marked against the student's own earlier value. */
  readonly carried: boolean;
}

/** Plain data: `key` is what the log keeps, the rest goes with it where a question is shown to scripts. */
export type KeyData = Readonly<Record<string, unknown>> & { readonly key: unknown };

/** A kind of answer. `Key` holds all that marking needs; `Reply` is what was understood. */
export interface AnswerKind<Key, Reply> {
  readonly read: (text: string, key: Key) => Reading<Reply>;
  readonly mark: (reply: Reply, key: Key) => Judgement;
  /** The right reply, in a notation that `read` understands. */
  readonly print: (key: Key) => string;
  /** The key, and what else of it scripts are to see. */
  readonly data: (key: Key) => KeyData;
  /** The right answer for a reader: Markdown. */
  readonly show: (key: Key) => string;
}
