import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Asked, askTerminal } from '../../src/tui/look/ask.ts';

const ANSWER = '\x1b]11;rgb:ffff/ffff/ffff\x07';

interface Asking {
  readonly asked: Asked;
  readonly type: (text: string) => void;
  /** What was read from the keyboard, a piece at a time. */
  readonly read: readonly string[];
}

/** A terminal that has not answered in time, and what the screen reads from it. */
async function unanswered(): Promise<Asking> {
  const stream = new PassThrough();
  const stdin = Object.assign(stream, { isTTY: true, setRawMode: () => stream }) as unknown as NodeJS.ReadStream;
  const stdout = Object.assign(new PassThrough(), { isTTY: true }) as unknown as NodeJS.WriteStream;
  const asked = askTerminal({ variables: { TERM: 'xterm' }, stdin, stdout });
  await asked.background(0);
  const read: string[] = [];
  asked.stdin.on('readable', () => {
    for (let keys = asked.stdin.read(); keys !== null; keys = asked.stdin.read()) if (keys !== '') read.push(keys);
  });
  return { asked, type: text => stream.write(text), read };
}

it('takes no answer for Escape that is cut anywhere, and comes when the screen is there', async () => {
  const all = Array.from(ANSWER, async (_, at) => {
    const { asked, type, read } = await unanswered();
    const told: string[] = [];
    asked.late(background => told.push(background));
    type(ANSWER.slice(0, at));
    await wait(1);
    type(`${ANSWER.slice(at)}q`);
    await wait(60);
    return { at, read, told };
  });
  for (const { at, read, told } of await Promise.all(all)) {
    expect([read.join(''), told], `cut at ${at}`).toEqual(['q', ['light']]);
  }
});

it('hands Escape on that is a key, soon and by itself', async () => {
  const { type, read } = await unanswered();
  type('\x1b');
  await expect.poll(() => read).toEqual(['\x1b']);
  type('q');
  await expect.poll(() => read).toEqual(['\x1b', 'q']);
});
