import { describe, expect, it } from 'vitest';
import { startHome, startSession } from '../../src/app/session.ts';
import { loadFolder } from '../../src/bank/load.ts';
import type { Template } from '../../src/bank/template.ts';
import { frame } from '../../src/tui/frame.ts';
import { textOf } from '../../src/tui/styled.ts';
import { fixture, fixtures, session, ZONE } from '../app/support.ts';
import { open } from './gallery.ts';
import { headless } from './headless.tsx';

it('walks one session from home to the summary at 80 × 24', async () => {
  const walk = session({ start: startHome(), templates: [fixture('cnn/filter-weights'), fixture('losses/two-steps')] });
  const { screen, press } = await headless(walk.machine, { columns: 80, rows: 24 });
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Home
    ────────────────────────────────────────────────────────────────────────────────
     Every question comes with fresh numbers, and its solution shows every step.
     Enter begins with a few new ones; what is about to fade comes back by itself.
     With , you set your exam date, minutes a day and the looks; ? tells all keys.

     0 due, 2 new for today, about 11 min. Enter begins.

       topic      due  new   █ known well  ▒ met  ░ fading  · new               all
     ▸ cnn          ·    1   ················································     1
       losses       ·    1   ················································     1

     Answered today: 0.  Due tomorrow: 0.










     Enter study   d drill   f find   b bank   e exams   p plan   ? help   q leave"
  `);
  await press('enter');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                                 2 left, 11 min
    ────────────────────────────────────────────────────────────────────────────────
     Weights of a filter  (2 credits)

     A convolution reads 8 channels. How many parameters, bias included, has one of
     its 7 × 7 filters?

     ▸ Answer:















     Enter answer   h hint   ! guess   w why now   Alt-S pad   ? help   q leave"
  `);
  const { C, K } = walk.question().presented.variant.vars as Record<string, number>;
  await press(`${C}*${K}^2`);
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                                 2 left, 11 min
    ────────────────────────────────────────────────────────────────────────────────
     Weights of a filter  (2 credits)

     A convolution reads 8 channels. How many parameters, bias included, has one of
     its 7 × 7 filters?

     ▸ Answer: 8*7^2    read as 392















     Enter answer   Alt-H hint   Alt-G guess   Alt-S pad   Esc leave   Alt-? help"
  `);
  await press('enter');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                 1 left after this, 1 to repeat
    ────────────────────────────────────────────────────────────────────────────────
     ✗ Wrong  0 of 2 credits  Weights of a filter
     It comes back today, until you have answered it rightly once.

     ✗ 8*7^2 = 392 — right is 393
         → Bias forgotten. The filter also has one bias.

     Solution
     One weight for each position and channel, and one bias.

     Every filter spans all input channels and has one bias:

       P = C · K² + 1 = 8 · 7² + 1 = 393

     The question again
     A convolution reads 8 channels. How many parameters, bias included, has one of
     its 7 × 7 filters?

     ▸1 again            2 hard             3 good             4 easy
        tomorrow           in 2 days          in 3 days          in 8 days
        Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov

     Enter next   s step by step   w why now   u undo   ? help   q leave"
  `);
  await press('enter', '?');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Help
    ────────────────────────────────────────────────────────────────────────────────
     Here and now
       Enter               answer; on an empty part twice: leave it unanswered
       Ctrl-_ Alt-Z        undo in this reply (Ctrl-/ often does too)
       Alt-Y Ctrl-Y        do again what was undone
       Tab ↓               next part
       Shift-Tab ↑         part before
       ! Alt-G             declare a guess, or take that back (counts as "again")
       w Alt-W             why this question now: what is known of your memory of
                           it
       Alt-S               scratch pad: a calculator, and notes (not in exams,
                           which allow none)
       Alt-X               set the question aside: the schedule leaves it out until
                           you bring it back
       ←                   one character to the left
       →                   one character to the right
       Home Ctrl-A         to the beginning
       End Ctrl-E          to the end
       Backspace           erase the character before
       Delete              erase the character after
     ↓ 355 more lines (PgDn)

     ? close"
  `);
  await press('q');
  const { a } = walk.question().presented.variant.vars as { a: number };
  await press(`${a + 1}\r`, `two\r`);
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                    1 left, 1 to repeat, 10 min
    ────────────────────────────────────────────────────────────────────────────────
     A sum and its square  (4 credits)

     Let a = 42.

       a  The sum a + 1
          = 43   read as 43

     ▸ b  Its square
          = two    not a number yet
            ^









     Part b: unknown name "two"; give a number such as 784, 3/8, 1e-3 or sqrt(2)

     Enter answer   Tab next part   Alt-G guess   Alt-S pad   Esc leave   Alt-? help"
  `);
  await press('\x15', `${(a + 1) ** 2}\r`);
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                         1 to repeat after this
    ────────────────────────────────────────────────────────────────────────────────
     ✓ Right  4 of 4 credits  A sum and its square

     ✓ a  The sum a + 1: 43
     ✓ b  Its square: 1849

     Solution
       s = a + 1 = 42 + 1 = 43

       t = s² = 43² = 1849

     The question again
     Let a = 42.





      1 again            2 hard            ▸3 good             4 easy
        tomorrow           in 2 days          in 3 days          in 8 days
        Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov

     Enter next   s step by step   w why now   u undo   ? help   q leave"
  `);
  await press('4');
  // What was wrong comes back until it is known once, with other numbers.
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                             1 to repeat, 1 min
    ────────────────────────────────────────────────────────────────────────────────
     Weights of a filter  (2 credits)

     A convolution reads 16 channels. How many parameters, bias included, has one
     of its 7 × 7 filters?

     ▸ Answer:















     Enter answer   h hint   ! guess   w why now   Alt-S pad   ? help   q leave"
  `);
  await press('w');
  expect(screen()).toContain('You did not know it earlier today.');
  await press('w');
  const again = walk.question().presented.variant.vars as Record<string, number>;
  expect(again).not.toEqual({ C, K });
  await press(`${again.C}*${again.K}^2 + 1\r`);
  expect(screen()).toContain('Practice: the schedule stays as it is.');
  expect(screen()).toContain('0 left after this');
  await press('enter');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study · summary
    ────────────────────────────────────────────────────────────────────────────────
     3 answered, 2 right, in 0:00
     6 of 8 credits.  Expected were 8 min, and it took 0 min.

     ✗ again     tomorrow      Weights of a filter
     ✓ easy      in 8 days     A sum and its square
     ✓ practice                Weights of a filter

     Hardest: cnn, 2 of 4 credits.
     Recognised: "bias forgotten".
     Worth a drill: "tutor drill cnn/filter-weights" asks it again with other
     numbers.

     Done for today.
     Tomorrow 1 will be due.







     Enter done   m more practice   u undo   ? help   q leave"
  `);
  await press('enter');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Home
    ────────────────────────────────────────────────────────────────────────────────
     Nothing is due today. m practises what you know least, d drills a topic: both
     leave the schedule alone.
     No exam is planned: p sets a date, and says what score to expect.

       topic      due  new   █ known well  ▒ met  ░ fading  · new               all
     ▸ cnn          ·    ·   ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒     1
       losses       ·    ·   ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒     1

     Answered today: 3.  Due tomorrow: 1.












     Enter study   d drill   f find   b bank   e exams   p plan   ? help   q leave"
  `);
});

