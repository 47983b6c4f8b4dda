import type { Command } from 'commander';
import { UsageError } from './errors.ts';
import { meantBy } from './meant.ts';

/** A word that is no command, and the command that was probably meant. */

/** @param parent what the word stands behind: the program itself, or `tutor bank` */
export function unknownCommand(word: string, parent: Command): UsageError {
  const meant = commandsNear(word, parent).map(path => `"${path}"`);
  const advice = meant.length === 0 ? `See "${pathOf(parent)} --help".` : `Did you mean ${meant.join(' or ')}?`;
  return new UsageError(
    `There is no command "${[...pathOf(parent).split(' ').slice(1), word.slice(0, 40)].join(' ')}". ${advice}`,
  );
}

/** `tutor exam take` for `tak`; null where none is near. */
export function commandNear(word: string, parent: Command): string | null {
  return commandsNear(word, parent)[0] ?? null;
}

/** Those of the very name, which stand deeper (`tutor bank show` for `show`), before one whose name is near. */
function commandsNear(word: string, parent: Command): readonly string[] {
  const below = commandsOf(parent);
  const near = named(meantBy(word, below.map(nameOf)), below);
  const deeper = below.flatMap(commandsOf).filter(command => nameOf(command) === word);
  return [...deeper, ...(near ? [near] : [])].map(pathOf);
}

const nameOf = (command: Command): string => command.name();

function commandsOf(parent: Command): readonly Command[] {
  return parent
    .createHelp()
    .visibleCommands(parent)
    .filter(command => nameOf(command) !== 'help');
}

function named(name: string | null, commands: readonly Command[]): Command | undefined {
  return commands.find(command => nameOf(command) === name);
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
