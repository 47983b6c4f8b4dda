import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { chunksOf, type Source } from '../../store/transfer/read.ts';
import { rehearse, takeIn } from '../../store/transfer/take-in.ts';
import type { Merged } from '../../store/types.ts';
import { isFile, isFolder } from '../bank/folder.ts';
import type { Context } from '../context.ts';
import type { Environment } from '../environment.ts';
import { Failure } from '../errors.ts';
import { isFileTrouble, troubleText } from '../file-trouble.ts';
import { counted, printJson, printLines } from '../output.ts';
import { type Progress, progress } from '../progress.ts';
import { addedData, addedWords } from './import-words.ts';

/** `tutor import FILE…`: takes in the histories of other machines. All rows of all files come in, or none. */

interface ImportOptions {
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

const STDIN = '-';

export async function importHistory(context: Context, files: readonly string[], options: ImportOptions): Promise<void> {
  const { environment, store } = context;
  const isRehearsal = options.dryRun ?? false;
  const paths = files.filter(file => file !== STDIN);
  for (const path of paths) checkFile(path);
  const typed = paths.length < files.length ? await everythingOn(environment.stdin) : [];
  const shown = progress(environment, kilobytes(paths.reduce((sum, path) => sum + statSync(path).size, 0)), 'kB');
  try {
    const sources = files.map(file => sourceOf(file, typed, shown));
    const merged = (isRehearsal ? rehearse : takeIn)(store(), sources);
    shown.end();
    if (options.json)
      printJson(environment, { added: addedData(merged.added), known: merged.known, dryRun: isRehearsal });
    else printLines(environment, [summary(merged, isRehearsal)]);
  } finally {
    shown.end();
  }
}

/** Bars count in whole ones. */
export function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1000);
}

function checkFile(path: string): void {
  if (isFolder(path)) throw new Failure(`${path} is a folder: name the files in it, or share it with "tutor sync".`);
  if (!isFile(path)) {
    throw new Failure(
      existsSync(path)
        ? `${path} is no regular file: pipe what it gives to "tutor import -".`
        : `There is no file ${path}. Check its name, and whether its disk is there.`,
    );
  }
  checkReadable(path);
}

/** Before anything is begun: what the disk refuses later is taken for trouble with the history. */
function checkReadable(path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    if (!isFileTrouble(error)) throw error;
    throw new Failure(troubleText(path, 'read', error), { cause: error });
  }
}

async function everythingOn(stdin: Environment['stdin']): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return chunks;
}

function sourceOf(file: string, typed: readonly Uint8Array[], shown: Progress): Source {
  if (file === STDIN) return { name: 'standard input', chunks: typed };
  return { name: file, chunks: chunksOf(file, count => shown.add(kilobytes(count))) };
}

function summary({ added, known }: Merged, isRehearsal: boolean): string {
  const words = addedWords(added);
  const were = known === 0 ? '' : ` ${counted(known, 'row')} ${known === 1 ? 'was' : 'were'} known.`;
  if (words === null) return `Nothing new.${were}`;
  return `${isRehearsal ? 'Would be taken in' : 'Taken in'}: ${words}.${were}`;
}
