import { expect, it } from 'vitest';
import { startHome } from '../../src/app/session.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import { frame } from '../../src/tui/frame.ts';
import { textOf } from '../../src/tui/styled.ts';
import { session, ZONE } from '../app/support.ts';
import { stateOf } from './gallery.ts';
import { headless } from './headless.tsx';

const NORMAL = { columns: 80, rows: 24 };

it('narrows a list as one types, drills with Enter, and comes back to the query', async () => {
  const walk = session({ start: startHome() });
  const { screen, press } = await headless(walk.machine, NORMAL);
  await press('/', 'mom');
  expect(screen().trimEnd()).toMatchInlineSnapshot(`
    " dl-tutor  Find                                                          1 of 2
    ────────────────────────────────────────────────────────────────────────────────
     Find: mom

       Topic                                               questions   known    due
     ▸ optimization/momentum                                       1       0      ·

       Question                                            credits   last       due
       True of momentum  optimization/any-right                  2      ·       new














     Enter drill   Tab look at it   Esc back   Alt-? help"
  `);
  await press('down', 'enter');
  expect(screen()).toContain('Drill optimization/any-right');
  // Once is enough.
  expect(screen().split('optimization/any-right')).toHaveLength(2);
  await press('\x1b');
  expect(screen()).toMatch(/Find: mom\n/);
  expect(screen()).toContain('▸ True of momentum');
});

it('marks the letters that were searched for so that they stand out without colour', () => {
  const lines = frame(stateOf('finding by a word'), NORMAL, ZONE).lines;
  const marked = lines.flatMap(line => line.filter(({ token }) => token === 'heading').map(({ text }) => text));
  expect(marked).toEqual(['sum', 'sum']);
});

it('says more of what is under the cursor beside it where there is room', () => {
  const wide = frame(stateOf('finding by a word that is misspelled'), { columns: 200, rows: 30 }, ZONE).lines.map(
    textOf,
  );
  const side = wide.map(line => line.split(' │ ')[1]?.trim() ?? '').filter(Boolean);
  expect(side).toEqual(
    expect.arrayContaining([
      'True of momentum',
      'id          optimization/any-right',
      'credits     2',
      'due         new',
    ]),
  );
});

it('is heard as one line a key: how many there are, what is typed, and what is under the cursor', async () => {
  const walk = session({ start: startHome() });
  const { screen, press } = await headless(walk.machine, { columns: 150, rows: 60 }, { reader: true });
  await press('f', 'm', 'o', 'down');
  const said = screen().split('\n').filter(Boolean);
  expect(said.slice(said.findIndex(line => line.startsWith('dl-tutor, Find')))).toMatchInlineSnapshot(`
    [
      "dl-tutor, Find, 1 of 5",
      "Find: empty",
      "current: topic cnn: 1 question, 0 known, 0 due",
      "Type a few letters of a topic or a title.",
      "Keys: Enter drill, Up or Down move, Tab look at it, Escape back, Alt-question mark help.",
      "current: found 2 of 2: Find: mo; question True of momentum, optimization/any-right, 2 credits, new",
    ]
  `);
});

it('lists of ten thousand questions only as many as anybody would look through', () => {
  const templates = Array.from({ length: 100 }, (_, i) =>
    readTemplate(
      `---\ntitle: The number of weights of layer ${i}\ntopics: [cnn/layer${i % 40}, math]\nvars: { a: { given: 2, int: [1, 999] } }\nanswer: { number: a }\n---\n{{a}}\n`,
      `cnn/layer-${i}`,
      'q.md',
    ),
  );
  const many = Array.from({ length: 100 }, (_, i) => templates.map(one => ({ ...one, id: `${one.id}-${i}` }))).flat();
  const walk = session({ start: startHome(), templates: many });
  walk.act('find');
  walk.type('weights of layer 7');
  expect(walk.state().screen).toMatchObject({ name: 'picker', found: { length: 50 } });
  expect(frame(walk.state(), NORMAL, ZONE).lines.map(textOf).join('\n')).toMatch(/\d+ more: type on to narrow them/);
});
