import type { AnswerKey } from '../../answers/answers.ts';
import type { PartMark } from '../../answers/kind.ts';
import { markVariant } from '../../bank/marking.ts';
import type { Form, FormPart, FormQuestion } from '../form.ts';
import type { Person } from '../paper.ts';
import { ownReply } from '../reorder.ts';
import { type Decimals, withPoint } from './decimals.ts';
import type { PaperRow } from './replies.ts';
import { adviceOn, doubtOf, shareOf } from './rubric-cell.ts';

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
  /** Whether it was read with a point in place of its comma. */
  readonly comma: boolean;
  /** Why it could not be read, or why somebody should look at it though it is empty. */
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

/**
 * @param pass credits that pass the exam
 * @param decimals as the table writes them
 */
export function markPaper(
  { line, person, replies }: PaperRow,
  form: Form,
  pass: number,
  decimals: Decimals,
): MarkedPaper {
  const problems = form.problems.map(({ number, questions }): MarkedProblem => {
    const marked = questions.map(question => markQuestion(question, replies, decimals));
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

function markQuestion(
  question: FormQuestion,
  replies: ReadonlyMap<string, string>,
  decimals: Decimals,
): MarkedQuestion {
  const { id, number, order, variant, parts } = question;
  const cells = parts.map((part): Cell => cellOf(part, replies.get(part.label) ?? '', decimals));
  const own = cells.map(({ read, settled }, i) => {
    const key = variant.parts[i]?.key;
    return key === undefined || settled !== null ? '' : ownReply(read, key, order);
  });
  const mark = markVariant(variant, own);
  const marked = cells.map((cell, i): MarkedPart => {
    const { part, reply, settled } = cell;
    if (settled !== null) return { ...blank(part, reply), ...settled };
    const read = markedPart(part, reply, mark.parts[i] as PartMark, variant.parts[i]?.key as AnswerKey);
    return { ...read, comma: cell.read !== reply };
  });
  return { id, number, title: variant.template.title, ...sums(marked), parts: marked };
}

interface Cell {
  readonly part: FormPart;
  /** As it was typed. */
  readonly reply: string;
  /** As it is to be read. */
  readonly read: string;
  /** Of free text: what is known without reading points; else null. */
  readonly settled: Pick<MarkedPart, 'earned' | 'state' | 'error'> | null;
}

function cellOf(part: FormPart, reply: string, decimals: Decimals): Cell {
  const read = withPoint(reply, part, decimals);
  if (part.key.kind !== 'rubric') return { part, reply, read, settled: null };
  const [share, doubt] = [shareOf(reply, part), doubtOf(reply, part)];
  if (share !== null)
    return { part, reply, read, settled: { earned: part.credits * share, state: 'read', error: null } };
  return { part, reply, read, settled: doubt === null ? null : { earned: 0, state: 'unreadable', error: doubt } };
}

function blank({ label, name, credits }: FormPart, reply: string): MarkedPart {
  return {
    label,
    name,
    credits,
    earned: 0,
    state: 'blank',
    reply,
    comma: false,
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
    error: errorOf(part, error, readAs),
    mistake,
    carried,
    options: key.kind === 'choice' && readAs !== null ? ticked(key.options, readAs) : null,
  };
}

function errorOf(part: FormPart, error: string | null, readAs: string | null): string | null {
  if (error !== null) return part.key.kind === 'rubric' ? `${error}; ${adviceOn(part)}` : error;
  return readAs === null && isNoneRight(part.key) ? OPEN : null;
}

/** On paper nothing is ticked then, which an empty cell does not say. */
function isNoneRight(key: AnswerKey): boolean {
  return key.kind === 'choice' && key.many && key.options.every(({ right }) => !right);
}

const OPEN = 'empty, and no option is right here: write none if its boxes were left open on purpose';

function ticked(
  options: readonly { label: string; text: string; right: boolean }[],
  readAs: string,
): readonly Ticked[] {
  const labels = new Set(readAs.split(','));
  return options.map(({ label, text, right }) => ({ text, right, ticked: labels.has(label) }));
}

/** Without the noise of floating point, which 0.1 + 0.2 has. */
function sums(pieces: readonly { readonly credits: number; readonly earned: number }[]): {
  credits: number;
  earned: number;
} {
  return {
    credits: tidy(pieces.reduce((sum, { credits }) => sum + credits, 0)),
    earned: tidy(pieces.reduce((sum, { earned }) => sum + earned, 0)),
  };
}

function tidy(sum: number): number {
  return Number(sum.toFixed(9));
}
