import { Option } from 'commander';
import { type CommandRow, GIVEN, JSON_FLAG, REPLY, SEED } from './row.ts';

/** Studying, and answering from a script. */
export const studyCommands: readonly CommandRow[] = [
  {
    name: 'study',
    description: 'study what is due, then what is new',
    examples: [
      ['tutor study', 'until nothing is left'],
      ['tutor study --minutes 20', 'for so long'],
    ],
    options: [new Option('--minutes <n>', 'for so long, going by your own speed')],
    opensScreen: true,
    load: async () => (await import('../screens.ts')).study,
  },
  {
    name: 'drill <topic>',
    description: 'practise a topic or a question without end',
    examples: [
      ['tutor drill rnn', 'a topic'],
      ['tutor drill cnn/flatten-size', 'one question'],
    ],
    options: [],
    opensScreen: true,
    load: async () => (await import('../screens.ts')).drill,
  },
  {
    name: 'due',
    description: 'what the schedule asks for today',
    examples: [
      ['tutor due', 'what is due and new, in order'],
      ['tutor due --minutes 20', 'what would fill twenty minutes'],
      ['tutor due --short', 'one line for a shell prompt'],
    ],
    options: [
      new Option('--minutes <n>', 'what would fill so many minutes'),
      new Option('--short', 'one line for a shell prompt; nothing at all where nothing is left for today'),
      JSON_FLAG,
    ],
    load: async () => (await import('../schedule/due.ts')).due,
  },
  {
    name: 'mark <id>',
    description: 'mark a reply and record nothing',
    examples: [
      ["tutor mark cnn/flatten-size --given --reply '16*7*7'", 'one reply'],
      ['tutor mark optimization/adam-first-step --seed 7 --reply .2 --reply .04 --reply -.001', 'one for each part'],
    ],
    options: [SEED, GIVEN, REPLY, JSON_FLAG],
    load: async () => (await import('../mark.ts')).mark,
  },
  {
    name: 'review <id>',
    description: 'mark a reply and record it, as a study session does',
    examples: [
      ['tutor review cnn/flatten-size --seed 7 --reply 6084', 'mark it and record it'],
      ['tutor review cnn/flatten-size --seed 7 --reply 6084 --guess', 'rated again, right or wrong'],
    ],
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
