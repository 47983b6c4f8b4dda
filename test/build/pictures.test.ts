import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makePictures } from '../../src/build/pictures/make.ts';

const ROOT = join(import.meta.dirname, '../..');
const KEPT = join(ROOT, '.github/pictures');

it('the pictures of the README show the program as it is', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-pictures-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await makePictures(join(ROOT, 'dist'), folder);
  const made = readdirSync(folder).sort();
  expect(readdirSync(KEPT).sort()).toEqual(made);
  const old = made.filter(name => readFileSync(join(KEPT, name), 'utf8') !== readFileSync(join(folder, name), 'utf8'));
  expect(old, '"npm run pictures" makes them anew').toEqual([]);
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const named = [...readme.matchAll(/\.github\/pictures\/([\w-]+\.svg)/g)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(made);
});
