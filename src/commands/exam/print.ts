import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { PlannedForm } from '../../exam/form.ts';
import { FileExists, isThere, writeNewFile } from '../../exam/print/new-file.ts';
import type { PrintOrder } from '../../exam/print/order.ts';
import { print } from '../../exam/print/print.ts';
import { Shared } from '../../exam/print/shared.ts';
import { makeFolder, OPEN } from '../../store/files.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { isFileTrouble, troubleText } from '../file-trouble.ts';
import { counted, printMessage } from '../output.ts';
import { type Progress, progress } from '../progress.ts';

/** Writes the papers of an exam into a folder, and tells how far it is; Ctrl-C, or whatever else ends programs, breaks it off. */

/** By their names: what is written beside the papers. */
export type Tables = ReadonlyMap<string, string>;

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Of a program that a signal ended the exit status is this and its number: 130 for Ctrl-C. */
const BY_SIGNAL = 128;
/** Milliseconds between two looks at how far the threads have come. */
const SHOWN_EVERY = 100;

/** The folder is there, and nothing in it is in the way. @throws Failure */
export function prepareFolder({ folder, jobs, replace, resume, code }: PrintOrder, tables: Tables): void {
  try {
    makeFolder(folder, OPEN);
  } catch (error) {
    if (isThere(folder)) throw new Failure(`${folder} is no folder: name another one with --out.`, { cause: error });
    throw refused(error, '', folder);
  }
  if (resume) checkTables(folder, tables, code);
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

/** What is there is of the same exam, or its papers would be taken for these. */
function checkTables(folder: string, tables: Tables, code: string): void {
  const paths = [...tables.keys()].map(file => join(folder, file));
  const foreign = paths.filter(isThere).find(path => !readFileSync(path, 'utf8').includes(`\`${code}\``));
  if (foreign === undefined) return;
  throw new Failure(`${foreign} is of another exam than ${code}: name another folder with --out.`);
}

/** @param forms as they were drawn */
export async function printPapers(
  context: Context,
  order: PrintOrder,
  tables: Tables,
  forms: readonly PlannedForm[],
): Promise<void> {
  const { environment } = context;
  const all = order.jobs.flat().length;
  const shared = new Shared();
  const shown = progress(environment, all, 'papers');
  const interrupt = (signal: (typeof ENDING)[number]): void => {
    shared.stop();
    process.exitCode = BY_SIGNAL + constants.signals[signal];
  };
  for (const signal of ENDING) process.once(signal, interrupt);
  try {
    await watched(shown, shared, () => run(context, order, shared, forms));
    // Last, so that where nothing can be printed nothing is left that would be in the way of another try.
    for (const [file, text] of tables) writeTable(order, file, text);
  } catch (error) {
    const rest =
      shared.done > 0
        ? `${counted(shared.done, 'file')} of ${all} in ${order.folder} are complete`
        : 'No paper was written';
    throw refused(error, `${rest}, then: `, order.folder);
  } finally {
    for (const signal of ENDING) process.off(signal, interrupt);
  }
  if (!shared.stopped) return printMessage(environment, `${counted(shared.done, 'file')} in ${order.folder}`);
  printMessage(
    environment,
    `Broken off: ${counted(shared.done, 'file')} of ${all} in ${order.folder} are complete. The others are made with --resume and --code ${order.code}`,
  );
}

function writeTable({ folder, replace, resume }: PrintOrder, file: string, text: string): void {
  const path = join(folder, file);
  // A table that was there already may be of fewer forms.
  if (resume && isThere(path) && readFileSync(path, 'utf8') === text) return;
  writeNewFile(path, text, replace || resume);
}

function run(
  { environment, bank }: Context,
  order: PrintOrder,
  shared: Shared,
  forms: readonly PlannedForm[],
): Promise<void> {
  const { shipped } = environment;
  const printed = new Set(forms.flatMap(({ problems }) => problems.flat()).map(({ id }) => id));
  const source = { facts: bank.templates, templates: [...printed].flatMap(id => bank.get(id) ?? []) };
  return print({ order, source, worker: shipped.printWorker, process: shipped.printProcess }, bank, shared);
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
function refused(error: unknown, before: string, folder: string): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === FileExists.name)
    return new Failure(`${before}${error.message}, which somebody wrote meanwhile.`, { cause: error });
  if (!isFileTrouble(error)) return error;
  return new Failure(`${before}${troubleText(error.path ?? folder, 'written', error)}`, { cause: error });
}
