import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bar } from '../../src/commands/progress.ts';
import { SOUND_BODY, SOUND_FRONT } from '../bank/lint/support.ts';
import { open } from '../terminal/harness.ts';
import { temporaryFolder, tutor } from './tutor.ts';

const CONV = 'cnn/conv-1x1-params';

function file(path: string, title: string, topic: string, front = SOUND_FRONT, body = SOUND_BODY): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `---\ntitle: ${title}\ntopics: [${topic}]\n${front}\n---\n\n${body}\n`);
  return path;
}

/** A sound question with a stem of its own. */
const sound = (path: string, title: string): string =>
  file(path, title, 'cnn', SOUND_FRONT, SOUND_BODY.replace('How many', `${title}: how many`));

const WITHOUT_SOURCE = SOUND_FRONT.replace('source: [exam/1]\n', '');
const TWO_SEEDS = ['--seeds', '2'];
const lint = (...args: string[]) => tutor(['bank', 'lint', ...args], temporaryFolder());

interface Printed {
  readonly files: number;
  readonly variants: number;
  readonly problems: readonly { readonly file: string; readonly rule: string }[];
}

async function linted(...args: string[]): Promise<Printed & { readonly status: number }> {
  const { status, stdout, stderr } = await lint(...args, '--json');
  expect(stderr).toBe('');
  return { status, ...(JSON.parse(stdout) as Printed) };
}

describe('what is wrong', () => {
  it('is a line each, by file and place, with a summary and status 1', async () => {
    const folder = temporaryFolder();
    sound(join(folder, 'questions/cnn/a.md'), 'Fine');
    const broken = file(join(folder, 'questions/cnn/b.md'), 'Unreadable', 'cnn', 'answr: { number: 3 }');
    const sourceless = file(join(folder, 'questions/cnn/c.md'), 'Of unknown source', 'rnn', WITHOUT_SOURCE);
    const { status, stdout, stderr } = await lint(join(folder, 'questions'), ...TWO_SEEDS);
    expect([status, stderr]).toEqual([1, '']);
    const [first, second, third, summary, end] = stdout.split('\n');
    expect(first).toMatch(new RegExp(`^${broken}:4:1: answr: is not a key here: did you mean answer\\? \\[file\\]$`));
    expect(second).toBe(
      `${sourceless}:2: source: is missing: say which exam, exercise or lecture it comes from [source]`,
    );
    expect(third).toMatch(new RegExp(`^${sourceless}:3:\\d+: the first topic is rnn, .* \\[topics\\]$`));
    expect(summary).toMatch(/^3 files, 6 variants, 3 problems, \d+\.\d s$/);
    expect(end).toBe('');
  });

  it.skipIf(process.platform === 'win32')('is not looked for in what is no file', async () => {
    const pipe = join(temporaryFolder(), 'endless.md');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const { status, stderr } = await lint(pipe);
    expect([status, stderr]).toEqual([2, `tutor: There is no question file in "${pipe}".\n`]);
  });

  it('is data with --json', async () => {
    const folder = temporaryFolder();
    const path = file(join(folder, 'questions/cnn/c.md'), 'Of unknown source', 'cnn', WITHOUT_SOURCE);
    const { status, stdout, stderr } = await lint(path, '--json', ...TWO_SEEDS);
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      files: 1,
      variants: 3,
      problems: [
        {
          file: path,
          line: 2,
          column: null,
          rule: 'source',
          message: 'source: is missing: say which exam, exercise or lecture it comes from',
          seed: null,
        },
      ],
    });
  });

  it('names the first seed that shows it', async () => {
    const front =
      'source: [exam/1]\nminutes: 1\nvars:\n  n: { given: 300, int: [1, 300] }\nwhere: n > 299\nanswer: { number: n }';
    const path = file(join(temporaryFolder(), 'questions/cnn/q.md'), 'Rare', 'cnn', front, 'Is {{n}} rare?');
    const { problems } = await linted(path, '--seeds', '20');
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'draw', line: 8, column: 8, seed: expect.any(Number) }),
    );
  });
});

