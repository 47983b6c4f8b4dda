import { expect, it } from 'vitest';
import { createMachine } from '../../src/app/machine.ts';
import type { State } from '../../src/app/state.ts';
import { update } from '../../src/app/update.ts';
import { frame } from '../../src/tui/frame.ts';
import { listen } from '../../src/tui/reader/transcript.ts';
import { textOf } from '../../src/tui/styled.ts';
import { onScreen, ZONE } from '../app/support.ts';
import { open, stateOf } from './gallery.ts';

/** The page of a plan before its plan is reckoned, and after. */

const MOMENT = { at: new Date('2026-11-20T18:00:00Z'), zone: ZONE, monotonic: 0 };

const shot = (state: State, columns: number, rows: number): string[] =>
  frame(state, { columns, rows }, ZONE).lines.map(line => textOf(line).trimEnd());

it.each([
  [40, 12],
  [80, 24],
  [200, 60],
])('leaves what is on it where it is when the plan comes, at %d × %d', (columns, rows) => {
  const before = shot(stateOf('plan being reckoned'), columns, rows);
  const after = shot(stateOf('plan'), columns, rows);
  const at = before.findIndex(line => line.includes('Reckoning what to expect…'));
  expect(before[at - 1]).toMatch(/^ What to expect/);
  // The fold comes with what stands behind it.
  const main = (lines: readonly string[]): string[] =>
    lines.slice(2, at).map(line => (line.split('│')[0] ?? '').trim());
  expect(main(after)).toEqual(main(before));
  expect(after[0]).toBe(before[0]);
  expect(after[at]).toContain('Expected score');
  // What is said below stays there as well.
  expect(after.some(line => line.includes('You are only looking'))).toBe(true);
  expect(before.some(line => line.includes('You are only looking'))).toBe(true);
});

it('shows the date and the minutes that are asked for at once, and leaves the rest where it is until it is reckoned', () => {
  const walk = open('plan');
  const [state, effects] = update(walk.state(), { type: 'action', action: 'minutes-more' }, MOMENT);
  expect(effects).toEqual([{ type: 'try-plan', draft: { exam: 20_819, minutes: 25, credits: 90 } }]);
  const [before, asked] = [shot(walk.state(), 80, 24), shot(state, 80, 24)];
  walk.act('minutes-more');
  const after = shot(walk.state(), 80, 24);
  expect(asked[0]).toMatch(/Plan +reckoning…$/);
  expect(asked[2]).toContain('25 minutes a day');
  expect(asked.slice(3)).toEqual(before.slice(3));
  expect(after[0]).toMatch(/no plan in force$/);
  expect(after[2]).toBe(asked[2]);
  // What takes no time that is felt would only make it flicker.
  walk.act('exam-week-earlier', 'exam-week-earlier', 'exam-week-earlier');
  const near = walk.state();
  expect(update(near, { type: 'action', action: 'exam-earlier' }, MOMENT)[0].screen).toEqual(near.screen);
});

it('is heard at once, and then only what has come', () => {
  const planned = onScreen(open('plan').state(), 'plan');
  const machine = createMachine([stateOf('plan being reckoned'), []], {
    run: () => [],
    moment: () => MOMENT,
    explain: () => null,
  });
  const listening = listen(machine, ZONE);
  const { said } = listening.transcript();
  expect(said[0]).toBe('dl-tutor, Plan, no plan in force');
  expect(said).toContain('Reckoning what to expect…');
  machine.dispatch({ type: 'planned', screen: planned });
  const news = listening.transcript().said.slice(said.length);
  expect(news[0]).toMatch(/^Expected score, \d+ %/);
  expect(news.join('\n')).not.toMatch(/Exam on|dl-tutor, Plan/);
  expect(news.at(-1)).toMatch(/^Keys now: .*Enter put in force/);
});
