import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { open } from '../terminal/harness.ts';
import { type Document, json, temporaryFolder, tutor } from './tutor.ts';

const CONV = 'cnn/conv-1x1-params';
const FLAT = 'cnn/flatten-size';
const LATER = { TUTOR_NOW: '2026-11-22T18:00:00Z' };

async function answer(folder: string, id: string, reply = '-12345', now = '2026-11-20T18:00:00Z'): Promise<Document> {
  return json(['review', id, '--seed', '5', '--reply', reply], folder, { TUTOR_NOW: now });
}

describe('one old answer', () => {
  it('is shown exactly as it was: question, reply, mark, and what is known of it', async () => {
    const folder = temporaryFolder();
    const { review, parts } = await answer(folder, CONV);
    const shown = await json(['bank', 'show', CONV, '--seed', '5'], folder);
    const [listed] = (await json(['history'], folder)).reviews;
    const past = await json(['history', review], folder, LATER);
    expect(past).toEqual({
      version: 1,
      ...listed,
      title: shown.title,
      given: { credit: 0, rating: 'again', parts },
      question: { stem: shown.stem, parts: shown.parts, hint: shown.hint, solution: shown.solution },
      agrees: true,
      caveat: null,
      due: '2026-11-21',
      stability: expect.any(Number),
      corrections: [],
    });
    expect(await json(['replay', review], folder, LATER)).toEqual(past);
    const { status, stdout } = await tutor(['history', review], folder, LATER);
    expect(status).toBe(0);
    expect(stdout).toMatch(/answered 2026-11-20 18:00/);
    expect(stdout).toMatch(/Reply and mark\n─+\na: -12345\na: read as -12345: wrong/);
    expect(stdout).toMatch(/credit: 0 %[\s\S]*Solution\n─+[\s\S]*What was stored\n─+[\s\S]*rating +again\n/);
    expect((await tutor(['replay', review], folder, LATER)).stdout).toBe(stdout);
  });

  it('is shown also where another program wrote a question that is none', async () => {
    const folder = temporaryFolder();
    const { review } = await answer(folder, CONV);
    const log = join(folder, 'log.jsonl');
    await tutor(['export', log], folder);
    const other = temporaryFolder();
    writeFileSync(log, readFileSync(log, 'utf8').replace(/"template":.*\}$/m, '"template":{"title":5}}'));
    expect((await json(['import', log], other)).added.questions).toBe(1);
    const { title, agrees } = await json(['history', review], other);
    expect([title, agrees]).toEqual([(await json(['history', review], folder)).title, true]);
    expect((await tutor(['history', review], other)).status).toBe(0);
  });

  it('is named by its id, its beginning, its end or "last"', async () => {
    const folder = temporaryFolder();
    const { review: first } = await answer(folder, CONV);
    const { review: second } = await answer(folder, FLAT, '-1', '2026-11-21T18:00:00Z');
    const named = async (text: string): Promise<unknown> => (await json(['history', text], folder)).review;
    expect(await named('last')).toBe(second);
    expect(await named(first.slice(0, 13))).toBe(first);
    expect(await named(first.slice(-12))).toBe(first);
    expect(await named(second.toUpperCase())).toBe(second);
  });

  it('is asked for in full where several could be meant', async () => {
    const folder = temporaryFolder();
    const { review } = await answer(folder, CONV);
    await answer(folder, FLAT, '-1', '2026-11-20T18:00:01Z');
    const { status, stderr } = await tutor(['history', review.slice(0, 8)], folder);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/Several reviews begin or end with .* say more of the id/),
    ]);
  });

  it.each([
    [['history', '1234567'], 2, /names no review.*at least 8 characters/],
    [['history', 'not an id at all'], 2, /names no review/],
    [['history', CONV], 2, /is a question and no review.*--question/],
    [['history', 'last', '--limit', '3'], 2, /--limit chooses among many/],
    [['history', 'ffffffffffff'], 1, /There is no review "ffffffffffff"/],
    [['history', 'ffffffff-ffff-7fff-8fff-ffffffffffff'], 1, /There is no review/],
    [['replay', 'ffffffffffff'], 1, /There is no review/],
    [['replay'], 2, /review/],
    [['undo', 'ffffffffffff'], 1, /There is no review/],
  ] as const)('%j is an error that says what to do', async (args, status, words) => {
    const folder = temporaryFolder();
    await answer(folder, CONV);
    const ended = await tutor(args, folder);
    expect(ended).toEqual({ status, stdout: '', stderr: expect.stringMatching(words) });
  });

  it('says that there is none yet', async () => {
    const ended = await tutor(['replay', 'last'], temporaryFolder());
    expect(ended).toMatchObject({ status: 1, stderr: expect.stringMatching(/no answers yet/) });
  });
});

