import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KindName } from '../../answers/answers.ts';
import { KIND_NAMES } from '../../answers/authors.ts';
import { starterFile } from '../../bank/starter.ts';
import { makeFolder, OPEN } from '../../store/files.ts';
import type { CommonOptions, Context } from '../context.ts';
import { Failure, UsageError } from '../errors.ts';
import { meantBy } from '../meant.ts';
import { printLines } from '../output.ts';
import { BANK, isFolder } from './folder.ts';

const DEFAULT_KIND = 'number';

/** `tutor bank new TOPIC/SLUG`: a commented file to start from, which is a question already. */
export function bankNew(context: Context, name: string, options: CommonOptions & { readonly kind?: string }): void {
  const { environment, bank } = context;
  const id = checkedId(name);
  const kind = kindOf(options.kind ?? DEFAULT_KIND);
  const folder = folderOf(options.bank ?? []);
  const path = join(folder, `${id}.md`);
  makeFolder(dirname(path), OPEN);
  write(path, starterFile(kind, id.split('/')[0] as string));
  const tutor = options.bank === undefined ? 'tutor' : `tutor --bank ${word(folder)}`;
  const isOther = bank.get(id) !== null;
  printLines(environment, [
    path,
    ...(isOther ? [`There is a question ${id} already; with --bank this one takes its place.`] : []),
    `Beside your editor: ${tutor} bank preview ${word(path)}`,
    `Once it is written: ${tutor} bank lint ${word(path)}`,
  ]);
}

/** As one word of a shell. */
function word(text: string): string {
  return /^[\w./@%+,:=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

const PIECE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** @throws UsageError with a name that would do */
function checkedId(name: string): string {
  const id = name.replace(/\.md$/, '');
  const pieces = id.split('/');
  if (pieces.length >= 2 && pieces.every(piece => PIECE.test(piece))) return id;
  const better = pieces.map(asPiece).filter(piece => piece !== '');
  const advice =
    better.length === 0
      ? 'such as cnn/flatten-size'
      : `such as ${(better.length === 1 ? ['cnn', ...better] : better).join('/')}`;
  throw new UsageError(
    `"${name.slice(0, 100)}" is no name for a question: say its topic and its own name, in lower-case letters, digits and hyphens, ${advice}.`,
  );
}

/** The nearest name of the right form. */
function asPiece(text: string): string {
  return (
    text
      .normalize('NFKD')
      // ß has capitals and no decomposition.
      .toUpperCase()
      .toLowerCase()
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
  );
}

function kindOf(name: string): KindName {
  const kind = KIND_NAMES.find(known => known === name);
  if (kind) return kind;
  const near = meantBy(name, KIND_NAMES);
  throw new UsageError(
    `--kind ${name.slice(0, 40)}: ${near === null ? '' : `did you mean ${near}? `}The kinds are ${KIND_NAMES.join(', ')}.`,
  );
}

function folderOf(banks: readonly string[]): string {
  const [folder, ...others] = banks;
  if (others.length > 0) throw new UsageError('Name one folder with --bank: the new question lies in one.');
  if (folder !== undefined) return folder;
  if (isFolder(BANK)) return BANK;
  throw new UsageError(
    `There is no folder "${BANK}" here: make one, or name the folder of your questions with --bank.`,
  );
}

/** Never over another file. */
function write(path: string, content: string): void {
  try {
    writeFileSync(path, content, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new Failure(`${path} is there already and stays as it is: choose another name.`);
  }
}
