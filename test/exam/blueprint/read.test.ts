import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blueprintNames, loadBlueprint } from '../../../src/exam/blueprint/load.ts';
import { readBlueprint } from '../../../src/exam/blueprint/read.ts';
import { planForm } from '../../../src/exam/draw/plan-form.ts';
import { messageOf, shippedBank } from '../draw/support.ts';

const GOOD = `# A comment
title: Exam
subtitle: of all there is
minutes: 60
pass: 40 %
details: { Room: 101, Date: '' , Seat: }
aids: [a pen]
rules: ['*Write* legibly.']
cover: [cnn]
ideas: free
problems:
  - title: One
    credits: 4
    questions:
      - cnn/same-size
      - any: [cnn/flatten-size, cnn/same-size, cnn/flatten-size]
  - title: Two
    credits: 6.5
    story: They all ask about one net.
    questions:
      - { topics: [cnn, rnn/forward], kinds: [number, tensor], worth: 4.5 }
      - { topics: lstm, kinds: choice, rule: per-option, each: 1, count: 2 }
`;
const read = (content: string) => readBlueprint(content, 'x', 'x.yaml');

it('reads all of a blueprint, with the places of what may fail later', () => {
  const open = { ids: null, topics: [], kinds: [], rule: null, each: null, count: null, worth: null };
  const { hash, ...blueprint } = read(GOOD);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(blueprint).toEqual({
    name: 'x',
    file: 'x.yaml',
    title: 'Exam',
    subtitle: 'of all there is',
    minutes: 60,
    credits: 10.5,
    // 4.2, and credits are counted in halves.
    pass: 4.5,
    details: [
      { label: 'Room', text: '101' },
      { label: 'Date', text: '' },
      { label: 'Seat', text: '' },
    ],
    aids: ['a pen'],
    rules: ['*Write* legibly.'],
    cover: ['cnn'],
    coverAt: { line: 9, column: 1 },
    ideas: 'free',
    problems: [
      {
        title: 'One',
        credits: 4,
        story: null,
        free: true,
        slots: [
          { ...open, ids: ['cnn/same-size'], count: 1, line: 15, column: 9 },
          { ...open, ids: ['cnn/flatten-size', 'cnn/same-size'], count: 1, line: 16, column: 9 },
        ],
        line: 12,
        column: 12,
      },
      {
        title: 'Two',
        credits: 6.5,
        story: 'They all ask about one net.',
        free: false,
        slots: [
          { ...open, topics: ['cnn', 'rnn/forward'], kinds: ['number', 'tensor'], worth: 4.5, line: 21, column: 9 },
          { ...open, topics: ['lstm'], kinds: ['choice'], rule: 'per-option', each: 1, count: 2, line: 22, column: 9 },
        ],
        line: 17,
        column: 12,
      },
    ],
  });
});

it('reads the example of the manual, which the bank can meet', () => {
  const manual = readFileSync('questions/README.md', 'utf8');
  const [, example = ''] = /```\n(title: [^`]*problems:[^`]*)```/.exec(manual) ?? [];
  const blueprint = readBlueprint(example, 'example', 'README.md');
  expect(blueprint.credits).toBe(18);
  expect(planForm({ blueprint, seed: 1, vary: 'order' }, shippedBank(), 0).problems.map(all => all.length)).toEqual([
    3, 3,
  ]);
});

it('has a hash of what it says, not of how it is written', () => {
  const moved = `\ufeff${GOOD.replace('# A comment\n', '').replace('[a pen]', '\n  - a pen')}`;
  expect(read(moved).hash).toBe(read(GOOD).hash);
  expect(read(GOOD.replaceAll('\n', '\r\n')).hash).toBe(read(GOOD).hash);
  for (const [from, to] of [
    ['Exam', 'An exam'],
    ['60', '61'],
    ['40 %', '50 %'],
    ['a pen', 'two pens'],
    ['cover: [cnn]', 'cover: []'],
    ['ideas: free', 'ideas: topic'],
    ['4.5', '4.5, each: 0.5'],
    ['number, tensor', 'number'],
    ['story: They', 'free: true\n    story: They'],
  ] as const) {
    expect(read(GOOD.replace(from, to)).hash, to).not.toBe(read(GOOD).hash);
  }
});

it('has a name that can stand in a code', () => {
  const nameOf = (name: string): string => readBlueprint(GOOD, name, 'f').name;
  expect(['endterm', 'My Exam (2)', 'Übung', '数学', 'a.b'].map(nameOf)).toEqual([
    'endterm',
    'my-exam-2',
    'ubung',
    'exam',
    'a-b',
  ]);
});

