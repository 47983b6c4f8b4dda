import type { Argument, Command } from 'commander';
import type { Example } from './table/row.ts';

/** Help begins with examples: most of what one wants is near one of them. */

const WIDTH = 79;

/** What is told of a command beside its options. */
interface Told {
  readonly examples: readonly Example[];
  /** Lines that stand behind the options, as they are. */
  readonly after: string;
}

const told = new WeakMap<Command, Told>();

export function explained(command: Command, examples: readonly Example[], after = ''): Command {
  told.set(command, { examples, after });
  if (after !== '') command.addHelpText('after', after);
  return command.configureHelp({
    commandDescription: () => `${command.description()}\n\n${exampleLines(examples).join('\n')}`,
    // That each has options goes without saying.
    subcommandTerm: below => [below.name(), ...below.registeredArguments.map(argumentTerm)].join(' '),
  });
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

export function toldOf(command: Command): Told {
  return told.get(command) ?? { examples: [], after: '' };
}

/** Side by side where all of them fit, else one above the other. */
function exampleLines(examples: readonly Example[]): readonly string[] {
  const widest = Math.max(...examples.map(([line]) => line.length));
  const besides = examples.map(([line, does]) => `  ${line.padEnd(widest)}   ${does}`);
  const fit = besides.every(line => line.length <= WIDTH);
  return ['Examples:', ...(fit ? besides : examples.flatMap(([line, does]) => [`  ${line}`, `      ${does}`]))];
}
