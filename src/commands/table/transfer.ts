import { Option } from 'commander';
import { SYNC_HELP } from '../sync-help.ts';
import { type CommandRow, JSON_FLAG } from './row.ts';

/** From machine to machine. */
export const transferCommands: readonly CommandRow[] = [
  {
    name: 'export [file]',
    description:
      'the history as a file: to move it, for a spreadsheet, or for an optimizer of FSRS; without a file, on standard output',
    options: [
      new Option('--format <format>', 'jsonl (all of it, for "tutor import"), csv or fsrs; jsonl unless told'),
      new Option('--question <id>', 'only of one question'),
      new Option('--force', 'replace the file where there is one'),
    ],
    load: async () => (await import('../export.ts')).exportHistory,
  },
  {
    name: 'import <file...>',
    description: 'take in histories of other machines, as "tutor export" writes them; "-" is standard input',
    options: [new Option('--dry-run', 'look and write nothing'), JSON_FLAG],
    load: async () => (await import('../import.ts')).importHistory,
  },
  {
    name: 'sync <folder>',
    description: 'share the history with other machines through a folder',
    options: [JSON_FLAG],
    after: SYNC_HELP,
    load: async () => (await import('../sync.ts')).sync,
  },
];
