import { Bank, type Shelf } from '../bank/bank.ts';
import type { Indexing } from '../bank/index/index-file.ts';
import type { IndexedFolder, Watch } from '../bank/index/indexed-folder.ts';
import { type RememberedFolder, rememberedFolder } from '../bank/index/remembered-folder.ts';
import type { Problem } from '../bank/problem.ts';
import { type Syllabus, syllabusOf } from '../schedule/syllabus.ts';
import { isFolder } from './bank/folder.ts';
import { UsageError } from './errors.ts';

/** The questions that commands work on: the built-in ones, and those of further folders. */
export interface Banks {
  readonly bank: () => Bank;
  /** The bank as the schedule sees it. */
  readonly syllabus: () => Syllabus;
  /** What is wrong with files that cannot be used; the rest serve. */
  readonly problems: () => readonly Problem[];
  /** The ids of these files. */
  readonly broken: () => readonly string[];
  /**
   * Looks whether the folders are as they were remembered. Before that there are facts of their questions and no questions.
   *
   * @returns whether anything is not as it was
   */
  readonly confirm: (watch?: Watch) => Promise<boolean>;
}

type Folder = RememberedFolder | IndexedFolder;

interface Wish {
  readonly folders: readonly string[];
  readonly indexing: Indexing;
  /** Begins with what is remembered of the folders, where all of them are. */
  readonly fromMemory: boolean;
  /** Of files that are read before anything is shown. */
  readonly watch: Watch;
}

/** @throws UsageError where a folder does not exist */
export async function openBanks(builtIn: Shelf, { folders, indexing, fromMemory, watch }: Wish): Promise<Banks> {
  const missing = folders.find(folder => !isFolder(folder));
  if (missing !== undefined) throw new UsageError(`--bank ${missing}: there is no such folder`);
  const remembered = (fromMemory && rememberedFolders(folders, indexing)) || null;
  let extra: readonly Folder[] = remembered ?? (await indexedFolders(folders, indexing, watch));
  let bank = new Bank([], [builtIn, ...extra]);
  let syllabus: Syllabus | null = null;
  return {
    bank: () => bank,
    syllabus: () => {
      syllabus ??= syllabusOf(bank.templates, id => bank.facts(id));
      return syllabus;
    },
    problems: () => extra.flatMap(({ problems }) => problems),
    broken: () => extra.flatMap(({ broken }) => broken),
    confirm: async watch => {
      const found = await Promise.all(extra.map(folder => ('confirmed' in folder ? folder.confirmed(watch) : folder)));
      if (found.every((folder, i) => folder === extra[i])) return false;
      extra = found;
      bank = new Bank([], [builtIn, ...extra]);
      syllabus = null;
      return true;
    },
  };
}

/** null where one of them is not remembered. */
function rememberedFolders(folders: readonly string[], indexing: Indexing): readonly RememberedFolder[] | null {
  const found = folders.flatMap(folder => rememberedFolder(folder, indexing) ?? []);
  return found.length === folders.length ? found : null;
}

/** Reading question files takes libraries that the compiled bank does without, so they are loaded only here. */
async function indexedFolders(
  folders: readonly string[],
  indexing: Indexing,
  watch: Watch,
): Promise<readonly IndexedFolder[]> {
  if (folders.length === 0) return [];
  const { indexedFolder } = await import('../bank/index/indexed-folder.ts');
  return folders.map(folder => indexedFolder(folder, indexing, { watch }));
}
