import { release } from '../editor.ts';
import type { Background } from './palettes.ts';
import { backgroundByVariable, createReplies, QUESTION, type Replies } from './replies.ts';

/** Asking the terminal what it looks like, while the program is still being loaded. */

interface Ends {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
}

export interface Asked {
  /** Waits for the answer no longer than that. Keys that came meanwhile are read next. @param patience in milliseconds */
  readonly background: (patience: number) => Promise<Background | null>;
  /** Has somebody told when the answer comes after all. @returns a function that ends that */
  readonly late: (tell: (background: Background) => void) => () => void;
  /** The same keyboard without answers that come late: they would be typed into the fields. */
  readonly stdin: NodeJS.ReadStream;
  /** Gives the terminal back where no screen will, as patiently. */
  readonly giveUp: (patience: number) => Promise<void>;
}

/** Terminals that would show the question, or have nothing to answer. */
const MUTE = /^(?:dumb|linux|vt\d+.*|cons25.*|)$/;

/** What is known already: a program has one terminal, and it is asked once. */
const known = new WeakMap<NodeJS.WriteStream, Asked>();

export function askTerminal(ends: Ends): Asked {
  const { variables, stdout, stdin } = ends;
  const before = known.get(stdout);
  if (before) return before;
  const isMute = !stdout.isTTY || !stdin.isTTY || MUTE.test(variables.TERM ?? '');
  const asked = isMute ? unasked(ends) : asking(ends);
  known.set(stdout, asked);
  return asked;
}

function unasked({ variables, stdin }: Ends): Asked {
  const background = backgroundByVariable(variables.COLORFGBG);
  return {
    background: () => Promise.resolve(background),
    late: () => () => undefined,
    stdin,
    giveUp: () => Promise.resolve(),
  };
}

function asking({ variables, stdout, stdin }: Ends): Asked {
  const replies = createReplies();
  let typed = '';
  let heard = (): void => undefined;
  const listen = (): void => {
    for (let chunk = stdin.read(); chunk !== null; chunk = stdin.read()) typed += replies.keysIn(String(chunk));
    if (replies.areComplete()) heard();
  };
  let isListening = true;
  const stop = (): void => {
    if (!isListening) return;
    isListening = false;
    stdin.off('readable', listen);
    // It is read once more, and waits again.
    typed += replies.letGo();
    if (typed !== '') stdin.unshift(typed);
  };
  stdin.setEncoding('utf8');
  stdin.setRawMode(true);
  stdin.on('readable', listen);
  stdout.write(QUESTION);
  const listeners = new Set<(background: Background) => void>();
  const keysIn = (chunk: string): string => {
    const before = replies.background();
    const keys = replies.keysIn(chunk);
    const background = replies.background();
    if (background !== null && background !== before) for (const tell of listeners) tell(background);
    return keys;
  };
  const settle = async (patience: number): Promise<void> => {
    if (isListening && !replies.areComplete()) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, patience);
        heard = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    stop();
  };
  return {
    background: async patience => {
      await settle(patience);
      return replies.background() ?? backgroundByVariable(variables.COLORFGBG);
    },
    late: tell => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    stdin: filtered(stdin, keysIn, replies),
    giveUp: async patience => {
      // Whoever reads the terminal next would take the answer for something typed.
      await settle(patience);
      await release(stdin);
      stdin.setRawMode(false);
      // Nothing more is read, so the program need not wait for it.
      stdin.unref();
    },
  };
}

/** How long an Escape waits for the rest of an answer that was cut behind it, in milliseconds: nobody feels that. */
const HOLD = 25;

/** The same stream, with what is read from it filtered. */
function filtered(stdin: NodeJS.ReadStream, keysIn: (chunk: string) => string, replies: Replies): NodeJS.ReadStream {
  let ripe = '';
  let timer: NodeJS.Timeout | undefined;
  const letGo = (): void => {
    ripe += replies.letGo();
    if (ripe !== '') stdin.emit('readable');
  };
  const read = (): string | null => {
    if (ripe !== '') {
      const keys = ripe;
      ripe = '';
      return keys;
    }
    const chunk: unknown = stdin.read();
    if (chunk === null) return null;
    clearTimeout(timer);
    const keys = keysIn(String(chunk));
    if (replies.isHolding()) timer = setTimeout(letGo, HOLD);
    return keys;
  };
  return new Proxy(stdin, {
    get: (stream, name) => {
      if (name === 'read') return read;
      const value: unknown = Reflect.get(stream, name, stream);
      return typeof value === 'function' ? value.bind(stream) : value;
    },
  });
}
