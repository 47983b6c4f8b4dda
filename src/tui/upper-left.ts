/** Ink enters the other screen of the terminal, and comes back to it, … */
const ENTER = '\x1b[?1049h';
/** … and writes from where the cursor was before: behind what was typed ahead, or behind the last word of an editor. */
const HOME = '\x1b[H';

/** The same terminal, whose other screen begins in its upper left corner. */
export function fromUpperLeft(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  const write = (chunk: string | Uint8Array, ...rest: readonly never[]): boolean =>
    stdout.write(chunk === ENTER ? ENTER + HOME : chunk, ...rest);
  return new Proxy(stdout, {
    get: (stream, name) => {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(stream, name, stream);
      return typeof value === 'function' ? value.bind(stream) : value;
    },
  });
}
