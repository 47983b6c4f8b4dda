import type { Environment } from './environment.ts';

/** How far a long task has come, on one line beside the output; nothing where nobody watches. */

export interface Progress {
  /** So many more are done. */
  readonly add: (count: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** What takes no longer than this is not worth a word, in milliseconds. */
export const LONG_MS = 300;

const WIDEST = 40;
/** Milliseconds between two drawings. */
const PAUSE = 100;
/** Terminals echo ^C behind the bar, and on a new line it could not be taken away. */
const ECHO = 3;
const CLEAR = '\r\u001b[2K';

/**
 * @param what the plural of what is counted
 * @param patience milliseconds before which nothing is drawn
 */
export function progress(
  { stderr, variables, monotonic }: Pick<Environment, 'stderr' | 'variables' | 'monotonic'>,
  total: number,
  what: string,
  patience = 0,
): Progress {
  if (!stderr.isTTY || variables.TERM === 'dumb' || total === 0) return { add: () => {}, end: () => {} };
  let drawn = false;
  const draw = (done: number): void => {
    drawn = true;
    stderr.write(
      CLEAR + bar(Math.min(1, done / total), `${done.toLocaleString('en-US')} ${what}`, stderr.columns ?? 80),
    );
  };
  return {
    add: nowAndThen(draw, monotonic, patience),
    end: () => {
      if (drawn) stderr.write(CLEAR);
    },
  };
}

/** @returns what counts, and draws after some patience and then at most ten times a second */
export function nowAndThen(
  draw: (done: number) => void,
  monotonic: () => number,
  patience: number,
): (count: number) => void {
  let done = 0;
  let next = monotonic() + patience;
  return count => {
    done += count;
    if (monotonic() < next) return;
    next = monotonic() + PAUSE;
    draw(done);
  };
}

const INTERRUPTED = 130;

/** Ctrl-C ends the program at once, so nothing may be half written meanwhile; the bar goes either way. */
export async function interruptible<T>({ end }: Pick<Progress, 'end'>, task: () => Promise<T>): Promise<T> {
  const interrupt = (): void => {
    end();
    process.exit(INTERRUPTED);
  };
  process.once('SIGINT', interrupt);
  try {
    return await task();
  } finally {
    process.off('SIGINT', interrupt);
    end();
  }
}

/** `██████░░░░  60 %  66,000 variants` */
export function bar(share: number, text: string, columns: number): string {
  const tail = `  ${String(Math.floor(100 * share)).padStart(3)} %  ${text}`;
  const room = Math.max(0, columns - ECHO);
  const width = Math.max(0, Math.min(WIDEST, room - tail.length));
  const full = Math.round(width * share);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}${tail}`.slice(0, room);
}
