import type { Command, Option } from 'commander';

/** What may stand where the cursor is, read off the command table. */

/** What stands on the line already: the command, and its arguments. */
interface Before {
  readonly command: string;
  readonly given: readonly string[];
}

/** The values of an argument by what the command table calls it: `topic`, `id`, `rating` … */
export type Values = Readonly<Record<string, (before: Before) => readonly string[]>>;

/**
 * @param words those behind `tutor`, the last being the one that is typed, perhaps empty
 * @returns what the last word may become; nothing where only the names of files would do
 */
export function candidates(program: Command, words: readonly string[], values: Values): readonly string[] {
  const [before, typed] = apart(words);
  const place = walk(program, before);
  return possible(place, typed, values)
    .filter(word => word.startsWith(typed))
    .sort();
}

/** What stands before the word that is typed. `--theme=da` is typed as one word, or by bash as three. */
function apart(words: readonly string[]): readonly [before: readonly string[], typed: string] {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  if (typed === '=') return [before, ''];
  if (before.at(-1) === '=') return [before.slice(0, -1), typed];
  return [before, typed];
}

interface Place {
  readonly command: Command;
  /** Arguments of the command that are there already. */
  readonly given: readonly string[];
  /** An option that waits for its value. */
  readonly pending: Option | null;
}

function walk(program: Command, words: readonly string[]): Place {
  let [command, given, pending]: [Command, readonly string[], Option | null] = [program, [], null];
  for (const word of words) {
    if (word === '=') continue;
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
    if (inner) [command, given] = [inner, []];
    else given = [...given, word];
  }
  return { command, given, pending };
}

/** Its own, and those that every command takes. */
function optionsOf(command: Command): readonly Option[] {
  let program = command;
  while (program.parent) program = program.parent;
  return program === command ? command.options : [...command.options, ...program.options];
}

function possible({ command, given, pending }: Place, typed: string, values: Values): readonly string[] {
  const before = { command: command.name(), given };
  if (pending) return values[pending.attributeName()]?.(before) ?? [];
  const [, long, value] = /^(--[^=]+)=(.*)$/.exec(typed) ?? [];
  if (long !== undefined && value !== undefined) {
    const option = optionsOf(command).find(other => other.long === long);
    return (option ? (values[option.attributeName()]?.(before) ?? []) : []).map(word => `${long}=${word}`);
  }
  if (typed.startsWith('-')) return optionsOf(command).flatMap(option => option.long ?? []);
  const argument =
    command.registeredArguments[given.length] ?? command.registeredArguments.find(({ variadic }) => variadic);
  const commands = given.length > 0 ? [] : command.createHelp().visibleCommands(command);
  return [...commands.map(other => other.name()), ...(argument ? (values[argument.name()]?.(before) ?? []) : [])];
}
