import { expect, test } from 'vitest';
import { KIND_NAMES } from '../../src/answers/authors.ts';
import type { Template } from '../../src/bank/template.ts';
import { examFacts } from '../../src/exam/facts.ts';
import { formTable } from '../../src/exam/facts-table.ts';
import type { PlannedForm, PlannedQuestion } from '../../src/exam/form.ts';
import { lineText } from '../../src/notation/line.ts';
import { renderMarkdown } from '../../src/notation/terminal.ts';
import { fixtures, kindFixtures } from '../app/support.ts';

const templates = [...fixtures(), ...kindFixtures()];
const [MANY, TWO, MIXED] = ['optimization/any-right', 'losses/two-steps', 'rubric/mixed'] as const;

function question(number: string, id: string, seed = 1, order: number | null = null): PlannedQuestion {
  return { id, number, credits: 2, seed, order };
}

function form(index: number, ...problems: readonly (readonly PlannedQuestion[])[]): PlannedForm {
  return { name: String.fromCharCode(65 + index), index, problems };
}

const A = form(0, [question('1.1', MANY), question('1.2', TWO)], [question('2.1', MIXED)]);
const B = form(1, [question('1.1', TWO, 1, 7), question('1.2', MANY, 1, 7)], [question('2.1', MIXED, 9)]);
const C = form(2, [question('1.1', MANY), question('1.2', 'words/overfitting', 5)], []);

test('each place is compared with the first form', () => {
  const { places } = examFacts([A, B, C], templates);
  expect(places.map(({ number }) => number)).toEqual(['1.1', '1.2', '2.1']);
  expect(places.map(({ questions }) => questions[0])).toMatchObject([
    { id: MANY, first: '1.1', sameDraw: true, sameOrder: true },
    { id: TWO, first: '1.2', sameDraw: true, sameOrder: true },
    { id: MIXED, first: '2.1', sameDraw: true, sameOrder: true },
  ]);
  expect(places.map(({ questions }) => questions[1])).toMatchObject([
    // Numbers have no options to be put in another order.
    { id: TWO, seed: 1, order: 7, first: '1.2', sameDraw: true, sameOrder: true },
    { id: MANY, first: '1.1', sameDraw: true, sameOrder: false },
    { id: MIXED, seed: 9, first: '2.1', sameDraw: false, sameOrder: true },
  ]);
  expect(places.map(({ questions }) => questions[2])).toMatchObject([
    { id: MANY, sameDraw: true },
    { id: 'words/overfitting', first: null, sameDraw: false, sameOrder: false },
    null as never,
  ]);
});

test('where nothing is drawn, another seed is the same question', () => {
  const asks = (index: number, seed: number) => form(index, [question('1.1', 'words/overfitting', seed)]);
  const { places } = examFacts([asks(0, 1), asks(1, 2)], templates);
  expect(places[0]?.questions[1]).toMatchObject({ first: '1.1', sameDraw: true });
});

test('each form says what it amounts to', () => {
  const timed = templates.map((template): Template => ({ ...template, minutes: template.id === MIXED ? null : 2.5 }));
  const { forms } = examFacts([A, C], timed);
  const mixed = templates.find(({ id }) => id === MIXED)?.credits ?? Number.NaN;
  expect(forms).toMatchObject([
    { name: 'A', questions: 3, credits: 6, minutes: 5 + mixed },
    { name: 'C', questions: 2, credits: 4, minutes: 5 },
  ]);
  expect(forms[0]?.kinds.map(({ count }) => count).reduce((a, b) => a + b)).toBe(
    templates.filter(({ id }) => [MANY, TWO, MIXED].some(one => one === id)).flatMap(({ parts }) => parts).length,
  );
  for (const { name } of forms[0]?.kinds ?? []) expect(KIND_NAMES).toContain(name);
  expect(forms[1]?.topics).toEqual([
    { name: 'evaluation', count: 1 },
    { name: 'optimization', count: 1 },
  ]);
});

test('the table says it in words', () => {
  const lines = formTable(examFacts([A, B, C], templates)).split('\n');
  expect(lines.slice(0, 8)).toEqual([
    '|  | A | B | C |',
    '|---|---|---|---|',
    `| 1.1 | ${MANY} | A 1.2 | as A |`,
    `| 1.2 | ${TWO} | A 1.1, options in another order | words/overfitting |`,
    `| 2.1 | ${MIXED} | drawn anew | – |`,
    '| Questions | 3 | 3 | 2 |',
    '| Credits | 6 | 6 | 4 |',
    expect.stringMatching(/^\| Minutes expected \| [\d.]+ \| [\d.]+ \| [\d.]+ \|$/),
  ]);
});

test('whatever a file is called is printed as it is', () => {
  const id = 'cnn/a|b*c*`d`$e$_f_<g>';
  const [template] = templates;
  const table = formTable(examFacts([form(0, [question('1.1', id)])], [{ ...(template as Template), id }]));
  expect(renderMarkdown(table, { width: 120 }).map(lineText).join('\n')).toContain(` ${id} `);
});

test('a question that is gone is named', () => {
  expect(() => examFacts([form(0, [question('1.1', 'cnn/gone')])], templates)).toThrow(
    'Question 1.1 of the exam, cnn/gone, is not in the bank any more: draw the exam again.',
  );
});

test('no form, no row', () => {
  expect(examFacts([], templates)).toEqual({ forms: [], places: [] });
});
