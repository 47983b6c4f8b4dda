import { Option } from 'commander';
import { type CommandRow, JSON_FLAG } from './row.ts';

/** What has been answered. */
export const historyCommands: readonly CommandRow[] = [
  {
    name: 'stats [topic]',
    description: 'what the history says: retention, forecasts against facts, mistakes, what is known',
    options: [JSON_FLAG],
    load: async () => (await import('../stats.ts')).stats,
  },
  {
    name: 'history [review]',
    description: 'past answers, newest first; or all about one of them, by its id, a piece of that, or "last"',
    options: [
      new Option('--limit <n>', 'only the newest n'),
      new Option('--question <id>', 'only of one question'),
      new Option('--search <text>', 'only with this in the question, the reply or the mark'),
      JSON_FLAG,
    ],
    load: async () => (await import('../history.ts')).history,
  },
  {
    name: 'undo [review]',
    description: 'take the newest answer back, or the one that is named',
    options: [new Option('--restore', 'put it in force again'), JSON_FLAG],
    load: async () => (await import('../undo.ts')).undo,
  },
  {
    name: 'replay <review>',
    description: 'an old question exactly as it was, to be tried again; it moves nothing',
    options: [JSON_FLAG],
    load: async () => (await import('../replay.ts')).replay,
  },
  {
    name: 'remark [topic]',
    description: 'mark old answers again by the questions as they are now, after a key was corrected',
    options: [new Option('--dry-run', 'look and write nothing'), JSON_FLAG],
    load: async () => (await import('../remark.ts')).remark,
  },
];
