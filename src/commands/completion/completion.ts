import { join } from 'node:path';
import type { Command } from 'commander';
import { KIND_NAMES } from '../../answers/authors.ts';
import { SETTINGS, settingOf } from '../../app/settings/table.ts';
import { valueText } from '../../app/settings/value.ts';
import { Bank } from '../../bank/bank.ts';
import { functionEntries } from '../../bank/functions.ts';
import { loadFolder } from '../../bank/load.ts';
import { blueprintNames } from '../../exam/blueprint/load.ts';
import { VARYINGS } from '../../exam/form.ts';
import { RATINGS } from '../../schedule/review.ts';
import { isFolder } from '../bank/folder.ts';
import type { Context } from '../context.ts';
import { printLines } from '../output.ts';
import { candidates, type Values } from './candidates.ts';
import { SHELLS } from './scripts.ts';

/** What that script asks: `tutor complete -- drill cn`. */
export function complete({ bank: own, environment }: Context, words: readonly string[], program: Command): void {
  const bank = new Bank(
    banksNamed(words).flatMap(folder => loadFolder(folder).templates),
    [own],
  );
  const ids = (): readonly string[] => bank.templates.map(({ id }) => id);
  const values: Values = {
    topic: () => bank.places,
    id: ids,
    question: ids,
    // A question goes by its id; of other files only the shell knows the names.
    file: ({ command }) => (command === 'preview' ? ids() : []),
    path: () => bank.places,
    'topic/slug': () => [...new Set(bank.templates.map(({ id }) => `${id.split('/')[0]}/`))],
    name: () => functionEntries.map(({ name }) => name),
    shell: () => SHELLS,
    rating: () => RATINGS,
    kind: () => KIND_NAMES,
    blueprint: () => blueprintNames(join(environment.shipped.questions, 'exams')),
    topics: () => bank.places,
    vary: () => VARYINGS,
    paper: () => ['a4', 'letter'],
    setting: () => SETTINGS.map(({ name }) => name),
    value: ({ given: [name = ''] }) => choicesOf(name),
    theme: () => choicesOf('theme'),
    colors: () => choicesOf('colors'),
    signs: () => choicesOf('signs'),
    review: () => ['last'],
    place: () => bank.places,
    format: ({ command }) => FORMATS[command] ?? [],
  };
  printLines(environment, candidates(program, words, values));
}

/** By the command that writes them. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  exam: ['pdf', 'html', 'md', 'typ', 'moodle'],
  export: ['jsonl', 'csv', 'fsrs'],
};

/** What a setting can be; empty where that is no list. */
function choicesOf(name: string): readonly string[] {
  const setting = settingOf(name);
  if (setting === null) return [];
  if (setting.type.kind === 'choice') return setting.type.choices;
  return setting.type.kind === 'number' ? [valueText(setting.fallback)] : [];
}

/** Folders that are named with --bank on the line that is typed. */
function banksNamed(words: readonly string[]): readonly string[] {
  return words.filter((word, i) => words[i - 1] === '--bank' && i < words.length - 1 && isFolder(word));
}
