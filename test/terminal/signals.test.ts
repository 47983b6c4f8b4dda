import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../commands/tutor.ts';
import { open } from './harness.ts';

it.each([
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const)('restores the terminal on %s', async (name, signal) => {
  const terminal = open({ data: temporaryFolder() });
  await terminal.waitFor('q leave');
  terminal.kill(name);
  expect(await terminal.ended).toMatchObject({ signal });
  const raw = terminal.raw();
  expect(raw.lastIndexOf('\x1b[?1049l')).toBeGreaterThan(raw.lastIndexOf('\x1b[?1049h'));
  expect(raw.lastIndexOf('\x1b[?25h')).toBeGreaterThan(raw.lastIndexOf('\x1b[?25l'));
  expect(raw.lastIndexOf('\x1b[?2004l')).toBeGreaterThan(raw.lastIndexOf('\x1b[?2004h'));
});

it('ends with its terminal, even where nobody tells it', async () => {
  // A shell that ignores the signal hands that on to what it runs.
  const command = ['sh', '-c', 'trap "" HUP; exec "$NODE" "$TUTOR"'] as const;
  const terminal = open({ data: temporaryFolder(), command });
  await terminal.waitFor('q leave');
  terminal.close();
  await vi.waitFor(() => expect(() => process.kill(terminal.pid, 0)).toThrow('ESRCH'), {
    timeout: 10_000,
    interval: 20,
  });
});
