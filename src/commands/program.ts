import { Command, CommanderError, Option } from 'commander';
import { distance } from 'fastest-levenshtein';
import type { CommonOptions, Context } from './context.ts';
import type { Environment } from './environment.ts';
import { nearest, UsageError } from './errors.ts';
import { bankCommands } from './table/bank.ts';
import { examCommand, examCommands } from './table/exam.ts';
import { historyCommands } from './table/history.ts';
import { type CommandRow, collect, JSON_FLAG, type Run } from './table/row.ts';
import { scheduleCommands } from './table/schedule.ts';
import { studyCommands } from './table/study.ts';
import { transferCommands } from './table/transfer.ts';

/** From the command table to a program that reads arguments. */

const LET = new Option('--let <name=formula>', 'a name for use in the formula; can be repeated').argParser(collect);

const EXAMPLES = `
Examples:
  tutor                                    what is due; Enter begins
  tutor drill rnn                          fresh variants on one topic, the schedule stays as it is
  tutor bank show cnn/flatten-size --given  a question with its answer and solution
  tutor mark cnn/flatten-size --given --reply '16*7*7'
  tutor eval 'x = 3; y = x^2; grad(y, x)'   the language of question files, step by step
  tutor bank functions softmax             what the language can compute

Answers are kept in the data folder (--data, TUTOR_DATA, or the system's usual place).`;

export function buildProgram(environment: Environment, version: string): Command {
  const program = new Command('tutor');

  /** Runs a command with an open context, and closes it whatever happens. */
  const action =
    (load: () => Promise<Run>, bankIsItsOwn = false) =>
    async (...args: unknown[]): Promise<void> => {
      const command = args.pop() as Command;
      const options = command.optsWithGlobals<CommonOptions>();
      const [run, { openContext }] = await Promise.all([load(), import('./context.ts')]);
      const context = await openContext(environment, bankIsItsOwn ? { ...options, bank: [] } : options);
      try {
        await run(context, ...([...args.slice(0, -1), options] as never[]));
      } finally {
        context.close();
      }
    };

  program
    .description('A deep-learning exam tutor: fresh variants, worked solutions, spaced repetition.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES)
    .option('--bank <folder>', 'more questions, beside the built-in ones; can be repeated', collect)
    .option('--data <folder>', 'where the history lies')
    .option('--new <n>', 'new questions a day (TUTOR_NEW_PER_DAY, else what your plan says, else 5)')
    .option('--reviews <n>', 'reviews a day at most (TUTOR_REVIEWS_PER_DAY, else 25)')
    .configureOutput({
      writeOut: text => environment.stdout.write(text),
      writeErr: text => environment.stderr.write(text),
    })
    .showSuggestionAfterError()
    .exitOverride()
    // Arguments that are no command are looked at by us, for a better word than "too many arguments".
    .allowExcessArguments()
    .action((options: unknown, command: Command) => {
      const [unknown] = command.args;
      if (unknown !== undefined) throw unknownCommand(unknown, program);
      return action(async () => (await import('./screens.ts')).home)(options, command);
    });

  const add = (parent: Command, { name, description, options, after, load }: CommandRow): Command => {
    const command = parent
      .command(name)
      .description(description)
      .action(action(load))
      .exitOverride()
      // What is not read must not seem to have been.
      .allowExcessArguments(false);
    for (const option of options) command.addOption(option);
    if (after !== undefined) command.addHelpText('after', after);
    return command;
  };

  for (const row of [...studyCommands, ...scheduleCommands, ...historyCommands, ...transferCommands]) add(program, row);

  // What stands behind `exam take` belongs to it, though `exam` has options of the same names.
  const exam = add(program, examCommand).enablePositionalOptions();
  for (const row of examCommands) add(exam, row);

  program
    .command('eval <formula...>')
    .description('compute a formula of the question language, step by step')
    .addOption(LET)
    .addOption(JSON_FLAG)
    .action(action(async () => (await import('./eval.ts')).evaluate))
    .exitOverride()
    .usage("[options] 'formula'")
    // -x^2 is a formula.
    .allowUnknownOption();

  const bank = program.command('bank').description('the questions').exitOverride();
  for (const row of bankCommands) add(bank, row);
  bank
    .command('lint [path...]')
    .description('what is wrong with question files: of the whole bank, a folder, a file, a topic or a question')
    .addOption(new Option('--seeds <n>', 'variants to draw of each question (else 1000)'))
    .addOption(JSON_FLAG)
    .action(action(async () => (await import('./bank-lint.ts')).bankLint, true))
    .exitOverride();
  add(program, {
    name: 'completion <shell>',
    description: 'what makes the Tab key complete commands, topics and ids: bash, zsh or fish',
    options: [],
    load: async () => (await import('./completion/completion.ts')).completion,
  });
  // What the script of a shell asks.
  program
    .command('complete [words...]', { hidden: true })
    .action(
      action(async () => {
        const { complete } = await import('./completion/completion.ts');
        return (context: Context, words: readonly string[]) => complete(context, words, program);
      }),
    )
    .exitOverride();
  return program;
}

function unknownCommand(name: string, program: Command): UsageError {
  const [near = ''] = nearest(
    name,
    program.commands.map(command => command.name()),
    1,
  );
  const advice = near !== '' && distance(name, near) <= 2 ? `Did you mean "tutor ${near}"?` : 'See "tutor --help".';
  return new UsageError(`There is no command "${name.slice(0, 40)}". ${advice}`);
}

/** Help and version were asked for and printed: no error. */
export function isRequestedOutput(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}
