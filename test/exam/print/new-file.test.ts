import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileExists, isThere, writeNewFile } from '../../../src/exam/print/new-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string, replace = false): void => writeNewFile(join(folder, name), text, replace);

test('a new file stands alone, without its draft', () => {
  write('exam-A.pdf', 'one');
  expect(readdirSync(folder)).toEqual(['exam-A.pdf']);
  expect(readFileSync(join(folder, 'exam-A.pdf'), 'utf8')).toBe('one');
});

test('what stands there stays, and is replaced only where that is asked for', () => {
  write('exam-A.pdf', 'one');
  expect(() => write('exam-A.pdf', 'two')).toThrow(FileExists);
  expect(readFileSync(join(folder, 'exam-A.pdf'), 'utf8')).toBe('one');
  write('exam-A.pdf', 'two', true);
  expect(readFileSync(join(folder, 'exam-A.pdf'), 'utf8')).toBe('two');
  expect(readdirSync(folder)).toEqual(['exam-A.pdf']);
});

test('nothing is written through a link, neither to a file nor to nowhere', () => {
  const outside = join(folder, 'outside');
  writeFileSync(outside, 'mine');
  symlinkSync(outside, join(folder, 'exam-A.pdf'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'exam-B.pdf'));
  for (const name of ['exam-A.pdf', 'exam-B.pdf']) {
    expect(isThere(join(folder, name))).toBe(true);
    expect(() => write(name, 'paper')).toThrow(FileExists);
    write(name, 'paper', true);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('paper');
  }
  expect(readFileSync(outside, 'utf8')).toBe('mine');
  expect(isThere(join(folder, 'nowhere'))).toBe(false);
});

test('what fails leaves no draft behind', () => {
  mkdirSync(join(folder, 'exam-A.pdf'));
  expect(() => write('exam-A.pdf', 'paper')).toThrow(FileExists);
  expect(() => write('exam-A.pdf', 'paper', true)).toThrow();
  expect(() => write('missing/exam-A.pdf', 'paper')).toThrow(/ENOENT/);
  expect(readdirSync(folder)).toEqual(['exam-A.pdf']);
});

test('a draft that was left behind, or that somebody else writes, is neither in the way nor taken away', () => {
  writeFileSync(join(folder, '.exam-A.pdf.main.tmp'), 'half');
  write('exam-A.pdf', 'one');
  expect(readdirSync(folder)).toEqual(['.exam-A.pdf.main.tmp', 'exam-A.pdf']);
  expect(readFileSync(join(folder, 'exam-A.pdf'), 'utf8')).toBe('one');
});
