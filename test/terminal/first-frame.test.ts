import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

it('begins in the upper left corner, whatever stands before the cursor', async () => {
  const command = ['sh', '-c', 'printf "typed ahead"; exec "$NODE" "$TUTOR"'] as const;
  const terminal = open({ data: temporaryFolder(), command });
  await terminal.waitFor('q leave');
  // The frame that takes the place of the first one is there as soon as a key does something.
  terminal.type('?');
  expect(await terminal.waitFor('Help')).toMatch(/^ dl-tutor {2}Help/);
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

it('shows what it remembers of a folder, and then what is there', async () => {
  const data = temporaryFolder();
  const bank = join(temporaryFolder(), 'bank');
  mkdirSync(bank);
  const write = (name: string, text: string): void => writeFileSync(join(bank, name), text);
  const question = (topic: string): string => `---\ntitle: T\ntopics: [${topic}]\nanswer: { number: 1 }\n---\nQ\n`;
  const start = (): Terminal => open({ data, args: ['--bank', bank], rows: 40 });
  write('one.md', question('aardvark'));
  const first = start();
  expect(await first.waitFor('aardvark')).not.toContain('abacus');
  first.type('q');
  await first.ended;
  write('two.md', question('abacus'));
  write('three.md', 'no question');
  const second = start();
  expect(await second.waitFor('abacus')).toContain('aardvark');
  expect(second.raw().indexOf('aardvark')).toBeLessThan(second.raw().indexOf('abacus'));
  second.type('q');
  expect((await second.ended).status).toBe(0);
  expect(second.raw()).toContain('three.md');
});
