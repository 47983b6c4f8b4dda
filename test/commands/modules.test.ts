import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { PROGRAM, temporaryFolder, tutor } from './tutor.ts';

/** What the built program loads for a command, by the files that its parts were bundled from. */

const BUILT = join(PROGRAM, '..');

/** In the order bundled, each part names its sources: `// src/main.ts`, `// node_modules/ink/build/ink.js`. */
const SOURCE = /^\/\/ (?:.*\/)?((?:src|node_modules)\/\S+)$/gm;

interface Coverage {
  readonly result: readonly { readonly url: string }[];
}

/** Node writes which scripts it ran. */
async function loadedBy(args: readonly string[]): Promise<readonly string[]> {
  const data = temporaryFolder();
  const told = temporaryFolder();
  const { status, stderr } = await tutor(args, data, { NODE_V8_COVERAGE: told });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const scripts = readdirSync(told).flatMap(file => {
    const { result } = JSON.parse(readFileSync(join(told, file), 'utf8')) as Coverage;
    return result.map(({ url }) => url).filter(url => url.startsWith('file:'));
  });
  return [...new Set(scripts)]
    .map(url => fileURLToPath(url))
    .flatMap(file => (file.startsWith(BUILT) ? sourcesOf(file) : [file]));
}

function sourcesOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(SOURCE)].map(([, source = '']) => source);
}

/** Libraries, and rooms of ours, each with a file that a command which needs it does load. */
const HEAVY: Readonly<Record<string, RegExp>> = {
  Ink: /node_modules\/ink\//,
  React: /node_modules\/react(?:-reconciler)?\//,
  Yoga: /node_modules\/yoga-layout\//,
  screens: /src\/tui\//,
  Typst: /typst/,
  fuzzysort: /node_modules\/fuzzysort\//,
  Temml: /node_modules\/temml\//,
  Markdown: /node_modules\/marked\//,
  YAML: /node_modules\/yaml\//,
  formulas: /src\/language\//,
};

function heavyIn(sources: readonly string[]): readonly string[] {
  return Object.keys(HEAVY).filter(name => sources.some(source => HEAVY[name]?.test(source)));
}

it.each<readonly [command: string, needed: readonly string[]]>([
  ['--version', []],
  ['--help', []],
  ['due', []],
  ['due --json', []],
  ['due --short', []],
  ['config', []],
  ['config --json', []],
  // What an answer is, and how it is asked, belongs to the language of formulas.
  ['bank list --json', ['formulas']],
])('tutor %s loads nothing heavy that it does not need', async (command, needed) => {
  const loaded = await loadedBy(command.split(' '));
  expect(loaded.some(source => source === 'src/main.ts')).toBe(true);
  expect(heavyIn(loaded)).toEqual(needed);
});

it('finds what a command does need', async () => {
  const loaded = await loadedBy(['bank', 'show', 'cnn/conv-1x1-params', '--given']);
  expect(heavyIn(loaded)).toEqual(expect.arrayContaining(['Markdown', 'formulas', 'Temml']));
  expect(heavyIn(loaded)).not.toContain('Ink');
});
