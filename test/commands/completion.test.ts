import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { environment, PROGRAM, temporaryFolder, tutor } from './tutor.ts';

/** The Tab key: what the program answers, and what a real shell makes of it. */

const complete = async (...words: string[]): Promise<string[]> => {
  const { status, stdout } = await tutor(['complete', '--', ...words], temporaryFolder());
  expect(status).toBe(0);
  return stdout.split('\n').filter(word => word !== '');
};

test.each<[string[], string[]]>([
  [['dr'], ['drill']],
  [['bank', 'sh'], ['show']],
  [
    ['drill', 'cnn/receptive-f'],
    ['cnn/receptive-field', 'cnn/receptive-field-after-pool'],
  ],
  [['bank', 'show', 'cnn/flat'], ['cnn/flatten-size']],
  [['mark', 'cnn/flatten-size', '--gi'], ['--given']],
  [['review', 'cnn/flatten-size', '--rating', 'e'], ['easy']],
  [['history', '--question', 'cnn/flat'], ['cnn/flatten-size']],
  [
    ['bank', 'functions', 'softm'],
    ['softmax', 'softmax_jacobian'],
  ],
  [
    ['completion', ''],
    ['bash', 'fish', 'zsh'],
  ],
  [['--data', '/tmp', 'und'], ['undo']],
  [['exam', 'qu'], ['quiz']],
  [['exam', 'ma'], ['mark']],
  [['exam', '--vary', 'nu'], ['numbers']],
  // What belongs to printing means nothing to taking.
  [['exam', 'take', '--form'], []],
  [['bank', 'show', 'no-such'], []],
  [['mark', 'cnn/flatten-size', ''], []],
  [['--bank', 'test/fixtures/kinds', 'bank', 'show', 'tensor/fr'], ['tensor/free']],
])('%j', async (words, found) => {
  const offered = await complete(...words);
  expect(offered).toEqual(found.length < 2 ? found : expect.arrayContaining(found));
});

test('a topic can be completed from its beginning, and finer topics and ids beside it', async () => {
  const found = await complete('drill', 'lstm');
  expect(found).toContain('lstm');
  expect(found).toContain('lstm/gates');
  expect(found.every(word => word.startsWith('lstm'))).toBe(true);
});

test('the first word is a command; the one that only scripts use is not offered', async () => {
  const found = await complete('');
  expect(found).toContain('study');
  expect(found).not.toContain('complete');
});

test('an unknown shell is a usage error', async () => {
  const { status, stderr } = await tutor(['completion', 'bsh'], temporaryFolder());
  expect(status).toBe(2);
  expect(stderr).toContain('Did you mean bash?');
});

test.each<[string[], string]>([
  [['dri'], 'drill'],
  [['drill', 'cnn/flat'], 'cnn/flatten-size'],
  [['bank', 'show', 'cnn/flatten-size', '--gi'], '--given'],
])('in bash, %j', (words, found) => {
  const folder = temporaryFolder();
  symlinkSync(PROGRAM, join(folder, 'tutor'));
  const quoted = ['tutor', ...words].map(word => `'${word}'`).join(' ');
  const asTyped = `COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _tutor; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { PATH = '', ...rest } = environment(folder);
  const env = { ...rest, PATH: `${folder}:${PATH}` };
  const bash = spawnSync('bash', ['--norc', '-c', `eval "$(tutor completion bash)"; ${asTyped}`], {
    encoding: 'utf8',
    env,
  });
  expect(bash).toMatchObject({ status: 0, stderr: '', stdout: `${found}\n` });
});
