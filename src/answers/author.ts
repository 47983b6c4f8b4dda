import type { ObjectEntries } from 'valibot';
import type { Node } from '../compute/node.ts';
import type { Located, Place } from '../language/located.ts';

/** How an author writes answers of a kind in a question file, and how a key is made of what was written. */

/** An option of a task list in the body: `- [x] right`, `- [ ] wrong`. */
export interface OptionTemplate {
  readonly text: Located;
  /** true, false, or a formula over the variables. */
  readonly right: boolean | Located;
  readonly why: Located | null;
}

/** What stands in the question file beside the fields themselves. */
export interface Written {
  /** A text of these fields with its place, by its keys: `textAt(fields.number, 'number')`. */
  readonly textAt: (text: string, ...keys: readonly (string | number)[]) => Located;
  /** Takes the next task list of the body; null where there is none left. */
  readonly takeOptions: () => readonly OptionTemplate[] | null;
  /** What cannot be: it is reported with its place, by its keys. */
  readonly refuse: (message: string, ...keys: readonly (string | number)[]) => never;
}

/** A misconception about a part whose answer is computed, with what it leads to. */
export interface Misconception extends Place {
  /** null where it leads to no value at all. */
  readonly node: Node | null;
  readonly tag: string;
  readonly because: string;
}

/** A misconception about a part whose answer is not computed: what it makes a student write. */
export interface ToldMistake extends Place {
  readonly value: Located;
  readonly tag: string;
  readonly because: string;
}

/** Whole numbers from `low` to `high`, both included, one after another. */
export type Stream = (low: number, high: number) => number;

/** One variant in the making, as seen from one of its parts. */
export interface Making {
  /** The value of a formula. */
  readonly evaluate: (formula: Located) => Node;
  /** A text with its values in place. */
  readonly fill: (text: Located) => string;
  /** A formula of the student's grammar with its values in place, in parentheses where they need them. */
  readonly fillFormula: (text: Located) => string;
  /** What is drawn beside the variables; null in the given variant, where options are as they stand. */
  readonly next: Stream | null;
  /** For orders that must not be the author's, not even in the given variant. */
  readonly shuffle: Stream;
  /** What may be hidden to make a question harder; null where everything is to be seen. */
  readonly fade: Stream | null;
  /** The author's mistakes that bear on an answer that is this node. */
  readonly misconceptions: (node: Node) => readonly Misconception[];
  /** The author's mistakes of this part whose `value` is no formula. */
  readonly told: readonly ToldMistake[];
  /** These numbers will not do: others are drawn. It is an error of the file where they are the given ones. */
  readonly reject: (message: string, place: Place) => never;
  /** The same, but the given numbers are taken as they are. */
  readonly object: (message: string, place: Place) => void;
  /** Whatever numbers are drawn, the file is wrong. */
  readonly refuse: (message: string, place: Place) => never;
}

/** The author's side of a kind of answer. */
export interface Author<Fields, Answer, Key> {
  /** The keys of its front matter. The kind's own name is among them. */
  readonly fields: ObjectEntries;
  readonly read: (fields: Fields, written: Written) => Answer;
  readonly formulas: (answer: Answer) => readonly Located[];
  /** Markdown with values in it. */
  readonly texts: (answer: Answer) => readonly Located[];
  /** What is wrong with it at any seed. */
  readonly problems: (answer: Answer) => readonly (Place & { readonly message: string })[];
  /** Whether replies can be compared with the author's mistakes. */
  readonly recognises: boolean;
  /** Two variants with the same numbers may look different. */
  readonly shuffles: (answer: { readonly asChoice?: boolean }) => boolean;
  /** Its credits where the question does not say; 1 unless told. */
  readonly worth?: (answer: Answer) => number;
  /** Pieces of it may be hidden as skill grows. */
  readonly fades?: (answer: Answer) => boolean;
  /** The computed answer: what mistakes and a student's own earlier values are put into. Absent where nothing is computed. */
  readonly node?: (answer: Answer, name: string, making: Making) => Node;
  /** @param node the computed answer, for kinds that have one */
  readonly key: (answer: Answer, making: Making, node: Node | null) => Key;
}
