import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type RememberedFolder, rememberedFolder } from '../../../src/bank/index/remembered-folder.ts';
import { expectTrue, type Place, place, question, settle } from './place.ts';

/** As at a start after the one that read all files. */
function remembered(): readonly [here: Place, found: RememberedFolder] {
  const here = place();
  here.index();
  settle(here);
  const found = rememberedFolder(here.folder, here.indexing());
  if (found === null) throw new Error('nothing is remembered');
  return [here, found];
}

it('remembers a folder as it was, and its questions once the files were looked at', async () => {
  const [here, found] = remembered();
  expect(found.templates).toEqual(here.index().templates);
  expect(found.broken).toEqual(['broken']);
  expect(() => found.get('a')).toThrow('before its files were looked at');
  expect(await found.confirmed()).toBe(found);
  expectTrue(here, found);
});

it.each<readonly [what: string, change: (here: Place) => void]>([
  ['a file was changed', ({ write }) => write('a.md', question('A, said otherwise'))],
  ['a file of the same size and time took its place', ({ write }) => write('a.md', question('B'))],
  ['a file is new', ({ write }) => write('d.md', question('D'))],
  ['a file is gone', ({ folder }) => rmSync(join(folder, 'b/c.md'))],
  ['a file has another name', ({ folder }) => renameSync(join(folder, 'a.md'), join(folder, 'z.md'))],
  ['a file is broken', ({ folder }) => writeFileSync(join(folder, 'a.md'), 'nothing')],
  ['a file was mended', ({ write }) => write('broken.md', question('Mended'))],
])('is another folder where %s', async (_, change) => {
  const [here, found] = remembered();
  change(here);
  const now = await found.confirmed();
  expect(now).not.toBe(found);
  expectTrue(here, now);
  settle(here);
  expect(rememberedFolder(here.folder, here.indexing())?.templates).toEqual(now.templates);
});

it('remembers nothing of a folder never read, or read by another program, and says where there is none', () => {
  const here = place();
  expect(rememberedFolder(here.folder, here.indexing())).toBeNull();
  expect(rememberedFolder(here.folder, { ...here.indexing(), cache: null })).toBeNull();
  here.index();
  expect(rememberedFolder(here.folder, here.indexing('another'))).toBeNull();
  rmSync(here.folder, { recursive: true });
  expect(() => rememberedFolder(here.folder, here.indexing())).toThrow('ENOENT');
});
