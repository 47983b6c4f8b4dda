import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../src/commands/transfer/export-cells.ts';
import { TableError } from '../../../src/exam/csv.ts';
import type { Form } from '../../../src/exam/form.ts';
import type { MarkedPaper, MarkedPart } from '../../../src/exam/marking/mark-paper.ts';
import { drawn, formOf, lettersOf, marked } from './support.ts';

const A = formOf(0);
const B = formOf(1);
const RIGHT = ['It has no weights', 'It keeps the number of channels'];
const HEAD = ['name', 'id', 'form', 'q1.1', 'q1.2', 'q2.1a', 'q2.1b', 'q2.2'];

const table = (...rows: readonly (readonly (string | number)[])[]): string => [HEAD, ...rows].map(csvLine).join('');

/** The whole paper, with all answers right but for some. */
function paper(form: Form, name: string, wrong: Readonly<Record<string, string | number>> = {}): (string | number)[] {
  const x = drawn(form, 'cnn/chain', 'x');
  const first = { pool: lettersOf(form, RIGHT), count: 2 * drawn(form, 'cnn/count', 'n') };
  const answers = { ...first, a: x + 2, b: 10 * (x + 2), text: 'all', ...wrong };
  const { pool, count, a, b, text } = answers;
  return [name, `id ${name}`, form.name, ...(form === A ? [pool, count] : [count, pool]), a, b, text];
}

const parts = ({ problems }: MarkedPaper): readonly MarkedPart[] =>
  problems.flatMap(({ questions }) => questions.flatMap(question => question.parts));

const earned = (text: string): number[] => marked(text).papers.map(one => one.earned);

describe('marking a class', () => {
  it('marks each paper against its own form', () => {
    expect(lettersOf(B, RIGHT)).not.toBe(lettersOf(A, RIGHT));
    expect(earned(table(paper(A, 'Ada'), paper(B, 'Bob')))).toEqual([10, 10]);
    // With the answers of the other form: free text, and y, which follows from the own h.
    const [, , , ...ofB] = paper(B, 'Bob');
    expect(earned(table(['Ada', 1, 'A', ...ofB]))).toEqual([6]);
  });

  it('gives credits by problem, and says who passed', () => {
    const [full, half] = marked(table(paper(A, 'Ada'), paper(B, 'Bob', { text: '', a: 0, b: 1, count: '' }))).papers;
    expect(full?.problems.map(problem => [problem.number, problem.credits, problem.earned])).toEqual([
      [1, 3, 3],
      [2, 7, 7],
    ]);
    expect([full?.passed, half?.passed, half?.earned]).toEqual([true, false, 2]);
    // The line itself is enough.
    expect(marked(table(paper(A, 'Ada', { text: '', pool: '' }))).papers[0]).toMatchObject({ earned: 5, passed: true });
  });

  it('carries an error forward', () => {
    const x = drawn(A, 'cnn/chain', 'x');
    const { papers, items } = marked(table(paper(A, 'Ada', { a: x - 2, b: 10 * (x - 2) })));
    expect(papers[0]?.earned).toBe(9);
    expect(
      parts(papers[0] as MarkedPaper).map(({ label, carried, mistake }) => [label, carried, mistake]),
    ).toContainEqual(['2.1b', true, null]);
    expect(items.find(({ part }) => part === 'hidden')?.mistakes).toEqual([{ tag: 'sign', times: 1 }]);
  });

  it.each([
    ['all', 3],
    ['none', 0],
    ['1', 1],
    ['2', 2],
    ['1 2', 3],
    ['2/3', 2],
    ['0,5 / 3', 0.5],
    ['3/3', 3],
    ['', 0],
  ])('takes %j of free text for %d credits', (text, credits) => {
    const [first] = marked(table(paper(A, 'Ada', { text }))).papers;
    expect(parts(first as MarkedPaper).at(-1)).toMatchObject({
      earned: credits,
      state: text === '' ? 'blank' : 'read',
    });
  });

  it('earns nothing where a cell cannot be read, and tells which', () => {
    const { papers, unread } = marked(
      table(
        paper(A, 'Ada'),
        paper(A, 'Bob', { pool: 'a z', count: 'many', text: '4/3' }),
        paper(B, 'Cy', { pool: '?' }),
      ),
    );
    expect(papers.map(({ earned: credits }) => credits)).toEqual([10, 4, 8]);
    expect(unread.map(({ line, column, who, reply }) => [line, column, who, reply])).toEqual([
      [3, 'q1.1', 'Bob', 'a z'],
      [3, 'q1.2', 'Bob', 'many'],
      [3, 'q2.2', 'Bob', '4/3'],
      [4, 'q1.2', 'Cy', '?'],
    ]);
    expect(unread.every(({ reason }) => reason.length > 10)).toBe(true);
  });

  it('tells what stands where the form has no place, in any column', () => {
    const text = `seat,Q 1.1,1.2,2.1A,2.1b,2.2,q1.3,FORM,Name\n4,,,,,,x,a,Ada\n5,,,,,,,A,Bob\n`;
    const { papers, unread } = marked(text);
    expect(papers.map(({ earned: credits }) => credits)).toEqual([0, 0]);
    expect(unread).toEqual([{ line: 2, column: 'q1.3', who: 'Ada', reply: 'x', reason: 'form A has no 1.3' }]);
  });

  it.each([
    ['', 'class.csv:1: is empty: a header is wanted first, as --template prints it'],
    ['name,q1.1\nAda,a', 'class.csv:1: has no column form: --template prints all that are needed'],
    ['form,q1.1\nA,a', 'class.csv:1: has no column name or id: --template prints all that are needed'],
    ['name,form\n', 'class.csv:1: holds no answers below its header'],
    ['name,form,1.1,1.1\nAda,A,a,b', 'class.csv:1: has two columns "1.1"; spreadsheets make 1.1 of 1.10: write q1.10'],
    [
      'id,form,1.1,1.2,2.1a\n1,A,,,\n2,B,,,',
      'class.csv:1: has no column q2.1b, q2.2 of form A: add it, empty where nobody answered\nclass.csv:1: has no column q2.1b, q2.2 of form B: add it, empty where nobody answered',
    ],
    [
      'name,id,form\nAda,1,\n,,B\nBob,1,A\nCy,2,?',
      'class.csv:2: does not say which form it is (A, B …)\nclass.csv:3: the name is missing\nclass.csv:4: the number "1" stands in line 2 already\nclass.csv:5: "?" is no form: they are called A, B … Z, AA …',
    ],
  ])('%j cannot be marked', (text, message) => {
    expect(() => marked(text)).toThrow(TableError);
    expect(() => marked(text)).toThrow(message);
  });
});

