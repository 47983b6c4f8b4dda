/** Takes the files of a shared folder into a history, each of them wholly or not at all. */

import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DifferentRows, type LogRow, noRows, ROW_TYPES } from '../merge.ts';
import type { Merged, Store } from '../types.ts';
import type { Inventory, Item } from './inventory.ts';
import { chunksOf, rowIn, rowLines, UnreadableLog } from './read.ts';

export interface Gathered {
  readonly added: Merged['added'];
  /** Names of files. */
  readonly read: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** Files with the marks that a merge of git left in them. */
  readonly marked: readonly string[];
}

/** A file that could not be taken in this time. */
interface LeftOut {
  readonly file: string;
  /** Without a full stop. */
  readonly why: string;
}

/** What a file says. */
interface Scanned {
  readonly file: string;
  readonly fresh: readonly LogRow[];
  readonly known: readonly Item[];
  readonly isMarked: boolean;
}

/** Each merge replays the questions that it touches, so small files go together. */
const ROWS_AT_ONCE = 20_000;

/** Afterwards the inventory knows what lies in the folder. */
export function gather(store: Store, folder: string, inventory: Inventory, onBytes: (count: number) => void): Gathered {
  const added = noRows();
  const [read, marked, leftOut]: [string[], string[], LeftOut[]] = [[], [], []];
  const merge = (scans: readonly Scanned[]): void => {
    const merged = store.merge(scans.flatMap(({ fresh }) => fresh));
    for (const type of ROW_TYPES) added[type] += merged.added[type];
    for (const { file, fresh, known, isMarked } of scans) {
      for (const item of [...known, ...fresh.map(row => inventory.add(row))]) {
        if (item.home === file) item.isAtHome = true;
        else item.isElsewhere = true;
      }
      read.push(file);
      if (isMarked) marked.push(file);
    }
  };
  const tryEach = (scans: readonly Scanned[]): void => {
    for (const scanned of scans) {
      const why = whyNot(() => merge([scanned]));
      if (why !== null) leftOut.push({ file: scanned.file, why });
    }
  };
  let waiting: Scanned[] = [];
  const mergeWaiting = (): void => {
    // Where one of them cannot be taken in, the others still can.
    if (whyNot(() => merge(waiting)) !== null) tryEach(waiting);
    waiting = [];
  };
  for (const file of logFiles(folder)) {
    const why = whyNot(() => waiting.push(scan(folder, file, inventory, onBytes)));
    if (why !== null) leftOut.push({ file, why });
    if (waiting.reduce((sum, { fresh }) => sum + fresh.length, 0) >= ROWS_AT_ONCE) mergeWaiting();
  }
  mergeWaiting();
  return { added, read, leftOut, marked };
}

/** How much there is to read, in bytes; of links, which may lead nowhere, hardly any. */
export function bytesIn(folder: string): number {
  const size = (file: string): number => lstatSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0;
  return logFiles(folder).reduce((sum, file) => sum + size(file), 0);
}

/** In the order of names. Hidden ones are half-written, or what a system keeps for itself. */
function logFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.name.endsWith('.jsonl') && !entry.name.startsWith('.') && !entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** @throws UnreadableLog, or what the file system says */
function scan(folder: string, file: string, inventory: Inventory, onBytes: (count: number) => void): Scanned {
  const path = join(folder, file);
  // A pipe would be waited for, and a device may never end.
  if (!statSync(path).isFile()) throw new UnreadableLog(`${path} is no regular file`);
  const fresh: LogRow[] = [];
  const known: Item[] = [];
  let isMarked = false;
  const mark = (): void => {
    isMarked = true;
  };
  for (const line of rowLines({ name: path, chunks: chunksOf(path, onBytes) }, mark)) {
    const item = inventory.at(line.text);
    if (item) known.push(item);
    else fresh.push(rowIn(line));
  }
  return { file, fresh, known, isMarked };
}

/** Why a file cannot be taken in; null where it can. @throws what is no fault of the file */
function whyNot(take: () => void): string | null {
  try {
    take();
    return null;
  } catch (error) {
    if (error instanceof UnreadableLog || error instanceof DifferentRows) return withoutStop(error.message);
    if (error instanceof Error && 'syscall' in error) return error.message;
    throw error;
  }
}

function withoutStop(message: string): string {
  return message.endsWith('.') ? message.slice(0, -1) : message;
}
