import { expect, it } from 'vitest';
import { eventFor } from '../../src/tui/dispatch.ts';
import { frame } from '../../src/tui/frame.ts';
import { textOf } from '../../src/tui/styled.ts';
import { ZONE } from '../app/support.ts';
import { open } from './gallery.ts';

const SMALL = { columns: 60, rows: 14 };

it('leafs through a mark with Space, and goes on where nothing is left to see', () => {
  const walk = open('mark of a table with many columns');
  const drawn = () => frame(walk.state(), SMALL, ZONE);
  const seen: string[] = [];
  for (let i = 0; i < 30 && walk.state().screen?.name === 'mark'; i++) {
    seen.push(...drawn().lines.map(textOf));
    const event = eventFor({ key: 'space' }, walk.state(), drawn);
    if (event) walk.machine.dispatch(event);
  }
  expect(walk.state().screen?.name).not.toBe('mark');
  const whole = frame(open('mark of a table with many columns').state(), { ...SMALL, rows: 200 }, ZONE).lines.map(
    textOf,
  );
  const missed = whole.filter(line => line.trim() !== '' && !seen.includes(line));
  expect(missed.filter(line => !line.includes('Enter next'))).toEqual([]);
});

it('shows in wide windows how a question went before, and the session so far', () => {
  const walk = open('mark of a repeat');
  walk.act('next');
  const text = frame(walk.state(), { columns: 160, rows: 30 }, ZONE).lines.map(textOf).join('\n');
  expect(text).toMatch(/Your last answers to it[\s\S]*This session[\s\S]*2 answered, 0 right/);
  const fresh = frame(open('number').state(), { columns: 160, rows: 30 }, ZONE).lines.map(textOf);
  expect(fresh.join('\n')).toContain('You meet this question for the first time.');
});
