import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeWhole } from '../../../src/store/transfer/whole-file.ts';
import { temporaryFolder, textOf } from './support.ts';

const LINE = `${'x'.repeat(999)}\n`;

/** A folder with a file that was there before. */
function begun() {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'log'), 'before');
  return folder;
}

it('puts a file in the place of another one', async () => {
  const folder = begun();
  await writeWhole(
    join(folder, 'log'),
    Array.from({ length: 300 }, () => LINE),
  );
  expect(textOf(folder, 'log')).toBe(LINE.repeat(300));
  expect(readdirSync(folder)).toEqual(['log']);
});

it.each<[string, (controller: AbortController) => void]>([
  [
    'the lines fail',
    () => {
      throw new Error('no more');
    },
  ],
  ['it is interrupted', controller => void setImmediate(() => controller.abort())],
])('leaves what was there and nothing else where %s', async (_, fail) => {
  const folder = begun();
  const controller = new AbortController();
  let written = 0;
  const lines = function* (): Generator<string> {
    for (; written < 10_000; written++) {
      if (written === 500) {
        expect(readdirSync(folder)).toHaveLength(2);
        fail(controller);
      }
      yield LINE;
    }
  };
  await expect(writeWhole(join(folder, 'log'), lines(), controller.signal)).rejects.toThrow(/no more|abort/);
  expect(written).toBeLessThan(10_000);
  expect(textOf(folder, 'log')).toBe('before');
  expect(readdirSync(folder)).toEqual(['log']);
});
