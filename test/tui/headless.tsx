import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import xterm from '@xterm/headless';
import { expect, onTestFinished, vi } from 'vitest';
import type { Living, Machine } from '../../src/app/machine.ts';
import { columns as columnsOf, graphemes } from '../../src/notation/columns.ts';
import { App } from '../../src/tui/app.tsx';
import { draw as drawOver } from '../../src/tui/drawing.tsx';
import { createDesk, type Desk, type Edited } from '../../src/tui/editor.ts';
import { frame } from '../../src/tui/frame.ts';
import { FOR_LISTENERS, FULL_SCREEN } from '../../src/tui/full-screen.tsx';
import type { Job } from '../../src/tui/job.ts';
import { type Listening, listen, type Transcript } from '../../src/tui/reader/transcript.ts';
import { type StyledLine, textOf } from '../../src/tui/styled.ts';
import type { Size } from '../../src/tui/view.ts';
import { ZONE } from '../app/support.ts';

/** The program's screen in a terminal without a window. */
export interface Headless {
  /** The cells of the terminal as text, without spaces at the ends of lines. */
  readonly screen: () => string;
  /** Sends what a terminal sends for keys, and waits until the screen shows the state that they lead to. */
  readonly press: (...chunks: readonly string[]) => Promise<void>;
  readonly resize: (size: Size) => Promise<void>;
  /** Sends what may lead away from the screen. */
  readonly send: (text: string) => void;
  /** Waits until something has come from outside, and is on the screen. */
  readonly until: (came: () => boolean) => Promise<void>;
}

const KEYS: Readonly<Record<string, string>> = {
  enter: '\r',
  down: '\x1b[B',
  up: '\x1b[A',
  tab: '\t',
  pagedown: '\x1b[6~',
};

interface HeadlessOptions {
  /** Somebody listens. */
  readonly reader?: boolean;
  readonly desk?: Desk;
  readonly edit?: (text: string) => Promise<Edited>;
  readonly job?: Job;
}

/** Nobody stops what runs here. */
const NO_SHELL: Job = { stop: async () => undefined, attend: () => () => undefined };

const nobody = async (): Promise<Edited> => ({ failure: 'No editor is there.' });

export async function headless(
  machine: Machine,
  size: Size,
  { reader = false, desk = createDesk(), edit = nobody, job }: HeadlessOptions = {},
): Promise<Headless> {
  return headlessOf(
    {
      element: <App machine={machine} zone={ZONE} desk={desk} edit={edit} />,
      machine,
      draw: room => frame(machine.state(), room, ZONE).lines,
      listening: reader ? listen(machine, ZONE) : null,
    },
    size,
    job,
  );
}

interface Drawable {
  readonly element: React.JSX.Element;
  readonly machine: Pick<Living<object, never>, 'state' | 'subscribe'>;
  readonly draw: (size: Size) => readonly StyledLine[];
  /** Somebody listens. */
  readonly listening: Listening | null;
}

/** Any screen over something alive. */
export async function headlessOf(
  { element, machine, draw, listening }: Drawable,
  size: Size,
  job: Job = NO_SHELL,
): Promise<Headless> {
  const terminal = new xterm.Terminal({
    cols: size.columns,
    rows: size.rows,
    convertEol: true,
    allowProposedApi: true,
  });
  // A shell has left its cursor somewhere. What is heard is written behind it.
  if (!listening) terminal.write('\r\n$ tutor');
  const stdin = input();
  const stdout = output(terminal, size);
  const drawn = (): string => {
    if (listening) return lastRows(listening.transcript(), size);
    const { columns, rows } = stdout as unknown as Size;
    return trimmed(draw({ columns, rows }).map(textOf));
  };
  const screen = (): string => {
    const { active } = terminal.buffer;
    return trimmed(
      Array.from(
        { length: terminal.rows },
        (_, i) => active.getLine(active.baseY + i)?.translateToString(true, 0, terminal.cols) ?? '',
      ),
    );
  };
  /** Every cell is as drawn: nothing stale, nothing missing. */
  const settled = (): Promise<void> =>
    vi.waitFor(() => expect(screen()).toBe(drawn()), { timeout: 10_000, interval: 5 });

  const options = listening ? FOR_LISTENERS : FULL_SCREEN;
  const stage = { job, lent: { current: false } };
  const instance = drawOver(element, stage, { stdout, stdin, ...options, patchConsole: false });
  onTestFinished(() => {
    instance.unmount();
    terminal.dispose();
  });
  await settled();
  return {
    screen,
    press: async (...chunks) => {
      for (const chunk of chunks) {
        let heard = machine.state();
        const unsubscribe = machine.subscribe(() => {
          heard = machine.state();
        });
        const before = heard;
        stdin.write(KEYS[chunk] ?? chunk);
        await vi.waitFor(() => expect(heard, `nothing came of ${JSON.stringify(chunk)}`).not.toBe(before), {
          timeout: 10_000,
          interval: 2,
        });
        unsubscribe();
        await settled();
      }
    },
    send: text => {
      stdin.write(text);
    },
    until: came => vi.waitFor(() => expect(came()).toBe(true), { timeout: 10_000, interval: 5 }),
    resize: async to => {
      terminal.resize(to.columns, to.rows);
      Object.assign(stdout, to);
      stdout.emit('resize');
      await settled();
    },
  };
}

/** Behind everything said stands what is under the cursor, as far down as there are rows. */
function lastRows({ said, current }: Transcript, { columns, rows }: Size): string {
  const lines = [...said.flatMap(line => rowsOf(line, columns)), ...wordRowsOf(current, columns)];
  const shown = lines.slice(-rows);
  while (shown.length < rows) shown.push('');
  return trimmed(shown);
}

/** As terminals break lines: anywhere. */
function rowsOf(text: string, width: number): string[] {
  const rows = [''];
  for (const character of graphemes(text)) {
    const last = rows.at(-1) ?? '';
    if (columnsOf(last + character) > width) rows.push(character);
    else rows[rows.length - 1] = last + character;
  }
  return rows;
}

/** As Ink breaks the line that it draws anew: between words. */
function wordRowsOf(text: string, width: number): string[] {
  const rows = [''];
  for (const [i, word] of text.split(' ').entries()) {
    // The blank behind a full row begins the next.
    if (columnsOf(rows.at(-1) ?? '') >= width) rows.push('');
    const row = `${rows.at(-1) ?? ''}${i > 0 ? ' ' : ''}`;
    const fits = columnsOf(row + word) <= width || row === '';
    rows.splice(-1, 1, ...(fits ? [row + word] : [row, word]));
  }
  return rows.flatMap(row => rowsOf(row.trimEnd(), width));
}

function trimmed(lines: readonly string[]): string {
  return lines.map(line => line.trimEnd()).join('\n');
}

function output(terminal: InstanceType<typeof xterm.Terminal>, size: Size): NodeJS.WriteStream {
  const write = (text: string, ...rest: readonly unknown[]): boolean => {
    const done = rest.find(value => typeof value === 'function') as (() => void) | undefined;
    terminal.write(text, done);
    return true;
  };
  return Object.assign(new EventEmitter(), { ...size, isTTY: true, write }) as unknown as NodeJS.WriteStream;
}

function input(): NodeJS.ReadStream {
  const stream = new PassThrough();
  const self = (): PassThrough => stream;
  return Object.assign(stream, {
    isTTY: true,
    setRawMode: self,
    ref: self,
    unref: self,
  }) as unknown as NodeJS.ReadStream;
}
