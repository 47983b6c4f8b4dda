import { expect, test } from 'vitest';
import type { Paper, PaperPart } from '../../../src/exam/paper.ts';
import { pdfCompiler, TypesettingError } from '../../../src/exam/typst/compiler.ts';
import { paperTypst as papersTypst } from '../../../src/exam/typst/paper.ts';
import { HOSTILE, hostilePaper } from '../hostile-paper.ts';
import { pdfText } from './pdf-text.ts';

const compile = await pdfCompiler();
const paperTypst = (paper: Paper, options: Parameters<typeof papersTypst>[1]): string => papersTypst([paper], options);
const exam = paperTypst(hostilePaper(false), { size: 'a4' });
const solutions = paperTypst(hostilePaper(true), { size: 'us-letter' });
const printed = { exam: compile(exam), solutions: compile(solutions) };

/** Breaks of lines and of long words are no part of a text. */
const joined = (text: string): string => text.replaceAll(/\s+/g, '');
const text = { exam: joined(pdfText(printed.exam)), solutions: joined(pdfText(printed.solutions)) };
const raw = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const count = (whole: string, piece: string): number => whole.split(piece).length - 1;
const pagesOf = (pdf: Uint8Array): number => count(raw(pdf), '/Type /Page\n');

test('texts are printed as they are, whatever they look like', () => {
  const [before = '', after = ''] = HOSTILE.replaceAll(/[\u202a-\u202e]/g, '').split(' مرحبا ');
  for (const whole of Object.values(text)) {
    // As plain text in the title, and as Markdown, where a link is its text, in rules and options.
    expect(whole).toContain(joined(before));
    expect(whole).toContain(joined(after));
    expect(whole).toContain(joined(`<script>alert("1")</script> ]]> </style> <img src=x onerror='a()'> & & go see`));
    expect(whole).toContain('w'.repeat(500));
  }
  expect(text.exam).toContain(joined('Name: Ada <b> | *x* <script>'));
  expect(text.exam).toContain('Matriculationnumber:"17"');
});

test('nothing in a text is code, a reference or a comment', () => {
  const texts = [
    '#read("/etc/passwd")',
    '#panic()',
    '*a* _b_ $c$ `d`',
    '@ref <label>',
    '"); panic("',
    '\\u{41} \\#x',
    '// a',
    '/* b',
    ']}) #[',
    '= no = heading',
    'https://example.org/#a',
    'a\u0000\u001b[31mb',
    '1. 2. - +',
  ];
  const paper = hostilePaper(false);
  const all = texts.join(' ');
  const source = paperTypst(
    {
      ...paper,
      title: all,
      subtitle: all,
      code: all,
      form: all,
      person: { name: all, id: all },
      details: texts.map(label => ({ label, text: label })),
      problems: [],
    },
    { size: 'a4' },
  );
  const shown = joined(pdfText(compile(source)));
  for (const each of texts) expect(shown).toContain(joined(each).replaceAll(/\p{Cc}/gu, ''));
  expect(shown).not.toContain('root:');
});

test('the same paper is the same file, without a date', () => {
  expect(Buffer.from(compile(exam)).equals(printed.exam)).toBe(true);
  expect(raw(printed.exam)).not.toMatch(/CreationDate|ModDate/);
  expect(paperTypst(hostilePaper(false), { size: 'a4' })).toBe(exam);
});

test('the exam has places of every kind and gives nothing away; the solutions fill them', () => {
  expect(text.exam).toContain('Tickeveryboxthatapplies.');
  expect(text.exam).toContain('Writetheplaceofeachline');
  expect(text.exam).not.toMatch(/SOLUTIONS|Marking|Modelanswer|Commonmistake|×|right/);
  expect(text.exam).not.toContain('a=3');
  for (const told of ['SOLUTIONS', 'Markingb)', 'Modelanswera)', 'Commonmistake', 'Givenfor', '0.33', '×', 'Thus']) {
    expect(text.solutions).toContain(told);
  }
});

test('questions, credits and pages are numbered, and headings are headings', () => {
  for (const [name, whole] of Object.entries(text)) {
    expect(whole).toMatch(/Problem1<script>.*1\.1Single.*1\.2<script>/);
    const pages = pagesOf(printed[name as keyof typeof printed]);
    expect(pages).toBeGreaterThan(3);
    expect(pages).toBeLessThan(25);
    for (let page = 2; page <= pages; page++) expect(whole).toContain(`Page${page}of${pages}`);
  }
  const file = raw(printed.solutions);
  expect(file).toMatch(/\/Lang \(en\)/);
  expect(count(file, '/S /H1\n')).toBeGreaterThanOrEqual(1);
  expect(count(file, '/S /H2\n')).toBe(2);
  expect(count(file, '/S /TH\n')).toBeGreaterThan(10);
  // Whoever cannot see a formula or a drawing is told it.
  const seen = count(file, '/S /Formula\n') + count(file, '/S /Figure\n');
  expect(seen).toBeGreaterThan(5);
  expect(count(file, '/Alt ')).toBe(seen);
});

test('a paper of another person differs in the person alone, so that its pages need not be laid out again', () => {
  const paper = hostilePaper(false);
  const other = paperTypst({ ...paper, person: { name: 'Grace', id: '2' } }, { size: 'a4' });
  const changed = exam.split('\n').filter((row, i) => row !== other.split('\n')[i]);
  expect(changed).toEqual([expect.stringMatching(/^ {2}head: /), expect.stringMatching(/^ {2}person: /)]);
});

