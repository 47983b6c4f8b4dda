import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json, temporaryFolder } from '../commands/tutor.ts';
import { open, type Terminal } from './harness.ts';

const BANK = join(import.meta.dirname, '../fixtures/kinds');
const PAGE = 'rubric/vanishing';
const drillOf = (id: string): string[] => ['drill', id, '--bank', BANK];

/** An editor that writes a line that is typed into it, in a terminal as it found it; and its folder for files. */
function editor(data: string, last = ''): { VISUAL: string; TMPDIR: string } {
  const TMPDIR = join(data, 'tmp dir');
  const file = join(data, 'my editor');
  const script = `#!/bin/sh\nmkdir -p "$TMPDIR"\necho "editing $1: $(cat "$2")"\nread line\necho "$1 $line" >> "$2"\nprintf done\n${last}\n`;
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return { VISUAL: `"${file}" --plain`, TMPDIR };
}

async function begun(data: string, variables: Record<string, string>): Promise<Terminal> {
  const terminal = open({ args: drillOf(PAGE), data, variables });
  await terminal.waitFor('Ctrl-D hand in');
  terminal.type('Many factors');
  await terminal.waitFor('Many factors');
  return terminal;
}

describe('Ctrl-O', () => {
  it('hands the terminal to $VISUAL and takes it back, with what was written there', async () => {
    const data = temporaryFolder();
    const terminal = await begun(data, { ...editor(data), TMPDIR: data });
    terminal.type('\x0f');
    await terminal.waitFor('editing --plain: Many factors');
    expect(terminal.raw().lastIndexOf('\x1b[?1049l')).toBeGreaterThan(terminal.raw().lastIndexOf('\x1b[?1049h'));
    terminal.type('below one\r');
    const back = await terminal.waitFor('┃ --plain below one');
    expect(back).toMatch(/^ dl-tutor {2}Drill[\s\S]*┃ Many factors/);
    expect(readdirSync(data).filter(name => name.startsWith('tutor-page-'))).toEqual([]);
    terminal.type('!');
    await terminal.waitFor('below one!');
    terminal.type('\x04');
    await terminal.waitFor('mark yourself');
    terminal.type('12');
    await terminal.waitFor('3 of 3.5 credits');
    terminal.type('\r');
    expect(await terminal.waitFor('Self-marked')).toContain('◐ Partly right');
    terminal.type('q');
    expect((await terminal.ended).status).toBe(0);
    const { reviews } = await json(['history'], data);
    expect(reviews[0].reply).toEqual(['1 2\n\nMany factors\n--plain below one!']);
  });

  it('leaves Ctrl-C to the editor, and keeps the page when that fails', async () => {
    const data = temporaryFolder();
    const terminal = await begun(data, { ...editor(data), TMPDIR: data });
    terminal.type('\x0f');
    await terminal.waitFor('editing --plain');
    terminal.type('\x03');
    const back = await terminal.waitFor('stays as it was');
    expect(back).toContain('┃ Many factors');
    terminal.type('\x03');
    expect((await terminal.ended).status).toBe(130);
  });

  it('says what to do where there is no editor', async () => {
    const terminal = await begun(temporaryFolder(), {});
    terminal.type('\x0f');
    expect(await terminal.waitFor('No editor is set')).toContain('┃ Many factors');
  });
});

it('speaks to a screen reader, and leaves what was said in the terminal', async () => {
  const terminal = open({
    args: drillOf(PAGE),
    data: temporaryFolder(),
    columns: 120,
    rows: 50,
    variables: { INK_SCREEN_READER: 'true' },
  });
  await terminal.waitFor('current: line 1 of 1: empty');
  terminal.type('Gates');
  await terminal.waitFor('current: line 1 of 1: Gates');
  // Keys say again what they change, and nothing else.
  expect(terminal.raw().match(/Why do gradients vanish/g)).toHaveLength(1);
  terminal.type('\x04');
  await terminal.waitFor('current: point 1 of 3: not ticked');
  terminal.type('3');
  await terminal.waitFor('current: point 3 of 3: ticked');
  terminal.type('\r');
  await terminal.waitFor('Self-marked');
  terminal.type('q');
  expect((await terminal.ended).status).toBe(0);
  expect(terminal.raw()).not.toContain('\x1b[?1049h');
  expect(terminal.screen()).toContain('1 answered, 0 right');
  expect(terminal.screen()).not.toMatch(/[▸│┃─✓✗◐]/);
});
