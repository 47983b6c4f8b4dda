import { type ChildProcess, execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
export const PROGRAM = join(ROOT, 'dist/tutor.js');

if (!existsSync(PROGRAM)) throw new Error('dist/tutor.js is missing: build it first with "npm run build".');

/** A new folder, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-commands-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** All that the program sees of the outer world; nothing leaks in from where the tests run. */
export function environment(data: string, rest: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  return { PATH, HOME: data, TERM: 'xterm-256color', TZ: 'UTC', TUTOR_DATA: data, TUTOR_NOW: NOW, ...rest };
}

const NOW = '2026-11-20T18:00:00Z';

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program without a terminal. */
export function tutor(args: readonly string[], data: string, rest: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return ended([PROGRAM, ...args], environment(data, rest));
}

function ended(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise(resolve => {
    const child: ChildProcess = execFile(process.execPath, args, { env, timeout: 20_000 }, (error, stdout, stderr) => {
      resolve({ status: error ? (child.exitCode ?? -1) : 0, stdout, stderr });
    });
    child.stdin?.end();
  });
}

/** The one JSON document on stdout, with nothing on stderr. */
export async function json(args: readonly string[], data: string, rest: NodeJS.ProcessEnv = {}): Promise<Document> {
  const { status, stdout, stderr } = await tutor([...args, '--json'], data, rest);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const document = JSON.parse(stdout) as Document;
  expect(document.version).toBe(1);
  return document;
}

// biome-ignore lint/suspicious/noExplicitAny: what the document holds is what the tests are about
export type Document = Record<string, any>;
