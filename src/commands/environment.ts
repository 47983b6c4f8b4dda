import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { SignsName } from '../app/settings/look.ts';
import { hasOnlyAscii } from '../notation/signs.ts';
import { Failure, UsageError } from './errors.ts';

/** The outer world as a command sees it: everything that is not an argument. */
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  /** Wall clock. */
  readonly now: () => Date;
  /** Milliseconds that never jump. */
  readonly monotonic: () => number;
  readonly zone: string;
  /** Ids are made of it, and each machine's own variants. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** What is shipped with the program. */
  readonly shipped: {
    /** The bank as it was compiled when the program was built. */
    readonly bank: string;
    /** The thread that lints. */
    readonly lintWorker: string;
    /** The thread that prints exams. */
    readonly printWorker: string;
    /** The process that prints a part of many. */
    readonly printProcess: string;
    /** The files that the bank was compiled from. */
    readonly questions: string;
    readonly migrations: string;
  };
}

const SYSTEM_CLOCK = (): Date => new Date();

/**
 * @param built the folder of the built program
 * @throws UsageError where TUTOR_NOW is no time
 */
export function environmentOf(process: NodeJS.Process, built: URL): Environment {
  return {
    variables: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    now: clockOf(process.env.TUTOR_NOW),
    monotonic: () => performance.now(),
    randomBytes,
    zone: zoneOf(new Intl.DateTimeFormat().resolvedOptions().timeZone, new Date().getTimezoneOffset()),
    shipped: {
      bank: fileURLToPath(new URL('bank.json', built)),
      lintWorker: fileURLToPath(new URL('lint-worker.js', built)),
      printWorker: fileURLToPath(new URL('print-worker.js', built)),
      printProcess: fileURLToPath(new URL('print-process.js', built)),
      questions: fileURLToPath(new URL('../questions', built)),
      migrations: fileURLToPath(new URL('../migrations', built)),
    },
  };
}

/**
 * The student's time zone. What the system calls it may be nothing that dates can be counted in (an empty TZ, `UTC+3`, a
 * path); then its present distance from UTC serves.
 *
 * @param behind minutes that local time is behind UTC
 */
export function zoneOf(name: string | undefined, behind: number): string {
  if (name !== undefined && isZone(name)) return name;
  const minutes = Math.abs(behind);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0'));
  return behind === 0 ? 'UTC' : `${behind > 0 ? '-' : '+'}${hour}:${minute}`;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** TUTOR_NOW stops the clock at a time, for scripts and tests. */
function clockOf(text: string | undefined): () => Date {
  if (text === undefined || text === '') return SYSTEM_CLOCK;
  // In other years answers could not move to another machine: see the times of src/store/transfer/kinds.ts.
  const at = /^[12]\d{3}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at))
    throw new UsageError(
      `TUTOR_NOW is "${text}", which is no ISO time of the years 1000 to 2999, such as 2026-12-01T20:00:00Z`,
    );
  return () => new Date(at);
}

/** Whether a person sits at both ends. */
export function isInteractive({ stdin, stdout, variables }: Environment): boolean {
  return Boolean(stdin.isTTY) && Boolean(stdout.isTTY) && variables.TERM !== 'dumb';
}

/** A whole number from a flag or a variable. @throws UsageError */
export function wholeNumber(text: string, what: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value <= most) return value;
  throw new UsageError(`${what} must be a whole number from 0 to ${most}, not "${text.slice(0, 40)}"`);
}

/** @throws Failure that says what a screen needs */
export function requireTerminal(environment: Environment, instead: string): void {
  if (!isInteractive(environment)) throw new Failure(`This needs a terminal to draw in. ${instead}`);
}

/** Whether text is to be printed in ASCII: so it is wished, or nobody wished and the terminal is known to have nothing else. */
export function isPlain({ variables }: Pick<Environment, 'variables'>, wish: SignsName = 'auto'): boolean {
  return wish === 'ascii' || (wish === 'auto' && hasOnlyAscii(variables));
}
