import { Option } from 'commander';
import { type CommandRow, collect, JSON_FLAG } from './row.ts';

/** Exams: on paper, and against the clock. */

const SEED = new Option('--seed <n>', 'the same exam for the same number; drawn unless told');
const TOPICS = new Option('--topics <list>', 'an exam on these topics in place of a blueprint, such as rnn,cnn');
const CREDITS = new Option('--credits <n>', 'with --topics: what it is worth (else 30)');
const MINUTES = new Option('--minutes <n>', 'with --topics: how long it takes (else as long as its questions)');

const BLUEPRINTS = `
Blueprints lie in questions/exams; how they are written is told in
questions/README.md.`;

export const examCommand: CommandRow = {
  name: 'exam [blueprint]',
  description: 'print a mock exam with its solutions; below it: take one, mark one, list those taken',
  examples: [
    ['tutor exam', 'a mock of the endterm with its solutions, as PDF'],
    ['tutor exam quiz --seed 7 --out monday', 'the same papers whenever it is called so'],
    ['tutor exam --forms 8 --vary both', 'eight forms, A to H: other numbers, another order'],
    ['tutor exam --topics rnn,cnn --credits 30', 'without a blueprint'],
    ['tutor exam --roster class.csv --forms 4', 'a paper for everybody, with their names'],
    ['tutor exam --code endterm.7.b.1-k3f9q-8d2', 'an exam printed before, once more'],
  ],
  options: [
    SEED,
    new Option('--forms <n>', 'how many forms, A, B, C … (else 1)'),
    new Option('--vary <what>', 'between forms: order, numbers, both or questions (else both)'),
    new Option('--out <folder>', 'where the files go; made where it is missing'),
    new Option('--format <format>', 'pdf, html, md, typ or moodle; can be repeated').argParser(collect),
    new Option('--paper <size>', 'a4 or letter (else a4)'),
    new Option('--solutions', 'with the sample solutions').default(true, 'they are printed too'),
    new Option('--no-solutions', 'without the sample solutions'),
    new Option('--combined', 'all exams in one file, and all solutions in another; up to 30 papers'),
    new Option('--roster <csv>', 'people with names and numbers: a paper for each'),
    TOPICS,
    CREDITS,
    MINUTES,
    new Option('--code <code>', 'the exam that was printed with this code'),
    new Option('--shard <k/n>', 'only the k-th of n parts of the files, to spread a large run'),
    new Option('--force', 'replace files that exist'),
    new Option('--resume', 'make only files that are missing'),
    JSON_FLAG,
  ],
  after: BLUEPRINTS,
  load: async () => (await import('../exam/exam.ts')).exam,
};

const CELLS = `
What goes into a cell of the table:
  a,c      the boxes that are ticked; none where all are left open on purpose
  0.25     numbers, formulas and terms as they were written
  1 3      of free text the points granted; also all, none, or credits such as
           2 of 3
An empty cell is no answer.`;

/** Below `tutor exam`. */
export const examCommands: readonly CommandRow[] = [
  {
    name: 'take [blueprint]',
    description: 'an exam against the clock, or the one that was left; its answers count as any others',
    examples: [
      ['tutor exam take', 'a mock of the endterm, or the one that was left'],
      ['tutor exam take quiz --pause', 'the clock stands still while you are away'],
      ['tutor exam take --topics rnn,cnn --minutes 30', 'without a blueprint'],
    ],
    options: [
      SEED,
      TOPICS,
      CREDITS,
      MINUTES,
      new Option('--code <code>', 'the exam that was printed with this code'),
      new Option('--pause', 'the clock stands still while the program is closed'),
      new Option('--drop', 'throw the exam away that was left'),
    ],
    load: async () => (await import('../exam/take.ts')).examTake,
  },
  {
    name: 'mark <code>',
    description: 'mark answers on paper: your own, typed in, or those of a class from a table',
    examples: [
      ['tutor exam mark endterm.7.b.1-k3f9q-8d2', 'your own paper, typed in'],
      ['tutor exam mark endterm.7.b.1-k3f9q-8d2 --template --forms 8', 'an empty table for a class'],
      ['tutor exam mark endterm.7.b.1-k3f9q-8d2 --replies class.csv --out results', 'the class, from the table'],
    ],
    options: [
      new Option('--form <letter>', 'the form that is typed in (else A), or that the table is to serve'),
      new Option('--replies <csv>', 'a row for each person, a column for each part'),
      new Option('--template', 'print an empty table to be filled in'),
      new Option('--forms <n>', 'with --template: how many forms it is to serve (else 4)'),
      new Option('--out <folder>', 'write results.csv and items.csv there'),
      new Option('--force', 'replace files that exist'),
      new Option('--changed', 'mark although questions of the bank have changed since'),
      JSON_FLAG,
    ],
    after: CELLS,
    load: async () => (await import('../exam/mark.ts')).examMark,
  },
  {
    name: 'list',
    description: 'exams taken, and what was expected of each',
    examples: [
      ['tutor exam list', 'exams taken, the newest first'],
      ['tutor exam list --json', 'for a script'],
    ],
    options: [JSON_FLAG],
    load: async () => (await import('../exam/list.ts')).examList,
  },
  {
    name: 'show [exam]',
    description: 'the report of an exam once more, with every answer: of the latest unless an id is given',
    examples: [
      ['tutor exam show', 'the latest'],
      ['tutor exam show --json', 'for a script'],
    ],
    options: [JSON_FLAG],
    load: async () => (await import('../exam/show.ts')).examShow,
  },
];
