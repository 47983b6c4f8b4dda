import { expect, it } from 'vitest';
import { startSession } from '../../src/app/session.ts';
import { kindFixture, session } from '../app/support.ts';
import { type Headless, headless } from './headless.tsx';

/** Kinds of answers that are typed into a line, at 80 × 24. */

const STUDY = startSession({ kind: 'study' });
const PASTE = (text: string): string => `\u001b[200~${text}\u001b[201~`;

function asked(id: string): Promise<Headless> {
  return headless(session({ start: STUDY, templates: [kindFixture(id)] }).machine, { columns: 80, rows: 24 });
}

it('lays a formula out while it is typed, and takes any equal form', async () => {
  const { screen, press } = await asked('expression/deviation');
  await press(PASTE('sqrt(2n)/n'));
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                                  1 left, 2 min
    ────────────────────────────────────────────────────────────────────────────────
     Standard deviation of a weight  (1 credit)

     A layer has n inputs and ReLU. Which standard deviation do its weights get?

     ▸ Answer: sqrt(2n)/n
               read as     __
                          √2n
                         ─────
                           n












     Enter answer   Alt-G guess   Alt-W why now   Alt-S pad   Esc leave   Alt-? help"
  `);
  await press('enter');
  expect(screen()).toContain('✓ Right');
});

it('names the misconception behind a formula', async () => {
  const { screen, press } = await asked('expression/deviation');
  await press('2', '/', 'n', 'enter');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                         1 to repeat after this
    ────────────────────────────────────────────────────────────────────────────────
     ✗ Wrong  0 of 1 credit  Standard deviation of a weight
     It comes back today, until you have answered it rightly once.

     ✗ 2/n — right is √(2/n)
         → Variance. This is the variance.

     The question again
     A layer has n inputs and ReLU. Which standard deviation do its weights get?









     ▸1 again            2 hard             3 good             4 easy
        tomorrow           in 2 days          in 3 days          in 8 days
        Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov

     Enter next   w why now   u undo   ? help   q leave"
  `);
});

it('says where a formula cannot be read, and keeps it', async () => {
  const { screen, press } = await asked('expression/deviation');
  await press(PASTE('sqrt(2/k)'), 'enter');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                                  1 left, 2 min
    ────────────────────────────────────────────────────────────────────────────────
     Standard deviation of a weight  (1 credit)

     A layer has n inputs and ReLU. Which standard deviation do its weights get?

     ▸ Answer: sqrt(2/k)    cannot be read yet
                      ^













     unknown name "k": the only symbol here is n

     Enter answer   Alt-G guess   Alt-W why now   Alt-S pad   Esc leave   Alt-? help"
  `);
});

it('reads a shape in the notations of papers and programs', async () => {
  const { screen, press } = await asked('shape/flatten');
  await press(PASTE('N×16*49'));
  expect(screen()).toContain('read as (N, 784)');
  await press('enter');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                         1 to repeat after this
    ────────────────────────────────────────────────────────────────────────────────
     ✗ Wrong  0 of 1 credit  The shape after flattening
     It comes back today, until you have answered it rightly once.

     ✗ N×16*49 = (N, 784) — right is N × 392
         → The second dimension is wrong; the rest is right.

     The question again
     A batch of shape N × 8 × 7 × 7 is flattened, but for its first side. What
     shape results?








     ▸1 again            2 hard             3 good             4 easy
        tomorrow           in 2 days          in 3 days          in 8 days
        Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov

     Enter next   w why now   u undo   ? help   q leave"
  `);
});

it('forgives spelling and no other term', async () => {
  const { screen, press } = await asked('words/overfitting');
  await press('u', 'n', 'd', 'e', 'r', 'fitting', 'enter');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                         1 to repeat after this
    ────────────────────────────────────────────────────────────────────────────────
     ✗ Wrong  0 of 1 credit  A name for it
     It comes back today, until you have answered it rightly once.

     ✗ underfitting — right is overfitting, also high variance
         → Underfitting. An underfitted model is bad on the training data too.

     The question again
     The training loss falls and the validation loss rises. What is this called?









     ▸1 again            2 hard             3 good             4 easy
        tomorrow           in 2 days          in 3 days          in 8 days
        Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov

     Enter next   w why now   u undo   ? help   q leave"
  `);
});

it('takes letters that are commands elsewhere as text from the first on', async () => {
  const { screen, press } = await asked('words/overfitting');
  await press('h', 'i', 'g', 'h', ' ', 'variance', 'enter');
  expect(screen()).toContain('✓ Right');
});
