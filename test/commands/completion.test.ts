import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { running } from './running.ts';
import { environment, PROGRAM, temporaryFolder } from './tutor.ts';

/** The Tab key: what the program answers, and what a real shell makes of it. */

const asked = running();

const complete = async (...words: string[]): Promise<string[]> => {
  const { stdout, error } = await asked.run('complete', '--', ...words);
  expect(error).toBeNull();
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
  [['import', ''], []],
  [['export', ''], []],
  [['bank', 'preview', 'cnn/flat'], ['cnn/flatten-size']],
  [['config', 'scr'], ['screen-reader']],
  [['config', 'theme', 'li'], ['light']],
  [['config', 'new', ''], ['auto']],
  [['--theme', 'da', 'due'], ['due']],
  [['due', '--theme', 'da'], ['dark']],
  [['due', '--theme=da'], ['--theme=dark']],
  [['due', '--theme', '=', 'da'], ['dark']],
  [
    ['exam', '--format', 'm'],
    ['md', 'moodle'],
  ],
  [['export', '--format', 'f'], ['fsrs']],
  [['history', 'l'], ['last']],
  [['man'], ['manual']],
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

/** Where `tutor` is a command. */
function shellEnvironment(): NodeJS.ProcessEnv {
  const folder = temporaryFolder();
  symlinkSync(PROGRAM, join(folder, 'tutor'));
  const { PATH = '', ...rest } = environment(folder);
  return { ...rest, PATH: `${folder}:${PATH}` };
}

test.each<[string[], string]>([
  [['dri'], 'drill'],
  [['drill', 'cnn/flat'], 'cnn/flatten-size'],
  [['bank', 'show', 'cnn/flatten-size', '--gi'], '--given'],
])('in bash, %j', (words, found) => {
  const env = shellEnvironment();
  const quoted = ['tutor', ...words].map(word => `'${word}'`).join(' ');
  const asTyped = `COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _tutor; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const bash = spawnSync('bash', ['--norc', '-c', `eval "$(tutor completion bash)"; ${asTyped}`], {
    encoding: 'utf8',
    env,
  });
  expect(bash).toMatchObject({ status: 0, stderr: '', stdout: `${found}\n` });
});

const FISH = 'fish';
const ZSH = 'zsh';

/** Whether a shell can be started here. */
const isThere = (shell: string): boolean => spawnSync(shell, ['--version']).error === undefined;

test.skipIf(!isThere(FISH))('in fish', () => {
  const script = 'tutor completion fish | source; complete -C "tutor dri"; complete -C "tutor config theme --th"';
  const fish = spawnSync(FISH, ['--no-config', '-c', script], { encoding: 'utf8', env: shellEnvironment() });
  expect(fish).toMatchObject({ status: 0, stdout: 'drill\n--theme\n' });
});

// The Tab key of zsh works in a terminal alone; in its place stands what adds the words.
test.skipIf(!isThere(ZSH))('in zsh', () => {
  const script = `compdef() { }; compadd() { shift; print -l -- "$@" }; _files() { print files }
    eval "$(tutor completion zsh)"
    words=(tutor config theme da); CURRENT=4; _tutor
    words=(tutor due --theme=); CURRENT=3; _tutor
    words=(tutor bank lint no-such); CURRENT=4; _tutor`;
  const zsh = spawnSync(ZSH, ['-f', '-c', script], { encoding: 'utf8', env: shellEnvironment() });
  const themes = ['auto', 'contrast', 'dark', 'light', 'none'].map(theme => `--theme=${theme}`);
  expect(zsh).toMatchObject({ status: 0, stderr: '', stdout: `${['dark', ...themes, 'files'].join('\n')}\n` });
});
