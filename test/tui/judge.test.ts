import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startSession } from '../../src/app/session.ts';
import { judgedPoints } from '../../src/app/update-judge.ts';
import { frame } from '../../src/tui/frame.ts';
import { SMALLEST } from '../../src/tui/layout.ts';
import { textOf } from '../../src/tui/styled.ts';
import { kindFixture, onScreen, session, ZONE } from '../app/support.ts';
import { stateOf } from './gallery.ts';
import { headless } from './headless.tsx';

it('shows what was written beside the model answer, takes the points, and says that they are one’s own', async () => {
  const walk = session({ start: startSession({ kind: 'study' }), templates: [kindFixture('rubric/vanishing')] });
  const { screen, press } = await headless(walk.machine, { columns: 80, rows: 24 });
  await press('\x1b[200~A product of factors.\nGates *help*.\x1b[201~', '\x04');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study · mark yourself                                  1 left, 8 min
    ────────────────────────────────────────────────────────────────────────────────
     Vanishing gradients

     What you wrote
       ┃ A product of factors.
       ┃ Gates *help*.

     Model answer
     Backpropagation through time multiplies one Jacobian for each of the 100
     steps:

       ∂h_T    T   ∂hₜ
       ──── =  ∏  ─────
       ∂h₀    t=1 ∂hₜ₋₁

     If their norms are below 1, the product shrinks exponentially. An LSTM adds to
     its state instead.

     What does your answer say?
     ↓ 6 more lines (PgDn)
     You grant yourself 0 of 3.5 credits.

     Enter record   Space tick   Esc back to writing   ? help"
  `);
  await press('1', 'down', 'down', ' ');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study · mark yourself                                  1 left, 8 min
    ─────────────────────────────────────────────────────── ↑ 3 lines above (PgUp) ─
       ┃ A product of factors.
       ┃ Gates *help*.

     Model answer
     Backpropagation through time multiplies one Jacobian for each of the 100
     steps:

       ∂h_T    T   ∂hₜ
       ──── =  ∏  ─────
       ∂h₀    t=1 ∂hₜ₋₁

     If their norms are below 1, the product shrinks exponentially. An LSTM adds to
     its state instead.

     What does your answer say?
       [x]  1  the gradient is a product of many factors ∂hₜ/∂hₜ₋₁ (2 credits)
       [ ]  2  factors smaller than 1 make it vanish (1 credit)
     ▸ [x]  3  a remedy is named: gates, or skip connections (0.5 credits)
     ↓ 3 more lines (PgDn)
     You grant yourself 2.5 of 3.5 credits.

     Enter record   Space tick   Esc back to writing   ? help"
  `);
  await press('enter');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                         1 to repeat after this
    ────────────────────────────────────────────────────────────────────────────────
     ◐ Partly right  2.5 of 3.5 credits  Vanishing gradients
     It comes back today, until you have answered it rightly once.

     ◐ Self-marked: you granted yourself 2.5 of 3.5 credits, for what is ticked.
       [x]  1  the gradient is a product of many factors ∂hₜ/∂hₜ₋₁ (2 credits)
       [ ]  2  factors smaller than 1 make it vanish (1 credit)
       [x]  3  a remedy is named: gates, or skip connections (0.5 credits)

     What you wrote
       ┃ A product of factors.
       ┃ Gates *help*.

     Model answer
     Backpropagation through time multiplies one Jacobian for each of the 100
     steps:

     ↓ 9 more lines (PgDn)
     ▸1 again            2 hard             3 good             4 easy
        tomorrow           in 2 days          in 3 days          in 8 days
        Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov

     Enter next   w why now   u undo   ? help   q leave"
  `);
});

it('goes back to writing with Escape, from where the page can be left', async () => {
  const walk = session({ start: startSession({ kind: 'study' }), templates: [kindFixture('rubric/vanishing')] });
  const { screen, press } = await headless(walk.machine, { columns: 80, rows: 24 });
  await press('Mine', '\x04', '3', '\x1b');
  expect(screen()).toContain('┃ Mine');
  await press('!', '\x04');
  expect(screen()).toContain('┃ Mine!');
  expect(screen()).toContain('You grant yourself 0.5 of 3.5 credits.');
});

it('shows the solution once where no rubric has a model answer', () => {
  const drawn = frame(stateOf('judge of two parts'), { columns: 80, rows: 60 }, ZONE).lines.map(textOf).join('\n');
  expect(drawn.match(/Solution/g)).toHaveLength(1);
  expect(drawn).not.toContain('Model answer');
});

it('breaks the lines of a question whose part has a long name, and cuts none', () => {
  const state = stateOf('judge of two parts');
  const { question, ...screen } = onScreen(state, 'judge');
  const { presented } = question;
  const { variant } = presented;
  const parts = variant.parts.map(part => ({ ...part, name: 'derivative', ask: 'Many words. '.repeat(20) }));
  const longer = { ...question, presented: { ...presented, variant: { ...variant, parts } } };
  const { lines } = frame({ ...state, screen: { ...screen, question: longer } }, { columns: 40, rows: 60 }, ZONE);
  expect(lines.map(textOf).filter(line => line.includes('…'))).toEqual([]);
});

it('keeps the point under the cursor in sight, whatever the window', () => {
  const size = fc.record({
    columns: fc.integer({ min: SMALLEST.columns, max: 120 }),
    rows: fc.integer({ min: SMALLEST.rows, max: 40 }),
  });
  const shown = fc.constantFrom(...['judge', 'judge of two parts'].map(stateOf));
  fc.assert(
    fc.property(shown, size, fc.nat(9), (state, window, i) => {
      const screen = onScreen(state, 'judge');
      const row = i % judgedPoints(screen.question).length;
      const { lines } = frame({ ...state, screen: { ...screen, row }, scroll: null }, window, ZONE);
      expect(lines.filter(line => /▸ \[[x ]\]/.test(textOf(line)))).toHaveLength(1);
    }),
  );
});

it('shows an answer as it was written, whatever Markdown would make of it', () => {
  const walk = session({ start: startSession({ kind: 'study' }), templates: [kindFixture('rubric/vanishing')] });
  walk.paste('# no heading\n*stars* $x^2$ [x] <b>');
  walk.act('submit');
  const drawn = (): string => frame(walk.state(), { columns: 80, rows: 60 }, ZONE).lines.map(textOf).join('\n');
  expect(drawn()).toMatch(/┃ # no heading\s+┃ \*stars\* \$x\^2\$ \[x\] <b>/);
  walk.act('submit');
  expect(drawn()).toMatch(/┃ # no heading\s+┃ \*stars\* \$x\^2\$ \[x\] <b>/);
});