test('papers in one file have numbers and heads of their own, and begin on a sheet of their own', () => {
  const paper = hostilePaper(false);
  const names = ['Ada', 'Grace'];
  const copies = names.map(name => ({ ...paper, title: 'T', subtitle: null, form: name, person: { name, id: '' } }));
  const own = pagesOf(compile(papersTypst(copies.slice(0, 1), { size: 'a4' })));
  const file = compile(papersTypst(copies, { size: 'a4' }));
  expect(pagesOf(file)).toBe(own + (own % 2) + own);
  const pages = pdfText(file).split('\n').map(joined);
  const heads = names.map(name => pages.filter(page => page.includes(`Name:${name}`)));
  for (const page of Array.from({ length: own - 1 }, (_, i) => `Page${i + 2}of${own}`)) {
    for (const head of heads) expect(head.filter(text => text.includes(page))).toHaveLength(1);
  }
});

/** One question with one place for an answer. */
function single(space: PaperPart['space'], rest: Partial<PaperPart> = {}): Paper {
  const paper = hostilePaper(false);
  const part = {
    label: null,
    ask: '',
    credits: 1,
    room: 0,
    answer: '$1$',
    reasons: [],
    scheme: [],
    mistakes: [],
    space,
    ...rest,
  };
  const question = { number: '1.1', title: 'One', credits: 1, stem: 'Stem.', parts: [part], solution: null };
  const problem = { number: 1, title: 'P', credits: 1, story: '', questions: [question] };
  return { ...paper, title: 'T', subtitle: null, details: [], aids: [], rules: [], person: null, problems: [problem] };
}

test('room for the way makes the exam longer, and not its solutions', () => {
  const line: PaperPart['space'] = { kind: 'line', note: null };
  const grid: PaperPart['space'] = { kind: 'grid', columns: [], rows: [{ heading: null, cells: ['$1$'] }] };
  for (const space of [line, grid]) {
    const pages = (room: number, solutions: boolean): number => {
      const paper = single(space, { room });
      const [problem] = paper.problems;
      const questions = Array.from({ length: 5 }, () => problem?.questions ?? []).flat();
      const problems = problem ? [{ ...problem, questions }] : [];
      return pagesOf(compile(paperTypst({ ...paper, solutions, problems }, { size: 'a4' })));
    };
    expect(pages(45, false)).toBe(pages(0, false) + 1);
    expect(pages(45, true)).toBe(pages(0, true));
  }
});

test('places may be large, and are never cut off at the end of a page', () => {
  const lines = Array.from({ length: 60 }, (_, i) => ({
    label: `${i + 1}`,
    text: `line${i}x`,
    filled: '',
    place: null,
  }));
  const order = joined(pdfText(compile(paperTypst(single({ kind: 'order', lines }), { size: 'a4' }))));
  for (const { text: line } of lines) expect(order).toContain(line);
  const cells = Array.from({ length: 12 }, () => '$-1.2345$');
  const grid = {
    kind: 'grid',
    columns: cells.map((_, i) => `c${i}`),
    rows: cells.map(() => ({ heading: 'r', cells })),
  } as const;
  const filled = pdfText(compile(paperTypst({ ...single(grid), solutions: true }, { size: 'a4' })));
  expect(count(joined(filled), '1.2345')).toBe(144);
  expect(pagesOf(compile(paperTypst(single({ kind: 'page', lines: 70 }), { size: 'us-letter' })))).toBe(4);
});

test('several wordings of one mistake share their reason, and numbers in tables have room', () => {
  const mistakes = [
    { value: 'a', shown: 'first', tag: 't', because: 'the reason' },
    { value: 'b', shown: 'second', tag: 't', because: 'the reason' },
    { value: [1], shown: '$$\\begin{bmatrix} 1 & 2 & 3 \\end{bmatrix}$$', tag: 't', because: 'another' },
  ];
  const source = paperTypst({ ...single({ kind: 'line', note: null }, { mistakes }), solutions: true }, { size: 'a4' });
  expect(source).toContain('([first, second], [the reason],)');
  expect(source).toMatch(/wide\(\[#math\.equation.*\[another\]\)/s);
  expect(count(joined(pdfText(compile(source))), 'thereason')).toBe(1);
});

test('short frames of the solutions are kept on one page, long ones are not', () => {
  const framed = (count: number): string => {
    const reasons = Array.from({ length: count }, (_, i) => `**${i}** is wrong: it is not.`);
    return paperTypst({ ...single({ kind: 'line', note: null }, { reasons }), solutions: true }, { size: 'a4' });
  };
  expect(framed(5)).toContain('#solution([Marking], {');
  expect(framed(50)).toContain('#solution([Marking], kept: false, {');
});

test('what Typst reports is an error that names the question', () => {
  const at = solutions.indexOf('// Question 1.2');
  const broken = `${solutions.slice(0, at)}// Question 1.2\n#panic("no")\n${solutions.slice(at)}`;
  expect(() => compile(broken)).toThrow(new TypesettingError('Question 1.2 cannot be set: panicked with: "no"'));
  expect(() => compile('#text(font: "Nowhere")[a]')).toThrow('The paper cannot be set: unknown font family: nowhere');
  expect(() => compile('#read("/etc/passwd")')).toThrow(/failed to load file/);
});

test('without the library there is an error that says what to do', async () => {
  const missing = pdfCompiler(() => Promise.reject(new Error('no such module')));
  await expect(missing).rejects.toThrow(/typst-ts-node-compiler, is not installed .*--format html/s);
});
