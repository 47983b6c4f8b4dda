import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../commands/tutor.ts';
import { open, type Terminal } from './harness.ts';

/** Home stands there before the program can do anything. */

async function begun(): Promise<Terminal> {
  const terminal = open({ data: temporaryFolder() });
  await vi.waitFor(() => expect(terminal.raw()).toContain('Enter'), { timeout: 20_000, interval: 1 });
  return terminal;
}

it('keeps what is typed as soon as something is seen', async () => {
  const terminal = await begun();
  terminal.type('?');
  expect(await terminal.waitFor('Help')).toContain('Help');
  terminal.type('\x03');
  await terminal.ended;
});

it('restores the terminal when it is ended at once', async () => {
  // By then it waits for the rest of the program, reads it, or has drawn anew.
  for (const wait of [0, 40, 80]) {
    const terminal = await begun();
    await new Promise(resolve => setTimeout(resolve, wait));
    terminal.kill('SIGTERM');
    expect((await terminal.ended).signal).toBe(15);
    const raw = terminal.raw();
    for (const [leave, enter] of [
      ['\x1b[?1049l', '\x1b[?1049h'],
      ['\x1b[?25h', '\x1b[?25l'],
    ] as const) {
      expect(raw.lastIndexOf(leave)).toBeGreaterThan(raw.lastIndexOf(enter));
    }
  }
});
