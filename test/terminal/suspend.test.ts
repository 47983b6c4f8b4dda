import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../commands/tutor.ts';
import { open, type Terminal } from './harness.ts';

const CTRL_Z = '\x1a';
const BANK = join(import.meta.dirname, '../fixtures/kinds');

/** A shell that looks after jobs, in which a command has been given. */
async function inShell(command: string): Promise<Terminal> {
  const data = temporaryFolder();
  const shell = ['bash', '--norc', '--noprofile', '-i'] as const;
  const terminal = open({ data, command: shell, variables: { PS1: 'shell> ', TUTOR_NOW: '' } });
  await terminal.waitFor('shell>');
  terminal.type(`${command}\r`);
  return terminal;
}

/** Stops what runs, looks at the shell, and comes back: to the same screen. */
async function awayAndBack(terminal: Terminal, shown: string): Promise<string> {
  const before = await terminal.waitFor(shown);
  terminal.type(CTRL_Z);
  await terminal.waitFor(/Stopped[\s\S]*shell> $|Stopped[\s\S]*shell>/);
  const raw = terminal.raw();
  expect(raw.lastIndexOf('\x1b[?1049l')).toBeGreaterThan(raw.lastIndexOf('\x1b[?1049h'));
  expect(raw.lastIndexOf('\x1b[?25h')).toBeGreaterThan(raw.lastIndexOf('\x1b[?25l'));
  // What is typed there is the shell's: these letters would leave the screen, or be typed into it.
  terminal.type('echo "q7"q; stty -a | grep -c " icanon"\r');
  await terminal.waitFor(/q7q\n1\n/);
  terminal.type('fg\r');
  await terminal.waitFor({ test: now => now.includes(shown) && !now.includes('shell>') });
  return before;
}

it('stops on Ctrl-Z and comes back to the same screen, with what was typed, and the whole job with it', async () => {
  // As npm runs it: within another process, which has to stop as well.
  const terminal = await inShell(`sh -c '"$NODE" "$TUTOR" drill rubric/vanishing --bank "${BANK}"; echo "ended $?"'`);
  await terminal.waitFor('Ctrl-D hand in');
  terminal.type('Many factors');
  const before = await awayAndBack(terminal, 'Many factors');
  expect(await terminal.waitFor('Many factors')).toBe(before);
  terminal.type(' below one');
  await terminal.waitFor('Many factors below one');
  // A window that changes meanwhile is filled when it is there again.
  terminal.type(CTRL_Z);
  await terminal.waitFor('Stopped');
  terminal.resize(100, 30);
  terminal.type('fg\r');
  const wide = await terminal.waitFor({ test: now => now.split('\n')[1] === '─'.repeat(100) });
  expect(wide.split('\n').filter(line => line.startsWith('──'))).toHaveLength(1);
  terminal.type('\x03');
  await terminal.waitFor('ended 130');
});

it('stops in an exam, where the clock goes on, and in a preview', async () => {
  const exam = await inShell('"$NODE" "$TUTOR" exam take quiz --seed 7');
  await exam.waitFor('Enter begin');
  exam.type('\r');
  await exam.waitFor(/1\.1 \(1 of \d+\)/);
  await awayAndBack(exam, '1.1 (1 of');
  await exam.waitFor(/19:5\d left/);
  exam.type('\x03');
  await exam.waitFor(/goes\s+on\s*\.\s+shell>/);

  const preview = await inShell(`"$NODE" "$TUTOR" bank preview "${join(BANK, 'shape/flatten.md')}"`);
  await awayAndBack(preview, 'seed 1 ·');
  preview.type('r');
  await preview.waitFor('seed 2 ·');
  preview.type('q');
  await preview.waitFor(/shell> *\n*$/);
});

it('goes on at once where no shell looks after it', async () => {
  const terminal = open({ data: temporaryFolder() });
  await terminal.waitFor('q leave');
  terminal.type(CTRL_Z);
  await vi.waitFor(() => expect(terminal.raw().match(/\[\?1049h/g)).toHaveLength(2), { timeout: 10_000 });
  await terminal.waitFor('q leave');
  terminal.type('?');
  await terminal.waitFor('Here and now');
  terminal.type('qq');
  expect((await terminal.ended).status).toBe(0);
});
