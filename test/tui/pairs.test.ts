import { expect, it } from 'vitest';
import { startSession } from '../../src/app/session.ts';
import type { Size } from '../../src/tui/view.ts';
import { kindFixture, type Session, session } from '../app/support.ts';
import { type Headless, headless } from './headless.tsx';

/** Pairs, on a whole screen. */

const FULL = { columns: 80, rows: 24 };

async function on(id: string, size: Size): Promise<Headless & { readonly walk: Session }> {
  const walk = session({ start: startSession({ kind: 'study' }), templates: [kindFixture(id)] });
  return { ...(await headless(walk.machine, size)), walk };
}

it('is answered by keyboard alone, partly wrongly', async () => {
  const { screen, press } = await on('match/gates', FULL);
  await press('a', '3', 'b', '\r');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                                  1 left, 2 min
    ────────────────────────────────────────────────────────────────────────────────
     Gates of an LSTM  (1 credit)

     What does each gate decide?

       [a] 1  Forget gate → how much of the state is shown
     ▸ [·] 2  Input gate
       [b] 3  Output gate → how much of the old state stays

     Choose by letter (✓ is in use)
       ✓ a  how much of the state is shown
       ✓ b  how much of the old state stays
         c  how fast the weights change
         d  how much of the candidate gets in






     Blank 2 is still empty. Enter again to submit it as it is.

     Enter answer   ! guess   w why now   s pad   u undo   ? help   q leave"
  `);
  await press('d', '1', '\x7f', 'b', '3', 'a', 'up', 'c', 'enter');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                         1 to repeat after this
    ────────────────────────────────────────────────────────────────────────────────
     ◐ Partly right  0.67 of 1 credit  Gates of an LSTM
     It comes back today, until you have answered it rightly once.

     ✓ [b] 1  Forget gate → how much of the old state stays
     ✗ [c] 2  Input gate → how fast the weights change
              right: [d] how much of the candidate gets in
              it multiplies the candidate
     ✓ [a] 3  Output gate → how much of the state is shown

     The question again
     What does each gate decide?






     ▸1 again            2 hard             3 good             4 easy
        tomorrow           in 2 days          in 3 days          in 8 days
        Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov

     Enter next   w why now   u undo   ? help   q leave"
  `);
});

it('tells what was swapped', async () => {
  const { screen, press } = await on('match/gates', FULL);
  await press('dba\r');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                         1 to repeat after this
    ────────────────────────────────────────────────────────────────────────────────
     ◐ Partly right  0.33 of 1 credit  Gates of an LSTM
     It comes back today, until you have answered it rightly once.

     ✗ [d] 1  Forget gate → how much of the candidate gets in
              right: [b] how much of the old state stays (swapped with 2)
     ✗ [b] 2  Input gate → how much of the old state stays
              right: [d] how much of the candidate gets in (swapped with 1)
              it multiplies the candidate
     ✓ [a] 3  Output gate → how much of the state is shown

     The question again
     What does each gate decide?





     ▸1 again            2 hard             3 good             4 easy
        tomorrow           in 2 days          in 3 days          in 8 days
        Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov

     Enter next   w why now   u undo   ? help   q leave"
  `);
});

it.each(['1=b 2=d 3=a', '3: a, 2: d, 1: b', 'b\nd\na'])('takes a pasted reply: %j', async text => {
  const { press, walk } = await on('match/gates', FULL);
  await press(`\x1b[200~${text}\x1b[201~`, 'enter');
  expect(walk.mark().mark.credit).toBe(1);
});

it('leaves the letters of commands to the options that bear them, in a small window too', async () => {
  const { screen, press } = await on('match/letters', { columns: 40, rows: 12 });
  await press('l', 'm', 'd', 'h', '11', 'j');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study          1 left, 2 min
    ─────────────── ↑ 4 lines above (PgUp) ─
       [l]  1  input xₜ
       [m]  2  forward state h⃗ₜ
       [d]  3  backward state h⃖ₜ
       [h]  4  weights from state to output
     ▸ [·]  5
       [·]  6
       [·]  7
     ↓ 22 more lines (PgDn)

     Enter answer   Esc leave   Alt-? help"
  `);
  await press('11');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study          1 left, 2 min
    ────────────── ↑ 11 lines above (PgUp) ─
       [·]  8
       [·]  9
       [·] 10
     ▸ [j] 11  the loss of one time step,
               which is summed over the
               whole sequence before
               anything is derived
     ↓ 18 more lines (PgDn)

     Enter answer   Esc leave   Alt-? help"
  `);
});
