import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { bareProgram, median, PROGRAM, start, surroundings, type Timed } from './pty.ts';

/** From a key to the last byte of the frame that answers it, in turn with a bare list of Ink as tall as the window. */

const PRESSES = 60;
const MOST_MILLISECONDS = 600_000;
const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
] as const;
const [DOWN, UP] = ['\u001b[B', '\u001b[A'];
const [PAGE_DOWN, PAGE_UP] = ['\u001b[6~', '\u001b[5~'];

interface Scene {
  readonly what: string;
  readonly args: readonly string[];
  /** Written when it can be typed to. */
  readonly sign: string;
  /** Keys that lead to where the presses are counted. */
  readonly way: readonly string[];
  /** Pressed one after another, again and again. */
  readonly keys: readonly string[];
}

test.for(SIZES)('a key in a window of $columns × $rows', { timeout: MOST_MILLISECONDS }, async ({ columns, rows }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-keys-'));
  const opened: Timed[] = [];
  try {
    const env = surroundings(folder);
    const bare = await bareProgram('list', folder, 'as it comes');
    const tutor = (
      what: string,
      args: readonly string[],
      sign: string,
      way: readonly string[],
      keys: readonly string[],
    ): Scene => {
      return { what, args: [PROGRAM, ...args], sign, way, keys };
    };
    const drill = ['drill', 'cnn'];
    const scenes: readonly Scene[] = [
      { what: BARE, args: [bare], sign: 'row 3', way: [], keys: [DOWN, DOWN, UP] },
      { what: BARE_PAGES, args: [bare], sign: 'row 3', way: [], keys: [PAGE_DOWN, PAGE_UP] },
      tutor('home: a row up or down', [], 'Enter', [], [DOWN, DOWN, UP]),
      tutor('question: typing a digit', drill, 'Enter', [], ['1', '2', '\u007f']),
      tutor('help: scrolling', [], 'Enter', ['?'], [PAGE_DOWN, PAGE_UP]),
    ];
    const programs = scenes.map(scene => ({ scene, program: start({ args: scene.args, env, columns, rows }) }));
    opened.push(...programs.map(({ program }) => program));
    const found = new Map(scenes.map(({ what }) => [what, { ms: [] as number[], bytes: [] as number[], still: 0 }]));
    for (const { scene, program } of programs) {
      await program.until(scene.sign);
      for (const key of ['', ...scene.way]) await program.press(key);
    }
    for (let press = 0; press < PRESSES; press++) {
      for (const { scene, program } of programs) {
        const { ms, bytes } = await program.press(scene.keys[press % scene.keys.length] ?? '');
        const counted = found.get(scene.what);
        if (ms === null) found.set(scene.what, { ms: [], bytes: [], ...counted, still: (counted?.still ?? 0) + 1 });
        else {
          counted?.ms.push(ms);
          counted?.bytes.push(bytes);
        }
      }
    }
    const bareMs = (pages: boolean): number => median(found.get(pages ? BARE_PAGES : BARE)?.ms ?? []);
    console.table(
      programs.map(({ scene: { what, keys }, program }) => {
        const { ms = [], bytes = [], still = 0 } = found.get(what) ?? {};
        const sorted = ms.toSorted((a, b) => a - b);
        return {
          [`${columns} × ${rows}`]: what,
          'median ms': median(ms).toFixed(1),
          '95 of 100 within': (sorted[Math.floor(0.95 * sorted.length)] ?? Number.NaN).toFixed(1),
          'times bare Ink': (median(ms) / bareMs(keys.includes(PAGE_DOWN))).toFixed(2),
          'bytes a key': Math.round(median(bytes)),
          'nothing to draw': still,
          'resident MB': Math.round(program.megabytes()),
        };
      }),
    );
  } finally {
    await Promise.all(opened.map(program => program.end()));
    rmSync(folder, { recursive: true, force: true });
  }
});

const BARE = 'bare Ink: a list, a row up or down';
const BARE_PAGES = 'bare Ink: a list, a page up or down';
