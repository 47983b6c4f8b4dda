import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  readonly version: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readFileSync('package-lock.json', 'utf8');
const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, Package>> };

// `npm ci` refuses a lock file that leaves out the packages of other systems, as one written by an interrupted or
// restricted install does. Then a fresh clone cannot be set up at all.
test('the lock file names the optional packages of every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      name => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no place to download from', () => {
  expect(text).not.toContain('"resolved"');
});
