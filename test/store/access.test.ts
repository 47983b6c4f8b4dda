import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { accessTo } from '../../src/store/access.ts';
import { connect } from '../../src/store/connection.ts';
import { MIGRATIONS, temporaryFolder } from './support.ts';

const [NORMAL, FULL] = [1, 2];

it('waits for the disk, but for what is written quickly, also where that fails', () => {
  const db = connect(join(temporaryFolder(), 'tutor.db'), { migrations: MIGRATIONS, studyDay: () => 0 });
  onTestFinished(() => void db.close());
  const { atomically, quickly, safely } = accessTo(db, () => {});
  const waits = () => db.pragma('synchronous', { simple: true });
  expect([safely(waits)(), atomically(waits)(), quickly(waits)(), waits()]).toEqual([FULL, FULL, NORMAL, FULL]);
  const write = (key: string) => db.prepare('INSERT INTO meta VALUES (?, ?)').run(key, '').changes;
  expect(quickly(write)('a')).toBe(1);
  expect(() => quickly(write)('a')).toThrow(/UNIQUE/);
  expect([waits(), db.inTransaction]).toEqual([FULL, false]);
});

it('drops what is held in memory when another has written, or a change is taken back', () => {
  const path = join(temporaryFolder(), 'tutor.db');
  const db = connect(path, { migrations: MIGRATIONS, studyDay: () => 0 });
  const other = new Database(path);
  onTestFinished(() => {
    other.close();
    db.close();
  });
  let forgotten = 0;
  const { safely, atomically } = accessTo(db, () => {
    forgotten += 1;
  });
  const look = safely(() => forgotten);
  expect([look(), look()]).toEqual([0, 0]);
  other.exec("INSERT INTO meta VALUES ('b', '')");
  expect([look(), look()]).toEqual([1, 1]);
  const failing = atomically(() => {
    throw new RangeError('no');
  });
  expect(failing).toThrow(RangeError);
  expect(look()).toBe(2);
});
