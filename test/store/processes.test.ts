import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answer, MIGRATIONS, migrationsAnd, open, replay, temporaryFolder } from './support.ts';

const RECORDER = join(import.meta.dirname, 'fixtures/recorder.ts');

interface Ended {
  readonly ids: string[];
  readonly signal: string | null;
  readonly messages: string;
}

function recorder(folder: string, count: number, name: string, end = '', migrations = MIGRATIONS): Promise<Ended> {
  return new Promise(resolve => {
    execFile(process.execPath, [RECORDER, migrations, folder, String(count), name, end], (error, stdout, stderr) => {
      const messages = error && error.signal !== 'SIGKILL' ? `${error.message}${stderr}` : '';
      resolve({ ids: stdout.split('\n').filter(Boolean), signal: error?.signal ?? null, messages });
    });
  });
}

it('has on the disk what it reported, when the process is killed right after', async () => {
  const folder = temporaryFolder();
  const { ids, signal } = await recorder(folder, 5, 'killed', 'kill');
  expect(signal).toBe('SIGKILL');
  expect(ids).toHaveLength(5);
  const store = open(folder);
  expect(store.reviews().map(review => review.id)).toEqual(ids.toReversed());
  expect(store.card('shared')).toEqual({ question: 'shared', ...replay(store.reviews({ question: 'shared' })) });
  expect(store.record(answer('after'), {}).id > (ids.at(-1) ?? '')).toBe(true);
  expect(store.damage()).toEqual([]);
}, 30_000);

it('loses nothing when several processes make, open and fill one folder at once', async () => {
  const folder = temporaryFolder();
  const names = ['a', 'b', 'c', 'd'];
  const ended = await Promise.all(names.map(name => recorder(folder, 20, name)));
  expect(ended.map(({ messages }) => messages)).toEqual(['', '', '', '']);

  const store = open(folder);
  const kept = store.reviews().map(review => review.id);
  expect(kept).toEqual(
    ended
      .flatMap(({ ids }) => ids)
      .toSorted()
      .toReversed(),
  );
  expect(new Set(kept).size).toBe(80);
  expect(new Set(store.reviews().map(review => review.device)).size).toBe(1);
  for (const { ids } of ended) expect(ids).toEqual(ids.toSorted());
  const cached = store.cards();
  expect(cached.size).toBe(1 + 4 * 10);
  store.rebuildCards();
  expect(store.cards()).toEqual(cached);
}, 60_000);

it('migrates once when several processes open an older database at once', async () => {
  const folder = temporaryFolder();
  await recorder(folder, 3, 'before');
  const migrations = migrationsAnd('CREATE TABLE extra (x TEXT) STRICT');
  const ended = await Promise.all(['a', 'b', 'c'].map(name => recorder(folder, 3, name, '', migrations)));
  expect(ended.map(({ messages }) => messages)).toEqual(['', '', '']);
  expect(open(folder, { migrations }).reviews()).toHaveLength(12);
}, 60_000);

it('sees at once what another has written', () => {
  const folder = temporaryFolder();
  const [one, two] = [open(folder), open(folder)];
  const first = one.record(answer('cnn/one'), {});
  const second = two.record(answer('cnn/one', '2026-11-23T12:00:00Z'), {});
  expect(second.id > first.id).toBe(true);
  expect(one.card('cnn/one')).toEqual({ question: 'cnn/one', ...replay([first, second]) });
});
