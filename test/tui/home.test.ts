import { describe, expect, it } from 'vitest';
import type { Home, TopicRow } from '../../src/app/home.ts';
import type { State } from '../../src/app/state.ts';
import { frame } from '../../src/tui/frame.ts';
import { textOf } from '../../src/tui/styled.ts';
import { cells } from '../../src/tui/views/home-topics.ts';
import { onScreen, ZONE } from '../app/support.ts';
import { stateOf } from './gallery.ts';

const shot = (state: State, columns: number, rows: number): string[] =>
  frame(state, { columns, rows }, ZONE).lines.map(line => textOf(line).trimEnd());

function home(changes: Partial<Home>, row = 0): State {
  const state = stateOf('home after some answers');
  const screen = onScreen(state, 'home');
  return { ...state, notice: null, screen: { ...screen, row, home: { ...screen.home, ...changes } } };
}

const topic = (name: string, rest: Partial<TopicRow> = {}): TopicRow => ({
  ...{ topic: name, due: 0, fresh: 0, met: 0, known: 0, fading: 0, total: 10 },
  ...rest,
});
const fifteen = Array.from({ length: 15 }, (_, i) => topic(`topic-${i}`, { due: i, met: 5, known: 3, fading: 1 }));

describe('the syllabus', () => {
  it('shows all of fifteen topics in a window of 80 × 24, with what is to be done and what was', () => {
    const text = shot(home({ topics: fifteen, due: 12, fresh: 3, ms: 18 * 60_000 }), 80, 24).join('\n');
    expect(text).toContain('12 due, 3 new for today, about 18 min. Enter begins.');
    for (const { topic: name } of fifteen) expect(text).toMatch(new RegExp(`${name} `));
    expect(text).toContain('Answered today: 2');
    expect(text).not.toContain('more lines');
  });

  it('does so at the first start, too, which three lines explain', () => {
    const lines = shot(home({ topics: fifteen, isFirst: true, answeredToday: 0, spentMs: 0 }), 80, 24);
    expect(lines.slice(2, 5).every(line => line.length > 50)).toBe(true);
    expect(lines[4]).toContain('With , you set your exam date');
    expect(lines[5]).toContain('for today');
    expect(lines.join('\n')).toContain('topic-14');
    expect(lines.join('\n')).not.toContain('more lines');
  });

  it('offers to take an answer back as soon as there is one', () => {
    const footer = (isFirst: boolean): string => shot(home({ isFirst }), 160, 24).at(-1) ?? '';
    expect(footer(false)).toContain('u undo');
    expect(footer(true)).not.toContain('undo');
  });

  it('tells known, met, fading and new apart by their signs', () => {
    const row = topic('cnn', { total: 20, met: 15, known: 5, fading: 2 });
    const line = shot(home({ topics: [row] }), 80, 24).find(text => text.includes('▸ cnn')) ?? '';
    const counts = ['█', '▒', '░', '·'].map(sign => line.slice(25).split(sign).length - 1);
    expect(counts[0]).toBeGreaterThan(counts[2] ?? 0);
    expect(counts[1]).toBeGreaterThan(counts[0] ?? 0);
    expect(counts.every(count => count > 0)).toBe(true);
  });

  it.each([
    [[1, 0, 0, 999], 20, [1, 0, 0, 19]],
    [[1, 1, 1, 997], 20, [1, 1, 1, 17]],
    [[10, 5, 3, 2], 20, [10, 5, 3, 2]],
    [[1, 1, 1, 0], 10, [4, 3, 3, 0]],
    [[0, 0, 0, 0], 10, [0, 0, 0, 0]],
  ])('draws %j over %d cells as %j', (shares, width, drawn) => {
    expect(cells(shares, width)).toEqual(drawn);
  });

  it('keeps the cursor in sight in the smallest window', () => {
    for (const row of [0, 7, 14]) {
      const lines = shot(home({ topics: fifteen }, row), 40, 12);
      expect(lines.filter(line => line.includes('▸'))).toEqual([expect.stringContaining(`topic-${row} `)]);
    }
  });
});

