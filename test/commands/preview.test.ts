import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { starterFile } from '../../src/bank/starter.ts';
import { temporaryFolder, tutor } from './tutor.ts';

const GOOD = starterFile('number', 'cnn');

/** A bank with one question in it. */
function bank(content = GOOD): { readonly data: string; readonly folder: string; readonly file: string } {
  const data = temporaryFolder();
  const folder = join(data, 'questions');
  const file = join(folder, 'cnn/mine.md');
  mkdirSync(join(folder, 'cnn'), { recursive: true });
  writeFileSync(file, content);
  return { data, folder, file };
}

describe('bank preview without a terminal', () => {
  it('prints the whole question once', async () => {
    const { data, file } = bank();
    const { status, stdout, stderr } = await tutor(['bank', 'preview', file, '--given'], data);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('given variant · 1 credit · 2 minutes · own');
    expect(stdout).toMatch(
      /784 inputs[\s\S]*Answer\n─+\n78500[\s\S]*Mistakes\n─+\n• 78400: [\s\S]*Hint\n[\s\S]*Solution\n/,
    );
  });

  it('draws the variant that studying the bank draws', async () => {
    const { data, folder, file } = bank();
    const [previewed, shown, other] = await Promise.all([
      tutor(['bank', 'preview', file, '--seed', '7'], data),
      tutor(['--bank', folder, 'bank', 'show', 'cnn/mine', '--seed', '7'], data),
      tutor(['--bank', folder, 'bank', 'preview', 'cnn/mine'], data),
    ]);
    const question = ({ stdout }: { stdout: string }): string => stdout.slice(stdout.indexOf('A dense layer takes'));
    expect(question(previewed)).toBe(question(shown));
    expect([other.status, other.stdout]).toEqual([0, expect.stringMatching(/seed\s1 · /)]);
  });

  it('tells problems like a compiler, each with its line', async () => {
    const { data, file } = bank(GOOD.replace('value: n * m', 'value: n *').replace('is: w + m', 'is: w +'));
    const { status, stdout, stderr } = await tutor(['bank', 'preview', file], data);
    expect([status, stdout]).toEqual([1, '']);
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/mine\.md:15:23: "w \+": something is missing after "\+"$/);
    expect(lines[1]).toContain("p: { tex: P, is: w +, why: 'and a bias of its own' }");
    expect(lines[2]).toMatch(/^ +\^$/);
    expect(lines[3]).toMatch(/mine\.md:20:\d+: "n \*"/);
  });

  it('says that a seed cannot be drawn', async () => {
    const { data, file } = bank(GOOD.replace('# Named steps', 'where: n == m\n# Named steps'));
    const { status, stderr } = await tutor(['bank', 'preview', file, '--seed', '3'], data);
    expect([status, stderr]).toEqual([1, expect.stringContaining('no draw in 200 will do at seed 3')]);
  });

  it('takes the id of a question of the program', async () => {
    const { status, stdout } = await tutor(['bank', 'preview', 'cnn/conv-1x1-params', '--given'], temporaryFolder());
    expect([status, stdout]).toEqual([0, expect.stringContaining('Parameters of a 1×1 convolution filter')]);
  });

  it.each([
    [['cnn/conv-1x1-param'], 'Did you mean cnn/conv-1x1-params'],
    [['cnn/conv-1x1-params', '--seed', '1', '--given'], 'not both'],
    [['cnn/conv-1x1-params', '--seed', 'x'], '--seed must be a whole number'],
    [['.'], 'is a folder'],
  ])('refuses %j', async (args, message) => {
    const { status, stdout, stderr } = await tutor(['bank', 'preview', ...args], temporaryFolder());
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  });
});
