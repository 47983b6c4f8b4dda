import { Command, CommanderError, Option } from 'commander';
import { distance } from 'fastest-levenshtein';
import type { CommonOptions, Context } from './context.ts';
import type { Environment } from './environment.ts';
import { nearest, UsageError } from './errors.ts';

/** The command table: names, arguments, help and what runs. Every command is loaded when it is called. */

type Run = (context: Context, ...args: never[]) => void | Promise<void>;

const JSON_FLAG = new Option('--json', 'print one JSON document');
const SEED = new Option('--seed <n>', 'a random variant, the same for the same number');
const GIVEN = new Option('--given', "the variant with the source's own numbers");
const KIND = new Option('--kind <kind>', 'of its answer; a number unless told');
const LET = new Option('--let <name=formula>', 'a name for use in the formula; can be repeated').argParser(collect);
const REPLY = new Option('--reply <text>', 'one for each part, in order').argParser(collect);

const EXAMPLES = `
Examples:
  tutor                                    what is due; Enter begins
  tutor drill rnn                          fresh variants on one topic, the schedule stays as it is
  tutor bank show cnn/flatten-size --given  a question with its answer and solution
  tutor mark cnn/flatten-size --given --reply '16*7*7'
  tutor eval 'x = 3; y = x^2; grad(y, x)'   the language of question files, step by step
  tutor bank functions softmax             what the language can compute

Answers are kept in the data folder (--data, TUTOR_DATA, or the system's usual place).`;

/** Flags may be repeated. */
function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

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
    .option('--new <n>', 'new questions a day (TUTOR_NEW_PER_DAY, else 10)')
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

  const add = (
    parent: Command,
    name: string,
    description: string,
    options: readonly Option[],
    load: () => Promise<Run>,
  ): Command => {
    const command = parent.command(name).description(description).action(action(load)).exitOverride();
    for (const option of options) command.addOption(option);
    return command;
  };

  add(program, 'study', 'study what is due, then what is new', [], async () => (await import('./screens.ts')).study);
  add(
    program,
    'drill <topic>',
    'practise a topic or a question without end',
    [],
    async () => (await import('./screens.ts')).drill,
  );
  add(program, 'due', 'what the schedule asks for today', [JSON_FLAG], async () => (await import('./due.ts')).due);
  add(
    program,
    'mark <id>',
    'mark a reply and record nothing',
    [SEED, GIVEN, REPLY, JSON_FLAG],
    async () => (await import('./mark.ts')).mark,
  );
  add(
    program,
    'review <id>',
    'mark a reply and record it, as a study session does',
    [
      SEED,
      GIVEN,
      REPLY,
      new Option('--rating <rating>', 'again, hard, good or easy, in place of the one from the mark'),
      new Option('--guess', 'the reply is a guess: rated again, right or wrong'),
      JSON_FLAG,
    ],
    async () => (await import('./review.ts')).review,
  );
  add(
    program,
    'history',
    'past answers, newest first',
    [new Option('--limit <n>', 'only the newest n'), new Option('--question <id>', 'only of one question'), JSON_FLAG],
    async () => (await import('./history.ts')).history,
  );
  add(program, 'undo', 'take the newest answer back', [JSON_FLAG], async () => (await import('./undo.ts')).undo);

  add(
    program,
    'eval <formula...>',
    'compute a formula of the question language, step by step',
    [LET, JSON_FLAG],
    async () => (await import('./eval.ts')).evaluate,
  )
    .usage("[options] 'formula'")
    // -x^2 is a formula.
    .allowUnknownOption();

  const bank = program.command('bank').description('the questions').exitOverride();
  add(
    bank,
    'list [topic]',
    'all questions by topic, or those of one',
    [JSON_FLAG],
    async () => (await import('./bank-list.ts')).bankList,
  );
  add(
    bank,
    'show <id>',
    'a variant with its key and solution',
    [SEED, GIVEN, JSON_FLAG],
    async () => (await import('./bank-show.ts')).bankShow,
  );
  add(
    bank,
    'preview <file>',
    'a question file as it is written: shown again whenever it is saved',
    [SEED, GIVEN],
    async () => (await import('./bank-preview.ts')).bankPreview,
  );
  add(
    bank,
    'new <topic/slug>',
    'a question file to start from, with comments',
    [KIND],
    async () => (await import('./bank-new.ts')).bankNew,
  );
  bank
    .command('lint [path...]')
    .description('what is wrong with question files: of the whole bank, a folder, a file, a topic or a question')
    .addOption(new Option('--seeds <n>', 'variants to draw of each question (else 1000)'))
    .addOption(JSON_FLAG)
    .action(action(async () => (await import('./bank-lint.ts')).bankLint, true))
    .exitOverride();
  add(
    bank,
    'functions [name]',
    'the functions of the question language, or one of them in full',
    [JSON_FLAG],
    async () => (await import('./bank-functions.ts')).bankFunctions,
  );
  add(
    program,
    'completion <shell>',
    'what makes the Tab key complete commands, topics and ids: bash, zsh or fish',
    [],
    async () => (await import('./completion/completion.ts')).completion,
  );
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
