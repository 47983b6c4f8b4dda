import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { starterFile } from '../../src/bank/starter.ts';
import { temporaryFolder } from '../commands/tutor.ts';
import { open } from './harness.ts';

const GOOD = starterFile('number', 'cnn');

it('follows a file as it is written: saved, broken, replaced, deleted, made anew', async () => {
  const data = temporaryFolder();
  const folder = join(data, 'questions/cnn');
  const file = join(folder, 'mine.md');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, GOOD);
  const terminal = open({ args: ['bank', 'preview', file], data });
  expect(await terminal.waitFor('seed 1 ·')).toMatch(/takes \d+ inputs to \d+ outputs/);
  terminal.type('r');
  await terminal.waitFor('seed 2 ·');

  writeFileSync(file, GOOD.replace('A dense layer takes', 'A linear layer takes'));
  expect(await terminal.waitFor('A linear layer takes')).toMatch(/seed 2 ·[\s\S]*Saved, and read again\./);

  writeFileSync(file, GOOD.replace('is: w + m', 'is: w +'));
  expect(await terminal.waitFor('something is missing')).toMatch(
    /✗ 15:23: [\s\S]*p: \{ tex: P, is: w \+, [\s\S]*\^[\s\S]*Below: seed 2 of the file as it was before\.[\s\S]*A linear layer/,
  );

  // As editors save: a new file is put in the place of the old one.
  writeFileSync(`${file}.new`, GOOD);
  renameSync(`${file}.new`, file);
  expect(await terminal.waitFor('A dense layer takes')).not.toContain('✗');

  rmSync(folder, { recursive: true });
  expect(await terminal.waitFor('The file is not there')).toContain('A dense layer takes');
  mkdirSync(folder);
  writeFileSync(file, GOOD.replace('source: [own]', '').replace('dense layer takes', 'full layer takes'));
  expect(await terminal.waitFor('A full layer takes')).not.toContain('✗');

  // Warnings come by themselves.
  await terminal.waitFor(/⚠ \d+ at the end/);
  terminal.type('\x1b[F');
  await terminal.waitFor(/Warnings\n(?:.*\n)*? ⚠ \d+: source: is missing/);

  terminal.resize(40, 12);
  await terminal.waitFor(/^ dl-tutor {2}Preview {3}….*mine\.md$/m);
  terminal.type('?');
  await terminal.waitFor('? close');
  terminal.type('q');
  await terminal.waitFor('q leave');
  terminal.type('\x03');
  expect(await terminal.ended).toEqual({ status: 130, signal: 0 });
  expect(terminal.raw().lastIndexOf('\x1b[?1049l')).toBeGreaterThan(terminal.raw().lastIndexOf('\x1b[?1049h'));
});

it('has no colours where none are wanted, and leaves with q', async () => {
  const data = temporaryFolder();
  const file = join(data, 'mine.md');
  writeFileSync(file, GOOD.replace('is: w + m', 'is: w +'));
  const terminal = open({ args: ['bank', 'preview', file, '--given'], data, variables: { NO_COLOR: '1' } });
  await terminal.waitFor('something is missing');
  terminal.type('q');
  expect((await terminal.ended).status).toBe(0);
  expect(terminal.raw()).not.toMatch(new RegExp(`${String.fromCharCode(27)}\\[(?:3\\d|9\\d|38;[\\d;]*)m`));
});
