import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished, vi } from 'vitest';
import { environment, PROGRAM } from '../commands/tutor.ts';

/** What a screen is to be like: a regular expression will do. */
interface Expected {
  readonly test: (screen: string) => boolean;
}

/** The built program in a real pseudo-terminal, whose output an emulated terminal turns into a screen. */
export interface Terminal {
  /** The cells as text, without spaces at the ends of lines. */
  readonly screen: () => string;
  /** Everything that was written, escape codes included. */
  readonly raw: () => string;
  readonly type: (text: string) => void;
  /** Waits until the screen shows something and stands still, and gives the screen. */
  readonly waitFor: (what: string | Expected) => Promise<string>;
  readonly resize: (columns: number, rows: number) => void;
  readonly kill: (signal: string) => void;
  /** Closes the terminal, as its window does. */
  readonly close: () => void;
  /** Of what was started. */
  readonly pid: number;
  readonly ended: Promise<{ readonly status: number; readonly signal: number }>;
}

interface TerminalOptions {
  readonly args?: readonly string[];
  readonly data: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly variables?: NodeJS.ProcessEnv;
  /** What it answers of itself: as any terminal unless told, with a background of its own, or nothing. */
  readonly answers?: 'kind' | { readonly background: string } | 'nothing';
  /** Runs this instead, which finds the program under the name TUTOR. */
  readonly command?: readonly [file: string, ...args: readonly string[]];
}

const PATIENCE = 20_000;
/** A frame can arrive in pieces, so a screen counts when it has not changed for a few looks. */
const STEADY_LOOKS = 3;
const LOOK_EVERY = 15;

export function open({
  args = [],
  data,
  columns = 80,
  rows = 24,
  variables = {},
  answers = 'kind',
  command = [process.execPath, PROGRAM, ...args],
}: TerminalOptions): Terminal {
  const emulated = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const env = environment(data, { NODE: process.execPath, TUTOR: PROGRAM, ...variables });
  const [file, ...given] = command;
  const child: IPty = spawn(file, given, { cols: columns, rows, env, name: env.TERM ?? '' });
  let written = '';
  let running = true;
  child.onData(text => {
    written += text;
    if (typeof answers === 'object' && text.includes('\x1b]11;?')) child.write(`\x1b]11;${answers.background}\x07`);
    emulated.write(text);
  });
  if (answers !== 'nothing') emulated.onData(answer => child.write(answer));
  const ended = new Promise<{ status: number; signal: number }>(resolve => {
    child.onExit(({ exitCode, signal = 0 }) => {
      running = false;
      // What was written last may still be on its way through the emulation.
      emulated.write('', () => resolve({ status: exitCode, signal }));
    });
  });
  onTestFinished(async () => {
    if (running) child.kill('SIGKILL');
    await ended;
    emulated.dispose();
  });
  const screen = (): string => {
    const { active } = emulated.buffer;
    const lines = Array.from({ length: emulated.rows }, (_, i) => active.getLine(active.baseY + i));
    return lines.map(line => line?.translateToString(true).trimEnd() ?? '').join('\n');
  };
  return {
    screen,
    raw: () => written,
    type: text => child.write(text),
    waitFor: what => {
      let before = '';
      let looks = 0;
      return vi.waitFor(
        () => {
          const now = screen();
          looks = now === before ? looks + 1 : 0;
          before = now;
          const isThere = typeof what === 'string' ? now.includes(what) : what.test(now);
          if (isThere && looks >= STEADY_LOOKS) return now;
          throw new Error(`${what} is not on the screen:\n${now}`);
        },
        { timeout: PATIENCE, interval: LOOK_EVERY },
      );
    },
    resize: (toColumns, toRows) => {
      emulated.resize(toColumns, toRows);
      child.resize(toColumns, toRows);
    },
    kill: signal => child.kill(signal),
    close: () => (child as IPty & { destroy: () => void }).destroy(),
    pid: child.pid,
    ended,
  };
}
