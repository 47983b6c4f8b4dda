import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/** What the folder of a bank is called unless it is named with --bank. */
export const BANK = 'questions';

/**
 * The folder of a bank that a file or a folder lies in, or is, with links resolved: ids are paths below it.
 *
 * @param known folders of banks, whatever they are called; those that do not exist are passed over
 * @returns null where it lies in none
 */
export function bankFolderOf(path: string, known: readonly string[]): string | null {
  const banks = known.filter(existsSync).map(folder => realpathSync(folder));
  const start = existsSync(path) ? realpathSync(path) : resolve(path);
  return (
    ancestors(start).find(folder => isFolder(folder) && (banks.includes(folder) || basename(folder) === BANK)) ?? null
  );
}

/** The path itself, and what it lies in, the nearest first. */
function ancestors(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [path, ...ancestors(parent)];
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
