import { Option } from 'commander';
import { type CommandRow, JSON_FLAG } from './row.ts';

/** What has been answered. */
export const historyCommands: readonly CommandRow[] = [
  {
    name: 'stats [topic]',
    description: 'what the history says: retention, forecasts against facts, mistakes, what is known',
    examples: [
      ['tutor stats', 'of all that you answered'],
      ['tutor stats cnn', 'of one topic'],
    ],
    options: [JSON_FLAG],
    load: async () => (await import('../schedule/stats.ts')).stats,
  },
  {
    name: 'history [review]',
    description: 'past answers, newest first; or all about one of them, by its id, a piece of that, or "last"',
    examples: [
      ['tutor history --limit 20', 'the newest twenty'],
      ['tutor history last', 'all about the last answer'],
      ['tutor history --search padding', 'those with a word in them'],
    ],
    options: [
      new Option('--limit <n>', 'only the newest n'),
      new Option('--question <id>', 'only of one question'),
      new Option('--search <text>', 'only with this in the question, the reply or the mark'),
      JSON_FLAG,
    ],
    load: async () => (await import('../history/history.ts')).history,
  },
  {
    name: 'undo [review]',
    description: 'take the newest answer back, or the one that is named',
    examples: [
      ['tutor undo', 'the newest answer'],
      ['tutor undo last --restore', 'and in force again'],
    ],
    options: [new Option('--restore', 'put it in force again'), JSON_FLAG],
    load: async () => (await import('../history/undo.ts')).undo,
  },
  {
    name: 'replay <review>',
    description: 'an old question exactly as it was, to be tried again; it moves nothing',
    examples: [
      ['tutor replay last', 'the last question once more, with the same numbers'],
      ['tutor replay last --json', 'for a script'],
    ],
    options: [JSON_FLAG],
    load: async () => (await import('../history/replay.ts')).replay,
  },
  {
    name: 'remark [topic]',
    description: 'mark old answers again by the questions as they are now, after a key was corrected',
    examples: [
      ['tutor remark --dry-run', 'what would change'],
      ['tutor remark cnn', 'the answers on one topic'],
    ],
    options: [new Option('--dry-run', 'look and write nothing'), JSON_FLAG],
    load: async () => (await import('../history/remark.ts')).remark,
  },
];
