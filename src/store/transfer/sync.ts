/**
 * Brings a history and a folder that several machines share to the union of their rows.
 *
 * Every machine writes only files that are named after its device, so two of them never write to one file, and whatever
 * carries the folder from one to the other (a cloud service, git, a stick) finds no conflict. Nothing is remembered from one
 * time to the next: what is known follows from the history, what is given from the folder. So a lost file, a restored
 * backup or a copied database loses no row, here or there.
 */

import { join } from 'node:path';
import { StoreError } from '../errors.ts';
import type { Store } from '../types.ts';
import { HEADER, lineOf } from './format.ts';
import { type Gathered, gather } from './gather.ts';
import { Inventory, type Item } from './inventory.ts';
import { writeWhole } from './whole-file.ts';

export interface Synced extends Pick<Gathered, 'added' | 'read' | 'leftOut'> {
  /** Names of files. */
  readonly written: readonly string[];
}

/**
 * @param folder there is one, and it is not the data folder
 * @param onBytes told how many bytes of the folder's files have been read
 * @throws StoreError
 */
export async function syncFolder(
  store: Store,
  folder: string,
  onBytes: (count: number) => void = () => {},
): Promise<Synced> {
  const inventory = new Inventory(store.device, store.rows());
  const { added, read, leftOut, marked } = gather(store, folder, inventory, onBytes);
  const unread = new Set(leftOut.map(({ file }) => file));
  // What other machines wrote is theirs to give, unless it is nowhere to be found; a file not read may hold it.
  const belongs = (item: Item): boolean =>
    item.isOwn || item.isAtHome || (!item.isElsewhere && (unread.size === 0 || inventory.hasNoDevice(item)));
  const wanting = [...inventory.all()].filter(item => belongs(item) && !item.isAtHome).map(({ home }) => home);
  // A file of its own that could not be read may hold what is nowhere else.
  const stale = [...wanting, ...marked.filter(file => inventory.isHome(file))].filter(file => !unread.has(file));
  const written = [...new Set(stale)].sort();
  for (const files of batches(written, inventory)) {
    for (const [file, lines] of contents(store, inventory, files, belongs)) await write(join(folder, file), lines);
  }
  return { added, read, written, leftOut };
}

/** Lines of files that are written together are held in memory. */
const LINES_AT_ONCE = 200_000;

/** Files in groups, each of which the history is read through for. */
function batches(files: readonly string[], inventory: Inventory): ReadonlySet<string>[] {
  const counts = new Map(files.map(file => [file, 0]));
  for (const { home } of inventory.all()) counts.set(home, (counts.get(home) ?? 0) + 1);
  const found: Set<string>[] = [];
  let room = 0;
  for (const file of files) {
    room -= counts.get(file) ?? 0;
    if (room < 0 || found.length === 0) {
      found.push(new Set());
      room = LINES_AT_ONCE - (counts.get(file) ?? 0);
    }
    found.at(-1)?.add(file);
  }
  return found;
}

/** What the files of this device that lack something should hold, in the order of writing. */
function contents(
  store: Store,
  inventory: Inventory,
  stale: ReadonlySet<string>,
  belongs: (item: Item) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const rows = new Map([...stale].map(file => [file, [] as (readonly [id: string, line: string])[]]));
  for (const row of store.rows()) {
    const item = inventory.add(row);
    if (belongs(item)) rows.get(item.home)?.push([row.type === 'question' ? '' : row.row.id, lineOf(row)]);
  }
  const byId = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : a > b ? 1 : 0);
  return new Map([...rows].map(([file, pairs]) => [file, pairs.sort(byId).map(([, line]) => line)]));
}

async function write(path: string, lines: readonly string[]): Promise<void> {
  try {
    await writeWhole(
      path,
      [HEADER, ...lines].map(line => `${line}\n`),
    );
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new StoreError(
      `${path} cannot be written: ${error.message}. What lies in the folder was taken in; make room or set the permissions of the folder right, and sync again.`,
      { cause: error },
    );
  }
}
