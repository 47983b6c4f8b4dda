import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { printKey } from '../../src/answers/answers.ts';
import { type Context, openContext } from '../../src/commands/context.ts';
import type { Environment } from '../../src/commands/environment.ts';
import { Failure, UsageError } from '../../src/commands/errors.ts';
import { type ExamMarkOptions, examMark } from '../../src/commands/exam/mark.ts';
import { examMeant } from '../../src/commands/exam/spec.ts';
import { csvLine } from '../../src/commands/transfer/export-cells.ts';
import { readCsv } from '../../src/exam/csv.ts';
import { planForm } from '../../src/exam/draw/plan-form.ts';
import type { Form } from '../../src/exam/form.ts';
import { makeForm } from '../../src/exam/make-form.ts';
import { labelsOf } from '../../src/exam/marking/mark-paper.ts';
import { columns } from '../../src/notation/columns.ts';
import { type Document, temporaryFolder } from './tutor.ts';

// Files share their modules: those of this one have to meet what is put in their place, and no others may.
vi.hoisted(() => vi.resetModules());
afterAll(() => vi.resetModules());

const goOnWithExam = vi.hoisted(() => vi.fn());
const openExam = vi.hoisted(() => vi.fn());
vi.mock('../../src/commands/exam/take-open.ts', () => ({ goOnWithExam, openExam }));

const ROOT = join(import.meta.dirname, '../..');

/** Two questions in any order, then one with several parts. */
const BLUEPRINT = `title: Mini
minutes: 10
pass: 50 %
ideas: free
problems:
  - title: First
    credits: 2
    free: true
    questions: [mini/pool, mini/count]
  - title: Second
    credits: 4
    free: false
    questions: [mini/chain]
`;

const QUESTIONS: Readonly<Record<string, string>> = {
  pool: `title: Pooling
topics: [mini]
credits: 1
answer: { choice: many }
---
Which are true?

- [x] It has no weights
- [ ] It mixes *all* channels
- [x] It keeps the channels
- [ ] It keeps the mean`,
  count: `title: Count
topics: [mini]
credits: 1
vars: { n: { given: 7, int: [3, 90] } }
answer: { number: 2 * n }
mistakes: [{ value: n, because: 'there are two', tag: halved }]
---
Twice {{n}}?`,
  chain: `title: Chain
topics: [mini]
credits: 4
vars: { x: { given: 3, int: [3, 90] } }
let: { h: x + 2, y: 10 * h }
parts:
  - { ask: 'h?', number: h, credits: 1 }
  - { ask: 'y?', number: y, credits: 3 }
mistakes: [{ instead: { h: x - 2 }, because: 'it is added', tag: sign }]
---
With {{x}}.`,
};

interface Told {
  readonly context: Context;
  readonly folder: string;
  readonly code: string;
  readonly bank: readonly string[];
  readonly out: () => string;
  readonly err: () => string;
}

/** The exam in a bank of its own, in this process, with what is printed kept. */
async function opened(more: Readonly<Record<string, string>> = {}, width = 80): Promise<Told> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'bank/mini'), { recursive: true });
  mkdirSync(join(folder, 'bank/exams'));
  for (const [name, text] of Object.entries({ ...QUESTIONS, ...more })) {
    writeFileSync(join(folder, `bank/mini/${name}.md`), `---\n${text}\n`);
  }
  writeFileSync(join(folder, 'bank/exams/mini.yaml'), BLUEPRINT);
  const told = { out: '', err: '' };
  const environment = {
    variables: {},
    stdin: {},
    stdout: { columns: width, write: (text: string) => (told.out += text) },
    stderr: { write: (text: string) => (told.err += text) },
    now: () => new Date('2026-11-20T18:00:00Z'),
    zone: 'UTC',
    shipped: {
      bank: join(ROOT, 'dist/bank.json'),
      migrations: join(ROOT, 'migrations'),
      questions: join(ROOT, 'questions'),
    },
  } as unknown as Environment;
  const bank = [join(folder, 'bank')];
  const context = await openContext(environment, { data: folder, bank });
  const { code } = examMeant(context, 'mini', { seed: '7', vary: 'both', bank });
  return { context, folder, code, bank, out: () => told.out, err: () => told.err };
}

function formOf({ context, bank }: Told, index: number): Form {
  const { spec } = examMeant(context, 'mini', { seed: '7', vary: 'both', bank });
  return makeForm(planForm(spec, context.bank, index), spec.blueprint, context.bank);
}

const mark = ({ context, code, bank }: Told, options: ExamMarkOptions) => examMark(context, code, { bank, ...options });

const LABELS = ['1.1', '1.2', '2.1a', '2.1b'];