describe('a path', () => {
  it('is a file, a folder, a question or a topic', async () => {
    for (const path of ['questions/cnn/conv-1x1-params.md', CONV, `${CONV}.md`]) {
      expect(await linted(path, ...TWO_SEEDS)).toEqual({ version: 1, status: 0, files: 1, variants: 3, problems: [] });
    }
    const [byFolder, byTopic] = await Promise.all(['questions/cnn/', 'cnn'].map(path => linted(path, '--seeds', '1')));
    expect(byFolder?.files).toBeGreaterThan(3);
    expect(byTopic?.files).toBeGreaterThanOrEqual(byFolder?.files ?? 0);
  });

  it('may be several, and a file is looked at once', async () => {
    const paths = [CONV, 'questions/cnn/conv-1x1-params.md', 'rnn/vanishing-bound'];
    expect((await linted(...paths, ...TWO_SEEDS)).files).toBe(2);
  });

  it('lies in a folder of --bank, whose ids and neighbours count', async () => {
    const bank = join(temporaryFolder(), 'mine');
    sound(join(bank, 'cnn/one.md'), 'One');
    const front = `requires: [cnn/one, ${CONV}]\n${SOUND_FRONT}`;
    const two = file(join(bank, 'cnn/two.md'), 'Two', 'cnn', front);
    for (const path of [two, 'cnn/two']) {
      expect(await linted('--bank', bank, path, ...TWO_SEEDS)).toMatchObject({ status: 0, files: 1, problems: [] });
    }
  });

  it('may be a folder or a file of no bank', async () => {
    const folder = temporaryFolder();
    const path = sound(join(folder, 'elsewhere/cnn/one.md'), 'One');
    expect(await linted(path, ...TWO_SEEDS)).toMatchObject({ status: 0, files: 1, problems: [] });
    expect(await linted(dirname(path), ...TWO_SEEDS)).toMatchObject({ status: 0, files: 1, problems: [] });
    expect(await linted(dirname(dirname(path)), ...TWO_SEEDS)).toMatchObject({ status: 0, files: 1, problems: [] });
  });

  it('with a broken file of --bank tells of it once', async () => {
    const bank = join(temporaryFolder(), 'mine');
    const path = file(join(bank, 'cnn/b.md'), 'Unreadable', 'cnn', 'answr: { number: 3 }');
    const { problems, status } = await linted('--bank', bank, path);
    expect([status, problems.map(({ rule }) => rule)]).toEqual([1, ['file']]);
  });

  it('that is a folder without questions may be a topic all the same', async () => {
    const bank = join(temporaryFolder(), 'mine');
    file(join(bank, 'src/one.md'), 'One', 'src');
    expect(await linted('--bank', bank, 'src', ...TWO_SEEDS)).toMatchObject({ status: 0, files: 1 });
  });

  it.each([
    [
      'nothing there is',
      ['cnn/conv-1x1-parms'],
      /^tutor: "cnn\/conv-1x1-parms" is no file, question or topic\. Did you mean cnn\/conv-1x1-params/,
    ],
    ['a file that is no question', ['package.json'], /^tutor: There is no question file in "package\.json"/],
    ['a missing bank', ['--bank', 'no/such/folder'], /^tutor: --bank no\/such\/folder: there is no such folder/],
    ['no seeds', [CONV, '--seeds', '0'], /^tutor: --seeds must be at least 1/],
    ['seeds that are no number', [CONV, '--seeds', 'all'], /^tutor: --seeds must be a whole number/],
  ])('%s is a usage error', async (_, args, message) => {
    const { status, stdout, stderr } = await lint(...args);
    expect(stderr).toMatch(message);
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe('on a terminal', () => {
  it('shows a bar and takes it away', async () => {
    const { ended, raw, screen } = open({ args: ['bank', 'lint', 'lstm', '--seeds', '100'], data: temporaryFolder() });
    expect((await ended).status).toBe(0);
    expect(raw()).toMatch(/█.*░.* +\d+ % {2}[\d,]+ variants/);
    expect(screen()).toMatch(/^\d+ files, [\d,]+ variants, 0 problems, \d+\.\d s\s*$/);
  });

  it('shows none where stderr is no terminal', async () => {
    const { stdout, stderr } = await lint(CONV, ...TWO_SEEDS);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^1 file, 3 variants, 0 problems, \d+\.\d s\n$/);
  });

  it('ends at once with status 130 at Ctrl-C', async () => {
    const { ended, type, waitFor, screen } = open({
      args: ['bank', 'lint', 'lstm/three-time-steps', '--seeds', '1000000'],
      data: temporaryFolder(),
    });
    await waitFor({ test: text => text.includes(' variants') });
    type('\u0003');
    expect((await ended).status).toBe(130);
    expect(screen()).not.toMatch(/█|problems/);
  });

  it.each([
    [0, 63, '░'.repeat(40)],
    [0.5, 63, '█'.repeat(20) + '░'.repeat(20)],
    [1, 32, '█'.repeat(9)],
  ])('the bar at %f in %i columns fits, with ^C behind it', (share, columns, expected) => {
    const drawn = bar(share, '12 variants', columns);
    expect(drawn.startsWith(expected)).toBe(true);
    expect(`${drawn}^C`.length).toBeLessThan(columns);
    expect(drawn).toMatch(new RegExp(` ${100 * share} % {2}12 variants$`));
  });

  it('has no room for the bar on the narrowest terminal', () => {
    expect(bar(0.5, '12 variants', 10).length).toBeLessThan(10);
  });
});
