import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { logLines } from '../../src/store/transfer/log-lines.ts';
import { takeIn } from '../../src/store/transfer/take-in.ts';
import { attemptOf, resultOf } from './exam-support.ts';
import { answer, open, temporaryFolder } from './support.ts';

/** What the program wrote before there were exams: a database of format 3, and the export of the same history. */

const FIXTURES = join(import.meta.dirname, 'fixtures');
const DATABASE = readFileSync(join(FIXTURES, 'version-3.sql'), 'utf8');
const EXPORT = readFileSync(join(FIXTURES, 'version-1.jsonl'), 'utf8');
const DEVICE = '81656124-eed4-4628-a964-6555c602f995';

/** The memories that the program of then had made of it. */
const MEMORIES = [
  { question: 'cnn/one', stability: 1.2931, difficulty: 5.11217071, reps: 1, dueDay: 20_761 },
  { question: 'cnn/two', stability: 0.212, difficulty: 6.4133, reps: 1, dueDay: 20_760 },
  { question: 'rnn/three', stability: 1.2931, difficulty: 5.11217071, reps: 1, dueDay: 20_763 },
];

function expectHistory(store: Store): void {
  const reviews = store.reviews();
  expect(reviews.map(({ question, exam }) => [question, exam])).toEqual(
    ['rnn/three', 'rnn/three', 'cnn/two', 'cnn/two', 'cnn/one'].map(question => [question, null]),
  );
  expect(reviews.map(({ undone, remarked, guess, hint }) => [undone, remarked, guess, hint])).toEqual([
    [true, false, false, true],
    [false, false, false, false],
    [false, false, false, false],
    [false, false, true, false],
    [false, true, false, false],
  ]);
  expect(store.recorded(reviews.at(-1)?.id ?? '')).toMatchObject({ rating: 'good', credit: 1, exam: null });
  expect(reviews.at(-1)).toMatchObject({ rating: 'hard', credit: 0.5, mark: { parts: [] } });
  expect(store.settings()).toEqual(new Map([['retention', 0.85]]));
  expect([...store.cards().values()]).toMatchObject(MEMORIES);
  expect([...logLines(store.rows())].slice(1)).toEqual(EXPORT.split(/(?<=\n)/).slice(1));
}

it('a database from before there were exams goes on', () => {
  const folder = temporaryFolder();
  const db = new Database(join(folder, 'tutor.db'));
  db.exec(DATABASE);
  db.close();
  const store = open(folder);
  expect(store.device).toBe(DEVICE);
  expectHistory(store);
  expect(readdirSync(folder)).toContain('tutor.backup-v3.db');
  const kept = store.cards();
  store.rebuildCards();
  expect(store.cards()).toEqual(kept);
  const { id } = store.exams.begin(attemptOf());
  const result = store.exams.finish(id, resultOf(), [{ review: answer('cnn/one'), template: {} }]);
  expect(store.reviews({ limit: 1 })[0]?.exam).toBe(result.id);
  const bare = new Database(join(folder, 'tutor.db'));
  expect(() => bare.exec('UPDATE review SET exam = NULL WHERE exam IS NOT NULL')).toThrow(/append-only/);
  expect(() => bare.exec('DELETE FROM exam')).toThrow(/append-only/);
  bare.close();
});

it('an export from before there were exams can be taken in', () => {
  const store = open();
  const source = () => [{ name: 'log.jsonl', chunks: [Buffer.from(EXPORT)] }];
  expect(takeIn(store, source()).added).toEqual({ question: 3, review: 5, correction: 3, setting: 1, exam: 0 });
  expectHistory(store);
  expect(takeIn(store, source()).known).toBe(12);
});