/** All answers right, but for some by their question and part. */
function rightRow(form: Form, name: string, wrong: Readonly<Record<string, string>> = {}): string[] {
  const parts = form.problems.flatMap(({ questions }) =>
    questions.flatMap(question => question.parts.map(part => ({ ...part, at: `${question.id} ${part.name}` }))),
  );
  const cells = new Map(parts.map(({ label, at, key }) => [label, wrong[at] ?? printKey(key)]));
  return [name, `no ${name}`, form.name, ...LABELS.map(label => cells.get(label) ?? '')];
}

function table(told: Told, rows: readonly (readonly string[])[]): string {
  const file = join(told.folder, 'class.csv');
  const head = ['name', 'id', 'form', ...LABELS.map(label => `q${label}`)];
  writeFileSync(file, [head, ...rows].map(csvLine).join(''));
  return file;
}

const HOSTILE = '=cmd|"/c calc"!A1';

/** Ada has all of it, Bob a slip, Cy a cell that nobody can read; the last one has a name that is a formula. */
function someClass(told: Told): string {
  const [a, b] = [formOf(told, 0), formOf(told, 1)];
  const n = String(b.problems[0]?.questions.find(({ id }) => id === 'mini/count')?.variant.vars.n);
  return table(told, [
    rightRow(a, 'Ada'),
    rightRow(b, 'Bob', { 'mini/count a': n }),
    rightRow(a, 'Cy', { 'mini/chain b': 'ten \u001b[2J', 'mini/pool a': 'all of them' }),
    rightRow(b, `${HOSTILE}\u202e`, { 'mini/chain a': '', 'mini/chain b': '' }),
  ]);
}

describe('tutor exam mark --replies', () => {
  it('tells how the class and the questions did, at any width', async () => {
    for (const width of [40, 80, 200]) {
      const told = await opened({}, width);
      await mark(told, { replies: someClass(told) });
      const page = told.out();
      expect(page).toContain(`Mini: 4 papers of ${told.code}`);
      expect(page).toContain('Mean 3.75 of 6 credits');
      expect(page).toContain('2 of 4 passed');
      expect(page).toContain('halved');
      expect(page).toContain('Cells that were not read');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(page).not.toMatch(/[\u001b\u202e]/);
      for (const line of page.split('\n')) expect(columns(line)).toBeLessThanOrEqual(width);
    }
  });

  it('gives one document for scripts', async () => {
    const told = await opened();
    await mark(told, { replies: someClass(told), json: true });
    const document = JSON.parse(told.out()) as Document;
    expect(document).toMatchObject({
      version: 1,
      code: told.code,
      pass: 3,
      changed: [],
      class: { papers: 4, credits: 6, passed: 2, mean: 3.75, median: 3.5 },
    });
    expect(document.papers.map((paper: Document) => [paper.form, paper.earned])).toEqual([
      ['A', 6],
      ['B', 5],
      ['A', 2],
      ['B', 2],
    ]);
    expect(document.forms.map((form: Document) => form.mean)).toEqual([4, 3.5]);
    expect(document.unread.map((cell: Document) => [cell.line, cell.who])).toEqual([
      [4, 'Cy'],
      [4, 'Cy'],
    ]);
    const count = document.questions.find(({ question }: Document) => question === 'mini/count');
    expect(count).toMatchObject({ part: null, share: 0.75, mistakes: [{ tag: 'halved', times: 1 }], unreadable: 0 });
  });

  it('writes tables that spreadsheets can open, and never over others', async () => {
    const told = await opened();
    const [replies, out] = [someClass(told), join(told.folder, 'new/out')];
    await mark(told, { replies, out });
    const results = readFileSync(join(out, 'results.csv'), 'utf8');
    // Without this sign some spreadsheets take names such as Jörg for another encoding.
    expect(results.startsWith('\uFEFFname,')).toBe(true);
    const [head, ...rows] = readCsv(results, 'results.csv').map(({ cells }) => cells);
    expect(head).toEqual(['name', 'id', 'form', 'problem 1 (2)', 'problem 2 (4)', 'total', 'of', 'passed', 'not read']);
    expect(rows[0]).toEqual(['Ada', 'no Ada', 'A', '2', '4', '6', '6', 'yes', '']);
    expect(rows[3]?.[0]?.startsWith("'=cmd")).toBe(true);
    const items = readCsv(readFileSync(join(out, 'items.csv'), 'utf8'), 'items.csv').map(({ cells }) => cells);
    expect(items.map(([question, part]) => [question, part])).toContainEqual(['mini/chain', 'b']);
    await expect(mark(told, { replies, out })).rejects.toThrow(
      `${join(out, 'results.csv')} exists. Name another folder with --out, or replace it with --force.`,
    );
    await mark(told, { replies, out, force: true });
    expect(readFileSync(join(out, 'results.csv'), 'utf8')).toBe(results);
  });

  it('says where commas were taken for decimals', async () => {
    const told = await opened({ count: QUESTIONS.count?.replace('2 * n', '2.132') ?? '' });
    const [a, b] = [formOf(told, 0), formOf(told, 1)];
    const replies = table(told, [
      rightRow(a, 'Ada', { 'mini/count a': '2,132' }),
      rightRow(b, 'Bob', { 'mini/count a': '0,5' }),
    ]);
    await mark(told, { replies, json: true });
    expect(JSON.parse(told.out())).toMatchObject({ papers: [{ earned: 6 }, { earned: 5 }], unread: [] });
    expect(told.err()).toContain('Read with a decimal comma, as this table writes its numbers: 1 number such as 2,132');
  });

  it('refuses to mark with other keys than those of the day', async () => {
    const told = await opened();
    const replies = someClass(told);
    const later = await opened({ count: `${QUESTIONS.count} Or so.` });
    await expect(mark({ ...later, code: told.code }, { replies })).rejects.toThrow(Failure);
    await expect(mark({ ...later, code: told.code }, { replies })).rejects.toThrow(/changed.*nothing is marked/);
    expect(later.out()).toBe('');
    await mark({ ...later, code: told.code }, { replies, changed: true });
    expect(later.err()).toContain('changed');
    expect(later.out()).toContain('Marked all the same');
    expect(later.out()).toContain('2 of 4 passed');
  });

  it.each<[string, ExamMarkOptions, string]>([
    ['two tables', { replies: 'x.csv', template: true }, '--template prints an empty table'],
    ['a form of a table', { replies: 'x.csv', form: 'B' }, '--form does not go with --replies'],
    ['forms of nothing', { forms: '3' }, '--forms goes with --template'],
    ['forms and a form', { template: true, forms: '3', form: 'B' }, '--forms or --form'],
    ['a form that is none', { template: true, form: '2' }, '--form must be a letter'],
    ['results of nothing', { out: 'x' }, '--out goes with --replies'],
    ['a file that is missing', { replies: 'no-such.csv' }, 'no-such.csv cannot be read'],
    ['no terminal', {}, 'This needs a terminal'],
  ])('says what is wrong with %s', async (_, options, message) => {
    const told = await opened();
    await expect(mark(told, options)).rejects.toThrow(message);
    await expect(mark(told, options)).rejects.toSatisfy(
      error => error instanceof UsageError || error instanceof Failure,
    );
  });
});

