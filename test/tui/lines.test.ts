import { describe, expect, it } from 'vitest';
import { startSession } from '../../src/app/session.ts';
import type { Size } from '../../src/tui/view.ts';
import { kindFixture, type Session, session, withBlanks } from '../app/support.ts';
import { headless } from './headless.tsx';

/** Lines in order, on a whole screen. */

const FULL = { columns: 80, rows: 24 };
const on = (id: string): Session => session({ start: startSession({ kind: 'study' }), templates: [kindFixture(id)] });
const shownAt = (walk: Session, size: Size) => headless(walk.machine, size);
const paste = (text: string): string => `\x1b[200~${text}\x1b[201~`;

it('is answered by keyboard alone, wrongly at first', async () => {
  const walk = on('order/average');
  const { screen, press } = await shownAt(walk, FULL);
  await press('j', ' ', ' ', ' ', 'up', 'K', '\x1b[1;2A');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                                  1 left, 2 min
    ────────────────────────────────────────────────────────────────────────────────
     Unrolling an average  (1 credit)

     Unroll the running average.

     Your order
      1. ▸ (4) vₜ = (1 − β) Σᵢ βᵗ⁻ⁱ gᵢ
      2.   (2) vₜ = β²vₜ₋₂ + (1 − β)(gₜ + βgₜ₋₁)
      3.   (3) vₜ = βvₜ₋₁ + (1 − β)gₜ
     Still to place (some may not belong)
           (1) vₜ = βᵗgₜ











     Enter answer   Space drop   ! guess   w why now   s pad   ? help   q leave"
  `);
  await press('1', '\x1b[1;3A', 'enter');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                         1 to repeat after this
    ────────────────────────────────────────────────────────────────────────────────
     ✗ Wrong  0 of 1 credit  Unrolling an average
     It comes back today, until you have answered it rightly once.

     Your order
     ✗  1. (4)  vₜ = (1 − β) Σᵢ βᵗ⁻ⁱ gᵢ
     ✗  2. (2)  vₜ = β²vₜ₋₂ + (1 − β)(gₜ + βgₜ₋₁)
     ✗  3. (1)  vₜ = βᵗgₜ
     ✓  4. (3)  vₜ = βvₜ₋₁ + (1 − β)gₜ

     • Line 4 stands before line 2, on which it rests: the same step is repeated
       until v₀ = 0
     • Line 2 stands before line 3, on which it rests: the rule is put into itself
     • Line 1 does not belong: the older gradients count too

     A right order
        1. (3)  vₜ = βvₜ₋₁ + (1 − β)gₜ
     ↓ 5 more lines (PgDn)
     ▸1 again            2 hard             3 good             4 easy
        tomorrow           in 2 days          in 3 days          in 8 days
        Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov

     Enter next   w why now   u undo   ? help   q leave"
  `);
});

