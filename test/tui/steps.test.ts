import { describe, expect, it } from 'vitest';
import type { State } from '../../src/app/state.ts';
import { frame } from '../../src/tui/frame.ts';
import { heard } from '../../src/tui/reader/reader.ts';
import { news } from '../../src/tui/reader/transcript.ts';
import { textOf } from '../../src/tui/styled.ts';
import { onScreen, ZONE } from '../app/support.ts';
import { open, stateOf } from './gallery.ts';

const textAt = (state: State, columns: number, rows: number): string =>
  frame(state, { columns, rows }, ZONE).lines.map(textOf).join('\n');

const FIRST = 'One weight for each position';
const SECOND = 'Every filter spans all input channels';

describe('a solution step by step', () => {
  it('shows as much as was asked for, and says how far that is', () => {
    const walk = open('mark step by step');
    const first = textAt(walk.state(), 80, 24);
    expect(first).toContain('Solution  step 1 of 2');
    expect(first).toContain(FIRST);
    expect(first).not.toContain(SECOND);
    expect(first).toMatch(/ Space next step .*Enter next/);
    walk.act('step');
    const second = textAt(walk.state(), 80, 24);
    expect(second).toContain('step 2 of 2');
    expect(second).toContain(FIRST);
    expect(second).toContain(SECOND);
    expect(second).not.toContain('Space');
    walk.act('steps');
    expect(textAt(walk.state(), 80, 24)).not.toContain('step 2');
  });

  it('keeps the step that is read in sight of a small window', () => {
    const walk = open('mark step by step');
    expect(textAt(walk.state(), 40, 12)).toContain('Solution  step 1 of 2');
    walk.act('step');
    expect(textAt(walk.state(), 40, 12)).toContain('P = C · K² + 1');
  });

  it('says by ear the step that is come to, forward and back, and nothing else again', () => {
    const walk = open('mark of a wrong number');
    let before = heard(walk.state(), ZONE);
    const said = (action: 'steps' | 'step' | 'step-back'): readonly string[] => {
      walk.act(action);
      const now = heard(walk.state(), ZONE);
      const lines = news(before, now).filter(line => !line.startsWith('Keys now'));
      before = now;
      return lines;
    };
    expect(said('steps')).toEqual([`Solution, step 1 of 2: ${FIRST} and channel, and one bias.`]);
    expect(said('step')).toEqual([
      expect.stringMatching(/^Solution, step 2 of 2: Every filter .*: P equals C times K /),
    ]);
    expect(said('step-back')).toEqual([expect.stringMatching(/^Solution, step 1 of 2: One weight/)]);
  });

  it('is there for an old answer, too', () => {
    const text = textAt(stateOf('an old answer step by step'), 80, 40);
    expect(text).toMatch(/Solution {2}step 2 of \d/);
    expect(text).toContain('What was stored');
  });
});

describe('a mark', () => {
  it('names the misconception that it recognised, before what is said about it', () => {
    const walk = open('number');
    walk.type('8*7^2');
    walk.act('submit');
    expect(textAt(walk.state(), 80, 24)).toContain('→ Bias forgotten. The filter also has one bias.');
  });

  it('leaves no word of its title out in a narrow window', () => {
    const state = stateOf('mark of a wrong number');
    const screen = onScreen(state, 'mark');
    const { presented } = screen;
    const title = 'Parameters of a block with a residual connection';
    const template = { ...presented.variant.template, title };
    const long = { ...screen, presented: { ...presented, variant: { ...presented.variant, template } } };
    expect(textAt({ ...state, screen: long }, 40, 24).replaceAll(/\s+/g, ' ')).toContain(title);
  });

  it('has the question and the replies beside it where there is room, and below it where there is none', () => {
    const state = stateOf('mark of parts');
    const wide = frame(state, { columns: 200, rows: 60 }, ZONE).lines.map(textOf);
    const [top] = wide.filter(line => line.includes('The question again'));
    expect(top).toMatch(/Partly right.*│ The question again/);
    expect(wide.join('\n')).toMatch(/│ Your reply {2}\S/);
    expect(wide.filter(line => line.includes('The question again'))).toHaveLength(1);
    expect(textAt(state, 80, 60)).toMatch(/\n The question again/);
  });
});

it('tells beside the history what the answer under the cursor was', () => {
  const text = textAt(stateOf('history'), 200, 24);
  expect(text).toMatch(/│ losses\/two-steps/);
  expect(text).toMatch(/│ credit +100 %/);
  expect(textAt(stateOf('history'), 80, 24)).not.toContain('│');
});

it('puts what fits beside the statistics and the plan, and nothing twice', () => {
  const places = [
    ['statistics', 'Questions due on each of'],
    ['plan', 'What this rests on'],
    ['help at home', 'What can be typed.'],
  ] as const;
  for (const [name, title] of places) {
    const times = (columns: number, rows: number, mark: string): number =>
      textAt(stateOf(name), columns, rows).split(`${mark}${title}`).length - 1;
    expect([name, times(200, 60, '│ '), times(200, 60, '')]).toEqual([name, 1, 1]);
    // All of it, without a second pane.
    expect([name, times(120, 500, '│ '), times(120, 500, '')]).toEqual([name, 0, 1]);
  }
});