describe('tutor exam mark --template', () => {
  it('prints a table with a column for every place of all forms, which can be marked', async () => {
    const told = await opened();
    await mark(told, { template: true });
    expect(told.out()).toBe('name,id,form,q1.1,q1.2,q2.1a,q2.1b\r\n');
    const file = join(told.folder, 'empty.csv');
    writeFileSync(file, `${told.out()}Ada,1,C,,,,\r\n`);
    const other = await opened();
    await mark(other, { replies: file, json: true });
    expect(JSON.parse(other.out())).toMatchObject({ papers: [{ form: 'C', earned: 0, passed: false }] });
    const single = await opened();
    await mark(single, { template: true, form: 'b' });
    expect(single.out().trim().split(',').slice(3)).toEqual(labelsOf(formOf(single, 1)).map(label => `q${label}`));
  });
});

describe('tutor exam mark without a table', () => {
  /** In a terminal, with these attempts begun before. */
  async function typed(attempts: readonly object[], options: ExamMarkOptions): Promise<Told> {
    const told = await opened();
    const environment = { ...told.context.environment, stdin: { isTTY: true }, stdout: { isTTY: true } };
    const begun = attempts.map(attempt => ({ clock: 'none', code: told.code, form: 'A', ...attempt }));
    const store = () => ({ exams: { attempts: () => begun } });
    const context = { ...told.context, environment, store } as unknown as Context;
    vi.clearAllMocks();
    await examMark(context, ` ${told.code.toUpperCase()}`, { bank: told.bank, ...options });
    return told;
  }

  it.each<[string, readonly object[], ExamMarkOptions, string]>([
    ['form A unless told', [], {}, 'A'],
    ['the form that is named', [{}], { form: 'b' }, 'B'],
    ['a new one beside an exam against the clock', [{ clock: 'runs' }], {}, 'A'],
    ['a new one beside another exam', [{ code: 'quiz.1.b.1-aaaaa-aaa' }], {}, 'A'],
  ])('opens %s', async (_, attempts, options, form) => {
    await typed(attempts, options);
    expect(goOnWithExam).not.toHaveBeenCalled();
    expect(openExam.mock.lastCall?.[1]).toMatchObject({ clock: 'none', forecast: null, planned: { name: form } });
  });

  it('goes on with what was begun, whatever its form', async () => {
    await typed([{ code: 'quiz.1.b.1-aaaaa-aaa' }, { form: 'C' }], {});
    expect(openExam).not.toHaveBeenCalled();
    expect(goOnWithExam.mock.lastCall?.[1]).toMatchObject({ form: 'C' });
  });
});
