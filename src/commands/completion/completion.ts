import { join } from 'node:path';
import type { Command } from 'commander';
import { KIND_NAMES } from '../../answers/authors.ts';
import { Bank } from '../../bank/bank.ts';
import { functionEntries } from '../../bank/functions.ts';
import { loadFolder } from '../../bank/load.ts';
import { blueprintNames } from '../../exam/blueprint/load.ts';
import { VARYINGS } from '../../exam/form.ts';
import { RATINGS } from '../../schedule/review.ts';
import { isFolder } from '../bank-folder.ts';
import type { Context } from '../context.ts';
import { nearest, UsageError } from '../errors.ts';
import { printLines } from '../output.ts';
import { candidates, type Values } from './candidates.ts';
import { SCRIPTS, SHELLS, type Shell } from './scripts.ts';

/** `tutor completion SHELL`: the script that makes the Tab key work. */
export function completion({ environment }: Context, shell: string): void {
  if (!SHELLS.includes(shell as Shell)) {
    const [near = SHELLS[0]] = nearest(shell, SHELLS, 1);
    throw new UsageError(
      `There is no completion for "${shell.slice(0, 40)}": bash, zsh or fish. Did you mean ${near}?`,
    );
  }
  environment.stdout.write(SCRIPTS[shell as Shell]);
}

/** What that script asks: `tutor complete -- drill cn`. */
export function complete({ bank: own, environment }: Context, words: readonly string[], program: Command): void {
  const bank = new Bank([...own.templates, ...banksNamed(words).flatMap(folder => loadFolder(folder).templates)]);
  const ids = (): readonly string[] => bank.templates.map(({ id }) => id);
  const values: Values = {
    topic: () => bank.places,
    id: ids,
    question: ids,
    file: ids,
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
  };
  printLines(environment, candidates(program, words, values));
}

/** Folders that are named with --bank on the line that is typed. */
function banksNamed(words: readonly string[]): readonly string[] {
  return words.filter((word, i) => words[i - 1] === '--bank' && i < words.length - 1 && isFolder(word));
}
