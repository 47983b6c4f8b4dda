import { Option } from 'commander';
import { SYNC_HELP } from '../transfer/sync-help.ts';
import { type CommandRow, JSON_FLAG } from './row.ts';

/** From machine to machine. */
export const transferCommands: readonly CommandRow[] = [
  {
    name: 'export [file]',
    description:
      'the history as a file: to move it, for a spreadsheet, or for an optimizer of FSRS; without a file, on standard output',
    examples: [
      ['tutor export history.jsonl', 'all of it'],
      ['tutor export --format csv answers.csv', 'for a spreadsheet'],
      ['tutor export | gzip', 'on standard output'],
    ],
    options: [
      new Option('--format <format>', 'jsonl (all of it, for "tutor import"), csv or fsrs; jsonl unless told'),
      new Option('--question <id>', 'only of one question'),
      new Option('--force', 'replace the file where there is one'),
    ],
    load: async () => (await import('../transfer/export.ts')).exportHistory,
  },
  {
    name: 'import <file...>',
    description: 'take in histories of other machines, as "tutor export" writes them; "-" is standard input',
    examples: [
      ['tutor import laptop.jsonl desktop.jsonl', 'what is new in them'],
      ['tutor import --dry-run laptop.jsonl', 'look only'],
    ],
    options: [new Option('--dry-run', 'look and write nothing'), JSON_FLAG],
    load: async () => (await import('../transfer/import.ts')).importHistory,
  },
  {
    name: 'sync <folder>',
    description: 'share the history with other machines through a folder',
    examples: [
      ['tutor sync ~/Sync/tutor', 'through a synced folder'],
      ['tutor sync .', 'in a git repository, between pull and commit'],
    ],
    options: [JSON_FLAG],
    after: SYNC_HELP,
    load: async () => (await import('../transfer/sync.ts')).sync,
  },
];
