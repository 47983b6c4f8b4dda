import { Command, CommanderError } from 'commander';
import { SETTINGS } from '../app/settings/table.ts';
import { wanted } from '../app/settings/value.ts';
import { problemText } from '../bank/problem.ts';
import type { CommonOptions, Context } from './context.ts';
import { type Environment, isInteractive } from './environment.ts';
import { UsageError } from './errors.ts';
import { explained } from './help.ts';
import { printMessage } from './output.ts';
import { bankCommands } from './table/bank.ts';
import { examCommand, examCommands } from './table/exam.ts';
import { historyCommands } from './table/history.ts';
import { programCommands } from './table/program.ts';
import { type CommandRow, collect, type Example, type Run, type Ways } from './table/row.ts';
import { scheduleCommands } from './table/schedule.ts';
import { studyCommands } from './table/study.ts';
import { transferCommands } from './table/transfer.ts';
import { commandNear, unknownCommand } from './unknown.ts';

/** From the command table to a program that reads arguments. */

const EXAMPLES: readonly Example[] = [
  ['tutor', 'what is due; Enter begins'],
  ['tutor drill rnn', 'practise a topic without end'],
  ['tutor plan --exam 2026-12-12', 'towards an exam'],
  ['tutor exam', 'a mock exam as PDF'],
  ['tutor bank show cnn/flatten-size --given', 'a question and its solution'],
  ["tutor eval 'softmax([1, 2, 3])'", 'compute something, with its steps'],
];

const AFTER = `
"tutor COMMAND --help" tells more of each, "tutor manual | man -l -" all of it.
What a flag sets for once, "tutor config" sets for good.`;

const BANK_EXAMPLES: readonly Example[] = [
  ['tutor bank list rnn', 'the questions on a topic'],
  ['tutor bank show cnn/flatten-size --given', 'one, with its solution'],
  ['tutor bank lint my-questions', 'what is wrong with yours'],
];

export function buildProgram(environment: Environment, version: string): Command {
  const program = new Command('tutor');

  /** Runs a command with an open context, and closes it whatever happens. */
  const withContext =
    (load: () => Promise<Run>, { opensScreen, readsBanks, writesBank, confirmsBanks }: Ways) =>
    async (args: readonly unknown[], options: CommonOptions): Promise<void> => {
      const [run, { openContext }] = await Promise.all([load(), import('./context.ts')]);
      const isScreen = Boolean(opensScreen) && isInteractive(environment);
      const fromMemory = isScreen && confirmsBanks === true;
      const context = await openContext(environment, options, { withBanks: !readsBanks, fromMemory });
      try {
        if (!isScreen) tell(context);
        const told = writesBank ? options : { ...options, bank: context.banks };
        await run(context, ...([...args, told] as never[]));
      } finally {
        // A screen would have covered it.
        if (isScreen) tellProblems(context);
        context.close();
      }
    };

  const action =
    (row: CommandRow) =>
    async (...all: unknown[]) => {
      const command = all.pop() as Command;
      const args = all.slice(0, -1);
      const options = command.optsWithGlobals<CommonOptions>();
      if (row.load) return meaning(command, () => withContext(row.load, row)(args, options));
      const run = await row.alone();
      run({ environment, program }, ...([...args, options] as never[]));
    };

  const add = (parent: Command, row: CommandRow): Command => {
    const command = parent
      .command(row.name)
      .description(row.description)
      .action(action(row))
      .exitOverride()
      // What is not read must not seem to have been.
      .allowExcessArguments(false)
      .allowUnknownOption(row.takesDashes ?? false);
    for (const option of row.options) command.addOption(option);
    if (row.usage !== undefined) command.usage(row.usage);
    return explained(command, row.examples, row.after);
  };

  program
    .description('A deep-learning exam tutor: fresh variants, worked solutions, spaced repetition.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain')
    .helpCommand(false)
    .option('--bank <folder>', 'more questions, beside the built-in ones; can be repeated', collect)
    .configureOutput({
      writeOut: text => environment.stdout.write(text),
      writeErr: text => environment.stderr.write(text),
    })
    .showSuggestionAfterError()
    .exitOverride()
    // Arguments that are no command are looked at by us, for a better word than "too many arguments".
    .allowExcessArguments()
    .action((options: CommonOptions, command: Command) => {
      const [unknown] = command.args;
      if (unknown !== undefined) throw unknownCommand(unknown, program);
      return withContext(async () => (await import('./screens.ts')).home, { opensScreen: true, confirmsBanks: true })(
        [],
        options,
      );
    });
  for (const [flags, about] of settingFlags()) program.option(flags, about);
  explained(program, EXAMPLES, AFTER);

  for (const row of [...studyCommands, ...scheduleCommands, ...historyCommands, ...transferCommands]) add(program, row);

  // What stands behind `exam take` belongs to it, though `exam` has options of the same names.
  const exam = add(program, examCommand).enablePositionalOptions();
  for (const row of examCommands) add(exam, row);

  const bank = program.command('bank').description('the questions').exitOverride().allowExcessArguments();
  explained(bank, BANK_EXAMPLES).action(() => {
    const [unknown] = bank.args;
    if (unknown !== undefined) throw unknownCommand(unknown, bank);
    bank.help({ error: true });
  });
  for (const row of bankCommands) add(bank, row);
  for (const row of programCommands) add(program, row);
  // What the script of a shell asks.
  program
    .command('complete [words...]', { hidden: true })
    .action((words: readonly string[], options: CommonOptions) =>
      withContext(
        async () => {
          const { complete } = await import('./completion/completion.ts');
          return (context: Context) => complete(context, words, program);
        },
        { opensScreen: true },
      )([], options),
    )
    .exitOverride();
  return program;
}

/** Flags of settings: what the table says of each, but for what `auto` does. */
function settingFlags(): readonly (readonly [flags: string, about: string])[] {
  return SETTINGS.flatMap(({ flag, type, fallback, about, variable }) => {
    if (flag === null) return [];
    const what = { choice: 'name', number: 'n', folder: 'folder', folders: 'folders' }[type.kind];
    const [first = ''] = about.replace(/\.$/, '').split(';');
    const choices = type.kind === 'choice' ? `: ${wanted(type, fallback)}` : '';
    return [[`--${flag} <${what}>`, `${first.charAt(0).toLowerCase()}${first.slice(1)}${choices} (${variable})`]];
  });
}

/** What is wrong with the settings is no reason to stop, and neither is a question that cannot be used. */
function tell(context: Context): void {
  for (const trouble of context.troubles) printMessage(context.environment, `tutor: ${trouble}`);
  tellProblems(context);
}

function tellProblems({ environment, problems }: Context): void {
  for (const problem of problems) printMessage(environment, problemText(problem));
}

/** A command that is nearly one below it may have been meant as that. */
async function meaning(command: Command, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const [word] = command.args;
    const meant = word === undefined ? null : commandNear(word, command);
    if (!(error instanceof UsageError) || meant === null) throw error;
    throw new UsageError(`${error.message} Or did you mean "${meant}"?`);
  }
}

/** Help and version were asked for and printed: no error. */
export function isRequestedOutput(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}
