import { describe, expect, test } from 'vitest';
import { keyData, printKey, showKey } from '../../src/answers/answers.ts';
import { markVariant } from '../../src/bank/marking.ts';
import { given, problemsOf, question, variants } from './support.ts';

/** Answers of each kind as an author writes them. */

const data = (front: string, body?: string): Record<string, unknown> => {
  const [part] = given(front, body).parts;
  if (!part) throw new Error('a question has a part');
  return { kind: part.key.kind, ...keyData(part.key) };
};

const A = 'vars: { a: { given: 4, int: [2, 9] } }\n';

describe('a number asked as a choice', () => {
  const front = `${A}answer: { number: 3 * a, as: choice }
mistakes:
  - { value: 3 + a, because: the two are multiplied, tag: sum }
  - { value: 2 * a, because: it is three times as much }
  - { value: 30 * a, because: not ten times }`;

  test('has its mistakes as the wrong options, each with its reason', () => {
    const [part] = given(front).parts;
    if (part?.key.kind !== 'choice') throw new Error('it is a choice');
    const { options } = part.key;
    expect(options.map(({ text }) => text).toSorted()).toEqual(['$12$', '$120$', '$7$', '$8$']);
    expect(options.find(({ right }) => right)?.text).toBe('$12$');
    const sum = options.find(({ text }) => text === '$7$');
    expect(markVariant(given(front), [sum?.label ?? '']).parts[0]).toMatchObject({ credit: 0, mistake: 'sum' });
  });

  test('shows as many as are wanted, in an order of its own each time', () => {
    const shown = variants(front.replace('as: choice', 'as: choice, show: 3'));
    const places = shown.map(({ parts }) =>
      parts[0]?.key.kind === 'choice' ? parts[0].key.options.findIndex(({ right }) => right) : -1,
    );
    expect(new Set(places)).toEqual(new Set([0, 1, 2]));
  });

  test('needs two mistakes that differ', () => {
    const few = `${A}answer: { number: 3 * a, as: choice }\nmistakes: [{ value: 3 + a, because: so }]`;
    expect(problemsOf(question(few))).toEqual([
      'cnn/q.md:5:19: the given variant: part a: as a choice it needs two mistakes whose values differ from the key and each other',
    ]);
  });
});

describe('keys', () => {
  test('of a tensor', () => {
    const front = `${A}answer: { tensor: '[[a, 2], [3, 4]]' }`;
    expect(data(front)).toEqual({
      kind: 'tensor',
      key: [
        [4, 2],
        [3, 4],
      ],
      shape: [2, 2],
      accepts: { absolute: 0, relative: 0 },
    });
  });

  test('of a table', () => {
    const front = `${A}let: { s: a / 3, h: 2 * s }\nanswer: { table: [[s, h]], rows: ['$t = {{a}}$'], columns: [s, h], tolerance: 1% }`;
    expect(data(front)).toEqual({
      kind: 'table',
      key: [[4 / 3, 8 / 3]],
      rows: ['$t = 4$'],
      columns: ['s', 'h'],
      accepts: { absolute: 0, relative: 0.01 },
    });
  });

  test.each([
    ['[N, a, 28]', ['N', 4, 28]],
    ['[N, a * 7 * 7]', ['N', 196]],
    ['[N * T, 2 * a]', ['N*T', 8]],
    ['[N, a * N]', ['N', '4*N']],
    ['[a, a^2 - 1]', [4, 15]],
  ])('of a shape: %s', (shape, key) => {
    expect(data(`${A}answer: { shape: ${shape}, symbols: [N, T] }`)).toEqual({ kind: 'shape', key });
  });

  test('of an order: labels in the author’s order, decoys left out', () => {
    const front =
      'answer:\n  order:\n    one: first\n    two: second\n    three: third\n    no: { line: other, decoy: so }';
    const { key, lines } = data(front) as { key: string[]; lines: { label: string; text: string }[] };
    expect(key.map(label => lines.find(line => line.label === label)?.text)).toEqual(['first', 'second', 'third']);
    expect(lines.map(({ text }) => text).toSorted()).toEqual(['first', 'other', 'second', 'third']);
  });

  test('of an order whose lines rest on what they name', () => {
    const front =
      'answer:\n  order:\n    one: first\n    two: { line: second, after: [] }\n    three: { line: third, after: [one, two] }';
    const variant = given(front);
    const [part] = variant.parts;
    if (part?.key.kind !== 'order') throw new Error('it is an order');
    const label = Object.fromEntries(part.key.lines.map(line => [line.name, line.label]));
    const credit = (...names: string[]): number =>
      markVariant(variant, [names.map(name => label[name]).join(' ')]).credit;
    expect([credit('one', 'two', 'three'), credit('two', 'one', 'three')]).toEqual([1, 1]);
    expect(credit('one', 'three', 'two')).toBeLessThan(1);
  });

  test('of a match: what reads alike is one option', () => {
    const front = `answer:
  match:
    - { blank: 1, is: forward }
    - { blank: 2, is: backward }
    - { blank: 3, is: forward }
  extra: [output]`;
    const { key, options } = data(front) as { key: Record<string, string>; options: { label: string; text: string }[] };
    const text = (blank: string): string | undefined => options.find(({ label }) => label === key[blank])?.text;
    expect(['1', '2', '3'].map(text)).toEqual(['forward', 'backward', 'forward']);
    expect(options).toHaveLength(3);
  });

  test('of a rubric, which the student marks', () => {
    const variant = given('answer: { rubric: [one thing, { point: another, credits: 3 }], model: Both. }');
    expect(keyData(variant.parts[0]?.key as never).key).toEqual([
      { credits: 1, text: 'one thing' },
      { credits: 3, text: 'another' },
    ]);
    expect(markVariant(variant, ['2']).parts[0]).toMatchObject({ credit: 0.75, self: true });
  });

  test('print as replies that earn all credit, whatever is drawn', () => {
    const front = `vars:
  a: { given: 4, int: [2, 9] }
  W: { given: [[1, 2], [3, 4]], int: [-9, 9], shape: [2, 2] }
let: { y: W @ W }
parts:
  - { ask: x, tensor: y }
  - { ask: x, table: '[[a, 1 / a]]', rows: [r], columns: [p, q] }
  - { ask: x, shape: [N, a * 7], symbols: [N] }
  - { ask: x, order: { one: first, two: second, three: third } }
  - { ask: x, match: [{ text: p, is: q }, { text: r, is: s }] }`;
    for (const variant of variants(front)) {
      const replies = variant.parts.map(({ key }) => printKey(key));
      expect(markVariant(variant, replies).credit).toBe(1);
      for (const { key } of variant.parts) expect(showKey(key)).not.toBe('');
    }
  });
});

