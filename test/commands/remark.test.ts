import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHOICE, SUM } from '../app/history-support.ts';
import { type Document, type Ended, json, temporaryFolder, tutor } from './tutor.ts';

const WRONG_KEY = SUM('a + b + 1');
const RIGHT_KEY = SUM('a + b');
const LATER = { TUTOR_NOW: '2026-11-24T18:00:00Z' };

interface Desk {
  readonly write: (id: string, text: string) => void;
  readonly remove: (id: string) => void;
  readonly json: (args: readonly string[], variables?: NodeJS.ProcessEnv) => Promise<Document>;
  readonly tutor: (args: readonly string[], variables?: NodeJS.ProcessEnv) => Promise<Ended>;
  /** An answer to the variant of a seed; `by` is added to the right sum. */
  readonly sum: (id: string, seed: number, by: number, now?: string) => Promise<Document>;
}

/** A bank of one's own and a history, with hands on both. */
function desk(): Desk {
  const data = temporaryFolder();
  const folder = join(data, 'questions');
  mkdirSync(folder);
  const pathOf = (id: string): string => join(folder, `${id}.md`);
  const write = (id: string, text: string): void => {
    mkdirSync(dirname(pathOf(id)), { recursive: true });
    writeFileSync(pathOf(id), text);
  };
  const ask = (args: readonly string[], variables?: NodeJS.ProcessEnv): Promise<Document> =>
    json(['--bank', folder, ...args], data, variables);
  return {
    write,
    remove: id => rmSync(pathOf(id)),
    json: ask,
    tutor: (args, variables) => tutor(['--bank', folder, ...args], data, variables),
    sum: async (id, seed, by, now = '2026-11-20T18:00:00Z') => {
      const { vars } = await ask(['bank', 'show', id, '--seed', String(seed)]);
      const reply = String(vars.a + vars.b + by);
      return ask(['review', id, '--seed', String(seed), '--reply', reply], { TUTOR_NOW: now });
    },
  };
}

