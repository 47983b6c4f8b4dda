import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { attemptOf, resultOf } from './exam-support.ts';
import { answer, open, temporaryFolder } from './support.ts';

/** A store with one corrected review and one exam, and a way past it to the bare file. */
function written() {
  const folder = temporaryFolder();
  const store = open(folder);
  const { id } = store.record(answer('cnn/one'), {});
  store.correct(id, { kind: 'rating', rating: 'hard' });
  store.exams.finish(store.exams.begin(attemptOf()).id, resultOf(), []);
  store.close();
  return new Database(join(folder, 'tutor.db'));
}

describe('the log refuses', () => {
  it.each([
    "UPDATE review SET rating = 'easy'",
    'DELETE FROM review',
    'INSERT OR REPLACE INTO review SELECT * FROM review',
    "UPDATE correction SET rating = 'easy'",
    'DELETE FROM correction',
    'INSERT OR REPLACE INTO correction SELECT * FROM correction',
    'UPDATE exam SET earned = credits',
    'DELETE FROM exam',
    'INSERT OR REPLACE INTO exam SELECT * FROM exam',
  ])('%s', sql => {
    const db = written();
    const dump = () => ['review', 'correction', 'exam'].map(table => db.prepare(`SELECT * FROM ${table}`).all());
    const before = dump();
    expect(() => db.exec(sql)).toThrow(/append-only/);
    expect(dump()).toEqual(before);
    db.close();
  });

  it.each([
    ['text in place of a number', "'one', '{}', '[]', 'good'"],
    ['what is not JSON', "1, '{', '[]', 'good'"],
    ['the wrong kind of JSON', "1, '{}', '{}', 'good'"],
    ['a rating nobody knows', "1, '{}', '[]', 'superb'"],
  ])('%s', (_, values) => {
    const db = written();
    const insert = `INSERT INTO review (id, question, hash, mark, mode, hint, at, zone, device, key, credit, vars, reply, rating)
      VALUES ('${'x'.repeat(36)}', 'q', 'h', 'null', 'study', 0, 0, 'UTC', 'd', '{}', ${values})`;
    expect(() => db.exec(insert)).toThrow(/CHECK|cannot store/);
    expect(() => db.exec(insert.replace(values, "1, '{}', '[]', 'good'"))).not.toThrow();
    db.close();
  });
});