describe('cells of one reply that rest on one another', () => {
  const front = `${A}let: { s1: 2 * a, s2: s1 ^ 2, s3: s2 - 3 }
answer: { table: [[s1, s2, s3]], rows: [r], columns: [p, q, s] }`;

  test.each([
    ['[8 64 61]', 1, false],
    ['[9 81 78]', 2 / 3, true],
    ['[9 64 61]', 2 / 3, false],
    ['[8 60 57]', 2 / 3, true],
    ['[9 80 77]', 1 / 3, true],
    ['[9 82 80]', 0, false],
  ])('%s', (reply, credit, carried) => {
    expect(markVariant(given(front), [reply]).parts[0]).toMatchObject({ credit, carried });
  });
});

describe('an author is told', () => {
  test.each([
    ['answer: { tensor: 3 }', '4:19: part a: the answer is a single number: ask for it with number:'],
    ['answer: { tensor: "ones(9, 9)" }', '4:20: part a: 81 cells are too many: at most 64'],
    ['answer: { table: [[1, 2]] }', '4:11: answer.table: needs rows: and columns:, the lists of their labels'],
    [
      'answer: { table: [[1, 2]], rows: [r], columns: [p] }',
      '4:18: part a: the labels make a table of shape (1, 1), and the values have (1, 2)',
    ],
    [
      'answer: { shape: [N, 3.5], symbols: [N] }',
      '4:22: the given variant: part a: a side of a shape is a whole number, not 3.5',
    ],
    ['answer: { shape: [N, 3] }', '4:19: "N": unknown name "N"'],
    ['answer: { number: 3, rows: [r] }', '4:1: answer: rows: does not go with number'],
    ['answer: { number: 3, show: 3 }', '4:19: show: goes with as: choice'],
    ['answer:\n  order: { one: x, two: y }', '5:17: order: an order needs at least 3 lines that belong; here are 2'],
    [
      'answer:\n  order: { one: { line: x, after: three }, two: y, three: z }',
      '5:25: order: lines rest on each other in a circle: one → three → two → one',
    ],
    ['answer:\n  match: [{ is: x }, { is: y }]', '5:17: match: a pair needs its text: or its blank:'],
    ['answer:\n  match: [{ blank: 1, is: x }, { blank: 1, is: y }]', '5:27: match: two blanks bear one number'],
  ])('%j', (front, problem) => {
    expect(problemsOf(question(front))).toEqual([`cnn/q.md:${problem}`]);
  });
});
