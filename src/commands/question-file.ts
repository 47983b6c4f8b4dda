import { realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { BANK, bankFolderOf, isFile, isFolder } from './bank/folder.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { adviceOn } from './meant.ts';

/** Which question file a name on the command line means: a path, or the id of a question. */

export interface QuestionFile {
  readonly path: string;
  /** Its path below the bank that it lies in, without `.md`: random streams depend on it. */
  readonly id: string;
}

/**
 * @param banks the folders of --bank
 * @throws UsageError that names the nearest ids
 */
export function questionFile(name: string, banks: readonly string[], { bank, environment }: Context): QuestionFile {
  const id = name.replace(/\.md$/, '');
  const places = [
    name,
    `${id}.md`,
    ...[...banks, BANK, environment.shipped.questions].map(folder => join(folder, `${id}.md`)),
  ];
  const path = places.find(isFile);
  if (path !== undefined) return { path, id: idOf(path, banks) };
  if (isFolder(name)) {
    throw new UsageError(`${name} is a folder: name one of the question files in it.`);
  }
  const known = bank.templates.map(template => template.id);
  throw new UsageError(`There is no question file "${name.slice(0, 100)}". ${adviceOn(id, known)}`);
}

/** Below the nearest folder that is one of --bank or called `questions`, else with the folder that it lies in. */
function idOf(path: string, banks: readonly string[]): string {
  const whole = realpathSync(path);
  const inner = relative(bankFolderOf(whole, banks) ?? dirname(dirname(whole)), whole);
  return inner.split(sep).join('/').replace(/\.md$/, '');
}