describe('what is told of the questions', () => {
  const ada = paper(A, 'Ada');
  const bob = paper(B, 'Bob', { pool: lettersOf(B, ['It mixes channels']), count: drawn(B, 'cnn/count', 'n') });
  const cy = paper(B, 'Cy', { pool: lettersOf(B, ['It mixes channels', ...RIGHT]), a: '', b: '' });
  const dan = paper(A, 'Dan', { pool: 'none', count: 'x', a: '', text: '1' });
  const { items, statistics } = marked(table(ada, bob, cy, dan));
  const item = (question: string, part: string | null = null) =>
    items.find(other => other.question === question && other.part === part);

  it('counts ticks by what was ticked, whatever its letter was', () => {
    expect(item('cnn/pool')?.options).toEqual([
      { text: 'It mixes channels', right: false, shown: 4, ticked: 2 },
      { text: 'It keeps the mean', right: false, shown: 4, ticked: 0 },
      { text: 'It has no weights', right: true, shown: 4, ticked: 2 },
      { text: 'It keeps the number of channels', right: true, shown: 4, ticked: 2 },
    ]);
    expect(item('cnn/pool')).toMatchObject({
      difficulty: 0.25,
      places: [
        { label: '1.1', forms: ['A'] },
        { label: '1.2', forms: ['B'] },
      ],
    });
  });

  it('counts mistakes, blanks and what could not be read', () => {
    expect(item('cnn/count')).toMatchObject({ mistakes: [{ tag: 'halved', times: 1 }], unreadable: 1, blank: 0 });
    // Only Cy left the whole question empty.
    expect(item('cnn/chain')).toMatchObject({ blank: 1, difficulty: (1 + 1 + 0 + 0.75) / 4, credits: 4 });
    expect(item('cnn/chain', 'hidden')).toMatchObject({ blank: 2, difficulty: 0.5, credits: 1 });
    expect(item('cnn/chain', 'out')).toMatchObject({ blank: 1, difficulty: 0.75, credits: 3 });
    expect(items).toHaveLength(6);
  });

  it('sums up the class and its forms', () => {
    // 10, 7, 4 … by hand: Ada 10; Bob 7; Cy 1 + 3; Dan 3 + 1.
    expect(statistics).toMatchObject({ papers: 4, credits: 10, passed: 2, mean: 6.25, median: 5.5 });
    expect(statistics.histogram).toEqual([0, 0, 0, 0, 2, 0, 0, 1, 0, 1]);
    expect(statistics.forms.map(({ form, papers, mean }) => [form, papers, mean])).toEqual([
      ['A', 2, 7],
      ['B', 2, 5.5],
    ]);
  });
});
