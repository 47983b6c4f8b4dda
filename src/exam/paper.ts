import type { KnownMistake } from '../answers/kind.ts';
import type { AnswerSpace } from '../answers/space.ts';
import type { Blueprint } from './blueprint.ts';

/** All that is printed of a form, without any layout: each format sets it in its own way. Texts named so are Markdown. */

type Cover = 'title' | 'subtitle' | 'minutes' | 'credits' | 'pass' | 'details' | 'aids' | 'rules';

export interface Paper extends Pick<Blueprint, Cover> {
  /** With answers, worked steps and credit scheme. */
  readonly solutions: boolean;
  /** Reprints this exam. */
  readonly code: string;
  /** A, B … */
  readonly form: string;
  /** Whose copy it is; null for blanks to fill in. Plain text. */
  readonly person: Person | null;
  readonly problems: readonly PaperProblem[];
}

export interface Person {
  readonly name: string;
  /** A matriculation number, or whatever tells people of one name apart; empty where there is none. */
  readonly id: string;
}

export interface PaperProblem {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly credits: number;
  /** Markdown. */
  readonly story: string | null;
  readonly questions: readonly PaperQuestion[];
}

export interface PaperQuestion {
  /** `1.3` */
  readonly number: string;
  readonly title: string;
  readonly credits: number;
  /** Markdown. */
  readonly stem: string;
  readonly parts: readonly PaperPart[];
  /** Markdown: the worked solution; null where there is none. Printed with the solutions only. */
  readonly solution: string | null;
}

export interface PaperPart {
  /** `a`, or null for the only part of a question. */
  readonly label: string | null;
  /** Markdown; may be empty. */
  readonly ask: string;
  readonly credits: number;
  readonly space: AnswerSpace;
  /**
   * Blank room for the way to the answer, in millimetres: exams ask for it, and whoever marks can tell a slip from a wrong
   * idea. 0 where nothing is worked out. Only for papers that are written on.
   */
  readonly room: number;
  /** Markdown: the right answer with what else is accepted. */
  readonly answer: string;
  /** Markdown, one an item: why options are right or wrong. */
  readonly reasons: readonly string[];
  /** The credit scheme of free text; empty where the part is marked as a whole. */
  readonly scheme: readonly { readonly text: string; readonly credits: number }[];
  /** Common mistakes, with what each leads to. */
  readonly mistakes: readonly KnownMistake[];
}
