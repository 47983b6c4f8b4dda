import { Bank } from '../../../src/bank/bank.ts';
import { readTemplate } from '../../../src/bank/read-template.ts';
import type { Template } from '../../../src/bank/template.ts';
import type { Blueprint } from '../../../src/exam/blueprint.ts';
import type { Form, PlannedForm, PlannedQuestion } from '../../../src/exam/form.ts';
import { letters } from '../../../src/exam/letters.ts';
import { makeForm } from '../../../src/exam/make-form.ts';
import { type MarkedClass, markClass } from '../../../src/exam/marking/mark-class.ts';
import { readReplies } from '../../../src/exam/marking/replies.ts';

/** A small exam: a choice and a number, then two parts that rest on one another and free text. */

const FILES: Readonly<Record<string, string>> = {
  'cnn/pool': `title: Pooling
topics: [cnn]
credits: 2
answer: { choice: many }
---
Which are true?

- [x] It has no weights
- [ ] It mixes channels
- [x] It keeps the number of channels
- [ ] It keeps the mean`,
  'cnn/count': `title: Count
topics: [cnn]
credits: 1
vars: { n: { given: 7, int: [3, 90] } }
answer: { number: 2 * n }
mistakes: [{ value: n, because: 'there are two of them', tag: halved }]
---
Twice {{n}}?`,
  'cnn/chain': `title: Chain
topics: [cnn]
credits: 4
vars: { x: { given: 3, int: [3, 90] } }
let: { h: x + 2, y: 10 * h }
parts:
  - { name: hidden, ask: 'h?', number: h, credits: 1 }
  - { name: out, ask: 'y?', number: y, credits: 3 }
mistakes:
  - { instead: { h: x - 2 }, because: 'it is added', tag: sign }
---
With {{x}}.`,
  'cnn/text': `title: Why
topics: [cnn]
credits: 3
answer:
  rubric: [{ point: one, credits: 1 }, { point: two, credits: 2 }]
---
Why?`,
};

const bank = new Bank(
  Object.entries(FILES).map(([id, text]): Template => readTemplate(`---\n${text}\n`, id, `${id}.md`)),
);

const BLUEPRINT = {
  problems: [
    { title: 'One', credits: 3, story: null },
    { title: 'Two', credits: 7, story: null },
  ],
} as unknown as Blueprint;

/** Form A as it is; form B with problem 1 turned round, its options in another order, and other numbers. */
export function formOf(index: number): Form {
  const one = ['cnn/pool', 'cnn/count'];
  const problems = [index === 0 ? one : one.toReversed(), ['cnn/chain', 'cnn/text']];
  const planned: PlannedForm = {
    name: letters(index).toUpperCase(),
    index,
    problems: problems.map((ids, i) => ids.map((id, k) => plannedQuestion(id, `${i + 1}.${k + 1}`, index))),
  };
  return makeForm(planned, BLUEPRINT, bank);
}

function plannedQuestion(id: string, number: string, index: number): PlannedQuestion {
  return { id, number, credits: bank.get(id)?.credits ?? 0, seed: 5 + index, order: index === 0 ? null : index };
}

const PASS = 5;
const FILE = 'class.csv';

export function marked(text: string): MarkedClass {
  return markClass(readReplies(text, FILE), formOf, PASS, FILE);
}

/** The letters of these options, as they are printed in a form. */
export function lettersOf(form: Form, texts: readonly string[]): string {
  const part = form.problems[0]?.questions.flatMap(({ parts }) => parts).find(({ key }) => key.kind === 'choice');
  if (part?.key.kind !== 'choice') throw new Error('no choice in problem 1');
  return part.key.options.flatMap(({ label, text }) => (texts.includes(text) ? [label] : [])).join(' ');
}

/** The number that is drawn. */
export function drawn(form: Form, id: string, name: string): number {
  const question = form.problems.flatMap(({ questions }) => questions).find(other => other.id === id);
  return Number(question?.variant.vars[name]);
}
