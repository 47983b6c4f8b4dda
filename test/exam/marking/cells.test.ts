import { expect, it } from 'vitest';
import { Bank } from '../../../src/bank/bank.ts';
import { readTemplate } from '../../../src/bank/read-template.ts';
import type { Blueprint } from '../../../src/exam/blueprint.ts';
import { makeForm } from '../../../src/exam/make-form.ts';
import { type MarkedClass, markClass } from '../../../src/exam/marking/mark-class.ts';
import { readReplies } from '../../../src/exam/marking/replies.ts';

/** Cells as spreadsheets and assistants write them. */

const FILES: Readonly<Record<string, string>> = {
  'x/none': 'credits: 1\nanswer: { choice: many }\n---\nWhich?\n\n- [ ] One\n- [ ] Two\n- [ ] Three',
  'x/decimal': 'credits: 1\nanswer: { number: 2.132 }\n---\nHow many?',
  'x/large': 'credits: 1\nanswer: { number: 2132 }\n---\nHow many?',
  'x/text':
    'credits: 1.75\nanswer:\n  rubric:\n' +
    [0.1, 0.2, 0.25, 0.2, 1].map((credits, i) => `    - { point: p${i}, credits: ${credits} }\n`).join('') +
    '---\nWhy?',
};

const bank = new Bank(
  Object.entries(FILES).map(([id, text]) => readTemplate(`---\ntitle: X\ntopics: [x]\n${text}\n`, id, `${id}.md`)),
);
const blueprint = { problems: [{ title: 'One', credits: 4.75, story: null }] } as unknown as Blueprint;
const questions = bank.templates.map(({ id, credits }, i) => ({
  id,
  number: `1.${i + 1}`,
  credits,
  seed: 5,
  order: 3,
}));
const form = makeForm({ name: 'A', index: 0, problems: [questions] }, blueprint, bank);
const labelOf = (id: string): string => form.problems[0]?.questions.find(one => one.id === id)?.number ?? '';

const ROW = { none: 'none', decimal: '2.132', large: '2132', text: 'all' };

/** Everything right but for what the rows say. */
function marked(...rows: readonly Partial<typeof ROW>[]): MarkedClass {
  const names = ['none', 'decimal', 'large', 'text'] as const;
  const head = ['name', 'form', ...names.map(name => `q${labelOf(`x/${name}`)}`)].join(';');
  const lines = rows.map((row, i) => [`P${i}`, 'A', ...names.map(name => ({ ...ROW, ...row })[name])].join(';'));
  return markClass(readReplies([head, ...lines].join('\n'), 'x.csv'), () => form, 2, 'x.csv');
}

const earned = (...rows: readonly Partial<typeof ROW>[]): number[] => marked(...rows).papers.map(one => one.earned);
const reasons = (...rows: readonly Partial<typeof ROW>[]): string[] =>
  marked(...rows).unread.map(({ who, column, reason }) => `${who} ${column}: ${reason}`);

it.each([
  ['Ada,A,b,0,5', 'x.csv:3: "5" stands under no heading'],
  ['Ada,A,b,5,,,late', 'x.csv:3: "late" stands under no heading'],
])('a row that is longer than its header is refused, as its cells may have moved: %s', (row, message) => {
  // Empty columns that a spreadsheet leaves behind do no harm.
  expect(readReplies(`name,form,1.1,1.2,,\n\nBob,A,b,5,,\n`, 'x.csv').rows).toHaveLength(1);
  expect(() => readReplies(`name,form,1.1,1.2,,\nBob,A,b,5\n${row}\n`, 'x.csv')).toThrow(message);
});

it('reads 2,132 as all other numbers of the table are written', () => {
  const comma = { decimal: '2,132', large: '2132' };
  expect(earned(comma)).toEqual([3.75]);
  expect(reasons(comma)[0]).toContain('can mean 2132 or 2.132');
  const table = marked(comma, { decimal: '-0,5' }, { decimal: '3,132' });
  expect(table.papers.map(one => one.earned)).toEqual([4.75, 3.75, 3.75]);
  expect(table.commas).toEqual(['2,132', '3,132']);
  expect(table.papers[0]?.problems[0]?.questions.flatMap(({ parts }) => parts.map(({ reply }) => reply))).toContain(
    '2,132',
  );
  // Both ways of writing, so that it is not known which one this is.
  expect(earned(comma, { decimal: '0,5' }, { decimal: '0.5' })).toEqual([3.75, 3.75, 3.75]);
  // What is right as a thousand is left to somebody who looks at the paper.
  expect(reasons({ decimal: '0,5', large: '2,132' })).toHaveLength(1);
  expect(marked({ decimal: '0,5', large: '2,132' }).commas).toEqual([]);
});

it('asks about boxes left open where none is right', () => {
  expect(reasons({ none: '' }, {})).toEqual([
    `P0 q${labelOf('x/none')}: empty, and no option is right here: write none if its boxes were left open on purpose`,
  ]);
  const { items, papers } = marked({ none: '' });
  expect(papers[0]?.earned).toBe(3.75);
  expect(items.find(({ question }) => question === 'x/none')).toMatchObject({ blank: 1, unreadable: 0 });
  // Who wrote nothing at all meant nothing by it.
  expect(reasons({ none: '', decimal: '', large: '', text: '' })).toEqual([]);
});

it('adds up fine shares of free text', () => {
  // 0.1 + 0.2 and the three other questions, without the noise of floating point.
  expect(earned({ text: '1 2' }, { text: '2 3 4' }, { text: '0.25 of 1.75' }, { text: '1,25 / 1,75' })).toEqual([
    3.3, 3.65, 3.25, 4.25,
  ]);
});

it('takes no credits for points', () => {
  const [point, comma, wrong] = reasons({ text: '1.5' }, { text: '2,25' }, { text: 'half' });
  expect(point).toContain('"1.5" can mean points 1 and 5 or 1.5 credits: write 1 5, or 1.5/1.75');
  expect(comma).toContain('"2,25" can mean points 2 and 25 or 2.25 credits');
  expect(wrong).toMatch(/: grant the points first.*; credits as 1\/1\.75$/);
});
