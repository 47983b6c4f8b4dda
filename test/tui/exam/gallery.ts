import type { ExamState } from '../../../src/app/exam/state.ts';
import { FADING_SEEDS, makeVariant, type Variant } from '../../../src/bank/variant.ts';
import type { Form, FormQuestion } from '../../../src/exam/form.ts';
import { formOf, type Sitting, sitting } from '../../app/exam/support.ts';
import { at, begun, ended, examAfter, filled } from './support.ts';

/** An exam at every kind of screen, each begun anew. */

const on = (place: number, ...typed: readonly string[]): Sitting => {
  const exam = at(place);
  for (const text of typed) exam.type(text);
  return exam;
};

/** A form of one question, with a line that has a blank: as students know it from their sessions. */
function formWithBlanks(): Form {
  const form = formOf(['order/average']);
  const withBlank = (question: FormQuestion): FormQuestion => {
    const { template } = question.variant;
    const variants = Array.from({ length: 40 }, (_, i) => makeVariant(template, FADING_SEEDS + i));
    const variant = variants.reduce((most, other) => (blanksOf(other) > blanksOf(most) ? other : most));
    const parts = question.parts.map((part, i) => ({ ...part, key: variant.parts[i]?.key ?? part.key }));
    return { ...question, variant, parts };
  };
  return {
    ...form,
    problems: form.problems.map(problem => ({ ...problem, questions: problem.questions.map(withBlank) })),
  };
}

function blanksOf({ parts }: Variant): number {
  const lines = parts.flatMap(({ key }) => (key.kind === 'order' ? key.lines : []));
  return lines.filter(({ blank }) => blank !== null).length;
}

export const examGallery: Readonly<Record<string, () => Sitting>> = {
  start: () => sitting(),
  'start, from paper': () => sitting({ clock: 'none' }),
  options: () => begun(),
  'a number, with the story': () => at(2),
  'two parts, the story folded': () => at(3),
  pairs: () => at(4),
  lines: () => at(6),
  grid: () => at(7),
  page: () => at(10),
  'the last minute': () => {
    const exam = begun();
    exam.run(5350);
    return exam;
  },
  'a part being typed': () => {
    const exam = on(3, '12');
    exam.act('next-part');
    exam.type('3');
    return exam;
  },
  'a tick': () => on(0, 'b'),
  'lines in order': () => on(6, '2 1', '3'),
  'the first of lines in order': () => {
    const exam = on(6, '2 1', '3');
    exam.act('up', 'up');
    return exam;
  },
  'a line with a blank': () => {
    const exam = begun({ form: formWithBlanks() });
    exam.type('3');
    return exam;
  },
  'a blank being filled in': () => {
    const exam = begun({ form: formWithBlanks() });
    exam.type('3');
    exam.act('fill');
    exam.type('be');
    return exam;
  },
  'a cell': () => {
    const exam = on(7, '1/3 2');
    exam.act('down');
    return exam;
  },
  'the second blank of pairs': () => {
    const exam = on(4, 'a');
    exam.act('down');
    return exam;
  },
  'words on a page': () => {
    const exam = at(10);
    exam.paste('Factors\nbelow 1\nvanish');
    exam.act('up');
    return exam;
  },
  'a number undone': () => {
    const exam = on(2, '7');
    exam.act('undo-edit');
    return exam;
  },
  'a number where another was given': () => {
    const exam = on(2, '7');
    exam.act('next');
    return exam;
  },
  'a number had again': () => {
    const exam = on(2, '7');
    exam.act('next', 'earlier-reply');
    return exam;
  },
  overview: () => {
    const exam = filled();
    exam.act('overview');
    return exam;
  },
  'overview, further up': () => {
    const exam = filled();
    exam.act('overview', 'up', 'up');
    return exam;
  },
  'only open': () => {
    const exam = filled();
    exam.act('overview', 'only-open');
    return exam;
  },
  'nothing open': () => {
    const exam = begun({ form: formOf(['cnn/filter-weights']) });
    exam.answer();
    exam.act('overview', 'only-open');
    return exam;
  },
  confirm: () => {
    const exam = filled();
    exam.act('hand-in');
    return exam;
  },
  judge: () => ended(),
  'the second to judge': () => ended('submit'),
  report: () => ended('submit', 'submit'),
  answers: () => ended('submit', 'submit', 'submit', 'down', 'down'),
  mark: () => ended('submit', 'submit', 'submit', 'submit', 'next', 'next', 'next'),
  'a mark of words': () =>
    ended('submit', 'submit', 'submit', ...Array.from({ length: 10 }, () => 'down' as const), 'submit'),
  help: () => {
    const exam = begun();
    exam.act('help');
    return exam;
  },
};

/** While the result is being written down, which takes no time that a live exam would show. */
const closing = (): ExamState => examAfter(ended('submit').state(), 'enter')[0];

const seen = new Map<string, ExamState>();

/** The state of an exam of the gallery, which is data and outlives it. */
export function examStateOf(name: string): ExamState {
  const known = seen.get(name) ?? (name === CLOSING ? closing() : examGallery[name]?.().state());
  if (!known) throw new Error(`the gallery has no "${name}"`);
  seen.set(name, known);
  return known;
}

const CLOSING = 'closing';
export const examNames = [...Object.keys(examGallery), CLOSING];
