import { describe, expect, it } from 'vitest';
import { startHome } from '../../src/app/session.ts';
import { frame } from '../../src/tui/frame.ts';
import { textOf } from '../../src/tui/styled.ts';
import type { Size } from '../../src/tui/view.ts';
import { kindFixtures, type Session, session, ZONE } from '../app/support.ts';
import { stateOf } from './gallery.ts';
import { headless } from './headless.tsx';

const NORMAL: Size = { columns: 80, rows: 24 };
const WIDE: Size = { columns: 200, rows: 30 };
const SMALL: Size = { columns: 40, rows: 12 };

const bank = (): Session => {
  const walk = session({ start: startHome(), templates: kindFixtures() });
  walk.act('browse');
  return walk;
};
const drawn = (walk: Session, size: Size): string =>
  frame(walk.state(), size, ZONE)
    .lines.map(line => textOf(line).trimEnd())
    .join('\n');

it('leaves the question as much room as the list, and more where it is read by itself', () => {
  const walk = bank();
  const list = (): number => drawn(walk, { columns: 140, rows: 30 }).split('\n')[1]?.indexOf('┬') ?? 0;
  expect(list()).toBe(70);
  walk.act('open');
  expect(list()).toBeGreaterThan(90);
});

it('shows the list with the question below it, and by itself', async () => {
  const { screen, press } = await headless(bank().machine, NORMAL);
  await press('down');
  expect(screen().trimEnd()).toMatchInlineSnapshot(`
    " dl-tutor  Bank                                                         2 of 16
    ────────────────────────────────────────────────────────────────────────────────
     backpropagation  1
       Training, step by step                                  order    1       new
     cnn  4
     ▸ The shape after flattening                              shape    1       new
       A convolution that keeps the size                      tensor    1       new
       A matrix times a vector                        tensor, number    2       new
       Two maps of a layer                                    tensor    1       new
     evaluation  1
     ──────────────────────────────────────────────────────────────────────────────
     shape/flatten · seed 1 · 1 credit · cnn
     new · never answered

     A batch of shape N × 32 × 7 × 7 is flattened, but for its first side. What
     shape results?

     ………………………………………………………………





     Enter read   / filter   a answer   d drill   r redraw   ? help   q back"
  `);
  await press('enter', 'a');
  expect(screen()).toContain('Answer');
  await press('\x1b', '/', 'kind:shape');
  expect(screen()).toContain('Filter: kind:shape');
});

describe('in a wide window', () => {
  it('has the question beside the list, and the page keys scroll that', async () => {
    const walk = bank();
    const { screen, press } = await headless(walk.machine, WIDE);
    const list = (): readonly string[] =>
      screen()
        .split('\n')
        .slice(2)
        .map(line => line.split('│')[0] ?? '');
    await press('G', 'a');
    const before = list();
    const top = screen();
    expect(top).toMatch(/│ .*· seed 1 ·/);
    await press('pagedown');
    expect(list()).toEqual(before);
    expect(screen()).not.toBe(top);
    await press('up');
    expect(screen()).toMatch(/│ .*· seed 1 ·/);
  });
});

it('names every kind of answer where the title leaves room', () => {
  const walk = bank();
  const { screen } = walk.state();
  if (screen?.name !== 'browser') throw new Error('not in the bank');
  const [first, ...rest] = screen.rows;
  if (!first) throw new Error('an empty bank');
  const kinds = ['expression', 'number', 'rubric'] as const;
  const shownAs = (title: string): string => {
    const row = { ...first, kinds, template: { ...first.template, title } };
    const { lines } = frame({ ...walk.state(), screen: { ...screen, rows: [row, ...rest] } }, NORMAL, ZONE);
    return lines.map(textOf).find(line => line.includes('▸')) ?? '';
  };
  expect(shownAs('Short')).toMatch(/▸ Short {10,}expression, number, rubric +\d/);
  expect(shownAs('A long title '.repeat(8))).toMatch(/\S… {2}expression, n… +\d/);
});

it('shows the answer at once where the question takes all the room there is', () => {
  const walk = bank();
  walk.act('reveal');
  expect(drawn(walk, NORMAL)).toMatch(/\n Answer\n/);
  expect(drawn(walk, { ...NORMAL, rows: 20 })).toMatch(/\n Answer\n/);
});

it('keeps the cursor in sight in a small window, and the question before its facts', () => {
  const walk = bank();
  for (let i = 0; i < 9; i++) {
    expect(drawn(walk, SMALL)).toContain('▸');
    walk.act('down');
  }
  walk.act('open');
  const lines = drawn(walk, SMALL).split('\n');
  expect(lines[3]).toMatch(/· seed 1$/);
  expect(lines[5]).not.toBe('');
});

it('leafs through the list where the list is alone, and goes on from the cursor', async () => {
  const { screen, press } = await headless(bank().machine, SMALL);
  expect(screen()).toContain('▸ ');
  await press('pagedown');
  expect(screen()).not.toContain('▸ ');
  await press('down');
  expect(screen()).toContain('▸ ');
});

it('rules no page to write on that nobody writes on', () => {
  const walk = bank();
  walk.act('search');
  walk.type('rubric/vanishing');
  walk.act('submit');
  expect(drawn(walk, { columns: 80, rows: 60 }).match(/^ …{8,}$/gm)).toHaveLength(1);
});

it('names file and line where a question cannot be drawn', () => {
  const lines = frame(stateOf('the bank, a question that cannot be drawn'), NORMAL, ZONE).lines.map(textOf);
  expect(lines.join('\n')).toContain('✗ aaa/never.md:5:9: no draw in 200 will do at seed 1');
});

it('is heard: the question under the cursor, and all of it once it is opened', async () => {
  const walk = session({ start: startHome() });
  const { screen, press } = await headless(walk.machine, { columns: 150, rows: 60 }, { reader: true });
  await press('b', 'G', 'r', 'enter', 'a');
  const said = screen().split('\n').filter(Boolean);
  expect(said.slice(said.findIndex(line => line.startsWith('dl-tutor, Bank')))).toMatchInlineSnapshot(`
    [
      "dl-tutor, Bank, 1 of 4",
      "current: cnn: Weights of a filter, number, 2 credits, new",
      "seed 1",
      "Keys: Enter read, Up or Down move, slash filter, a answer, d drill, r redraw, g given, x set aside, question mark help, q back.",
      "seed 2",
      "dl-tutor, Bank, optimization/one-right, 4 of 4",
      "The sign of the step",
      "optimization/one-right, seed 2, 1 credit, fixture/4, optimization/descent",
      "new, never answered",
      "Where does gradient descent go?",
      "not ticked, a Across the gradient",
      "not ticked, b Along the gradient",
      "not ticked, c Against the gradient",
      "Keys: a answer, d drill, r redraw, g given, x set aside, Right next, question mark help, q back.",
      "Answer",
      "c",
      "Reasons",
      "a is wrong",
      "b is wrong",
      "c is right",
    ]
  `);
});
