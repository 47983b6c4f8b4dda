import { Option } from 'commander';
import { type CommandRow, GIVEN, JSON_FLAG, REPLY, SEED } from './row.ts';

/** Studying, and answering from a script. */
export const studyCommands: readonly CommandRow[] = [
  {
    name: 'study',
    description: 'study what is due, then what is new',
    options: [new Option('--minutes <n>', 'for so long, going by your own speed')],
    load: async () => (await import('../screens.ts')).study,
  },
  {
    name: 'drill <topic>',
    description: 'practise a topic or a question without end',
    options: [],
    load: async () => (await import('../screens.ts')).drill,
  },
  {
    name: 'due',
    description: 'what the schedule asks for today',
    options: [new Option('--minutes <n>', 'what would fill so many minutes'), JSON_FLAG],
    load: async () => (await import('../due.ts')).due,
  },
  {
    name: 'mark <id>',
    description: 'mark a reply and record nothing',
    options: [SEED, GIVEN, REPLY, JSON_FLAG],
    load: async () => (await import('../mark.ts')).mark,
  },
  {
    name: 'review <id>',
    description: 'mark a reply and record it, as a study session does',
    options: [
      SEED,
      GIVEN,
      REPLY,
      new Option('--rating <rating>', 'again, hard, good or easy, in place of the one from the mark'),
      new Option('--guess', 'the reply is a guess: rated again, right or wrong'),
      JSON_FLAG,
    ],
    load: async () => (await import('../review.ts')).review,
  },
];
