import { statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** A folder in memory, as Linux has one. */
const MEMORY = '/dev/shm';
/** Bytes; all folders that tests have at one time take a small part of it. */
const ROOMY = 1e9;

function isRoomy(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ROOMY;
  } catch {
    return false;
  }
}

// What is measured has a process of its own, and waits for the real disk.
const measures = process.argv.includes('bench');

export default defineConfig({
  test: {
    // To load the modules anew for each file takes a quarter of the time of the whole suite.
    isolate: measures,
    // Every write of a history waits for the disk; in memory there is none to wait for.
    env: !measures && isRoomy(MEMORY) ? { TMPDIR: MEMORY } : {},
    // Programs are started and hundreds of variants drawn, and on a busy machine that takes a while.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
