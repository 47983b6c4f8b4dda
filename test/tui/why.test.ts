import { describe, expect, it } from 'vitest';
import type { Insight } from '../../src/app/insight.ts';
import { startSession } from '../../src/app/session.ts';
import type { State } from '../../src/app/state.ts';
import { frame } from '../../src/tui/frame.ts';
import { heard } from '../../src/tui/reader/reader.ts';
import { textOf } from '../../src/tui/styled.ts';
import { fixture, onScreen, session, ZONE } from '../app/support.ts';
import { stateOf } from './gallery.ts';
import { headless } from './headless.tsx';

const textAt = (shown: State, columns: number, rows: number): string =>
  frame(shown, { columns, rows }, ZONE).lines.map(textOf).join('\n');
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** The screen with something else known about the question. */
function withInsight(name: string, changes: Partial<Insight>): State {
  const state = stateOf(name);
  const screen = onScreen(state, 'question');
  const { presented } = screen;
  return {
    ...state,
    screen: { ...screen, presented: { ...presented, insight: { ...presented.insight, ...changes } } },
  };
}

it('tells in a window of 80 × 24 why a question is due, what is known of it, and what each rating would do', () => {
  expect(textAt(stateOf('why a due question'), 80, 26)).toMatchInlineSnapshot(`
    " dl-tutor  Why this question now                             cnn/filter-weights 
    ────────────────────────────────────────────────────────────────────────────────
     Weights of a filter
     It has been due since yesterday: by now you would know it with 86 %, and it
     should come up at 90 %. An answer will probably take you 1 min.

     What is known of your memory
     retrievability  86 %           the chance that you know it today
     stability       2.31 days      until the chance that you know it falls to 90 %
     difficulty      2.1 of 10      how little an answer strengthens it
     rated answers   1              met 2026-11-20, last 4 days ago; not forgotten

     Last answers
     Fri 20 Nov  100 % right  rated good, in 0:00

     What each rating would do
     again   tomorrow      on Wed 25 Nov, with a stability of 16 hours
     hard    in 11 days    on Sat 5 Dec, with a stability of 10.6 days
     good    in 16 days    on Thu 10 Dec, with a stability of 16.2 days
     easy    in 28 days    on Tue 22 Dec, with a stability of 28.3 days





     w close   ? help"
  `);
});

it('tells a new question from one that was not known', () => {
  expect(textAt(stateOf('why a new question'), 80, 24)).toMatchInlineSnapshot(`
    " dl-tutor  Why this question now                             cnn/filter-weights 
    ────────────────────────────────────────────────────────────────────────────────
     Weights of a filter
     It is new to you. New questions come spread over the topics, and after those
     that they build on. An answer will probably take you 1 min.

     What each rating would do
     again   tomorrow      on Sat 21 Nov, with a stability of 5 hours
     hard    in 2 days     on Sun 22 Nov, with a stability of 1.29 days
     good    in 3 days     on Mon 23 Nov, with a stability of 2.31 days
     easy    in 8 days     on Sat 28 Nov, with a stability of 8.3 days












     w close   ? help"
  `);
  const again = flat(textAt(stateOf('why a question again'), 80, 24));
  expect(again).toContain('You did not know it earlier today.');
  // FSRS says nothing about the rest of a day, nor does an answer then move anything.
  expect(again).not.toContain('retrievability');
  expect(again).not.toContain('What each rating would do');
});

it.each<[Partial<Insight>, string]>([
  [
    { why: 'ahead', retrievability: 0.934 },
    'It is not due yet, but there is time left.* You would know it today with 93 %',
  ],
  [{ why: 'due', today: 20_781 }, 'It has been due since yesterday: by now you would know it with 86 %'],
  [{ why: 'due', today: 20_780 }, 'It has been due today:'],
  [{ why: 'due', today: 20_787 }, 'It has been due for 7 days'],
  [{ why: 'due', desired: 0.8 }, 'it should come up at 80 %'],
  [{ why: 'later' }, 'It is due, and waits for another day.* You would know it with 86 %'],
  [
    { why: 'waits', today: 20_778 },
    'It is not asked today: it is due in 2 days, when about 90 % is aimed at. You would know it today with',
  ],
  [{ why: 'waits', today: 20_777 }, 'It is not asked today: .* It is rated already today.'],
  [{ why: 'waits', card: null, retrievability: null }, 'You have not met it, and it is not among the new questions'],
  [{ why: 'aside' }, 'It is set aside, so the schedule leaves it out.'],
  [{ why: 'practice' }, 'This is practice: it moves nothing. You would know it today with 86 %'],
  [{ why: 'practice', today: 20_777 }, 'it moves nothing. It is rated already today.'],
  [{ why: 'practice', card: null, retrievability: null }, 'The schedule has not asked it yet.'],
  [{ ms: 420_000 }, 'An answer will probably take you 7 min.'],
])('says of %j: %s', (changes, words) => {
  expect(flat(textAt(withInsight('why a due question', changes), 80, 40))).toMatch(new RegExp(words));
});

