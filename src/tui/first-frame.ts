import { clip } from '../notation/columns.ts';
import { safeLine } from '../notation/safe.ts';

/**
 * A first screen, drawn before what draws all others is loaded, which takes as long as everything before it. It only
 * stands there: what is typed meanwhile is kept for the screen that takes its place.
 */

/** The other screen of the terminal, blank from its upper left corner on and without a cursor; and back to what was. */
const [ENTER, LEAVE] = ['\x1b[?1049h\x1b[?25l\x1b[H\x1b[J', '\x1b[?1049l\x1b[?25h'];

/** What ends a program that does nothing about it. */
const ENDING = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;

interface Terminal {
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
}

export interface FirstFrame {
  readonly takeAway: () => void;
  /** Writes in place of its last line. */
  readonly say: (text: string) => void;
}

export function drawFirst(lines: readonly string[], { stdout, stdin }: Terminal): FirstFrame {
  const leaveSignals = (): void => {
    for (const signal of ENDING) process.off(signal, die);
  };
  const die = (signal: NodeJS.Signals): void => {
    leaveSignals();
    stdout.write(LEAVE);
    stdin.setRawMode(false);
    // Without listeners of ours, it does what it does to any program.
    process.kill(process.pid, signal);
  };
  for (const signal of ENDING) process.on(signal, die);
  stdout.write(ENTER + lines.join('\r\n'));
  return {
    takeAway: () => {
      stdout.write(LEAVE);
      // One that has arrived by now is told of next, and is not to be lost.
      setImmediate(leaveSignals);
    },
    say: text => stdout.write(`\x1b[${lines.length};1H\x1b[2K ${clip(safeLine(text), stdout.columns - 2)}`),
  };
}
