import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadFolder } from '../../src/bank/load.ts';
import { problemText } from '../../src/bank/problem.ts';
import { question } from './support.ts';

const GOOD = question('answer: { number: 1 }');

/** A folder with these files, gone when the test is over. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-bank-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const idsIn = (folder: string): string[] => loadFolder(folder).templates.map(template => template.id);

it('takes every Markdown file below a folder by its path, but no README and not the reference of the language', () => {
  const folder = folderOf({
    'functions.md': '# Functions',
    'rnn/README.md': '# Hello',
    'rnn/b.md': GOOD,
    'rnn/functions.md': GOOD,
    'rnn/deep/a.md': GOOD,
    'c.md': GOOD,
    'README.md': '# Hello',
    'd.txt': '',
  });
  expect(idsIn(folder)).toEqual(['c', 'rnn/b', 'rnn/deep/a', 'rnn/functions']);
});

it('leaves hidden folders and installed packages alone', () => {
  expect(idsIn(folderOf({ 'a.md': GOOD, '.git/b.md': GOOD, 'node_modules/x/c.md': GOOD }))).toEqual(['a']);
});

it('follows links, but never in a circle', () => {
  const folder = folderOf({ 'rnn/a.md': GOOD });
  const other = folderOf({ 'b.md': GOOD });
  symlinkSync(folder, join(folder, 'rnn/loop'));
  symlinkSync(other, join(folder, 'other'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.md'));
  expect(idsIn(folder)).toEqual(['other/b', 'rnn/a']);
});

it('names what is wrong with one file and takes the others', () => {
  const { templates, problems } = loadFolder(folderOf({ 'a.md': GOOD, 'b.md': 'no question' }), 'mine');
  expect(templates.map(template => template.id)).toEqual(['a']);
  expect(problems.map(problemText)).toEqual([
    'mine/b.md:1: a question begins with front matter between two lines of ---',
  ]);
});
