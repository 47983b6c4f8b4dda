import { existsSync, realpathSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { logLines, rowsOf } from '../../store/transfer/log-lines.ts';
import { pieces, writeWhole } from '../../store/transfer/whole-file.ts';
import { isFile, isFolder } from '../bank/folder.ts';
import type { Context } from '../context.ts';
import { Failure, UsageError } from '../errors.ts';
import { isFileTrouble, troubleText } from '../file-trouble.ts';
import { meantBy } from '../meant.ts';
import { printMessage } from '../output.ts';
import { csvLines } from './export-csv.ts';
import { fsrsLines } from './export-fsrs.ts';

/** `tutor export [FILE]`: the history in a file that other programs, or another tutor, can read. */

interface ExportOptions {
  readonly format?: string;
  readonly question?: string;
  readonly force?: boolean;
}

/** Each gives lines with their line breaks, of one question or of all. */
const FORMATS: Readonly<Record<string, (context: Context, question: string | undefined) => Iterable<string>>> = {
  jsonl: ({ store }, question) => logLines(question === undefined ? store().rows() : rowsOf(question, store().rows())),
  csv: csvLines,
  fsrs: fsrsLines,
};

const NAMES: readonly string[] = Object.keys(FORMATS);

const INTERRUPTED = 130;
const STDOUT = '-';

export async function exportHistory(context: Context, file: string | undefined, options: ExportOptions): Promise<void> {
  const { environment, store } = context;
  const { question } = options;
  const lines = linesOf(options.format ?? 'jsonl', context, question);
  if (question !== undefined && store().countOf(question) === 0) {
    throw new Failure(`There is no answer to "${question.slice(0, 100)}". "tutor history" lists those there are.`);
  }
  if (file === undefined || file === STDOUT) {
    await pipeline(Readable.from(pieces(lines())), environment.stdout, { end: false });
    return;
  }
  await writing(file, async () => {
    const path = target(file, options.force ?? false);
    await uninterrupted(signal => writeWhole(path, lines(), signal));
  });
  printMessage(environment, `Written to ${file}.`);
}

function linesOf(format: string, context: Context, question: string | undefined): () => Iterable<string> {
  const make = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (make) return () => make(context, question);
  const near = meantBy(format, NAMES);
  const advice = near === null ? '' : `. Did you mean ${near}?`;
  throw new UsageError(`--format must be one of ${NAMES.join(', ')}, not "${format.slice(0, 40)}"${advice}`);
}

/** Where to write, with links resolved. @throws Failure for what must not be written over */
function target(file: string, force: boolean): string {
  if (isFolder(file)) throw new Failure(`${file} is a folder: name a file in it.`);
  if (!existsSync(file)) return file;
  if (!isFile(file))
    throw new Failure(`${file} is no regular file. Without a file the output goes to standard output.`);
  if (!force) throw new Failure(`${file} exists. Name another file, or add --force to replace it.`);
  return realpathSync(file);
}

/** Ctrl-C leaves no half of a file behind. */
async function uninterrupted(task: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  process.once('SIGINT', interrupt);
  try {
    await task(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    process.exit(INTERRUPTED);
  } finally {
    process.off('SIGINT', interrupt);
  }
}

async function writing(path: string, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    if (!isFileTrouble(error)) throw error;
    const kept = existsSync(path) ? ' What stood there before is as it was.' : '';
    throw new Failure(`${troubleText(path, 'written', error)}${kept}`, { cause: error });
  }
}
