import type { KindName } from '../answers/answers.ts';
import type { ChoiceRule } from '../answers/choice/choice.ts';
import type { Place } from '../language/located.ts';

/** What an exam is made of, before anything is drawn. Plain data; credits are in steps of a half. */

export interface Blueprint {
  /** As commands and codes name it: `endterm`, or `rnn+cnn@30` for one made of options. */
  readonly name: string;
  /** As errors name it; null for one made of options. */
  readonly file: string | null;
  /** SHA-256 in hexadecimal of all that it says. */
  readonly hash: string;
  readonly title: string;
  /** Below the title; null for nothing. */
  readonly subtitle: string | null;
  readonly minutes: number;
  /** Of all problems together. */
  readonly credits: number;
  /** Credits that pass it. */
  readonly pass: number;
  /** Lines of the cover sheet, such as examiner, date and room: plain text. */
  readonly details: readonly { readonly label: string; readonly text: string }[];
  /** What may be used: Markdown, one an item. */
  readonly aids: readonly string[];
  /** Markdown, one an item. */
  readonly rules: readonly string[];
  readonly problems: readonly ProblemBlueprint[];
  /** Topics of which each must be asked about in every form. */
  readonly cover: readonly string[];
  /** Where the cover stands in the file. */
  readonly coverAt?: Place;
  /** What no two questions of a form may share: an item of a source document (or else their first topic), or their first topic. */
  readonly ideas: 'source' | 'topic' | 'free';
}

export interface ProblemBlueprint extends Place {
  readonly title: string;
  readonly credits: number;
  /** What its questions have in common: Markdown. */
  readonly story: string | null;
  /** In the order printed, unless the form has an order of its own. */
  readonly slots: readonly Slot[];
  /** Whether a form may put its questions in another order; false where they tell one story. */
  readonly free: boolean;
}

/** Questions to be drawn, or a single one that is fixed. Exactly one of count and worth is set. */
export interface Slot extends Place {
  /** The candidates by their ids; null where the conditions below name them. */
  readonly ids: readonly string[] | null;
  /** Any of these topics, with all that lies below them; empty for all. */
  readonly topics: readonly string[];
  /** Every part is of one of these kinds; empty for all. */
  readonly kinds: readonly KindName[];
  /** Every part is a choice that is marked by this rule; null for any. */
  readonly rule: ChoiceRule | null;
  /** Credits of each question; null for any. */
  readonly each: number | null;
  /** How many questions. */
  readonly count: number | null;
  /** How many credits all of them make up. */
  readonly worth: number | null;
}
