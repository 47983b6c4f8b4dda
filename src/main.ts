import { CommanderError } from 'commander';
import { QuestionError } from './bank/problem.ts';
import { type Environment, environmentOf } from './commands/environment.ts';
import { Failure, UsageError } from './commands/errors.ts';
import { troubleText, unexplained } from './commands/file-trouble.ts';
import { printMessage } from './commands/output.ts';
import { buildProgram, isRequestedOutput } from './commands/program.ts';
import { ExamError } from './exam/error.ts';
import { StoreError } from './store/errors.ts';

/** The entry: arguments to a command, errors to a line on stderr and an exit status. */

const FAILURE = 1;
const USAGE = 2;
const VERSION = '0.1.0';

/**
 * @param built the folder of the built program, with a slash at the end
 * @returns the exit status: 0, 1 (failure), 2 (usage) or 130 (Ctrl-C)
 */
export async function main(args: readonly string[], built: URL): Promise<number> {
  // A reader that has seen enough, such as head, is no error.
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
    // A full disk behind a redirection, for instance.
    process.exit(say(troubleText('the output', 'written', error), FAILURE));
  });
  try {
    const environment: Environment = environmentOf(process, built);
    await buildProgram(environment, VERSION).parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return explain(error);
  }
}

/** Their messages say it all. */
const EXPLAINED = [Failure, QuestionError, StoreError, ExamError] as const;

function explain(error: unknown): number {
  if (isRequestedOutput(error)) return 0;
  // Commander has printed its own message.
  if (error instanceof CommanderError) return USAGE;
  if (error instanceof UsageError) return say(error.message, USAGE);
  if (EXPLAINED.some(kind => error instanceof kind)) return say((error as Error).message, FAILURE);
  const refused = unexplained(error);
  if (refused !== null) return say(refused, FAILURE);
  if (error instanceof Error && 'syscall' in error) return say(error.message, FAILURE);
  throw error;
}

function say(message: string, status: number): number {
  printMessage(process, `tutor: ${message}`);
  return status;
}
