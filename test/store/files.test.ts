import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../../src/store/files.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('makes a folder with all that are missing above it, for its owner only', () => {
  const folder = join(temporaryFolder(), 'a', 'b', 'c');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it('refuses where a file stands in the way', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(() => makeFolder(file)).toThrow(/EEXIST/);
  expect(() => makeFolder(join(file, 'below'))).toThrow(/ENOTDIR/);
});

// Node's own recursive mkdir never ends there: the system says "no such file" although the folder above exists.
it.skipIf(!existsSync('/proc/self'))('refuses where the system makes no folders at all, and comes back', () => {
  const code = `import { makeFolder } from ${JSON.stringify(join(import.meta.dirname, '../../src/store/files.ts'))};
try { makeFolder('/proc/dl-tutor/data'); } catch (error) { console.log(error.code); }`;
  const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', code], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  expect([signal, stdout]).toEqual([null, 'ENOENT\n']);
});
