import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Shelf } from '../../../src/bank/bank.ts';
import type { FolderFacts } from '../../../src/bank/index/folder-facts.ts';
import type { Indexing } from '../../../src/bank/index/index-file.ts';
import { type IndexedFolder, indexedFolder } from '../../../src/bank/index/indexed-folder.ts';
import { loadFolder } from '../../../src/bank/load.ts';
import { makeFolder } from '../../../src/store/files.ts';

/** A folder of questions and what a cache knows of it. */

export const question = (title: string): string => `---\ntitle: ${title}\ntopics: [t]\nanswer: { number: 1 }\n---\nQ\n`;

/** Long ago, so that nothing but the entry's own time tells that a file is new. */
const LONG_AGO = new Date('2020-01-01');

export interface Place {
  readonly folder: string;
  readonly cache: string;
  readonly write: (name: string, content: string) => void;
  readonly indexing: (build?: string) => Indexing;
  readonly index: (build?: string) => IndexedFolder;
}

/** A folder with three questions, one of them broken, and an empty cache. */
export function place(): Place {
  const root = mkdtempSync(join(tmpdir(), 'tutor-index-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [folder, cache] = [join(root, 'bank'), join(root, 'cache')];
  const write = (name: string, content: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
    utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
  };
  write('a.md', question('A'));
  write('b/c.md', question('C'));
  write('broken.md', 'no question');
  const indexing = (build = 'this'): Indexing => ({ build, cache, makeFolder });
  return { folder, cache, write, indexing, index: build => indexedFolder(folder, indexing(build)) };
}

/** What an index says, beside what all files say when they are read: never anything else. */
export function expectTrue({ folder }: Pick<Place, 'folder'>, found: Shelf & FolderFacts): void {
  const loaded = loadFolder(folder);
  expect(found.templates.map(({ id, title, hash }) => [id, title, hash])).toEqual(
    loaded.templates.map(({ id, title, hash }) => [id, title, hash]),
  );
  expect([found.problems, found.broken]).toEqual([loaded.problems, loaded.broken]);
  for (const template of loaded.templates) expect(found.get(template.id)).toEqual(template);
}

/** As a start later than any clock of a disk needs: the index says that it was read long after the files were changed. */
export function settle({ cache }: Place): void {
  for (const name of readdirSync(cache)) rewrite(join(cache, name), json => ({ ...json, read: Date.UTC(2100, 0) }));
}

/** With its checksum, so that the change counts. */
function rewrite(path: string, change: (json: Record<string, unknown>) => unknown): void {
  const text = readFileSync(path, 'utf8');
  const json = JSON.stringify(change(JSON.parse(text.slice(text.indexOf('\n') + 1))));
  writeFileSync(path, `${createHash('sha256').update(json).digest('hex')}\n${json}`);
}
