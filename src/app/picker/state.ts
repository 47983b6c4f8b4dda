/** Choosing what to drill: a search over topics and questions. */

export interface PickerScreen {
  readonly name: 'picker';
  /** What is typed. */
  readonly query: string;
  /** Best first. */
  readonly found: readonly Found[];
  /** The one under the cursor. */
  readonly row: number;
}

/** A topic or a question. */
export interface Found {
  /** What a drill would take: a topic's path or a question's id. */
  readonly place: string;
  readonly kind: 'topic' | 'question';
  readonly title: string;
}