it('walks through choices at 120 × 40', async () => {
  const templates = fixtures().filter(template => template.id.startsWith('optimization/'));
  const walk = session({ start: startSession({ kind: 'study' }), templates });
  const { screen, press } = await headless(walk.machine, { columns: 120, rows: 40 });
  await press('down', ' ', 'h');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                                                      2 left, 7 min
    ────────────────────────────────────────────────────────────────────────────────────────────────────
     True of momentum  (2 credits)

     Which statements about momentum hold?

       [ ] a  It learns its own decay
     ▸ [x] b  It needs second derivatives
       [ ] c  It damps zigzag
       [ ] d  It stores one velocity for each weight
       [ ] 0  none of these

     Hint
     Picture a heavy ball.

























     Enter answer   Space tick   0 none right   ! guess   w why now   s pad   u undo   ? help   q leave"
  `);
  await press('enter');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                                     1 left after this, 1 to repeat
    ────────────────────────────────────────────────────────────────────────────────────────────────────
     ✗ Wrong  0 of 2 credits  True of momentum
     It comes back today, until you have answered it rightly once.

     ✓ [ ] a  wrong  It learns its own decay
     ✗ [x] b  wrong  It needs second derivatives
                     That is Newton's method.
     ✗ [ ] c  right  It damps zigzag
                     Opposite gradients cancel.
     ✗ [ ] d  right  It stores one velocity for each weight

     Solution
     The velocity is a decaying sum of gradients.

     The question again
     Which statements about momentum hold?


















     ▸1 again                 2 hard                  3 good                  4 easy
        tomorrow                in 2 days               in 3 days               in 8 days
        Sat 21 Nov              Sun 22 Nov              Mon 23 Nov              Sat 28 Nov

     Enter next   w why now   u undo   ? help   q leave"
  `);
  await press('enter', 'b');
  expect(screen()).toMatchInlineSnapshot(`
    " dl-tutor  Study                                                         1 left, 1 to repeat, 5 min
    ────────────────────────────────────────────────────────────────────────────────────────────────────
     The sign of the step  (1 credit)

     Where does gradient descent go?

       ( ) a  Along the gradient
     ▸ (•) b  Across the gradient
       ( ) c  Against the gradient






























     Enter answer   Space tick   ! guess   w why now   s pad   u undo   ? help   q leave"
  `);
});

