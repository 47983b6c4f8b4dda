export interface RubricPoint {
  /** Markdown: what must be said. */
  readonly text: string;
  readonly credits: number;
}

export interface RubricKey {
  readonly kind: 'rubric';
  readonly points: readonly RubricPoint[];
  /** Markdown: an answer that earns every point; null where the points say enough. */
  readonly model: string | null;
}

/** Which of the key's points are granted, in their order. */
export type Granted = readonly boolean[];
