import type { Bank } from '../../bank/bank.ts';
import { makeVariantOf, type Stored } from '../../bank/variant.ts';
import type { Blueprint } from '../../exam/blueprint.ts';
import { ExamError } from '../../exam/error.ts';
import type { Form, FormQuestion, PlannedForm } from '../../exam/form.ts';
import { makeForm } from '../../exam/make-form.ts';
import { reordered } from '../../exam/reorder.ts';

/** What an attempt keeps of its exam: enough to make it again, and to notice what was changed since. Plain data. */
export interface ExamData {
  readonly blueprint: Blueprint;
  readonly planned: PlannedForm;
  /** By number: 1.3. */
  readonly questions: Readonly<Record<string, Stored & { readonly hash: string }>>;
}

export function examDataOf(blueprint: Blueprint, planned: PlannedForm, form: Form): ExamData {
  const questions = form.problems.flatMap(problem => problem.questions);
  return {
    blueprint,
    planned,
    questions: Object.fromEntries(
      questions.map(({ number, variant: { template, seed, vars, attempt } }) => [
        number,
        { hash: template.hash, seed, vars, attempt },
      ]),
    ),
  };
}

/**
 * The form with its questions as they are now, at the numbers that they had.
 *
 * @returns also the numbers of the questions that were changed
 * @throws ExamError, QuestionError where one of them cannot be asked so any more
 */
export function formOf(
  { blueprint, planned, questions }: ExamData,
  bank: Bank,
): { readonly form: Form; readonly changed: readonly string[] } {
  const form = makeForm(planned, blueprint, bank);
  const changed: string[] = [];
  const asKept = (question: FormQuestion): FormQuestion => {
    const kept = questions[question.number];
    if (!kept || kept.hash === question.variant.template.hash) return question;
    changed.push(question.number);
    return withNumbers(question, kept);
  };
  const problems = form.problems.map(problem => ({ ...problem, questions: problem.questions.map(asKept) }));
  return { form: { ...form, problems }, changed };
}

function withNumbers(question: FormQuestion, kept: Stored): FormQuestion {
  const { template } = question.variant;
  const names = Object.keys(template.vars);
  if (names.length !== Object.keys(kept.vars).length || names.some(name => !(name in kept.vars))) {
    throw new ExamError(`Question ${question.number}, ${template.id}, was changed and has other variables now.`);
  }
  const variant = makeVariantOf(template, kept);
  const parts = question.parts.map((part, i) => {
    const { ask, key } = variant.parts[i] ?? part;
    return { ...part, ask, key: reordered(key, question.order) };
  });
  return { ...question, variant, parts };
}
