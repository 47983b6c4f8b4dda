import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unexplained } from '../../src/commands/file-trouble.ts';
import { running } from './running.ts';
import { temporaryFolder } from './tutor.ts';

/** Every command that reads or writes what somebody names, against what may stand there instead. */

type Place = 'missing' | 'folder' | 'denied' | 'pipe';

/** What each command is told, and the message for each place; what is left out works. */
type Row = readonly [
  words: (path: string, folder: string) => readonly string[],
  ends: Partial<Readonly<Record<Place, RegExp>>>,
];

const NOT_ALLOWED = /cannot be read: it is not allowed\. Change its permissions/;
const NO_FILE = /cannot be read: there is no such file\. Check the name/;
const NO_PIPE = /cannot be read: it is no regular file\. Write what it gives into a file/;
const A_FOLDER = /cannot be read: it is a folder\. Name a file in it/;

const EXAM = ['exam', '--topics', 'rnn', '--credits', '2', '--seed', '1', '--format', 'md'];

const COMMANDS: Readonly<Record<string, Row>> = {
  export: [
    path => ['export', `${path}/x.jsonl`],
    { missing: /cannot be written: its folder does not exist\. Make it/, pipe: /its folder is a file\. Name another/ },
  ],
  'export --force': [
    path => ['export', path, '--force'],
    { folder: /is a folder: name a file in it/, pipe: /is no regular file\. Without a file/ },
  ],
  import: [
    path => ['import', path],
    {
      missing: /There is no file .*\. Check its name/,
      folder: /is a folder: name the files in it/,
      denied: NOT_ALLOWED,
      pipe: /is no regular file: pipe what it gives/,
    },
  ],
  sync: [path => ['sync', path], { missing: /There is no folder .*make it/, pipe: /is no folder\. "tutor import"/ }],
  'exam FILE': [
    path => ['exam', path],
    { missing: /There is no blueprint file .*check the name/, folder: A_FOLDER, denied: NOT_ALLOWED, pipe: NO_PIPE },
  ],
  'exam --roster': [
    (path, folder) => [...EXAM, '--forms', '2', '--roster', path, '--out', folder],
    { missing: NO_FILE, folder: A_FOLDER, denied: NOT_ALLOWED, pipe: NO_PIPE },
  ],
  'exam --out': [path => [...EXAM, '--out', path], { pipe: /is no folder: name another one with --out/ }],
  'bank preview': [
    path => ['bank', 'preview', path],
    {
      missing: /There is no question file .*See/,
      folder: /is a folder: name one of/,
      pipe: /There is no question file/,
    },
  ],
  'bank lint': [
    path => ['bank', 'lint', path],
    { missing: /is no file, question or topic\. See/, folder: /no question file in/, pipe: /no question file in/ },
  ],
  'bank new': [
    path => ['bank', 'new', 'cnn/own', '--bank', path],
    { missing: /there is no such folder/, pipe: /there is no such folder/ },
  ],
};

/** As root everything is allowed. */
const isRoot = process.getuid?.() === 0;

function placed(place: Place): { readonly folder: string; readonly path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'named');
  if (place === 'folder') mkdirSync(path);
  if (place === 'pipe') execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
  if (place === 'denied') {
    writeFileSync(path, 'x');
    chmodSync(path, 0);
  }
  return { folder, path };
}

