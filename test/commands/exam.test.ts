import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Document, environment, json, PROGRAM, temporaryFolder, tutor } from './tutor.ts';

/** `tutor exam`: papers in a folder, by the built program. */

function contents(folder: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(folder).map(file => [file, readFileSync(join(folder, file), 'latin1')]));
}

function codeIn(stdout: string): string {
  return /^Code: (\S+)$/m.exec(stdout)?.[1] ?? '';
}

test('the same seed gives the same bytes, wherever, whenever and beside however many forms; so does its code', async () => {
  const data = temporaryFolder();
  const print = (out: string, args: readonly string[], rest: NodeJS.ProcessEnv = {}) =>
    tutor(['exam', ...args, '--format', 'pdf,html', '--out', join(data, out)], data, rest);
  const elsewhere = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', TUTOR_NOW: '2031-01-01T00:00:00Z' };
  const [first] = await Promise.all([
    print('one', ['quiz', '--seed', '7']),
    print('two', ['quiz', '--seed', '7', '--forms', '2'], elsewhere),
  ]);
  expect(first).toMatchObject({ status: 0, stderr: `4 files in ${join(data, 'one')}\n` });
  const one = contents(join(data, 'one'));
  const two = contents(join(data, 'two'));
  expect([...one.keys()]).toEqual(['exam-A.html', 'exam-A.pdf', 'solutions-A.html', 'solutions-A.pdf']);
  expect([...two.keys()]).toContain('forms.md');
  for (const [file, content] of one) expect(two.get(file) === content, file).toBe(true);

  const again = await print('again', ['--code', codeIn(first.stdout).toUpperCase()]);
  expect(again.status).toBe(0);
  expect(contents(join(data, 'again'))).toEqual(one);
});

test('what an exam takes as right is what the bank shows for the same question and seed', async () => {
  const data = temporaryFolder();
  const { forms } = await json(['exam', 'quiz', '--seed', '7', '--forms', '2', '--vary', 'order'], data);
  // The last form, as the options of the first stand as the seed has them.
  const [ticked, computed] = forms[1].problems.map((problem: Document) => problem.questions[0]);
  for (const question of [ticked, computed]) {
    const shown = await json(['bank', 'show', question.id, '--seed', String(question.seed)], data);
    expect(shown.hash).toBe(question.hash);
    expect(question.parts.map(rightIn)).toEqual(shown.parts.map(rightIn));
  }
});

interface PartData {
  readonly kind: string;
  readonly name: string;
  readonly key: unknown;
  readonly options?: readonly { readonly label: string; readonly text: string }[];
}

/** Letters differ between forms, what they stand for does not. */
function rightIn({ kind, name, key, options = [] }: PartData): unknown {
  if (kind !== 'choice') return { kind, name, key };
  const right = options.filter(({ label }) => (key as readonly string[]).includes(label)).map(({ text }) => text);
  return { kind, name, right: right.sort(), all: options.map(({ text }) => text).sort() };
}

test('files are neither replaced nor written through links unless that is asked for, and a run can be gone on with', async () => {
  const data = temporaryFolder();
  const out = join(data, 'papers');
  const mine = join(data, 'mine.txt');
  const print = (...args: readonly string[]) =>
    tutor(['exam', 'quiz', '--format', 'md', '--out', out, '--forms', '3', ...args], data);
  writeFileSync(mine, 'mine');
  mkdirSync(out);
  symlinkSync(mine, join(out, 'exam-B.md'));
  const refused = await print('--seed', '7');
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('exam-B.md exists.') });
  expect(readdirSync(out)).toEqual(['exam-B.md']);

  const forced = await print('--seed', '7', '--force');
  expect(forced.status).toBe(0);
  expect(readFileSync(mine, 'utf8')).toBe('mine');
  const whole = contents(out);
  rmSync(join(out, 'exam-B.md'));
  rmSync(join(out, 'solutions-C.md'));
  expect(await print('--code', codeIn(forced.stdout), '--resume')).toMatchObject({ status: 0 });
  expect(contents(out)).toEqual(whole);

  // A new seed would be drawn for the rest, or another exam would be mixed with this one.
  rmSync(join(out, 'exam-B.md'));
  expect(await print('--resume')).toMatchObject({ status: 2, stdout: '' });
  const other = await print('--resume', '--seed', '8');
  expect(other).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('forms.md is of another exam than quiz.8.'),
  });
  expect(existsSync(join(out, 'exam-B.md'))).toBe(false);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves whole papers and nothing else', async signal => {
  const data = temporaryFolder();
  const out = join(data, 'papers');
  mkdirSync(out);
  const args = [PROGRAM, 'exam', 'quiz', '--seed', '7', '--forms', '200', '--out', out];
  const child = spawn(process.execPath, args, { env: environment(data), stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const watcher = watch(out, (_, file) => {
    if (file === 'exam-A.pdf') child.kill(signal);
  });
  const status = await new Promise(resolve => child.on('exit', resolve));
  watcher.close();
  expect(status).toBe(signal === 'SIGINT' ? 130 : 143);
  const papers = readdirSync(out).filter(file => file !== 'forms.md');
  expect(said).toContain(`Broken off: ${papers.length} files of 400`);
  for (const file of papers) {
    expect(file).toMatch(/^(?:exam|solutions)-[A-Z]+\.pdf$/);
    expect(readFileSync(join(out, file), 'latin1').trimEnd()).toMatch(/^%PDF.*%%EOF$/s);
  }
});

test('a title is text in the table of the forms too', async () => {
  const data = temporaryFolder();
  const file = join(data, 'mock.yaml');
  const blueprint = `title: '<b>*x* | [a](b)'\nminutes: 9\nproblems:\n  - { title: t, credits: 4, questions: [{ topics: cnn, worth: 4 }] }\n`;
  writeFileSync(file, blueprint);
  const args = ['exam', file, '--seed', '7', '--forms', '2', '--format', 'typ', '--out', join(data, 'out')];
  expect((await tutor(args, data)).status).toBe(0);
  const [heading] = readFileSync(join(data, 'out/forms.md'), 'utf8').split('\n');
  expect(heading).toBe(String.raw`# \<b\>\*x\* \| \[a\](b)`);
});

test('what cannot be is said before anything is written', async () => {
  const data = temporaryFolder();
  const file = join(data, 'wrong.yaml');
  writeFileSync(file, 'title: a\nminutes: ten\nproblems: []\n');
  const cases: readonly (readonly [args: readonly string[], status: number, said: string])[] = [
    [['--combined', '--format', 'html'], 2, 'use pdf or typ'],
    [['--combined', '--forms', '31'], 2, '30 papers at most'],
    [['enterm'], 2, 'Did you mean endterm?'],
    [['--code', '../../x.yaml.7.b.1-k3f9q-8d2'], 2, 'give its file as well'],
    [['--out', ''], 2, '--out must name a folder'],
    [['--seed', '7', '--out', file], 1, 'wrong.yaml is no folder'],
    [['--roster', data], 1, `The roster ${data} cannot be read`],
    [[file], 1, 'wrong.yaml:2:10: minutes: must be a number'],
  ];
  const ended = await Promise.all(cases.map(([args]) => tutor(['exam', ...args], data)));
  ended.forEach(({ status, stderr }, i) => {
    expect(status, stderr).toBe(cases[i]?.[1]);
    expect(stderr).toContain(cases[i]?.[2]);
  });
  expect(readdirSync(data)).toEqual(['wrong.yaml']);
});
