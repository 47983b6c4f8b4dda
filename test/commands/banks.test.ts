import { expect, it } from 'vitest';
import type { Shelf } from '../../src/bank/bank.ts';
import { type Banks, openBanks } from '../../src/commands/banks.ts';
import { UsageError } from '../../src/commands/errors.ts';
import { type Place, place, question, settle } from '../bank/index/place.ts';

/** The questions of --bank, as a start has them from memory and then from the files. */

const NOTHING: Shelf = { templates: [], get: () => null };
const watch = () => ({ add: () => undefined, end: () => undefined });

function open(places: readonly Place[], fromMemory: boolean): Promise<Banks> {
  const [first] = places;
  if (!first) throw new Error('no place');
  return openBanks(NOTHING, {
    folders: places.map(({ folder }) => folder),
    indexing: first.indexing(),
    fromMemory,
    watch,
  });
}

const titles = ({ bank }: Banks): readonly string[] => bank().templates.map(({ title }) => title);

it('are the same bank once the files are as they were remembered, and another where they are not', async () => {
  const here = place();
  await open([here], true);
  settle(here);
  const same = await open([here], true);
  const [bank, syllabus] = [same.bank(), same.syllabus()];
  expect(() => bank.get('a')).toThrow('before its files were looked at');
  expect(await same.confirm()).toBe(false);
  expect(same.bank()).toBe(bank);
  expect(same.syllabus()).toBe(syllabus);
  expect(bank.get('a')?.title).toBe('A');

  const changed = await open([here], true);
  expect(changed.syllabus().get('d')).toBeNull();
  here.write('d.md', question('D'));
  expect(titles(changed)).toEqual(['A', 'C']);
  expect(await changed.confirm()).toBe(true);
  expect(titles(changed)).toEqual(['A', 'C', 'D']);
  expect(changed.syllabus().get('d')).not.toBeNull();
  expect([changed.broken(), changed.problems().length]).toEqual([['broken'], 1]);
});

it('are read at once where one of the folders was never read, and there is nothing to confirm then', async () => {
  const known = place();
  await open([known], true);
  settle(known);
  const both = await open([known, place()], true);
  expect(both.bank().get('a')?.title).toBe('A');
  expect(await both.confirm()).toBe(false);
});

it('lie in folders that exist', async () => {
  const here = place();
  const nowhere = { ...here, folder: `${here.folder}/none` };
  await expect(open([nowhere], true)).rejects.toThrow(UsageError);
  await expect(open([nowhere], false)).rejects.toThrow('there is no such folder');
});
