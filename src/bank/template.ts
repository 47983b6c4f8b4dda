import { type Answer, authorOf } from '../answers/authors.ts';
import type { Located, Place } from '../language/located.ts';
import type { TemplateFacts } from './facts.ts';

/** A question as it was written: everything drawn and computed is still a formula. Plain data, so that it can be stored. */

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
  /** Markdown with values in it. */
  readonly why: Located | null;
}

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

/** A rule of the linter that is broken on purpose, and why. */
interface Allowance extends Place {
  readonly rule: string;
  readonly reason: string;
}

export interface Template extends TemplateFacts {
  /** As errors name it. */
  readonly file: string;
  /** Where each key of the front matter stands. */
  readonly keys: Readonly<Record<string, Place>>;
  /** Why there are not many different variants; null where there are, or should be. */
  readonly fewer: string | null;
  /** Rules of the linter that may be broken here. */
  readonly allow: readonly Allowance[];
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
export function isRandomized(template: TemplateFacts): boolean {
  return (
    Object.keys(template.vars).length > 0 || template.parts.some(({ answer }) => authorOf(answer).shuffles(answer))
  );
}
