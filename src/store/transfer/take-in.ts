/** Takes rows from files into a history: all of them, or none where a line is bad. */

import { DifferentRows, type LogRow, noRows } from '../merge.ts';
import type { Merged, Store } from '../types.ts';
import { Inventory } from './inventory.ts';
import { rowIn, rowLines, type Source, UnreadableLog } from './read.ts';

/** @throws StoreError that names file and line, where nothing is taken in */
export function takeIn(store: Store, sources: readonly Source[]): Merged {
  return placed(sources, rows => store.merge(rows));
}

/** What `takeIn` would do: the very same, taken back at the end. @throws StoreError as `takeIn` does */
export function rehearse(store: Store, sources: readonly Source[]): Merged {
  const inventory = new Inventory(store.device, store.rows());
  const added = noRows();
  let known = 0;
  const counted = function* (rows: Iterable<LogRow>): Generator<LogRow> {
    for (const row of rows) {
      if (inventory.has(row)) known += 1;
      else added[row.type] += 1;
      inventory.add(row);
      yield row;
    }
    throw new Rehearsed();
  };
  try {
    placed(sources, rows => store.merge(counted(rows)));
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return { added, known };
}

/** Ends a transaction that must leave nothing behind. */
class Rehearsed extends Error {}

function placed<T>(sources: readonly Source[], merge: (rows: Iterable<LogRow>) => T): T {
  let place = '';
  const rows = function* (): Generator<LogRow> {
    for (const source of sources) {
      for (const line of rowLines(source)) {
        place = `${line.source}:${line.number}`;
        yield rowIn(line);
      }
    }
  };
  try {
    return merge(rows());
  } catch (error) {
    if (error instanceof DifferentRows) throw new DifferentRows(`${place}: ${error.message}`, { cause: error });
    if (error instanceof UnreadableLog) {
      throw new UnreadableLog(`${error.message}. Nothing was taken in.`, { cause: error });
    }
    throw error;
  }
}
