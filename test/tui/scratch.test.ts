import { describe, expect, it } from 'vitest';
import { frame } from '../../src/tui/frame.ts';
import { heard } from '../../src/tui/reader/reader.ts';
import { textOf } from '../../src/tui/styled.ts';
import type { Size } from '../../src/tui/view.ts';
import { ZONE } from '../app/support.ts';
import { open, stateOf } from './gallery.ts';
import { headless } from './headless.tsx';

/** The scratch pad and what is said of a reply while it is typed, as they are seen and heard. */

const screenOf = (name: string, size: Size): string[] =>
  frame(stateOf(name), size, ZONE).lines.map(line => textOf(line).trimEnd());

it('opens below the question, and beside it where the window is wide', () => {
  const below = screenOf('scratch pad with results', { columns: 80, rows: 24 }).slice(-10, -1);
  expect(below.join('\n')).toMatch(
    / Scratch pad\n {3}a = 16\*7\*7 = 784\n {3}# one bias each\n {3}\[1 2; 3 4\] \* \[1; 1\] = \[3; 7\]\n {3}a \+ 1 = 785\n ▸ \[1 2/,
  );
  const beside = screenOf('scratch pad with results', { columns: 200, rows: 24 });
  expect(beside[2]).toMatch(/^ Weights of a filter .*│ Scratch pad$/);
  expect(beside[4]).toMatch(/│ {3}a = 16\*7\*7 = 784$/);
});

it('leaves the line and the last value in the smallest window', () => {
  const lines = screenOf('scratch pad with results', { columns: 40, rows: 12 });
  expect(lines.join('\n')).toContain('a + 1 = 785\n ▸ [1 2; 3 4] * [1; 1]');
  expect(lines.join('\n')).toContain('Answer:');
});

it('stays in sight beside the question when the keys are back there, and goes from below it', () => {
  const wide = screenOf('scratch pad that was used', { columns: 200, rows: 24 }).join('\n');
  expect(wide).toContain('│   2^10 = 1024');
  const narrow = screenOf('scratch pad that was used', { columns: 80, rows: 24 }).join('\n');
  expect(narrow).not.toContain('Scratch pad');
});

it('says below its line what that comes to so far', () => {
  for (const columns of [80, 200]) {
    const lines = screenOf('scratch pad while typing', { columns, rows: 24 });
    const at = lines.findIndex(line => line.includes('▸ a/4'));
    expect(lines[at + 1]).toMatch(/^(?:.*│)? {3}= 3\.25$/);
  }
});

it('points at what cannot be worked out', () => {
  const lines = screenOf('scratch pad with a line that cannot be read', { columns: 80, rows: 24 });
  const at = lines.findIndex(line => line.includes('▸ 3 + (4*'));
  expect(lines[at + 1]).toBe('          ^ something is missing after "*"');
});

it('is heard: its lines, what is wrong, and what stands in its field', () => {
  const { panel, current } = heard(stateOf('scratch pad with a line that cannot be read'), ZONE);
  expect(panel.map(({ text }) => text)).toEqual(expect.arrayContaining([expect.stringContaining('Scratch pad')]));
  expect(panel.map(({ text }) => text).join('\n')).toContain('something is missing after "*", at character 8');
  expect(current).toMatch(/^current: scratch pad: 3 \+ \(4\*/);
});

describe('while a reply is typed', () => {
  it('says below the field why it cannot be read, and where, and nothing else moves', async () => {
    const walk = open('parts');
    const { screen, press } = await headless(walk.machine, { columns: 80, rows: 24 });
    const second = (): number =>
      screen()
        .split('\n')
        .findIndex(line => line.includes('b  Its square'));
    const before = second();
    for (const chunk of ['3', ' ', 'x', '?', '1']) {
      await press(chunk);
      expect(second()).toBe(before);
    }
    const lines = screen().split('\n');
    const field = lines.findIndex(line => line.includes('= 3 x?1'));
    expect(lines[field + 1]).toMatch(/^ {8,}\^ /);
    await press('\x1f');
    expect(screen()).toMatch(/= 3 {4,5}read as 3/);
    await press('tab');
    expect(second()).toBe(before);
  });

  it('says nothing of a text that only lacks its end', async () => {
    const walk = open('number');
    const { screen, press } = await headless(walk.machine, { columns: 80, rows: 24 });
    await press('2', '*');
    expect(screen()).toContain('not a number yet');
    expect(screen()).not.toContain('missing');
  });

  it('lets a whole matrix be read, and names a cell that cannot be', async () => {
    const walk = open('grid');
    const { screen, press } = await headless(walk.machine, { columns: 80, rows: 24 });
    await press('1', '$', 'tab', '2');
    expect(screen()).toContain('Row 1, column 1 cannot be read as a number yet.');
    await press('\x1b[Z');
    expect(screen()).toMatch(/"\$" is no part of a number|not a number yet/);
  });
});

it('works by the keys that a terminal sends: Alt-S, Ctrl-T, Ctrl-_ and Alt-Y', async () => {
  const walk = open('number');
  const { press } = await headless(walk.machine, { columns: 80, rows: 24 });
  await press('\x1bs', '2^3', 'enter', '\x14');
  expect(walk.question().entries).toMatchObject([{ characters: ['8'] }]);
  await press('\x1f');
  expect(walk.question().entries).toMatchObject([{ characters: [] }]);
  await press('\x1by');
  expect(walk.question().entries).toMatchObject([{ characters: ['8'] }]);
  await press('\x1bz', '\x19');
  expect(walk.question().entries).toMatchObject([{ characters: ['8'] }]);
});
