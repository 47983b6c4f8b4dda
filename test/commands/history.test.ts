import { describe, expect, it } from 'vitest';
import { type Document, json, temporaryFolder, tutor } from './tutor.ts';

const CONV = 'cnn/conv-1x1-params';
const FLAT = 'cnn/flatten-size';
const at = (TUTOR_NOW: string, TZ = 'UTC'): NodeJS.ProcessEnv => ({ TUTOR_NOW, TZ });

async function review(folder: string, id: string, how: 'right' | 'wrong', env: NodeJS.ProcessEnv, ...rest: string[]) {
  const { parts } = await json(['bank', 'show', id, '--seed', '5'], folder);
  const reply = how === 'right' ? String(parts[0].key) : '-12345';
  return json(['review', id, '--seed', '5', '--reply', reply, ...rest], folder, env);
}

it('records an answer as a study session does, and has it in the history', async () => {
  const folder = temporaryFolder();
  const reviewed = await review(folder, CONV, 'right', at('2026-11-20T18:00:00Z'));
  expect(reviewed).toEqual({
    version: 1,
    review: expect.stringMatching(/^[0-9a-f-]{36}$/),
    credit: 1,
    parts: [expect.objectContaining({ name: 'a', credit: 1, error: null })],
    rating: 'good',
    mode: 'study',
    due: expect.stringMatching(/^2026-11-2[2-9]T04:00:00.000Z$/),
    stability: expect.any(Number),
  });
  const { reviews } = await json(['history'], folder);
  expect(reviews).toEqual([
    {
      review: reviewed.review,
      id: CONV,
      hash: expect.any(String),
      seed: 5,
      vars: expect.objectContaining({ C: expect.any(Number) }),
      reply: [expect.any(String)],
      credit: 1,
      self: false,
      mistakes: [],
      rating: 'good',
      guess: false,
      mode: 'study',
      at: '2026-11-20T18:00:00.000Z',
      ms: null,
      undone: false,
      key: { a: expect.any(Number) },
      hint: false,
      zone: 'UTC',
      day: '2026-11-20',
      device: expect.any(String),
      recall: null,
      remarked: false,
      exam: null,
      scratch: [],
    },
  ]);
});

it("takes the student's own rating", async () => {
  const folder = temporaryFolder();
  expect(await review(folder, CONV, 'right', at('2026-11-20T18:00:00Z'), '--rating', 'hard')).toMatchObject({
    rating: 'hard',
  });
  expect(await review(folder, FLAT, 'wrong', at('2026-11-20T18:00:00Z'))).toMatchObject({ rating: 'again', credit: 0 });
});

describe('what is due', () => {
  /** What has been met, and why it is asked. */
  const met = ({ next }: Document): unknown =>
    next.filter(({ why }: Document) => why !== 'new').map(({ id, why }: Document) => [id, why]);

  it('is of today only what was wrong, to be repeated, and tomorrow that by the schedule', async () => {
    const folder = temporaryFolder();
    const { due } = await review(folder, CONV, 'wrong', at('2026-11-20T18:00:00Z'));
    await review(folder, FLAT, 'right', at('2026-11-20T18:01:00Z'));
    expect(met(await json(['due'], folder, at('2026-11-20T18:02:00Z')))).toEqual([[CONV, 'step']]);
    const tomorrow = await json(['due'], folder, at('2026-11-21T18:00:00Z'));
    expect(tomorrow.due).toBe(1);
    expect(met(tomorrow)).toEqual([[CONV, 'due']]);
    const item = tomorrow.next.find(({ id }: Document) => id === CONV);
    const numbers = { retrievability: expect.any(Number), minutes: expect.any(Number) };
    expect(item).toEqual({ id: CONV, why: 'due', due, ...numbers });
    expect(item.retrievability).toBeGreaterThan(0);
    expect(item.retrievability).toBeLessThan(1);
    expect(tomorrow.next).toHaveLength(tomorrow.due + tomorrow.new);
  });

  it('names new questions without a due date, as many as a day allows', async () => {
    const folder = temporaryFolder();
    const { due, new: fresh, next } = await json(['due'], folder);
    expect([due, fresh]).toEqual([0, 5]);
    const item = { id: expect.any(String), why: 'new', due: null, retrievability: null, minutes: expect.any(Number) };
    expect(next[0]).toEqual(item);
    expect((await json(['due', '--new', '2'], folder)).new).toBe(2);
    expect((await json(['due'], folder, { TUTOR_NEW_PER_DAY: '3' })).new).toBe(3);
    await review(folder, CONV, 'right', {});
    expect((await json(['due', '--new', '2'], folder)).new).toBe(1);
  });

  it('counts 23:59 and 00:01 UTC on one local evening as one study day', async () => {
    const folder = temporaryFolder();
    const zone = 'America/New_York';
    const first = await review(folder, CONV, 'right', at('2026-11-20T23:59:00Z', zone));
    const second = await review(folder, CONV, 'wrong', at('2026-11-21T00:01:00Z', zone));
    expect(second).toMatchObject({ rating: null, due: first.due, stability: first.stability });
    const { reviews } = await json(['history'], folder);
    expect(reviews.map(({ mode, credit }: Document) => [mode, credit])).toEqual([
      ['practice', 0],
      ['study', 1],
    ]);
    const next = await review(folder, CONV, 'wrong', at('2026-11-21T09:01:00Z', zone));
    expect(next).toMatchObject({ rating: 'again' });
  });

  it('begins a study day at 04:00 local time', async () => {
    const folder = temporaryFolder();
    await review(folder, CONV, 'wrong', at('2026-11-20T22:00:00Z', 'Europe/Berlin'));
    expect(met(await json(['due'], folder, at('2026-11-21T02:59:00Z', 'Europe/Berlin')))).toEqual([[CONV, 'step']]);
    expect(met(await json(['due'], folder, at('2026-11-21T03:00:00Z', 'Europe/Berlin')))).toEqual([[CONV, 'due']]);
  });
});

