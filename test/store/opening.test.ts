import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreError } from '../../src/store/errors.ts';
import { openStore, type StoreOptions } from '../../src/store/store.ts';
import { answer, MIGRATIONS, migrationsAnd, open, options, temporaryFolder } from './support.ts';

function refusal(folder: string, rest: Partial<StoreOptions> = {}): StoreError {
  try {
    openStore(options(folder, rest)).close();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('The store opened');
}

function edit(folder: string, sql: string): void {
  const db = new Database(join(folder, 'tutor.db'));
  db.exec(sql);
  db.close();
}

/** A folder with a history of one answer in it. */
function filled(): string {
  const folder = temporaryFolder();
  const store = open(folder);
  store.record(answer('cnn/one'), {});
  store.close();
  return folder;
}

describe('refuses, names the file and leaves it alone:', () => {
  it('a database of a newer program', () => {
    const folder = filled();
    edit(folder, 'PRAGMA user_version = 99');
    const before = readFileSync(join(folder, 'tutor.db'));
    const { message } = refusal(folder);
    expect(message).toContain(join(folder, 'tutor.db'));
    expect(message).toMatch(/newer version/);
    expect(message).toMatch(/Update the tutor/);
    expect(readFileSync(join(folder, 'tutor.db'))).toEqual(before);
  });

  it('a database of another program', () => {
    const folder = temporaryFolder();
    edit(folder, 'CREATE TABLE recipes (name TEXT)');
    const before = readFileSync(join(folder, 'tutor.db'));
    expect(refusal(folder).message).toMatch(/another program/);
    expect(readFileSync(join(folder, 'tutor.db'))).toEqual(before);
  });

  it('a file that is not a database', () => {
    const folder = temporaryFolder();
    const text = 'My diary, which is not a database at all. '.repeat(100);
    writeFileSync(join(folder, 'tutor.db'), text);
    const { message } = refusal(folder);
    expect(message).toMatch(/is not a database\. Keep it/);
    expect(message).toContain(join(folder, 'tutor.db'));
    expect(readFileSync(join(folder, 'tutor.db'), 'utf8')).toBe(text);
  });

  it('a damaged database', () => {
    const folder = filled();
    const path = join(folder, 'tutor.db');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 100));
    expect(refusal(folder).message).toMatch(/is damaged\. Keep it/);
    expect(readFileSync(path)).toEqual(bytes);
  });

  it('a database that another program keeps locked', () => {
    const folder = filled();
    const other = new Database(join(folder, 'tutor.db'));
    onTestFinished(() => void other.close());
    const store = open(folder, { timeout: 50 });
    other.exec('BEGIN IMMEDIATE');
    expect(() => store.record(answer('cnn/two'), {})).toThrow(/locked by another program/);
    other.exec('ROLLBACK');
    expect(store.record(answer('cnn/two'), {}).question).toBe('cnn/two');
  });

  it('a folder below a regular file, and one that is a regular file', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'kept');
    for (const folder of [file, join(file, 'below')]) {
      const { message } = refusal(folder);
      expect(message).toContain(folder);
      expect(message).toMatch(/--data/);
    }
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it.skipIf(process.getuid?.() === 0)('a folder that cannot be written (root may write anywhere)', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    expect(refusal(folder).message).toMatch(/cannot be (written|opened)/);
  });

  it('an installation without its migrations', () => {
    const empty = temporaryFolder();
    expect(refusal(temporaryFolder(), { migrations: empty }).message).toMatch(/Install it again/);
    expect(refusal(temporaryFolder(), { migrations: join(empty, 'none') }).message).toMatch(/Install it again/);
    writeFileSync(join(empty, '0002-later.sql'), '');
    expect(refusal(temporaryFolder(), { migrations: empty }).message).toMatch(/0001-….sql is missing/);
  });
});

describe('a migration', () => {
  const version = readdirSync(MIGRATIONS).length;
  const backups = (folder: string) => readdirSync(folder).filter(file => file.includes('backup'));

  it('makes no copy of a database that is new or up to date', () => {
    const folder = filled();
    open(folder);
    expect(backups(folder)).toEqual([]);
  });

  it('keeps the history, and a copy of how it was', () => {
    const folder = filled();
    const store = open(folder, { migrations: migrationsAnd('CREATE TABLE extra (x TEXT) STRICT') });
    expect(store.reviews()).toHaveLength(1);
    expect(backups(folder)).toEqual([`tutor.backup-v${version}.db`]);

    const restored = temporaryFolder();
    cpSync(join(folder, `tutor.backup-v${version}.db`), join(restored, 'tutor.db'));
    expect(open(restored).reviews()).toEqual(store.reviews());
  });

  it('never writes over an earlier copy', () => {
    const folder = filled();
    writeFileSync(join(folder, `tutor.backup-v${version}.db`), 'earlier');
    open(folder, { migrations: migrationsAnd('CREATE TABLE extra (x TEXT) STRICT') });
    expect(backups(folder).toSorted()).toEqual([`tutor.backup-v${version}-2.db`, `tutor.backup-v${version}.db`]);
    expect(readFileSync(join(folder, `tutor.backup-v${version}.db`), 'utf8')).toBe('earlier');
  });

  it('happens wholly or not at all', () => {
    const folder = filled();
    const migrations = migrationsAnd('CREATE TABLE extra (x TEXT) STRICT; INSERT INTO nowhere VALUES (1)');
    expect(() => openStore(options(folder, { migrations }))).toThrow(/nowhere/);
    const store = open(folder);
    expect(store.reviews()).toHaveLength(1);
  });
});
