import { keyData } from '../../answers/answers.ts';
import type { Bank } from '../../bank/bank.ts';
import type { FormProblem, FormQuestion, PlannedForm } from '../../exam/form.ts';
import { makeForm } from '../../exam/make-form.ts';
import type { Meant } from './spec.ts';

/** An exam as scripts see it: with the key of every part, as it stands on each form. */
export function examData({ spec, code }: Meant, planned: readonly PlannedForm[], bank: Bank): Record<string, unknown> {
  const { blueprint, seed, vary } = spec;
  const { name, title, minutes, credits, pass } = blueprint;
  return {
    code,
    blueprint: name,
    seed,
    vary,
    title,
    minutes,
    credits,
    pass,
    forms: planned.map(form => ({
      name: form.name,
      problems: makeForm(form, blueprint, bank).problems.map(problemData),
    })),
  };
}

function problemData({ number, title, credits, questions }: FormProblem): Record<string, unknown> {
  return { number, title, credits, questions: questions.map(questionData) };
}

/** `order`: null where the options stand as the seed alone has them. */
function questionData({ number, id, seed, order, credits, variant, parts }: FormQuestion): Record<string, unknown> {
  return {
    number,
    id,
    hash: variant.template.hash,
    seed,
    order,
    credits,
    parts: parts.map(part => ({
      label: part.label,
      name: part.name,
      kind: part.key.kind,
      credits: part.credits,
      ...keyData(part.key),
    })),
  };
}
