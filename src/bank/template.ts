/** A question as it was written: everything drawn and computed is still a formula. Plain data, so that it can be stored. */

/** A place in a question file; both are counted from 1. */
export interface Place {
  readonly line: number;
  /** Absent where only the line is known. */
  readonly column?: number;
}

/** From this offset of a text on, its characters follow one another from another place on. */
export interface Run extends Required<Place> {
  readonly from: number;
}

/**
 * A piece of a question file and where it begins. Its characters follow one another in the file, and behind a line break
 * they begin the next line, unless `runs` or `opaque` say otherwise.
 */
export interface Located extends Place {
  readonly text: string;
  readonly runs?: readonly Run[];
  /** Only its beginning is known, because escapes have moved what follows. */
  readonly opaque?: true;
}

/** A number, or a list of numbers; as a last resort a word, which only the text can show. */
export type DrawnValue = number | string | readonly DrawnValue[];

/** How a variable is drawn. Exactly one of pick, int and real is set. */
export interface Draw extends Place {
  readonly tex: string | null;
  /** The value in the source exam. */
  readonly given: DrawnValue;
  readonly pick: readonly DrawnValue[] | null;
  readonly int: readonly [low: number, high: number] | null;
  /** Between whole numbers. */
  readonly step: number;
  readonly real: readonly [low: number, high: number] | null;
  /** Decimals of a real. */
  readonly digits: number;
  /** Side lengths of a tensor of independent draws; empty for a single number. */
  readonly shape: readonly number[];
  readonly not: readonly number[];
}

/** A named step. */
export interface Definition {
  readonly name: string;
  readonly tex: string | null;
  readonly is: Located;
  readonly why: string | null;
}

export interface OptionTemplate {
  readonly text: Located;
  /** true, false, or a formula over the variables. */
  readonly right: boolean | Located;
  readonly why: Located | null;
}

export interface NumberAnswer {
  readonly kind: 'number';
  readonly value: Located;
  readonly tex: string | null;
  /** As written; null for the default. */
  readonly tolerance: string | null;
}

export interface ChoiceAnswer {
  readonly kind: 'choice';
  readonly many: boolean;
  /** How many options of the pool are shown; null for all. */
  readonly show: number | null;
  readonly options: readonly OptionTemplate[];
}

export type Answer = NumberAnswer | ChoiceAnswer;

export interface PartTemplate {
  /** a, b, c … unless named. */
  readonly name: string;
  /** Markdown; empty for the only part of a question. */
  readonly ask: Located;
  readonly credits: number;
  readonly answer: Answer;
}

/** A misconception: the value that it leads to, or the steps that it puts others in place of. */
export interface Mistake extends Place {
  readonly part: string | null;
  readonly value: Located | null;
  readonly instead: readonly (readonly [name: string, formula: Located])[];
  readonly because: Located;
  readonly tag: string | null;
}

export interface Template {
  readonly id: string;
  /** As errors name it. */
  readonly file: string;
  /** Of the whole file's content. */
  readonly hash: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly source: readonly string[];
  readonly credits: number;
  /** Expected time; null where the author gave none. */
  readonly minutes: number | null;
  readonly requires: readonly string[];
  readonly vars: Readonly<Record<string, Draw>>;
  readonly where: readonly Located[];
  readonly let: readonly Definition[];
  readonly parts: readonly PartTemplate[];
  readonly mistakes: readonly Mistake[];
  readonly stem: Located;
  readonly hint: Located | null;
  readonly solution: Located | null;
}

/** Whether two reviews of it can differ: something is drawn, or options are shuffled. */
export function isRandomized(template: Template): boolean {
  return Object.keys(template.vars).length > 0 || template.parts.some(part => part.answer.kind === 'choice');
}
