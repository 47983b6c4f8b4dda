import type { Command, Option } from 'commander';

/** What may stand where the cursor is, read off the command table. */

/** The values of an argument by what the command table calls it: `topic`, `id`, `rating` … */
export type Values = Readonly<Record<string, () => readonly string[]>>;

/**
 * @param words those behind `tutor`, the last being the one that is typed, perhaps empty
 * @returns what the last word may become; nothing where only the names of files would do
 */
export function candidates(program: Command, words: readonly string[], values: Values): readonly string[] {
  const typed = words.at(-1) ?? '';
  const { command, given, pending } = walk(program, words.slice(0, -1));
  return possible(command, given, pending, typed, values)
    .filter(word => word.startsWith(typed))
    .sort();
}

interface Place {
  readonly command: Command;
  /** Arguments of the command that are there already. */
  readonly given: number;
  /** An option that waits for its value. */
  readonly pending: Option | null;
}

function walk(program: Command, words: readonly string[]): Place {
  let [command, given, pending]: [Command, number, Option | null] = [program, 0, null];
  for (const word of words) {
    if (pending) {
      pending = null;
      continue;
    }
    if (word.startsWith('-')) {
      const option = optionsOf(command).find(({ long, short }) => word === long || word === short);
      pending = option && (option.required || option.optional) ? option : null;
      continue;
    }
    const inner = command.commands.find(other => other.name() === word);
    if (inner) [command, given] = [inner, 0];
    else given++;
  }
  return { command, given, pending };
}

/** Its own, and those that every command takes. */
function optionsOf(command: Command): readonly Option[] {
  let program = command;
  while (program.parent) program = program.parent;
  return program === command ? command.options : [...command.options, ...program.options];
}

function possible(
  command: Command,
  given: number,
  pending: Option | null,
  typed: string,
  values: Values,
): readonly string[] {
  if (pending) return values[pending.attributeName()]?.() ?? [];
  if (typed.startsWith('-')) return optionsOf(command).flatMap(({ long }) => long ?? []);
  const argument = command.registeredArguments[given] ?? command.registeredArguments.find(({ variadic }) => variadic);
  const commands = given > 0 ? [] : command.createHelp().visibleCommands(command);
  return [...commands.map(other => other.name()), ...(argument ? (values[argument.name()]?.() ?? []) : [])];
}