describe('beside it, in a wide window', () => {
  it('stands what is to come, and what was done', () => {
    const ahead = [3, 0, 12].map((due, i) => ({ day: 20_777 + i, due, ms: due * 60_000 }));
    const lines = shot(home({ ahead, today: 20_777 }), 160, 50).map(line => line.split(' │ ')[1] ?? '');
    const at = lines.findIndex(line => line.startsWith('Due on the days ahead'));
    expect(lines.slice(at + 1, at + 4)).toEqual([
      expect.stringMatching(/^today +█+ +3 {3}3 min$/),
      expect.stringMatching(/^Sat 21 Nov +·$/),
      expect.stringMatching(/^Sun 22 Nov +█+ +12 {2}12 min$/),
    ]);
    expect(lines).toContain('Answers a day');
  });

  it('hangs the fold on the rule above it', () => {
    for (const columns of [140, 200]) {
      const [, rule = '', ...lines] = shot(home({}), columns, 40);
      expect(rule).toMatch(/^─+┬─+$/);
      expect(lines[0]?.[rule.indexOf('┬')]).toBe('│');
    }
    expect(shot(home({}), 139, 40)[1]).toMatch(/^─+$/);
    // Where nothing stands beside, nothing hangs.
    expect(shot(stateOf('why a new question'), 200, 40)[1]).toMatch(/^─+$/);
  });

  it('stands the plan in force', () => {
    const state = stateOf('home with a plan and an exam begun');
    const text = shot(state, 160, 50).join('\n');
    expect(text).toContain('The plan in force');
    expect(text).toMatch(/Score +\d+ % expected, 9 times in 10/);
    expect(shot(state, 100, 50).join('\n')).not.toContain('The plan in force');
  });

  it('stands how much the plan expects to be known on the way, where there are lines enough for it', () => {
    const screen = onScreen(stateOf('home with a plan and an exam begun'), 'home');
    const { goal } = screen.home;
    if (goal === null) throw new Error('there is a plan in force');
    const title = 'Share of the syllabus known, in per cent';
    const at = (changes: Partial<Home>, rows: number): string =>
      shot({ ...stateOf('home'), screen: { ...screen, home: { ...screen.home, ...changes } } }, 200, rows).join('\n');
    const tall = at({}, 60);
    expect(tall).toContain(title);
    expect(tall).toMatch(/─── studying {3}═══ not studying/);
    expect(tall).toContain('days from Fri 20 Nov');
    // What is to come is there all the same, where anything is.
    expect(tall).not.toContain('Due on the days ahead');
    const ahead = screen.home.ahead.map(day => ({ ...day, due: 1 }));
    expect(at({ ahead }, 60)).toMatch(new RegExp(`${title}[^]*Due on the days ahead`));
    expect(at({ today: screen.home.today + 3 }, 60)).toContain('Today is day 3 of 42.');
    expect(tall).not.toContain('Today is day');
    expect(at({}, 40)).not.toContain(title);
    const { course, ...older } = goal;
    expect(course?.studying.length).toBeGreaterThan(10);
    expect(at({ goal: older }, 60)).not.toContain(title);
  });

  it('gives up whole sections where the window is low', () => {
    const lines = shot(home({}), 160, 20);
    expect(lines.join('\n')).toContain('Due on the days ahead');
    expect(lines.join('\n')).not.toMatch(/Answers a day|…$/m);
  });
});

it('points out an exam that is not finished, with the time that is left', () => {
  const text = shot(stateOf('home with a plan and an exam begun'), 80, 24).join('\n');
  expect(text).toContain('“Mock” is not finished, 80 min left: e, then Enter, goes on.');
  const handedIn = home({ unfinished: { title: 'Mock', leftMs: null, handedIn: true } });
  expect(shot(handedIn, 80, 24).join('\n')).toContain(
    '“Mock” is handed in and not marked yet: e, then Enter, goes on.',
  );
});

it('offers a plan in one quiet line where there is none', () => {
  expect(shot(home({ goal: null }), 80, 24).join('\n')).toContain('No exam is planned: p sets a date');
});

describe('the summary', () => {
  it('tells credits, time against forecast, when each comes back, what was hard and one thing to do', () => {
    const lines = shot(stateOf('summary of a session'), 80, 24);
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      " dl-tutor  Study · summary
      ────────────────────────────────────────────────────────────────────────────────
       3 answered, 2 right, in 3:00
       6 of 8 credits.  Expected were 8 min, and it took 3 min.

       ✗ again     tomorrow      Weights of a filter
       ✓ good      in 3 days     A sum and its square
       ✓ practice                Weights of a filter

       Hardest: cnn, 2 of 4 credits.
       Recognised: "bias forgotten".
       Worth a drill: "tutor drill cnn/filter-weights" asks it again with other
       numbers.

       Done for today.
       Tomorrow 1 will be due.







       Enter done   m more practice   u undo   ? help   q leave"
    `);
  });

  it('has what is to be looked at again beside it in a wide window', () => {
    const text = shot(stateOf('summary of a session'), 160, 24).join('\n');
    expect(text).toMatch(/│ Mistakes that were recognised/);
    expect(text).toMatch(/│ To look at again/);
  });
});
