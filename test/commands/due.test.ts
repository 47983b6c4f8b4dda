import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Document, json, PROGRAM, temporaryFolder, tutor } from './tutor.ts';

/** The line for a shell prompt. */

const reply = ['review', 'cnn/flatten-size', '--given', '--reply'];

describe('tutor due --short', () => {
  it('tells on one line what is left for today', async () => {
    const folder = temporaryFolder();
    const before = await tutor(['due', '--short'], folder);
    expect(before).toEqual({ status: 0, stderr: '', stdout: expect.stringMatching(/^5 new, \d+ min\n$/) });
    await tutor([...reply, '1'], folder);
    const after = await tutor(['due', '--short'], folder);
    expect(after.stdout).toMatch(/^1 due, 4 new, \d+ min\n$/);
  });

  it('prints nothing where nothing is left, and tells scripts so all the same', async () => {
    const folder = temporaryFolder();
    expect(await tutor(['due', '--short', '--new', '0'], folder)).toEqual({ status: 0, stdout: '', stderr: '' });
    const { due, new: fresh, minutes, examInDays, next } = await json(['due', '--short', '--new', '0'], folder);
    expect({ due, fresh, minutes, examInDays, next }).toEqual({
      due: 0,
      fresh: 0,
      minutes: 0,
      examInDays: null,
      next: undefined,
    });
  });

  it('counts the days to the exam where a plan is in force', async () => {
    const folder = temporaryFolder();
    expect((await tutor(['plan', '--exam', '2026-12-02'], folder)).status).toBe(0);
    expect((await tutor(['due', '--short'], folder)).stdout).toMatch(/ min; exam in 12 days\n$/);
    const eve = { TUTOR_NOW: '2026-12-01T18:00:00Z' };
    expect((await json(['due', '--short'], folder, eve)).examInDays).toBe(1);
  });

  it('says on stderr what is wrong, with status 1', async () => {
    const { status, stdout, stderr } = await tutor(['due', '--short', '--data', PROGRAM], temporaryFolder());
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).not.toBe('');
  });
});

it('fills the minutes that are asked for, repeats of wrong answers included, and no more', async () => {
  const { minutes, new: fresh, next } = await json(['due', '--minutes', '12'], temporaryFolder());
  expect(fresh).toBeGreaterThan(0);
  expect(minutes).toBeLessThanOrEqual(12);
  expect(minutes).toBeCloseTo(
    next.reduce((sum: number, item: Document) => sum + item.minutes, 0),
    9,
  );
});

it('loads no screens for that', async () => {
  const folder = temporaryFolder();
  const coverage = join(folder, 'coverage');
  await tutor(['due', '--short'], folder, { NODE_V8_COVERAGE: coverage });
  const [file = ''] = readdirSync(coverage);
  const { result } = JSON.parse(readFileSync(join(coverage, file), 'utf8')) as { result: { url: string }[] };
  const loaded = result.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
  const parts = join(dirname(PROGRAM), 'parts');
  const drawing = readdirSync(parts)
    .map(part => join(parts, part))
    .filter(part => part.endsWith('.js') && /useWindowSize|alternateScreen/.test(readFileSync(part, 'utf8')));
  expect(loaded).toContain(PROGRAM);
  expect(drawing.length).toBeGreaterThan(0);
  expect(drawing.filter(part => loaded.includes(part))).toEqual([]);
});