describe('the history', () => {
  it('is newest first also while the clock stands still or is set back', async () => {
    const folder = temporaryFolder();
    const ids: string[] = [];
    for (const now of [
      '2026-11-20T18:00:00Z',
      '2026-11-20T18:00:00Z',
      '2026-11-19T12:00:00Z',
      '2026-11-20T18:00:00Z',
    ]) {
      ids.push((await review(folder, CONV, 'right', at(now))).review);
    }
    const { reviews } = await json(['history'], folder);
    expect(reviews.map(({ review: id }: Document) => id)).toEqual(ids.toReversed());
    const newest = (await json(['history', '--limit', '2'], folder)).reviews;
    expect(newest.map(({ review: id }: Document) => id)).toEqual(ids.toReversed().slice(0, 2));
  });

  it('can be of one question', async () => {
    const folder = temporaryFolder();
    await review(folder, CONV, 'right', {});
    await review(folder, FLAT, 'right', {});
    const { reviews } = await json(['history', '--question', FLAT], folder);
    expect(reviews.map(({ id }: Document) => id)).toEqual([FLAT]);
  });

  it('is one document as others are, also where there is nothing in it', async () => {
    const folder = temporaryFolder();
    for (let i = 0; i < 3; i++) {
      const { stdout } = await tutor(['history', '--json'], folder);
      expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), null, 2)}\n`);
      expect(JSON.parse(stdout)).toMatchObject({ version: 1, reviews: Array.from({ length: i }, () => ({})) });
      await review(folder, CONV, 'right', {});
    }
  });

  it('can be searched', async () => {
    const folder = temporaryFolder();
    await review(folder, CONV, 'right', {});
    await review(folder, FLAT, 'wrong', {});
    const found = async (text: string): Promise<string[]> =>
      (await json(['history', '--search', text], folder)).reviews.map(({ id }: Document) => id);
    expect(await found('FLATTEN')).toEqual([FLAT]);
    expect(await found('-12345')).toEqual([FLAT]);
    expect(await found('no such thing')).toEqual([]);
    expect((await tutor(['history', '--search', 'no such thing'], folder)).stdout).toMatch(/No answer has/);
  });

  it('is told to people too', async () => {
    const folder = temporaryFolder();
    expect((await tutor(['history'], folder)).stdout).toMatch(/No answers yet/);
    await review(folder, CONV, 'right', {});
    expect((await tutor(['history'], folder)).stdout).toMatch(/2026-11-20 18:00 +100 % +good +cnn\/conv-1x1-params/);
  });
});

it('takes answers back one after the other, and the schedule with them', async () => {
  const folder = temporaryFolder();
  const first = await review(folder, CONV, 'wrong', at('2026-11-20T18:00:00Z'));
  const second = await review(folder, FLAT, 'wrong', at('2026-11-20T18:05:00Z'));
  const tomorrow = at('2026-11-21T18:00:00Z');
  expect((await json(['due'], folder, tomorrow)).due).toBe(2);
  expect(await json(['undo'], folder)).toEqual({
    version: 1,
    undone: second.review,
    changed: true,
    id: FLAT,
    due: null,
  });
  expect(await json(['undo'], folder)).toMatchObject({ undone: first.review, changed: true });
  expect((await json(['due'], folder, tomorrow)).due).toBe(0);
  const { reviews } = await json(['history'], folder);
  expect(reviews.map(({ undone }: Document) => undone)).toEqual([true, true]);
  expect((await tutor(['undo'], folder)).status).toBe(1);
});
