import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environment, PROGRAM, temporaryFolder, tutor } from './tutor.ts';

describe('without a terminal', () => {
  it.each([
    ['piped', {}],
    ['with a dumb terminal', { TERM: 'dumb' }],
    ['without colours', { NO_COLOR: '1' }],
    ['on a build machine', { CI: 'true' }],
  ])('prints a plain summary %s', async (_, rest) => {
    const { status, stdout, stderr } = await tutor([], temporaryFolder(), rest);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^dl-tutor: 0 due, 5 new today, \d+ questions\n/);
    expect(stdout).toMatch(/^cnn +0 +\d+ +0 of \d+$/m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what must not be there
    expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
  });

  it('prints help and version on stdout', async () => {
    const [help, version] = await Promise.all([
      tutor(['--help'], temporaryFolder()),
      tutor(['--version'], temporaryFolder()),
    ]);
    expect([help.status, help.stderr, version.status, version.stderr]).toEqual([0, '', 0, '']);
    expect(help.stdout).toMatch(/^Usage: tutor.*\n\n.*\n\nExamples:\n {2}tutor {2,}\S.*\n[\s\S]*\nOptions:\n/);
    expect(version.stdout).toBe(`${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`);
  });
});

it('tells scripts by its exit status what became of a command', async () => {
  const ends: readonly (readonly [status: number, args: readonly string[], rest?: NodeJS.ProcessEnv])[] = [
    [0, ['due']],
    [0, ['config']],
    [0, ['manual']],
    [0, ['exam', '--help']],
    [1, ['undo']],
    [1, ['study']],
    [1, ['config', 'theme', 'dark'], { TUTOR_CONFIG: '/dev/null/config.json' }],
    [2, ['no-such-command']],
    [2, ['bank']],
    [2, ['due', '--minutes', 'all']],
    [2, ['config', 'theme', 'blue']],
    [2, ['due'], { TUTOR_THEME: 'blue' }],
  ];
  const found = await Promise.all(ends.map(async ([, args, rest]) => tutor(args, temporaryFolder(), rest)));
  expect(found.map(({ status }, i) => [status, ends[i]?.[1]])).toEqual(ends.map(([status, args]) => [status, args]));
  // What fails says why, beside the output.
  expect(found.map(({ status, stderr }) => (stderr === '') === (status === 0))).toEqual(ends.map(() => true));
});

it.each([
  ['20.19.5', '9'],
  ['22.12.0', '9'],
  ['23.5.0', '9'],
])('says in one line that Node %s is too old, before its library can crash', (node, napi) => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, ...${JSON.stringify({ node, napi })} } })`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, PROGRAM, 'due'],
    { env: environment(temporaryFolder()), encoding: 'utf8' },
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(new RegExp(`^tutor needs Node .* this is ${node}: .*\\n$`));
});

it('ends quietly when its reader has seen enough', async () => {
  const child = spawn(process.execPath, [PROGRAM, 'bank', 'list', '--json'], { env: environment(temporaryFolder()) });
  child.stdout.destroy();
  let messages = '';
  child.stderr.on('data', data => {
    messages += data;
  });
  const status = await new Promise(resolve => child.on('close', resolve));
  expect([status, messages]).toEqual([0, '']);
});

/** A Node on the path that is too old for the program. */
function olderNode(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders
    .map(folder => join(folder, 'node'))
    .find(node => {
      const found = /^v(\d+)\.(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '');
      return found !== null && Number(found[1]) * 100 + Number(found[2]) < 2214;
    });
}

const older = olderNode();

it.skipIf(older === undefined)('says in one line that this Node is too old', () => {
  const env = environment(temporaryFolder());
  const { status, stdout, stderr } = spawnSync(older as string, [PROGRAM, 'bank', 'list'], { env, encoding: 'utf8' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^tutor needs Node 22\.14 or newer .* and this is \d+\.\d+\.\d+: .*\n$/);
});