it('counts what was forgotten, and times below a day in hours', () => {
  const { card } = onScreen(stateOf('why a due question'), 'question').presented.insight;
  if (!card) throw new Error('a due question has a card');
  const text = (changes: Partial<typeof card>): string =>
    flat(textAt(withInsight('why a due question', { card: { ...card, ...changes } }), 80, 40));
  expect(text({})).toMatch(/rated answers 1 met 2026-11-20, last 4 days ago; not forgotten/);
  expect(text({ reps: 5, lapses: 1 })).toMatch(/rated answers 5 met 2026-11-20, last 4 days ago; forgotten 1 time/);
  expect(text({ lapses: 3 })).toContain('forgotten 3 times');
  expect(text({ stability: 0.2 })).toMatch(/stability 5 hours /);
  expect(text({ stability: 1 })).toMatch(/stability 1 day /);
  expect(text({ stability: 0.001 })).toMatch(/stability under an hour /);
});

describe('in a narrow window', () => {
  it.each(['why a due question', 'why a question again', 'why, at a mark', 'why a question in practice'])(
    'says the same to the end: %s',
    name => {
      const words = (columns: number): string[] =>
        frame(stateOf(name), { columns, rows: 99 }, ZONE).lines.slice(2).map(textOf).join(' ').split(/\s+/);
      expect(words(40)).toEqual(words(80));
      expect(textAt(stateOf(name), 40, 99)).not.toContain('…');
    },
  );

  it('is read by scrolling', () => {
    const { furthest } = frame(stateOf('why a due question'), { columns: 40, rows: 12 }, ZONE);
    expect(furthest).toBeGreaterThan(0);
    const seen = Array.from({ length: furthest + 1 }, (_, scroll) =>
      textAt({ ...stateOf('why a due question'), scroll }, 40, 12),
    ).join('\n');
    for (const words of ['Weights of a filter', 'It has been due', 'difficulty', 'easy', 'probably take you']) {
      expect(seen).toContain(words);
    }
  });
});

it('is heard in sentences, without a table', () => {
  const { body, place, keys } = heard(stateOf('why a due question'), ZONE);
  expect([place, ...body.map(({ text }) => text)].join('\n')).toMatchInlineSnapshot(`
    "dl-tutor, Why this question now, cnn/filter-weights
    Weights of a filter
    It has been due since yesterday: by now you would know it with 86 %, and it should come up at 90 %. An answer will probably take you 1 min.
    What is known of your memory
    retrievability, 86 %, the chance that you know it today
    stability, 2.31 days, until the chance that you know it falls to 90 %
    difficulty, 2.1 of 10, how little an answer strengthens it
    rated answers, 1, met 2026-11-20, last 4 days ago; not forgotten
    Last answers
    Fri 20 Nov, 100 % right, rated good, in 0:00
    What each rating would do
    again, tomorrow, on Wed 25 Nov, with a stability of 16 hours
    hard, in 11 days, on Sat 5 Dec, with a stability of 10.6 days
    good, in 16 days, on Thu 10 Dec, with a stability of 16.2 days
    easy, in 28 days, on Tue 22 Dec, with a stability of 28.3 days"
  `);
  expect(keys).toEqual(['w close', 'question mark help']);
});

it('opens with w, closes with each of its keys, and gives the question back as it was', async () => {
  const walk = session({ start: startSession({ kind: 'study' }), templates: [fixture('cnn/filter-weights')] });
  const { screen, press } = await headless(walk.machine, { columns: 80, rows: 24 });
  await press('w');
  expect(screen()).toContain('It is new to you.');
  await press('w');
  expect(screen()).toContain('▸ Answer:');
  for (const close of ['w', '\x1bw', 'q', '\x1b', 'enter']) {
    await press('w', close);
    expect(walk.state()).toMatchObject({ why: false, over: null });
  }
  await press('78', '\x1bw');
  expect(screen()).toContain('It is new to you.');
  await press('w', '4', 'enter');
  expect(walk.mark().replies).toEqual(['784']);
  await press('w');
  expect(screen()).toContain('What each rating would do');
  await press('enter');
  expect(walk.state().screen?.name).toBe('mark');
});