describe('after a key was corrected', () => {
  it('marks the old replies again, and the cards follow', async () => {
    const { write, json: ask, tutor: run, sum } = desk();
    write('sums/one', WRONG_KEY);
    const right = await sum('sums/one', 5, 0);
    const wrong = await sum('sums/one', 6, 1, '2026-11-21T18:00:00Z');
    expect([right.credit, wrong.credit]).toEqual([0, 1]);
    write('sums/one', RIGHT_KEY);
    const { hash } = await ask(['bank', 'show', 'sums/one', '--given']);

    const tried = await ask(['remark', '--dry-run']);
    expect(tried).toEqual({
      version: 1,
      dryRun: true,
      looked: 2,
      current: 0,
      same: 0,
      changed: [
        {
          review: wrong.review,
          id: 'sums/one',
          before: { credit: 1, rating: 'good' },
          after: { credit: 0, rating: 'again' },
          ownRating: false,
          hash,
        },
        {
          review: right.review,
          id: 'sums/one',
          before: { credit: 0, rating: 'again' },
          after: { credit: 1, rating: 'good' },
          ownRating: false,
          hash,
        },
      ],
      moved: 1,
      left: [],
    });
    expect((await ask(['history'])).reviews.some(({ remarked }: Document) => remarked)).toBe(false);

    expect(await ask(['remark'])).toEqual({ ...tried, dryRun: false });
    const { reviews } = await ask(['history']);
    expect(reviews.map(({ credit, rating, remarked }: Document) => [credit, rating, remarked])).toEqual([
      [0, 'again', true],
      [1, 'good', true],
    ]);
    // As if both had been marked rightly from the start.
    const fresh = desk();
    fresh.write('sums/one', RIGHT_KEY);
    await fresh.sum('sums/one', 5, 0);
    await fresh.sum('sums/one', 6, 1, '2026-11-21T18:00:00Z');
    const schedule = async (one: Desk['json']): Promise<unknown> => (await one(['due', '--new', '0'], LATER)).next;
    expect(await schedule(ask)).toEqual(await schedule(fresh.json));

    const past = await ask(['history', right.review]);
    expect(past).toMatchObject({
      credit: 1,
      rating: 'good',
      agrees: true,
      given: { credit: 0, rating: 'again' },
      corrections: [{ kind: 'remark', credit: 1, rating: 'good', hash }],
    });
    expect((await run(['history', right.review])).stdout).toMatch(
      /marked again by version \S+: 0 % → 100 %, again → good/,
    );
    expect(await ask(['remark'])).toMatchObject({ looked: 2, current: 2, same: 0, changed: [], moved: 0, left: [] });
  });

  it('marks what was taken back too, and is told to people', async () => {
    const { write, json: ask, tutor: run, sum } = desk();
    write('sums/one', WRONG_KEY);
    const { review } = await sum('sums/one', 5, 0);
    await ask(['undo']);
    write('sums/one', RIGHT_KEY);
    expect((await run(['remark', '--dry-run'])).stdout).toMatch(/Nothing was written: 0 cards would move\.\n$/);
    const { stdout } = await run(['remark', 'sums']);
    expect(stdout).toMatch(
      /^1 answer looked at: 0 to the question as it is, .*, 1 marked otherwise, 0 left as they are\.\n/,
    );
    expect(stdout).toMatch(/2026-11-20 18:00 {2}sums\/one {2}0 % → 100 % {2}again → good\n0 cards moved\./);
    const restored = await ask(['undo', review, '--restore']);
    expect(restored.due).toMatch(/^2026-11-2[2-9]T/);
    expect((await ask(['history', 'last'])).rating).toBe('good');
  });

  it('looks only at what is asked for', async () => {
    const { write, json: ask, sum } = desk();
    write('sums/one', WRONG_KEY);
    write('test/two', WRONG_KEY);
    await sum('sums/one', 5, 0);
    await sum('test/two', 5, 0);
    for (const id of ['sums/one', 'test/two']) write(id, RIGHT_KEY);
    expect(await ask(['remark', 'test/two.md', '--dry-run'])).toMatchObject({
      looked: 1,
      changed: [{ id: 'test/two' }],
    });
    expect(await ask(['remark', 'sums', '--dry-run'])).toMatchObject({ looked: 2 });
    expect(await ask(['remark', 'sums/one'])).toMatchObject({ looked: 1, moved: 1 });
    expect(await ask(['remark'])).toMatchObject({ looked: 2, current: 1, changed: [{ id: 'test/two' }] });
  });

  it('counts what only reads otherwise, each time, and writes nothing', async () => {
    const { write, json: ask, sum } = desk();
    write('sums/one', RIGHT_KEY);
    await sum('sums/one', 5, 0);
    write('sums/one', RIGHT_KEY.replace('What is', 'How much is'));
    for (let i = 0; i < 2; i++) expect(await ask(['remark'])).toMatchObject({ current: 0, same: 1, changed: [] });
    expect((await ask(['history', 'last'])).corrections).toEqual([]);
  });

  it('leaves what does not mean the same any more, and says why', async () => {
    const { write, remove, json: ask, tutor: run, sum } = desk();
    const options = '- [x] Red\n- [ ] Green\n- [ ] Blue';
    write('test/gone', RIGHT_KEY);
    write('test/renamed', RIGHT_KEY);
    write('test/choice', CHOICE('one', options));
    await sum('test/gone', 5, 0);
    await sum('test/renamed', 5, 0);
    await ask(['review', 'test/choice', '--seed', '5', '--reply', 'a']);
    remove('test/gone');
    write('test/renamed', RIGHT_KEY.replaceAll('{{b}}', '{{c}}').replace('  b:', '  c:').replace('a + b }', 'a + c }'));
    write('test/choice', CHOICE('one', options.replace('Green', 'Light green')));
    const { looked, changed, left } = await ask(['remark']);
    expect([looked, changed]).toEqual([3, []]);
    expect(Object.fromEntries(left.map(({ id, reason }: Document) => [id, reason]))).toEqual({
      'test/gone': 'the question is not in the bank any more',
      'test/renamed': 'its variables are others now',
      'test/choice': 'the options are others now',
    });
    expect((await run(['remark'])).stdout).toMatch(
      /Left as they are:\n[\s\S]*test\/gone: the question is not in the bank any more \(1 answer\)/,
    );
    write('test/renamed', 'no front matter');
    const broken = JSON.parse((await run(['remark', 'test/renamed', '--json'])).stdout);
    expect(broken.left).toEqual([expect.objectContaining({ reason: 'its file cannot be used as it is' })]);
    remove('test/renamed');
    expect(await ask(['remark', 'test/choice'])).toMatchObject({ looked: 1, left: [{ id: 'test/choice' }] });
    expect(await ask(['remark', 'test/gone'])).toMatchObject({ looked: 1, left: [{ id: 'test/gone' }] });
    expect(await ask(['history', 'last'])).toMatchObject({ agrees: true, title: 'A choice' });
  });
});

it('needs a topic or a question that there is', async () => {
  const { tutor: run } = desk();
  expect(await run(['remark'])).toMatchObject({ status: 0, stdout: 'No answers to mark again.\n' });
  expect(await run(['remark', 'cn'])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/No question is.*"cn"/),
  });
});
