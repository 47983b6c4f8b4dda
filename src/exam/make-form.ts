import type { Bank } from '../bank/bank.ts';
import type { Template } from '../bank/template.ts';
import { makeVariant } from '../bank/variant.ts';
import type { Blueprint, ProblemBlueprint } from './blueprint.ts';
import { ExamError } from './error.ts';
import type { Form, FormPart, FormQuestion, PlannedForm, PlannedQuestion } from './form.ts';
import { letters } from './letters.ts';
import { reordered } from './reorder.ts';

/**
 * A drawn form with all its questions made.
 *
 * @throws ExamError where the bank has lost a question; QuestionError where one cannot be made
 */
export function makeForm(planned: PlannedForm, blueprint: Blueprint, bank: Bank): Form {
  return {
    name: planned.name,
    index: planned.index,
    problems: planned.problems.map((questions, i) => {
      const { title, credits, story } = blueprint.problems[i] as ProblemBlueprint;
      return {
        number: i + 1,
        title,
        credits,
        story,
        questions: questions.map(question => made(question, templateOf(question, bank))),
      };
    }),
  };
}

function templateOf({ id, number }: PlannedQuestion, bank: Bank): Template {
  const template = bank.get(id);
  if (template) return template;
  throw new ExamError(`Question ${number} of the exam, ${id}, is not in the bank any more: draw the exam again.`);
}

function made(question: PlannedQuestion, template: Template): FormQuestion {
  const variant = makeVariant(template, question.seed);
  const total = variant.parts.reduce((sum, { credits }) => sum + credits, 0);
  const single = variant.parts.length === 1;
  const parts = variant.parts.map(({ name, ask, credits, key }, i): FormPart => {
    return {
      name,
      label: single ? question.number : `${question.number}${letters(i)}`,
      ask,
      // What the question counts is shared out as its parts say.
      credits: total === question.credits ? credits : (question.credits * credits) / total,
      key: reordered(key, question.order),
    };
  });
  return { ...question, variant, parts };
}
