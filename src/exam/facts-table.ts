import { markdownTable } from '../answers/markdown-table.ts';
import { listed } from '../answers/wording.ts';
import { creditsNumber } from './credits.ts';
import type { Compared, Count, ExamFacts, FormFacts } from './facts.ts';

/**
 * A Markdown table with a column for each form: place by place its question, or how it differs from the first form's,
 * then what each form amounts to.
 */
export function formTable({ forms, places }: ExamFacts): string {
  const rows = places.map(({ number, questions }) => [
    number,
    ...questions.map((question, i) =>
      question === null ? '–' : cell(question, number, forms[0] as FormFacts, i === 0),
    ),
  ]);
  const totals = SUMS.map(([heading, write]) => [heading, ...forms.map(write)]);
  return markdownTable(['', ...forms.map(({ name }) => name)], [...rows, ...totals]);
}

const SUMS: readonly (readonly [heading: string, write: (form: FormFacts) => string])[] = [
  ['Questions', ({ questions }) => String(questions)],
  ['Credits', ({ credits }) => creditsNumber(credits)],
  ['Minutes expected', ({ minutes }) => creditsNumber(minutes)],
  ['Parts by kind', ({ kinds }) => counts(kinds)],
  ['Questions by topic', ({ topics }) => counts(topics)],
];

/** `cnn/flatten-size`, `as A`, `drawn anew`, `A 1.5, options in another order` */
function cell(question: Compared, number: string, { name }: FormFacts, isFirst: boolean): string {
  if (isFirst || question.first === null) return plain(question.id);
  const moved = question.first === number ? [] : [`${name} ${question.first}`];
  const differences = [
    ...(question.sameDraw ? [] : ['drawn anew']),
    ...(question.sameOrder ? [] : ['options in another order']),
  ];
  return [...moved, listed(differences)].filter(text => text !== '').join(', ') || `as ${name}`;
}

function counts(all: readonly Count<string>[]): string {
  return all.map(({ name, count }) => `${plain(name)} ${count}`).join(', ');
}

/** Names of files are whatever their authors liked; bars are for the table to see to. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll(/[\\`*_[\]<>#$~&!]/g, sign => `\\${sign}`);
}
