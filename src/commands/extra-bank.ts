import { type IndexedFolder, type Indexing, indexedFolder } from '../bank/index/indexed-folder.ts';
import { problemText } from '../bank/problem.ts';
import { isFolder } from './bank-folder.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './errors.ts';
import { printMessage } from './output.ts';

/** The questions of another folder; those that cannot be used are named on stderr, and the rest serve. */
export function extraBank(folder: string, environment: Environment, indexing: Indexing): IndexedFolder {
  if (!isFolder(folder)) {
    throw new UsageError(`--bank ${folder}: there is no such folder`);
  }
  const loaded = indexedFolder(folder, indexing);
  for (const problem of loaded.problems) printMessage(environment, problemText(problem));
  return loaded;
}