it('is tried again in a terminal, with the same numbers, and moves nothing', async () => {
  const folder = temporaryFolder();
  await answer(folder, CONV);
  const due = async (): Promise<unknown> =>
    (await json(['due'], folder, LATER)).next.find(({ id }: Document) => id === CONV);
  const before = await due();
  const { parts } = await json(['bank', 'show', CONV, '--seed', '5'], folder);
  const terminal = open({ args: ['replay', 'last'], data: folder, variables: LATER });
  await terminal.waitFor('Tried again');
  terminal.type(`${parts[0].key}\r`);
  await terminal.waitFor('✓ Right');
  terminal.type('\r');
  expect((await terminal.ended).status).toBe(0);
  const { reviews } = await json(['history'], folder);
  expect(reviews.map(({ mode, seed, credit }: Document) => [mode, seed, credit])).toEqual([
    ['drill', 5, 1],
    ['study', 5, 0],
  ]);
  expect(before).toMatchObject({ due: '2026-11-21T04:00:00.000Z' });
  expect(await due()).toMatchObject({ due: '2026-11-21T04:00:00.000Z' });
});

describe('taking back', () => {
  it('reaches any answer, and putting back gives the very schedule that there was', async () => {
    const folder = temporaryFolder();
    const { review: first } = await answer(folder, CONV);
    await answer(folder, FLAT, '-1', '2026-11-20T18:05:00Z');
    const due = async (): Promise<Document> => json(['due'], folder, LATER);
    const before = await due();
    expect(await json(['undo', first.slice(0, 14)], folder)).toMatchObject({ undone: first, changed: true, due: null });
    expect((await due()).due).toBe(before.due - 1);
    expect(await json(['undo', first], folder)).toMatchObject({ undone: first, changed: false });
    expect((await json(['history', first], folder)).corrections).toEqual([
      expect.objectContaining({ kind: 'undo', rating: null, credit: null, hash: null }),
    ]);
    expect(await json(['undo', '--restore'], folder)).toEqual({
      version: 1,
      restored: first,
      changed: true,
      id: CONV,
      due: '2026-11-21T04:00:00.000Z',
    });
    expect(await due()).toEqual(before);
    expect(await json(['undo', first, '--restore'], folder)).toMatchObject({ restored: first, changed: false });
  });

  it('is told to people too, with its effect', async () => {
    const folder = temporaryFolder();
    const { review } = await answer(folder, CONV);
    const told = async (...args: readonly string[]): Promise<string> => (await tutor(['undo', ...args], folder)).stdout;
    expect(await told()).toMatch(/^Taken back: cnn\/conv-1x1-params, answered .*It counts as new again\.\n$/);
    expect(await told(review)).toMatch(/^Taken back before: .*Nothing was changed\.\n$/);
    expect(await told('--restore')).toMatch(/^In force again: .*It is due on 2026-11-21\.\n$/);
    const none = await tutor(['undo', '--restore'], folder);
    expect(none).toMatchObject({ status: 1, stderr: expect.stringMatching(/No answer is taken back/) });
    expect((await tutor(['history', review], folder)).stdout).toMatch(
      /What became of it\n─+\n2026-11-20 18:00: taken back\n2026-11-20 18:00: put in force again\n$/,
    );
  });
});
