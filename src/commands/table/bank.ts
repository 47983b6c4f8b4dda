import { Option } from 'commander';
import { type CommandRow, GIVEN, JSON_FLAG, SEED } from './row.ts';

/** Below `tutor bank`: the questions. */
export const bankCommands: readonly CommandRow[] = [
  {
    name: 'list [topic]',
    description: 'all questions by topic, or those of one',
    examples: [
      ['tutor bank list', 'every question, by topic'],
      ['tutor bank list rnn', 'those of one topic'],
      ['tutor bank list --json', 'for a script'],
    ],
    options: [JSON_FLAG],
    load: async () => (await import('../bank/list.ts')).bankList,
  },
  {
    name: 'show <id>',
    description: 'a variant with its key and solution',
    examples: [
      ['tutor bank show cnn/flatten-size --given', 'with the numbers of its exam'],
      ['tutor bank show cnn/flatten-size --seed 7', 'with others, the same at every call'],
    ],
    options: [SEED, GIVEN, JSON_FLAG],
    load: async () => (await import('../bank/show.ts')).bankShow,
  },
  {
    name: 'preview <file>',
    description: 'a question file as it is written: shown again whenever it is saved',
    examples: [
      ['tutor bank preview questions/cnn/flatten-size.md', 'drawn anew at r, read anew as you save'],
      ['tutor bank preview cnn/flatten-size --given', 'with the numbers of its exam'],
    ],
    options: [SEED, GIVEN],
    load: async () => (await import('../bank/preview.ts')).bankPreview,
  },
  {
    name: 'new <topic/slug>',
    description: 'a question file to start from, with comments',
    examples: [
      ['tutor bank new cnn/my-question', 'questions/cnn/my-question.md, with comments'],
      ['tutor bank new rnn/proof --kind order', 'lines to be put in order'],
    ],
    options: [new Option('--kind <kind>', 'of its answer; a number unless told')],
    writesBank: true,
    load: async () => (await import('../bank/new.ts')).bankNew,
  },
  {
    name: 'functions [name]',
    description: 'the functions of the question language, or one of them in full',
    examples: [
      ['tutor bank functions', 'all that a formula may call'],
      ['tutor bank functions adam', 'one in full'],
    ],
    options: [JSON_FLAG],
    load: async () => (await import('../bank/functions.ts')).bankFunctions,
  },
  {
    name: 'lint [path...]',
    description: 'what is wrong with question files: of the whole bank, a folder, a file, a topic or a question',
    examples: [
      ['tutor bank lint', 'the whole bank'],
      ['tutor bank lint cnn --seeds 100', 'a topic, quickly'],
      ['tutor bank lint questions/cnn/flatten-size.md', 'a file'],
    ],
    options: [new Option('--seeds <n>', 'variants to draw of each question (else 1000)'), JSON_FLAG],
    readsBanks: true,
    load: async () => (await import('../bank/lint.ts')).bankLint,
  },
];
