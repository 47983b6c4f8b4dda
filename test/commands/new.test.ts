import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KIND_NAMES } from '../../src/answers/authors.ts';
import { starterFile } from '../../src/bank/starter.ts';
import { temporaryFolder, tutor } from './tutor.ts';

/** A folder for questions, and the program working on it. */
function bank(): { readonly folder: string; readonly make: (...args: string[]) => ReturnType<typeof tutor> } {
  const data = temporaryFolder();
  const folder = join(data, 'mine');
  mkdirSync(folder);
  return { folder, make: (...args) => tutor(['--bank', folder, 'bank', 'new', ...args], data) };
}

describe('bank new', () => {
  it('writes a file that can be shown and marked at once, and says what to do next', async () => {
    const { folder, make } = bank();
    const { status, stdout, stderr } = await make('lstm/my-own');
    const path = join(folder, 'lstm/my-own.md');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      path,
      `Beside your editor: tutor --bank ${folder} bank preview ${path}`,
      `Once it is written: tutor --bank ${folder} bank lint ${path}`,
      '',
    ]);
    expect(readFileSync(path, 'utf8')).toBe(starterFile('number', 'lstm'));
    const shown = await tutor(['--bank', folder, 'bank', 'show', 'lstm/my-own', '--given'], folder);
    expect([shown.status, shown.stdout]).toEqual([0, expect.stringContaining('78500')]);
  });

  it.each(KIND_NAMES)('begins a question of the kind %s', async kind => {
    const { folder, make } = bank();
    expect((await make('cnn/it', '--kind', kind)).status).toBe(0);
    expect(readFileSync(join(folder, 'cnn/it.md'), 'utf8')).toBe(starterFile(kind, 'cnn'));
  });

  it('says commands that can be copied, whatever the folder is called', async () => {
    const data = temporaryFolder();
    const folder = join(data, "it's mine");
    mkdirSync(folder);
    const { stdout } = await tutor(['--bank', folder, 'bank', 'new', 'cnn/deep/it'], data);
    const quoted = `'${data}/it'\\''s mine'`;
    expect(stdout).toContain(`tutor --bank ${quoted} bank lint '${data}/it'\\''s mine/cnn/deep/it.md'\n`);
  });

  it('never writes over a file', async () => {
    const { folder, make } = bank();
    mkdirSync(join(folder, 'cnn'));
    writeFileSync(join(folder, 'cnn/it.md'), 'dear notes');
    const { status, stderr } = await make('cnn/it');
    expect([status, stderr]).toEqual([1, expect.stringContaining('is there already and stays as it is')]);
    expect(readFileSync(join(folder, 'cnn/it.md'), 'utf8')).toBe('dear notes');
  });

  it('says where it takes the place of a question of the program', async () => {
    const { stdout, status } = await bank().make('cnn/conv-1x1-params');
    expect([status, stdout]).toEqual([0, expect.stringContaining('cnn/conv-1x1-params already')]);
  });

  it.each([
    ['flatten', 'cnn/flatten'],
    ['CNN/Flatten_Size.md', 'cnn/flatten-size'],
    ['cnn/größe der Karte', 'cnn/grosse-der-karte'],
    ['../outside', 'cnn/outside'],
    ['/etc/passwd', 'etc/passwd'],
    ['cnn/', 'cnn/cnn'],
    ['cnn/-x-', 'cnn/x'],
    ['…', 'cnn/flatten-size'],
  ])('refuses the name %s and gives one that will do', async (name, better) => {
    const { folder, make } = bank();
    const { status, stderr } = await make(name);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`such as ${better}.`)]);
    expect(existsSync(join(folder, 'cnn'))).toBe(false);
  });

  it('names the kinds where one is misspelt', async () => {
    const { status, stderr } = await bank().make('cnn/it', '--kind', 'nummber');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/did you mean number\? The kinds are .*rubric\./)]);
  });

  it('needs a folder to write to', async () => {
    const data = temporaryFolder();
    const missing = await tutor(['--bank', join(data, 'none'), 'bank', 'new', 'cnn/it'], data);
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('there is no such folder')]);
    const twice = await tutor(['--bank', data, '--bank', data, 'bank', 'new', 'cnn/it'], data);
    expect([twice.status, twice.stderr]).toEqual([2, expect.stringContaining('Name one folder')]);
  });
});