describe('blanks', () => {
  it('are filled in with letters as text, and their gaps are pointed out', async () => {
    const walk = withBlanks('order/average');
    const { screen, press } = await shownAt(walk, FULL);
    await press('1 3 2', 'f', 'q!');
    expect(screen()).toMatchInlineSnapshot(`
      " dl-tutor  Study                                                  1 left, 2 min
      ────────────────────────────────────────────────────────────────────────────────
       Unrolling an average  (1 credit)

       Unroll the running average.

       Your order
        1.   (1) vₜ = βvₜ₋₁ + (1 − β)gₜ
        2.   (3) vₜ = β²vₜ₋₂ + (1 − β)(gₜ + ▢gₜ₋₁)
                 ▢ = …
        3.   (2) vₜ = (1 − β) Σᵢ▢gᵢ
               ▸ ▢ = q!
       Still to place (some may not belong)
             (4) vₜ = βᵗgₜ









       Enter done   Alt-G guess   Alt-W why now   Alt-S pad   Alt-? help"
    `);
    await press('\x15', 'beta^(t - i)\r', '\r');
    expect(screen()).toMatchInlineSnapshot(`
      " dl-tutor  Study                                                  1 left, 2 min
      ────────────────────────────────────────────────────────────────────────────────
       Unrolling an average  (1 credit)

       Unroll the running average.

       Your order
        1.   (1) vₜ = βvₜ₋₁ + (1 − β)gₜ
        2. ▸ (3) vₜ = β²vₜ₋₂ + (1 − β)(gₜ + ▢gₜ₋₁)
                 ▢ = …
        3.   (2) vₜ = (1 − β) Σᵢ▢gᵢ
                 ▢ = beta^(t - i)
       Still to place (some may not belong)
             (4) vₜ = βᵗgₜ






       The blank of line 3 is empty: fill it in with f. Enter again to submit it as
       it is.

       Enter answer   Space drop   K move up   f fill in   ! guess   ? help   q leave"
    `);
    await press('f', 'β\r', '\r');
    expect(screen()).toMatchInlineSnapshot(`
      " dl-tutor  Study                                              0 left after this
      ────────────────────────────────────────────────────────────────────────────────
       ✓ Right  1 of 1 credit  Unrolling an average

       Your order
       ✓  1. (1)  vₜ = βvₜ₋₁ + (1 − β)gₜ
       ✓  2. (3)  vₜ = β²vₜ₋₂ + (1 − β)(gₜ + ▢gₜ₋₁)
                 ✓ ▢ = β
       ✓  3. (2)  vₜ = (1 − β) Σᵢ▢gᵢ
                 ✓ ▢ = beta^(t - i)

       The question again
       Unroll the running average.






        1 again            2 hard            ▸3 good             4 easy
          tomorrow           in 2 days          in 3 days          in 8 days
          Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov

       Enter next   w why now   u undo   ? help   q leave"
    `);
  });

  it('end with Escape, which leaves the session only then', async () => {
    const walk = withBlanks('order/average');
    const { press } = await shownAt(walk, FULL);
    await press('3', 'f', 'x', '\x1b');
    expect(walk.state().screen?.name).toBe('question');
    expect(walk.question().entries).toMatchObject([{ filling: false, chosen: ['3'] }]);
  });
});

it.each(['1 3 2 | 3: beta | 2: beta^{t-i}', '1, 3, 2\n| 2: β^(t-i) | 3: β'])('takes a pasted reply: %j', async text => {
  const walk = withBlanks('order/average');
  const { press } = await shownAt(walk, FULL);
  await press(paste(text), 'enter');
  expect(walk.mark().mark.credit).toBe(1);
});

it('takes a reply that is typed out', async () => {
  const walk = withBlanks('order/average');
  const { press } = await shownAt(walk, FULL);
  await press('1 3 2 | 3: beta\r', '2:beta^(t-i)\r', '\r');
  expect(walk.mark().mark.credit).toBe(1);
});

it('keeps the line under the cursor in sight in a small window', async () => {
  const walk = on('order/backward');
  const { screen, press } = await shownAt(walk, { columns: 40, rows: 12 });
  await press('5', '10', 'K', '6');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study          1 left, 2 min
    ─────────────── ↑ 5 lines above (PgUp) ─
      1.   (10) ∂L/∂aᵢ = Vᵀ ∂L/∂ŷᵢ
      2.   (5)  W and V move against their
                gradients
      3. ▸ (6)  Draw a batch
                (x₁, y₁), …, (xₙ, yₙ) from
                the training set, without
                looking at the test set.
     ↓ 16 more lines (PgDn)

     Enter answer   s pad   ? help   q leave"
  `);
  await press('down', 'down');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study          1 left, 2 min
    ────────────── ↑ 10 lines above (PgUp) ─
                the training set, without
                looking at the test set.
     Still to place (some may not belong)
           (1)  The hyperparameters are set
                to those that are best on
                the test set
         ▸ (2)  ŷ = Va + c
     ↓ 11 more lines (PgDn)

     Enter answer   s pad   ? help   q leave"
  `);
});

it('hands the arrows over to the parts around it', async () => {
  const walk = on('match/parts');
  const { press } = await shownAt(walk, FULL);
  await press('down', 'down', 'down');
  expect(walk.question()).toMatchObject({ focus: 1, entries: [{ row: 2 }, { row: 0 }] });
  await press('up');
  expect(walk.question()).toMatchObject({ focus: 0, entries: [{ row: 2 }, { row: 0 }] });
});
