import { Option } from 'commander';
import { type CommandRow, GIVEN, JSON_FLAG, SEED } from './row.ts';

/** Below `tutor bank`: the questions. */
export const bankCommands: readonly CommandRow[] = [
  {
    name: 'list [topic]',
    description: 'all questions by topic, or those of one',
    options: [JSON_FLAG],
    load: async () => (await import('../bank-list.ts')).bankList,
  },
  {
    name: 'show <id>',
    description: 'a variant with its key and solution',
    options: [SEED, GIVEN, JSON_FLAG],
    load: async () => (await import('../bank-show.ts')).bankShow,
  },
  {
    name: 'preview <file>',
    description: 'a question file as it is written: shown again whenever it is saved',
    options: [SEED, GIVEN],
    load: async () => (await import('../bank-preview.ts')).bankPreview,
  },
  {
    name: 'new <topic/slug>',
    description: 'a question file to start from, with comments',
    options: [new Option('--kind <kind>', 'of its answer; a number unless told')],
    load: async () => (await import('../bank-new.ts')).bankNew,
  },
  {
    name: 'functions [name]',
    description: 'the functions of the question language, or one of them in full',
    options: [JSON_FLAG],
    load: async () => (await import('../bank-functions.ts')).bankFunctions,
  },
];
