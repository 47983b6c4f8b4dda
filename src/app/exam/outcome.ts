import { markReply } from '../../answers/answers.ts';
import type { Mark } from '../../answers/parts.ts';
import { markVariant } from '../../bank/marking.ts';
import type { FormPart, FormQuestion } from '../../exam/form.ts';
import { ownReply } from '../../exam/reorder.ts';
import type { Sheet } from '../answering.ts';
import { type Judged, repliesOf } from '../update-judge.ts';
import { standingOf } from './standing.ts';
import type { ExamState, Granted, Outcome, Posed } from './state.ts';

/** Marking, when everything is handed in and judged. */

/** A question as judging sees it. */
export function judgedOf({ questions, sheets, granted }: ExamState, i: number): Judged {
  const { question } = questions[i] as Posed;
  return {
    presented: { variant: question.variant },
    entries: (sheets[i] as Sheet).entries,
    granted: granted[i] as Granted,
  };
}

export function outcomeOf(state: ExamState): Outcome {
  const { questions, sheets } = state;
  const replies = questions.map(({ question }, i) => ownReplies(state, question, i));
  const marks = questions.map(({ question }, i) => markVariant(question.variant, replies[i] ?? []));
  const sum = (of: (question: FormQuestion, mark: Mark) => number): number =>
    tidy(questions.reduce((total, { question }, i) => total + of(question, marks[i] as Mark), 0));
  return {
    replies,
    marks,
    answered: questions.map(({ question }, i) => standingOf(sheets[i] as Sheet, question.parts) !== 'empty'),
    earned: sum(creditsOf),
    self: sum(selfOf),
  };
}

/** In the letters of the form, as they were given. */
function formReplies(state: ExamState, { parts }: FormQuestion, i: number): readonly string[] {
  return repliesOf(judgedOf(state, i), parts);
}

/** In the letters of the variant, as the history keeps them. */
function ownReplies(state: ExamState, question: FormQuestion, i: number): readonly string[] {
  const { variant, order } = question;
  return formReplies(state, question, i).map((reply, j) => {
    const key = variant.parts[j]?.key;
    return key ? ownReply(reply, key, order) : reply;
  });
}

/** The mark as it is shown beside the options of the form. */
export function shownMark(state: ExamState, i: number): { readonly mark: Mark; readonly replies: readonly string[] } {
  const { question } = state.questions[i] as Posed;
  const mark = state.outcome?.marks[i] as Mark;
  if (question.order === null) return { mark, replies: state.outcome?.replies[i] ?? [] };
  const replies = formReplies(state, question, i);
  const parts = mark.parts.map((own, j) => {
    const part = question.parts[j];
    return part?.key.kind === 'choice' ? markReply(part.name, replies[j] ?? '', part.key) : own;
  });
  return { mark: { ...mark, parts }, replies };
}

/** What a question earned. */
export function creditsOf({ credits }: Pick<FormQuestion, 'credits'>, mark: Mark): number {
  return mark.credit * credits;
}

/** What students granted themselves of it. */
export function selfOf({ parts }: { readonly parts: readonly Pick<FormPart, 'credits'>[] }, mark: Mark): number {
  return mark.parts.reduce((sum, part, i) => sum + (part.self ? part.credit * (parts[i]?.credits ?? 0) : 0), 0);
}

/** Without the dust of binary fractions. */
function tidy(credits: number): number {
  return Number(credits.toFixed(6));
}