describe('what is wrong', () => {
  const broken = (from: string, to: string): string => {
    expect(GOOD).toContain(from);
    return messageOf(() => read(GOOD.replace(from, to)));
  };

  it.each([
    ['no YAML', 'title: Exam', 'title: [Exam', /^x\.yaml:\d+:\d+: the blueprint is not valid YAML: .* need quotes$/],
    ['an unknown key', 'subtitle:', 'subtile:', 'x.yaml:3:1: subtile: is not a key here: did you mean subtitle?'],
    ['a missing key', 'minutes: 60\n', '', /^x\.yaml:1: minutes: is missing$/],
    ['a wrong type', 'minutes: 60', 'minutes: an hour', 'x.yaml:4:10: minutes: must be a number'],
    ['no mapping', GOOD, 'only text', /^x\.yaml:1: blueprint: must be a mapping of keys to values$/],
    ['pass', '40 %', 'half', 'x.yaml:5:7: pass: must be credits, such as 45, or a share of them, such as 50 %'],
    ['much to pass', '40 %', '11', 'x.yaml:5:7: pass: must be at most 10.5, the credits of all problems'],
    ['more than all', '40 %', '101 %', 'x.yaml:5:7: pass: must be at most 100 %'],
    ['quarters', '6.5', '6.25', 'x.yaml:18:14: problems.1.credits: must be in steps of 0.5'],
    [
      'a kind',
      'number, tensor',
      'number, tenser',
      /^x\.yaml:21:55: problems\.1\.questions\.0\.kinds\.1: must be one of /,
    ],
    [
      'a rule',
      'per-option',
      'per-box',
      /^x\.yaml:22:\d+: problems\.1\.questions\.1\.rule: must be one of all-or-nothing/,
    ],
    [
      'a key of a slot',
      'worth',
      'wort',
      'x.yaml:21:64: problems.1.questions.0.wort: is not a key here: did you mean worth?',
    ],
    [
      'both',
      'worth: 4.5',
      'worth: 4.5, count: 2',
      /^x\.yaml:21:9: problem 2, questions 1: needs count .* or worth .*, not both$/,
    ],
    [
      'neither',
      ', worth: 4.5',
      '',
      /^x\.yaml:21:9: problem 2, questions 1: needs count .* or worth \(how many credits/,
    ],
    [
      'conditions of ids',
      'any:',
      'topics: cnn\n        any:',
      /^x\.yaml:16:9: problem 1, questions 2: topics: does not go with any/,
    ],
    ['too many of few', 'any:', 'count: 3\n        any:', /count: 3 questions of 2 cannot be drawn$/],
    ['odd sizes', 'worth: 4.5', 'worth: 4.5, each: 1', /worth: questions of 1 credits never make 4.5$/],
    ['a rule of no choice', 'kinds: choice', 'kinds: number', /rule: only a choice has one/],
    ['credits', 'credits: 6.5', 'credits: 7', 'x.yaml:18:14: problem 2: its questions make 6.5 credits, not 7'],
    [
      'nothing left',
      'credits: 4\n',
      'credits: 4\n    free: no\n',
      /x\.yaml:14:11: problems\.0\.free: must be true or false/,
    ],
    ['a sum', 'pass:', 'credits: 11\npass:', 'x.yaml:5:10: credits: the problems make 10.5 credits, not 11'],
    [
      'twice',
      '- any: [cnn/flatten-size, cnn/same-size, cnn/flatten-size]',
      '- cnn/same-size',
      'x.yaml:16:9: problem 1: cnn/same-size stands in the exam already',
    ],
    ['no ids', '- cnn/same-size', '- cnn same size', /^x\.yaml:15:9: problems\.0\.questions\.0: must be /],
    ['anything', 'ideas: free', 'ideas: any', /^x\.yaml:10:8: ideas: must be source, topic or free/],
  ])('%s', (_, from, to, message) => {
    expect(broken(from, to)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  it('is told all at once', () => {
    const all = GOOD.replace('minutes: 60', 'minutes: 0')
      .replace('worth: 4.5', 'worth: 4.3')
      .replace('subtitle', 'sub');
    expect(messageOf(() => read(all)).split('\n').length).toBe(3);
  });
});

describe('a folder of blueprints', () => {
  it('names them, and what is near a wrong name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'blueprints-'));
    try {
      for (const file of ['mid.yaml', 'end.yaml', 'notes.md', 'Not A Name.yaml'])
        writeFileSync(join(folder, file), GOOD);
      expect(blueprintNames(folder)).toEqual(['end', 'mid']);
      expect(loadBlueprint(folder, 'mid', 'exams')).toMatchObject({ name: 'mid', file: 'exams/mid.yaml' });
      expect(messageOf(() => loadBlueprint(folder, 'midd', 'exams'))).toBe(
        'there is no blueprint "midd" in exams: did you mean mid?',
      );
      expect(messageOf(() => loadBlueprint(folder, '../secret', 'exams'))).toBe(
        'there is no blueprint "../secret" in exams: there are end, mid',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(blueprintNames(join(folder, 'nowhere'))).toEqual([]);
  });
});
