import type { Shelf } from '../bank.ts';
import { type FolderFacts, factsOfColumns } from './folder-facts.ts';
import { type Indexing, placeOf, readIndex } from './index-file.ts';
import type { IndexedFolder, Watch } from './indexed-folder.ts';

/**
 * A folder as the cache remembers it, before anybody has looked whether it is still so: to look at ten thousand files takes
 * as long as all else that stands between a start and its first screen. The questions themselves are not to be had by then.
 */
export interface RememberedFolder extends Shelf, FolderFacts {
  /** Looks at the files. @returns this folder, with its questions, or another one where there is anything new */
  readonly confirmed: (watch?: Watch) => Promise<RememberedFolder | IndexedFolder>;
}

/** null where nothing is remembered. @throws Error of the file system where there is no such folder */
export function rememberedFolder(folder: string, indexing: Indexing): RememberedFolder | null {
  const { key, path } = placeOf(folder, indexing);
  const index = path === null ? null : readIndex(path, key);
  if (index === null) return null;
  const facts = factsOfColumns(index.columns);
  let found: IndexedFolder | null = null;
  const self: RememberedFolder = {
    ...facts,
    get: id => {
      if (found === null) throw new Error(`${folder}: asked for the question "${id}" before its files were looked at`);
      return found.get(id);
    },
    confirmed: async watch => {
      const { indexedFolder } = await import('./indexed-folder.ts');
      found = indexedFolder(folder, indexing, { remembered: { index, facts }, watch });
      return found.templates === facts.templates ? self : found;
    },
  };
  return self;
}
