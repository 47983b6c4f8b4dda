import { join } from 'node:path';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { type CommonOptions, type Context, openContext } from '../../src/commands/context.ts';
import type { Environment } from '../../src/commands/environment.ts';
import type { Histories } from '../../src/schedule/optimize/predictions.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from './tutor.ts';

/** Commands inside the tests' own process, over a history that nobody could type. */

const ROOT = join(import.meta.dirname, '../..');

export interface Opened {
  readonly context: Context;
  /** What was written to stdout since the last call. */
  readonly output: () => string;
  readonly json: () => Record<string, unknown>;
}

export async function openOver(histories: Histories, options: CommonOptions = {}): Promise<Opened> {
  let written = '';
  const stdout = stream(text => {
    written += text;
  });
  const environment: Environment = {
    variables: {},
    stdout,
    stderr: stream(() => {}),
    stdin: process.stdin,
    now: () => new Date('2025-10-05T12:00:00Z'),
    monotonic: () => 0,
    zone: 'UTC',
    randomBytes: count => new Uint8Array(count).fill(7),
    shipped: {
      bank: join(ROOT, 'dist/bank.json'),
      lintWorker: '',
      printWorker: '',
      printProcess: '',
      questions: join(ROOT, 'questions'),
      migrations: join(ROOT, 'migrations'),
    },
  };
  const context = await openContext(environment, { data: temporaryFolder(), ...options });
  onTestFinished(context.close);
  const output = (): string => {
    const text = written;
    written = '';
    return text;
  };
  // Of a row nothing but its day and its rating counts here.
  const rated = new Map(histories) as ReturnType<Store['ratedHistories']>;
  return {
    context: { ...context, store: () => ({ ...context.store(), ratedHistories: () => rated }) },
    output,
    json: () => JSON.parse(output()) as Record<string, unknown>,
  };
}

/** A stream that nobody reads but `write`. */
export function stream(write: (text: string) => void): NodeJS.WriteStream {
  const sink = new Writable({
    write: (chunk, _, done) => {
      write(String(chunk));
      done();
    },
  });
  return sink as unknown as NodeJS.WriteStream;
}
