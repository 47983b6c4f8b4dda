/** Which rows the history has, and in whose files of a shared folder they lie: enough to pass over lines that are known. */

import { crc32 } from 'node:zlib';
import type { LogRow } from '../merge.ts';
import { keyOf, lineOf } from './format.ts';
import { millisecondsOf } from './kinds.ts';

export interface Item {
  /** Of its line. */
  readonly checksum: number;
  /** The file of this device that it belongs in. */
  readonly home: string;
  /** Written by this device. */
  readonly isOwn: boolean;
  isAtHome: boolean;
  /** It lies in some other file. */
  isElsewhere: boolean;
}

export class Inventory {
  private readonly items = new Map<string, Item>();
  private readonly device: string;

  constructor(device: string, rows: Iterable<LogRow>) {
    this.device = device;
    for (const row of rows) this.add(row);
  }

  add(row: LogRow): Item {
    const line = lineOf(row);
    const key = keyOf(line) ?? line;
    const known = this.items.get(key);
    if (known) return known;
    const item = {
      checksum: crc32(line),
      home: this.homeOf(row),
      isOwn: row.type !== 'question' && row.row.device === this.device,
      isAtHome: false,
      isElsewhere: false,
    };
    this.items.set(key, item);
    return item;
  }

  has(row: LogRow): boolean {
    return this.items.has(keyOf(lineOf(row)) ?? '');
  }

  /** The row that a line surely says, without reading it; undefined where it has to be read. */
  at(line: string): Item | undefined {
    const key = keyOf(line);
    const item = key === null ? undefined : this.items.get(key);
    return item?.checksum === crc32(line) ? item : undefined;
  }

  all(): Iterable<Item> {
    return this.items.values();
  }

  /** Whether a file is one that only this device writes. */
  isHome(file: string): boolean {
    if (file === this.questions) return true;
    return file.startsWith(this.device) && /^-\d{4}-\d\d\.jsonl$/.test(file.slice(this.device.length));
  }

  /** Questions as they were are nobody's own. */
  hasNoDevice({ home }: Item): boolean {
    return home === this.questions;
  }

  private get questions(): string {
    return `${this.device}-questions.jsonl`;
  }

  /** Old months are never written again, so their files stay as they are. */
  private homeOf({ type, row }: LogRow): string {
    if (type === 'question') return this.questions;
    return `${this.device}-${new Date(millisecondsOf(row.id)).toISOString().slice(0, 7)}.jsonl`;
  }
}