it('takes a reply and its Enter that arrive in one piece', async () => {
  const walk = session({ start: startSession({ kind: 'study' }), templates: [fixture('cnn/filter-weights')] });
  const { press } = await headless(walk.machine, { columns: 80, rows: 24 });
  await press('784\r');
  expect(walk.mark().replies).toEqual(['784']);
});

it('scrolls by as many lines as there are key presses in one piece', async () => {
  const walk = session({ start: startSession({ kind: 'study' }), templates: [fixture('cnn/filter-weights')] });
  const { press } = await headless(walk.machine, { columns: 80, rows: 14 });
  await press('1\r', 'jjj');
  expect(walk.state().scroll).toBe(3);
});

it('takes a paste of several lines as one reply, not as Enter', async () => {
  const walk = session({ start: startSession({ kind: 'study' }), templates: [fixture('cnn/filter-weights')] });
  const { press } = await headless(walk.machine, { columns: 80, rows: 24 });
  await press('\x1b[200~7\r\n8\x1b[201~');
  expect(walk.question().entries).toMatchObject([{ characters: ['7', ' ', '8'] }]);
});

it('shows the hint with Alt-H while typing', async () => {
  const walk = session({ start: startSession({ kind: 'study' }), templates: [fixture('cnn/filter-weights')] });
  const { screen, press } = await headless(walk.machine, { columns: 80, rows: 24 });
  await press('7', '\x1bh');
  expect(screen()).toContain('A filter spans all input channels.');
  expect(walk.question().entries).toMatchObject([{ characters: ['7'] }]);
});

/** Of the questions that ask for the same kinds of answers, one. */
function everyMixture(): readonly Template[] {
  const kinds = ({ parts }: Template): string => [...new Set(parts.map(({ answer }) => answer.kind))].sort().join();
  return [...new Map(loadFolder('questions').templates.map(template => [kinds(template), template])).values()];
}

it('leaves no stale cell behind when the window changes in mid-session, whatever the bank asks for', async () => {
  const templates = everyMixture();
  const walk = session({ start: startHome(), templates, newPerDay: 99 });
  const { press, resize } = await headless(walk.machine, { columns: 80, rows: 24 });
  await press('enter');
  while (walk.state().screen?.name === 'question') {
    await resize({ columns: 200, rows: 60 });
    await resize({ columns: 60, rows: 15 });
    walk.answer('wrong');
    await press('pagedown');
    await resize({ columns: 39, rows: 10 });
    await resize({ columns: 80, rows: 24 });
    // Rated hard, it does not come back.
    await press('2');
  }
  expect(walk.state().answered).toHaveLength(templates.length);
});

it.each(['statistics', 'plan', 'mark of parts', 'history'])(
  'leaves no stale cell behind when the window only gets narrower, or only lower: %s',
  async name => {
    const { resize } = await headless(open(name).machine, { columns: 100, rows: 24 });
    for (const [columns, rows] of [
      [50, 24],
      [50, 14],
      [80, 14],
      [40, 14],
      [90, 40],
      [41, 12],
    ] as const) {
      await resize({ columns, rows });
    }
  },
);

describe('the help', () => {
  const helpAt = (name: string): string => {
    const walk = open(name);
    walk.act('help');
    const { lines } = frame(walk.state(), { columns: 80, rows: 24 }, ZONE);
    return lines.map(textOf).join('\n');
  };

  it.each([
    ['lines', /^ Here and now\n {3}Enter +answer[\s\S]*take the line under the cursor/m],
    ['page', /^ Here and now\n {3}Enter +new line\n {3}Ctrl-D[\s\S]*in your own editor/m],
    ['number while typing', /^ Here and now[\s\S]*Alt-H +show the hint while typing/m],
    ['mark of a right number', /^ Here and now\n {3}Enter +next question/m],
  ])('begins with what can be done at once: %s', (name, first) => {
    expect(helpAt(name)).toMatch(first);
  });
});

it('says what a part was answered behind its question, with one mark between the two', () => {
  const { lines } = frame(open('mark of pages in parts').state(), { columns: 80, rows: 60 }, ZONE);
  const text = lines.map(textOf).join('\n');
  expect(text).not.toContain('?:');
  expect(text).toMatch(/Which share of the units is kept at p = [\d.]+\? 0\.5/);
});

it('says to the end what a small window has room for', () => {
  const small = { columns: 40, rows: 12 };
  const text = (name: string, size = small): string =>
    frame(open(name).state(), size, ZONE).lines.map(textOf).join('\n');
  expect(text('mark in a drill')).toContain('Practice: the schedule stays as it is.');
  expect(text('table with many columns')).toContain('Alt-? help');
  expect(text('home', { columns: 40, rows: 20 }).replaceAll(/\s+/g, ' ')).toContain('fade comes back by itself.');
  expect(text('home', { columns: 30, rows: 8 }).replaceAll(/\s+/g, ' ')).toContain('everything answered is saved.');
  expect(text('table with many columns', { columns: 40, rows: 14 })).not.toContain('credi…');
});
