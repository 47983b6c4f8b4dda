import type { Command } from 'commander';
import { distance } from 'fastest-levenshtein';
import { nearest, UsageError } from './errors.ts';

/** A word that is no command, and the command that was probably meant. */

const NEAR = 2;

/** @param parent what the word stands behind: the program itself, or `tutor bank` */
export function unknownCommand(word: string, parent: Command): UsageError {
  const meant = commandNear(word, parent);
  const advice = meant === null ? `See "${pathOf(parent)} --help".` : `Did you mean "${meant}"?`;
  return new UsageError(
    `There is no command "${[...pathOf(parent).split(' ').slice(1), word.slice(0, 40)].join(' ')}". ${advice}`,
  );
}

/** `tutor exam take` for `tak`; null where none is near. */
export function commandNear(word: string, parent: Command): string | null {
  const names = parent
    .createHelp()
    .visibleCommands(parent)
    .map(command => command.name());
  const [near] = nearest(word, names, 1);
  return near !== undefined && distance(word, near) <= NEAR ? `${pathOf(parent)} ${near}` : null;
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
