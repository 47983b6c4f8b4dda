import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { build } from 'esbuild';
import { BUNDLING, withoutDevtools } from '../../src/build/bundling.ts';

/** Programs in a real pseudo-terminal, with the time at which each piece of their output arrived. */

export const ROOT = join(import.meta.dirname, '../..');
export const PROGRAM = join(ROOT, 'dist/tutor.js');

export interface Timed {
  /** Milliseconds from the start until something was written that has this in it. @throws where it never comes */
  readonly until: (text: string) => Promise<number>;
  readonly type: (text: string) => void;
  /** Types, and waits until nothing has been written for a while. */
  readonly press: (key: string) => Promise<Pressed>;
  /** Resident memory, in megabytes. */
  readonly megabytes: () => number;
  /** Leaves it as a person does. */
  readonly end: () => Promise<void>;
}

interface Pressed {
  /** Milliseconds from the key to the last byte of the frame; null where nothing was written. */
  readonly ms: number | null;
  readonly bytes: number;
}

interface Started {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly columns?: number;
  readonly rows?: number;
}

const PATIENCE_MS = 30_000;
/** A frame arrives at once or in few pieces; who writes nothing for so long has finished it. */
const QUIET_MS = 60;
const LOOK_EVERY_MS = 1;
const CTRL_C = '\u0003';
/** The background colour is asked for together with the kind of terminal. */
const WHO_ARE_YOU = '\u001b[c';
const ANSWER = '\u001b]11;rgb:1616/1818/1d1d\u0007\u001b[?62;22c';

export function start({ args, env, columns = 80, rows = 24 }: Started): Timed {
  const begun = performance.now();
  const child = spawn(process.execPath, [...args], { cols: columns, rows, env, name: 'xterm-256color' });
  let written = '';
  let lastAt = begun;
  let running = true;
  const arrivals: { readonly at: number; readonly end: number }[] = [];
  child.onData(text => {
    // What a terminal is asked for it answers at once; a program would wait for it.
    if (text.includes(WHO_ARE_YOU)) child.write(ANSWER);
    lastAt = performance.now();
    written += text;
    arrivals.push({ at: lastAt, end: written.length });
  });
  const ended = new Promise<void>(resolve => {
    child.onExit(() => {
      running = false;
      resolve();
    });
  });
  const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
  return {
    until: async text => {
      for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await pause(LOOK_EVERY_MS)) {
        const end = written.indexOf(text) + text.length;
        const arrival = written.includes(text) ? arrivals.find(one => one.end >= end) : undefined;
        if (arrival) return arrival.at - begun;
        if (!running) break;
      }
      throw new Error(`${text} was never written, but ${JSON.stringify(written.slice(-2000))}`);
    },
    type: text => child.write(text),
    press: async key => {
      const before = written.length;
      const pressed = performance.now();
      child.write(key);
      do await pause(LOOK_EVERY_MS);
      while (performance.now() - Math.max(lastAt, pressed) < QUIET_MS);
      const bytes = Buffer.byteLength(written.slice(before));
      return { ms: bytes === 0 ? null : lastAt - pressed, bytes };
    },
    megabytes: () => {
      const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Number(kilobytes) / 1024;
    },
    end: async () => {
      // Not by a signal, after which nothing would be kept of what was compiled.
      if (running) child.write(CTRL_C);
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

/**
 * Bundles a program to compare with, and gives the file to start.
 *
 * @param how as ours is bundled, or by the same settings but with the libraries as they are published
 */
export async function bareProgram(
  name: 'hello' | 'list',
  folder: string,
  how: 'as ours' | 'as it comes' = 'as ours',
): Promise<string> {
  const out = join(folder, `${name} ${how}`);
  mkdirSync(out, { recursive: true });
  const { inject: _, ...plain } = BUNDLING;
  const define = { 'process.env.NODE_ENV': '"production"' };
  const published = { ...plain, plugins: [withoutDevtools], define };
  await build({
    ...(how === 'as ours' ? BUNDLING : published),
    entryPoints: { main: join(import.meta.dirname, `fixtures/${name}.ts`) },
    outdir: out,
  });
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(ROOT, 'node_modules'), join(out, 'node_modules'));
  const launcher =
    "const { enableCompileCache } = await import('node:module'); enableCompileCache(); await import('./main.js');";
  writeFileSync(join(out, 'start.js'), launcher);
  return join(out, 'start.js');
}

/** All that a program sees of the outer world. */
export function surroundings(folder: string): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  return {
    PATH,
    HOME: folder,
    TERM: 'xterm-256color',
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    TUTOR_DATA: join(folder, 'data'),
    TUTOR_CACHE: join(folder, 'cache'),
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