describe.skipIf(process.platform === 'win32')('says what is wrong with a file, and what to do', () => {
  it.each(Object.keys(COMMANDS))('tutor %s', async name => {
    const [words, ends] = COMMANDS[name] as Row;
    for (const [place, message] of Object.entries(ends) as [Place, RegExp][]) {
      if (place === 'denied' && isRoot) continue;
      const { folder, path } = placed(place);
      const variables = { TUTOR_DATA: join(folder, 'data'), TUTOR_CONFIG: join(folder, 'config.json') };
      const { error } = await running(variables).run(...words(path, folder));
      const text = error?.message ?? '';
      expect(text, place).toMatch(message);
      expect(text, place).toContain(path);
      expect(text, place).not.toMatch(/\bE[A-Z]{3,}\b|\n\s+at /);
      expect(['Failure', 'UsageError'], place).toContain(error?.name);
    }
  });

  it.skipIf(process.platform !== 'linux')('where no folder can be made, and Node itself tries for ever', async () => {
    const nowhere = '/proc/tutor/deep';
    const folder = temporaryFolder();
    const variables = { TUTOR_DATA: join(folder, 'data'), TUTOR_CONFIG: join(folder, 'config.json') };
    const printed = await running(variables).run(...EXAM, '--out', nowhere);
    expect(printed.error?.message).toMatch(/\/proc\/tutor.* cannot be (?:made|written)/);
    const saved = await running({ ...variables, TUTOR_CONFIG: `${nowhere}/x.json` }).run('config', 'theme', 'dark');
    expect(saved.error?.message).toContain(`cannot be saved in ${nowhere}/x.json`);
    const bank = join(folder, 'bank');
    mkdirSync(bank);
    writeFileSync(join(bank, 'q.md'), '---\ntitle: Found\ntopics: [t]\nanswer: { number: 1 }\n---\nQ\n');
    const uncached = await running({ ...variables, TUTOR_CACHE: nowhere }).run('bank', 'list', 't', '--bank', bank);
    expect(uncached).toMatchObject({ error: null, stdout: expect.stringContaining('Found') });
  });

  it('tutor config, of a pipe, which nobody waits for, and of nothing', async () => {
    const { folder, path } = placed('pipe');
    const variables = { TUTOR_DATA: join(folder, 'data'), TUTOR_CONFIG: path };
    const { stdout, stderr, error } = await running(variables).run('config', 'theme');
    expect({ stdout, error }).toEqual({ stdout: 'auto\n', error: null });
    expect(stderr).toContain(`${path} cannot be read (it is no regular file). Until it is mended`);
    const saving = await running(variables).run('config', 'theme', 'dark');
    expect(saving.error?.message).toContain(`${path} cannot be read (it is no regular file)`);
    // What is renamed over a device takes its place.
    const nothing = await running({ ...variables, TUTOR_CONFIG: '/dev/null' }).run('config', 'theme', 'dark');
    expect(nothing.error?.message).toMatch(/cannot be saved in \/dev\/null \(it is no regular file\)/);
    expect(existsSync('/dev/.null.new')).toBe(false);
  });
});

describe('what nobody has explained', () => {
  const refused = (code: string, syscall: string, path?: string): Error =>
    Object.assign(new Error(`${code}: said by the system`), { code, syscall, ...(path ? { path } : {}) });

  it.each([
    [
      refused('EACCES', 'scandir', 'a/b'),
      'a/b cannot be read: it is not allowed. Change its permissions, or name another one.',
    ],
    [refused('ENOENT', 'open', 'x.csv'), 'x.csv cannot be read: there is no such file. Check the name.'],
    [
      refused('ENOENT', 'mkdir', 'x/y'),
      'x/y cannot be written: its folder does not exist. Make it, or name another one.',
    ],
    [refused('ENOSPC', 'write', 'x'), 'x cannot be written: the disk is full. Free some space and try again.'],
    [
      refused('EXDEV', 'rename', 'x'),
      'x cannot be written: EXDEV: said by the system. Check the disk, or name another one.',
    ],
    [refused('ENOSPC', 'write'), null],
    [new Error('a fault of the program'), null],
  ])('of %s', (error, text) => {
    expect(unexplained(error)).toBe(text);
  });
});

it('with an empty HOME the folders are those of the user, and not below the one that one is in', () => {
  const place = join(import.meta.dirname, '../../src/commands/config/open.ts');
  const script = `import { systemFolders } from ${JSON.stringify(place)}; console.log(JSON.stringify(systemFolders()))`;
  const env = { PATH: process.env.PATH, HOME: '' };
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });
  const folders = Object.entries(JSON.parse(said) as Record<string, string>);
  expect(folders.map(([name]) => name)).toEqual(['data', 'config', 'cache']);
  for (const [, folder] of folders) expect(folder.startsWith(userInfo().homedir), folder).toBe(true);
});
