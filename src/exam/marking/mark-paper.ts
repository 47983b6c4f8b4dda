import type { AnswerKey } from '../../answers/answers.ts';
import type { PartMark } from '../../answers/kind.ts';
import { markVariant } from '../../bank/marking.ts';
import type { Form, FormPart, FormQuestion } from '../form.ts';
import type { Person } from '../paper.ts';
import { ownReply } from '../reorder.ts';
import type { PaperRow } from './replies.ts';

/** Marks what one person wrote, against the form that this person had. */

/** An option of a choice, as it was printed. */
export interface Ticked {
  /** Markdown. */
  readonly text: string;
  readonly right: boolean;
  readonly ticked: boolean;
}

export interface MarkedPart {
  /** `1.3`, `2.1a` */
  readonly label: string;
  /** As the question names it. */
  readonly name: string;
  readonly credits: number;
  readonly earned: number;
  readonly state: 'read' | 'blank' | 'unreadable';
  /** As it was typed. */
  readonly reply: string;
  /** Why it could not be read. */
  readonly error: string | null;
  /** The tag of a misconception that was recognised. */
  readonly mistake: string | null;
  /** Marked against an own earlier value. */
  readonly carried: boolean;
  /** null where there is nothing to tick, or what was ticked could not be read. */
  readonly options: readonly Ticked[] | null;
}

export interface MarkedQuestion {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly credits: number;
  readonly earned: number;
  readonly parts: readonly MarkedPart[];
}

interface MarkedProblem {
  /** From 1. */
  readonly number: number;
  readonly credits: number;
  readonly earned: number;
  readonly questions: readonly MarkedQuestion[];
}

export interface MarkedPaper {
  /** Line of the table. */
  readonly line: number;
  readonly person: Person;
  /** A, B … */
  readonly form: string;
  readonly problems: readonly MarkedProblem[];
  readonly credits: number;
  readonly earned: number;
  readonly passed: boolean;
  /** Cells with something in them, for which this form has no place. */
  readonly stray: readonly { readonly label: string; readonly reply: string }[];
}

/** Sums of halves and thirds meet the line in spite of rounding. */
const ROUNDING = 1e-9;

/** @param pass credits that pass the exam */
export function markPaper({ line, person, replies }: PaperRow, form: Form, pass: number): MarkedPaper {
  const problems = form.problems.map(({ number, questions }): MarkedProblem => {
    const marked = questions.map(question => markQuestion(question, replies));
    return { number, ...sums(marked), questions: marked };
  });
  const labels = new Set(labelsOf(form));
  const stray = [...replies].flatMap(([label, reply]) =>
    reply.trim() === '' || labels.has(label) ? [] : [{ label, reply }],
  );
  const { credits, earned } = sums(problems);
  return { line, person, form: form.name, problems, credits, earned, passed: earned >= pass - ROUNDING, stray };
}

/** The places for answers, in the order printed. */
export function labelsOf({ problems }: Form): readonly string[] {
  return problems.flatMap(({ questions }) => questions.flatMap(({ parts }) => parts.map(({ label }) => label)));
}

function markQuestion(question: FormQuestion, replies: ReadonlyMap<string, string>): MarkedQuestion {
  const { id, number, order, variant, parts } = question;
  const typed = parts.map(({ label }) => replies.get(label) ?? '');
  const shares = parts.map((part, i) => shareOf(typed[i] as string, part));
  const own = typed.map((reply, i) => {
    const key = variant.parts[i]?.key;
    return key === undefined || shares[i] !== null ? '' : ownReply(reply, key, order);
  });
  const mark = markVariant(variant, own);
  const marked = parts.map((part, i): MarkedPart => {
    const reply = typed[i] as string;
    const share = shares[i] ?? null;
    return share === null
      ? markedPart(part, reply, mark.parts[i] as PartMark, variant.parts[i]?.key as AnswerKey)
      : { ...blank(part, reply), earned: part.credits * share, state: 'read' };
  });
  return { id, number, title: variant.template.title, ...sums(marked), parts: marked };
}

function blank({ label, name, credits }: FormPart, reply: string): MarkedPart {
  return {
    label,
    name,
    credits,
    earned: 0,
    state: 'blank',
    reply,
    error: null,
    mistake: null,
    carried: false,
    options: null,
  };
}

/** @param key the variant's own, whose labels the mark names */
function markedPart(part: FormPart, reply: string, mark: PartMark, key: AnswerKey): MarkedPart {
  const { credit, error, mistake, carried, readAs } = mark;
  return {
    ...blank(part, reply),
    earned: part.credits * credit,
    state: error !== null ? 'unreadable' : readAs === null ? 'blank' : 'read',
    error,
    mistake,
    carried,
    options: key.kind === 'choice' && readAs !== null ? ticked(key.options, readAs) : null,
  };
}

function ticked(
  options: readonly { label: string; text: string; right: boolean }[],
  readAs: string,
): readonly Ticked[] {
  const labels = new Set(readAs.split(','));
  return options.map(({ label, text, right }) => ({ text, right, ticked: labels.has(label) }));
}

const FRACTION = /^(\d{1,3}(?:[.,]\d{1,3})?)\s*\/\s*(\d{1,3}(?:[.,]\d{1,3})?)$/;

/**
 * Of free text, credits can be given outright, as 2/3: two of three credits. A plain 2 is the second point of the scheme.
 *
 * @returns 0 … 1; null where the cell says it in another way
 */
function shareOf(reply: string, { key, credits }: FormPart): number | null {
  if (key.kind !== 'rubric') return null;
  const [, given, of] = FRACTION.exec(reply.trim())?.map(text => Number(text.replace(',', '.'))) ?? [];
  if (given === undefined || of === undefined || Math.abs(of - credits) > ROUNDING || given > of) return null;
  return given / of;
}

function sums(pieces: readonly { readonly credits: number; readonly earned: number }[]): {
  credits: number;
  earned: number;
} {
  return {
    credits: pieces.reduce((sum, { credits }) => sum + credits, 0),
    earned: pieces.reduce((sum, { earned }) => sum + earned, 0),
  };
}
