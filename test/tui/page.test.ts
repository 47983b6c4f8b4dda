import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/app/machine.ts';
import { startSession } from '../../src/app/session.ts';
import { createDesk, type Edited } from '../../src/tui/editor.ts';
import { frame } from '../../src/tui/frame.ts';
import { cursorIn, textOf } from '../../src/tui/styled.ts';
import { kindFixture, session, ZONE } from '../app/support.ts';
import { stateOf } from './gallery.ts';
import { headless } from './headless.tsx';

const writing = (id = 'rubric/vanishing') =>
  session({ start: startSession({ kind: 'study' }), templates: [kindFixture(id)] });

it('takes a page over several lines, pasted and typed, and hands it in with Ctrl-D', async () => {
  const walk = writing();
  const { screen, press } = await headless(walk.machine, { columns: 80, rows: 24 });
  await press('Factors below 1?\r', '\x1b[200~- product\r\n- gates\x1b[201~', 'up', 'up', '\x1b[H', 'A: ');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                                  1 left, 8 min
    ────────────────────────────────────────────────────────────────────────────────
     Vanishing gradients  (3.5 credits)

     Why do gradients vanish in a plain RNN over 100 steps, and what helps?

     ▸ Answer:
       ┃ A: Factors below 1?
       ┃ - product
       ┃ - gates
       ┃












     Ctrl-D hand in   Ctrl-O editor   Alt-H hint   Esc leave   Alt-? help"
  `);
  await press('\x04');
  expect(walk.state().screen?.name).toBe('judge');
});

it('breaks long lines between words, and has the cursor where the next character goes', () => {
  const walk = writing();
  walk.type('한국어 and letters, '.repeat(12));
  for (const columns of [40, 80, 120]) {
    const { lines } = frame(walk.state(), { columns, rows: 24 }, ZONE);
    const page = lines.map(textOf).filter(line => line.includes('┃'));
    expect(page.join(' ').replaceAll(/[\s┃]+/g, '')).toBe('한국어andletters,'.repeat(12));
    const cursor = cursorIn(lines);
    expect(textOf(lines[cursor?.y ?? 0] ?? [])).toMatch(/letters, /);
  }
});

it('keeps the line under the cursor in sight, however long the page is', () => {
  const walk = writing();
  walk.paste(Array.from({ length: 200 }, (_, i) => `line ${i + 1}`).join('\n'));
  const seen = (): string => frame(walk.state(), { columns: 40, rows: 12 }, ZONE).lines.map(textOf).join('\n');
  expect(seen()).toContain('line 200');
  walk.act(...Array<'up'>(150).fill('up'));
  expect(seen()).toContain('line 50');
});

it('says when a page is nearly full', () => {
  const walk = writing();
  walk.paste('x'.repeat(19_000));
  expect(frame(walk.state(), { columns: 80, rows: 24 }, ZONE).lines.map(textOf).join('\n')).toContain(
    '1000 characters left',
  );
});

it('shows only its first keys where there is no room for all of them', () => {
  const last = (columns: number): string =>
    textOf(frame(stateOf('page while writing'), { columns, rows: 24 }, ZONE).lines.at(-1) ?? []).trim();
  expect(last(80)).toMatch(/^Ctrl-D hand in {3}Ctrl-O editor .* Esc leave/);
  expect(last(40)).toMatch(/^Ctrl-D hand in/);
});

describe('the terminal', () => {
  /** A session whose pages go to an editor that waits to be told what to do. */
  function atDesk() {
    const walk = writing('rubric/mixed');
    const desk = createDesk();
    const machine = createMachine([walk.state(), []], {
      run: effect => {
        if (effect.type === 'edit-page') desk.bring(effect);
        return [];
      },
      moment: () => ({ at: walk.clock.at, zone: ZONE, monotonic: 0 }),
      explain: () => null,
    });
    const asked: { text: string; end: (edited: Edited) => void }[] = [];
    const edit = (text: string): Promise<Edited> => new Promise(end => asked.push({ text, end }));
    return { machine, desk, edit, asked };
  }

  it('is handed over with the page and taken back with what was written', async () => {
    const { machine, desk, edit, asked } = atDesk();
    const { screen, press, send, until } = await headless(machine, { columns: 80, rows: 24 }, { desk, edit });
    await press('\t', 'Begun');
    // What is typed ahead in the same breath does not move the page to another part.
    send('\x0f\tlost');
    // What the shell had written is there again.
    await until(() => screen().trim() === '$ tutor' && asked.length > 0);
    expect(asked.map(({ text }) => text)).toEqual(['Begun']);
    asked[0]?.end({ text: 'Begun, and\ndone.\n' });
    await until(() => screen().includes('┃ done.'));
    expect(machine.state().screen).toMatchObject({ focus: 1 });
    await press('!');
    expect(screen()).toContain('┃ done.!');
  });

  it('comes back with a notice where the editor failed, and the page as it was', async () => {
    const { machine, desk, edit, asked } = atDesk();
    const { screen, press, send, until } = await headless(machine, { columns: 80, rows: 24 }, { desk, edit });
    await press('\t', 'Mine');
    send('\x0f');
    await until(() => asked.length === 1);
    asked[0]?.end({ failure: 'The editor "ed" ended with status 1.' });
    await until(() => screen().includes('ended with status 1'));
    expect(screen()).toContain('┃ Mine');
  });
});
