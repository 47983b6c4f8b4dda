import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Context } from './context.ts';
import { nearest, UsageError } from './errors.ts';

/** Which question file a name on the command line means: a path, or the id of a question. */

export interface QuestionFile {
  readonly path: string;
  /** Its path below the bank that it lies in, without `.md`: random streams depend on it. */
  readonly id: string;
}

/** The folder that a bank lies in unless another is named. */
const BANK = 'questions';

/**
 * @param banks the folders of --bank
 * @throws UsageError that names the nearest ids
 */
export function questionFile(name: string, banks: readonly string[], { bank, environment }: Context): QuestionFile {
  const shipped = join(dirname(environment.shipped.migrations), BANK);
  const id = name.replace(/\.md$/, '');
  const places = [name, `${id}.md`, ...[...banks, BANK, shipped].map(folder => join(folder, `${id}.md`))];
  const path = places.find(isFile);
  if (path !== undefined) return { path, id: idOf(path, banks) };
  if (existsSync(name) && statSync(name).isDirectory()) {
    throw new UsageError(`${name} is a folder: name one of the question files in it.`);
  }
  const near = nearest(
    id,
    bank.templates.map(template => template.id),
  );
  const advice = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ' See "tutor bank list".';
  throw new UsageError(`There is no question file "${name.slice(0, 100)}".${advice}`);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Below the nearest folder that is one of --bank or called `questions`, else with the folder that it lies in. */
function idOf(path: string, banks: readonly string[]): string {
  const whole = resolve(path);
  const known = banks.map(folder => resolve(folder));
  const root = above(whole).find(folder => known.includes(folder) || basename(folder) === BANK);
  const inner = relative(root ?? dirname(dirname(whole)), whole);
  return inner.split(sep).join('/').replace(/\.md$/, '');
}

/** The folders around a file, the nearest first. */
function above(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...above(folder)];
}
