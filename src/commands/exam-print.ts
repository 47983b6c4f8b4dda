import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileExists, isThere, writeNewFile } from '../exam/print/new-file.ts';
import type { PrintOrder } from '../exam/print/order.ts';
import { print } from '../exam/print/print.ts';
import { Shared } from '../exam/print/shared.ts';
import type { Context } from './context.ts';
import { Failure } from './errors.ts';
import { printMessage } from './output.ts';
import { type Progress, progress } from './progress.ts';

/** Writes the papers of an exam into a folder, with a bar that tells how far it is, until Ctrl-C breaks it off. */

/** By their names: what is written beside the papers. */
export type Tables = ReadonlyMap<string, string>;

const INTERRUPTED = 130;
/** Milliseconds between two looks at how far the threads have come. */
const SHOWN_EVERY = 100;

/** The folder is there, and nothing in it is in the way. @throws Failure */
export function prepareFolder({ folder, jobs, replace, resume }: PrintOrder, tables: Tables): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw refused(error, `The folder ${folder} cannot be made`);
  }
  if (replace || resume) return;
  const files = [...tables.keys(), ...jobs.flat().map(({ file }) => file)];
  const there = files.filter(file => isThere(join(folder, file)));
  const [first] = there;
  if (first === undefined) return;
  const exist = there.length === 1 ? 'exists' : `and ${there.length - 1} more exist`;
  throw new Failure(
    `${join(folder, first)} ${exist}. Name another folder with --out, replace what is there with --force, or make only what is missing with --resume.`,
  );
}

/** @param extra folders with questions beside the built-in ones */
export async function printPapers(
  context: Context,
  order: PrintOrder,
  tables: Tables,
  extra: readonly string[],
): Promise<void> {
  const { environment } = context;
  const all = order.jobs.flat().length;
  const shared = new Shared();
  const shown = progress(environment, all, 'papers');
  const interrupt = (): void => shared.stop();
  process.once('SIGINT', interrupt);
  try {
    for (const [file, text] of tables) writeTable(order, file, text);
    await watched(shown, shared, () => run(context, order, shared, extra));
  } catch (error) {
    const rest =
      shared.done > 0 ? `${counted(shared.done)} of ${all} in ${order.folder} are complete` : 'No paper was written';
    throw refused(error, `${rest}, then`);
  } finally {
    process.off('SIGINT', interrupt);
  }
  if (!shared.stopped) return printMessage(environment, `${counted(shared.done)} in ${order.folder}`);
  printMessage(
    environment,
    `Broken off: ${counted(shared.done)} of ${all} in ${order.folder} are complete. With --resume only the others are made.`,
  );
  process.exitCode = INTERRUPTED;
}

function writeTable({ folder, replace, resume }: PrintOrder, file: string, text: string): void {
  const path = join(folder, file);
  if (!(resume && isThere(path))) writeNewFile(path, text, replace, 'main');
}

function run(
  { environment, bank }: Context,
  order: PrintOrder,
  shared: Shared,
  extra: readonly string[],
): Promise<void> {
  const { shipped } = environment;
  // Threads read the compiled bank themselves; what comes from other folders they are given.
  const source = { file: shipped.bank, extra: extra.length > 0 ? bank.templates : [] };
  return print({ order, bank, source, worker: shipped.printWorker, shared });
}

async function watched(shown: Progress, shared: Shared, task: () => Promise<void>): Promise<void> {
  let told = 0;
  const timer = setInterval(() => {
    shown.add(shared.done - told);
    told = shared.done;
  }, SHOWN_EVERY);
  try {
    await task();
  } finally {
    clearInterval(timer);
    shown.end();
  }
}

/** What the disk refuses, with what of the papers is there all the same; any other error as it is. */
function refused(error: unknown, before: string): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === FileExists.name)
    return new Failure(`${before}: ${error.message}, which somebody wrote meanwhile.`, { cause: error });
  return 'syscall' in error ? new Failure(`${before}: ${error.message}.`, { cause: error }) : error;
}

function counted(files: number): string {
  return files === 1 ? '1 file' : `${files.toLocaleString('en-US')} files`;
}
