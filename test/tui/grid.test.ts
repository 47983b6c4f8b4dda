import { describe, expect, it } from 'vitest';
import { startSession } from '../../src/app/session.ts';
import { frame } from '../../src/tui/frame.ts';
import { textOf } from '../../src/tui/styled.ts';
import { kindFixture, type Session, session, ZONE } from '../app/support.ts';
import { type Headless, headless } from './headless.tsx';

const SIZE = { columns: 80, rows: 24 };

/** What a terminal sends. */
const LEFT = '\x1b[D';
const RIGHT = '\x1b[C';
const HOME = '\x1b[H';
const END = '\x1b[F';
const BACKSPACE = '\x7f';
const CTRL_U = '\x15';
const SHIFT_TAB = '\x1b[Z';

async function on(id: string): Promise<Headless & { readonly walk: Session }> {
  const walk = session({ start: startSession({ kind: 'study' }), templates: [kindFixture(id)] });
  return { walk, ...(await headless(walk.machine, SIZE)) };
}

const paste = (text: string): string => `\x1b[200~${text}\x1b[201~`;

/** The screen between its top and its footer, without blank lines at the end. */
function body(screen: string): string {
  return screen.split('\n').slice(2, -1).join('\n').trimEnd();
}

describe('a 2×2 tensor', () => {
  it('is filled in by the keyboard alone, and marked', async () => {
    const { screen, press } = await on('tensor/outer');
    expect(screen()).toMatchInlineSnapshot(`
      " dl-tutor  Study                                                  1 left, 2 min
      ────────────────────────────────────────────────────────────────────────────────
       An outer product  (1 credit)

       What is the gradient uvᵀ for u = [2 1] and v = [5 5]?

         ⎡‹     › ·     ⎤
         ⎣ ·      ·     ⎦
         Space or Tab: next cell. All cells can be pasted at once.














       Enter answer   Tab next cell   ! guess   w why now   u undo   ? help   q leave"
    `);
    await press('5/2', 'tab', 'x', LEFT);
    expect(body(screen())).toMatchInlineSnapshot(`
      " An outer product  (1 credit)

       What is the gradient uvᵀ for u = [2 1] and v = [5 5]?

         ⎡ 5/2   ‹x    ›⎤  not a number yet
         ⎣ ·      ·     ⎦
         unknown name "x"; give numbers, as in 0.5"
    `);
    await press('down', '5', SHIFT_TAB, '5', 'enter');
    expect(body(screen())).toMatchInlineSnapshot(`
      " An outer product  (1 credit)

       What is the gradient uvᵀ for u = [2 1] and v = [5 5]?

         ⎡ 5/2   ‹x    ›⎤  not a number yet
         ⎣ 5      5     ⎦













       unknown name "x"; give numbers, as in 0.5"
    `);
    await press(CTRL_U, '10', HOME, LEFT, BACKSPACE, BACKSPACE, '*2', 'down', RIGHT, RIGHT, END, '.5', 'enter');
    expect(screen()).toMatchInlineSnapshot(`
      " dl-tutor  Study                                         1 to repeat after this
      ────────────────────────────────────────────────────────────────────────────────
       ◐ Partly right  0.75 of 1 credit  An outer product
       It comes back today, until you have answered it rightly once.

         yours               right
         ⎡ ✓ 5*2  ✓ 10  ⎤    ⎡ 10  10 ⎤
         ⎣ ✓ 5    ✗ 5.5 ⎦    ⎣  5   5 ⎦
         → Wrong: row 2, column 2.

       The question again
       What is the gradient uvᵀ for u = [2 1] and v = [5 5]?







       ▸1 again            2 hard             3 good             4 easy
          tomorrow           in 2 days          in 3 days          in 8 days
          Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov

       Enter next   w why now   u undo   ? help   q leave"
    `);
  });

  it('takes a matrix that is typed or pasted whole', async () => {
    for (const text of ['[1 2; 3 4]', paste('[1 2; 3 4]'), paste('array([[1., 2.],\r\n       [3., 4.]])')]) {
      const { walk, press } = await on('tensor/outer');
      await press(text, 'enter');
      expect(walk.mark().mark.parts).toMatchObject([{ readAs: '[1 2; 3 4]' }]);
    }
  });

  it('says what does not fit, and asks about empty cells before it is marked', async () => {
    const { walk, screen, press } = await on('tensor/outer');
    await press('7', paste('1\t2\t3\r\n4\t5\t6'));
    expect(body(screen())).toMatchInlineSnapshot(`
      " An outer product  (1 credit)

       What is the gradient uvᵀ for u = [2 1] and v = [5 5]?

         ⎡‹7    › ·     ⎤  read as 7
         ⎣ ·      ·     ⎦
         Nothing was pasted: this is 2×3, and 2×2 is wanted."
    `);
    await press('8', 'tab', paste('0.5\r\n1.5'), 'enter');
    expect(body(screen())).toMatchInlineSnapshot(`
      " An outer product  (1 credit)

       What is the gradient uvᵀ for u = [2 1] and v = [5 5]?

         ⎡ 78     0.5   ⎤
         ⎣‹     › 1.5   ⎦













       One cell is still empty. Enter again to submit it as it is."
    `);
    await press('enter');
    expect(walk.mark().replies).toEqual(['[78, 0.5; _, 1.5]']);
    expect(body(screen())).toMatchInlineSnapshot(`
      " ✗ Wrong  0 of 1 credit  An outer product
       It comes back today, until you have answered it rightly once.

         yours              right
         ⎡ ✗ 78  ✗ 0.5 ⎤    ⎡ 10  10 ⎤
         ⎣ ✗ ·   ✗ 1.5 ⎦    ⎣  5   5 ⎦
         → Wrong: row 1, column 1; row 1, column 2; row 2, column 2. Left blank: row
           2, column 1.

       The question again
       What is the gradient uvᵀ for u = [2 1] and v = [5 5]?






       ▸1 again            2 hard             3 good             4 easy
          tomorrow           in 2 days          in 3 days          in 8 days
          Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov"
    `);
  });
});

describe('a labelled table', () => {
  it('is filled in by the keyboard alone, and marked', async () => {
    const { screen, press } = await on('table/sequence');
    await press('9 18');
    expect(screen()).toMatchInlineSnapshot(`
      " dl-tutor  Study                                                  1 left, 2 min
      ────────────────────────────────────────────────────────────────────────────────
       A state over two steps  (1 credit)

       The state is sₜ = 5hₜ₋₁ + 4 with h₀ = 1, and hₜ = 2sₜ. Fill in the table.

               │ sₜ     hₜ
         ──────┼──────────────
         t = 1 │ 9     ‹18   ›  read as 18
         t = 2 │ ·      ·













       Enter answer   Tab next cell   Alt-G guess   Alt-S pad   Esc leave   Alt-? help"
    `);
    await press('; 94 188', 'enter');
    expect(body(screen())).toMatchInlineSnapshot(`
      " ✓ Right  1 of 1 credit  A state over two steps

               │ sₜ    hₜ
         ──────┼─────────────
         t = 1 │ ✓ 9   ✓ 18
         t = 2 │ ✓ 94  ✓ 188

       Solution
         s₁ = a + b = 5 + 4 = 9

         h₁ = 2 · s₁ = 2 · 9 = 18

         s₂ = h₁ · a + b = 18 · 5 + 4 = 94

         h₂ = 2 · s₂ = 2 · 94 = 188

       ↓ 2 more lines (PgDn)
        1 again            2 hard            ▸3 good             4 easy
          tomorrow           in 2 days          in 3 days          in 8 days
          Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov"
    `);
  });

  it('takes the column of a spreadsheet below the current cell', async () => {
    const { screen, press } = await on('table/sequence');
    await press('tab', paste('18\n1/3\n'));
    expect(body(screen())).toMatchInlineSnapshot(`
      " A state over two steps  (1 credit)

       The state is sₜ = 5hₜ₋₁ + 4 with h₀ = 1, and hₜ = 2sₜ. Fill in the table.

               │ sₜ     hₜ
         ──────┼──────────────
         t = 1 │ ·      18
         t = 2 │ ·     ‹1/3  ›  read as ≈ 0.33333333"
    `);
    await press('enter', 'enter');
    expect(body(screen())).toMatchInlineSnapshot(`
      " ◐ Partly right  0.25 of 1 credit  A state over two steps
       It comes back today, until you have answered it rightly once.

         yours                  right
               │ sₜ   hₜ              │ sₜ  hₜ
         ──────┼────────────    ──────┼─────────
         t = 1 │ ✗ ·  ✓ 18      t = 1 │  9   18
         t = 2 │ ✗ ·  ✗ 1/3     t = 2 │ 94  188
         → Wrong: t = 2, hₜ. Left blank: t = 1, sₜ; t = 2, sₜ.

       Solution
         s₁ = a + b = 5 + 4 = 9

         h₁ = 2 · s₁ = 2 · 9 = 18

         s₂ = h₁ · a + b = 18 · 5 + 4 = 94
       ↓ 5 more lines (PgDn)
       ▸1 again            2 hard             3 good             4 easy
          tomorrow           in 2 days          in 3 days          in 8 days
          Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov"
    `);
  });
});

describe('among other parts', () => {
  it('hands the cursor over at its edges, and takes it up at the near end', async () => {
    const { walk, screen, press } = await on('tensor/product');
    const at = (): unknown => {
      const { focus, entries } = walk.question();
      const entry = entries[focus];
      return entry?.kind === 'grid' ? [focus, entry.row, entry.column] : [focus];
    };
    await press('tab');
    expect(at()).toEqual([0, 1, 0]);
    await press('tab');
    expect(at()).toEqual([1]);
    await press('tab');
    expect(at()).toEqual([0, 0, 0]);
    await press('up');
    expect(at()).toEqual([1]);
    await press('up');
    expect(at()).toEqual([0, 1, 0]);
    await press('down');
    expect(at()).toEqual([1]);
    await press('7', 'enter');
    expect(at()).toEqual([0, 0, 0]);
    await press('1', 'enter');
    expect(body(screen())).toMatchInlineSnapshot(`
      " A matrix times a vector  (2 credits)

       With W = [9 6; 9 5] and x = [7 8]:

       ▸ a  The product y = Wx
            ⎡ 1     ⎤
            ⎣‹     ›⎦


         b  The sum of its elements
            = 7   read as 7








       Part a: One cell is still empty. Enter again to submit it as it is."
    `);
  });

  it('goes around in a single part with Tab, and stops at its edges with the arrows', async () => {
    const { walk, press } = await on('tensor/outer');
    await press('tab', 'tab', 'tab', 'tab');
    expect(walk.question().entries).toMatchObject([{ row: 0, column: 0 }]);
    await press(SHIFT_TAB);
    expect(walk.question().entries).toMatchObject([{ row: 1, column: 1 }]);
    walk.act('down');
    expect(walk.question().entries).toMatchObject([{ row: 1, column: 1 }]);
  });

  it('says that what follows from an own slip is right', async () => {
    const { walk, screen, press } = await on('tensor/product');
    const [, second = 0] = walk
      .question()
      .presented.variant.parts.flatMap(({ key }) => (key.kind === 'tensor' ? key.values : []));
    await press(`55 ${second}`, 'enter', `${55 + second}`, 'enter');
    expect(body(screen())).toMatchInlineSnapshot(`
      " ◐ Partly right  1.5 of 2 credits  A matrix times a vector
       Rated hard: all was right but for one slip.

       ◐ a  The product y = Wx
            yours        right
            ⎡ ✗ 55  ⎤    ⎡ 111 ⎤
            ⎣ ✓ 103 ⎦    ⎣ 103 ⎦
            → Wrong: element 1.
       ✓ b  The sum of its elements: 158 — right is 214
           → Carried forward: this follows rightly from your own answer to part a,
             so the slip there costs nothing here.

       Solution
         y = Wx = ⎡ 9  6 ⎤ ⎡ 7 ⎤ = ⎡ 111 ⎤
                  ⎣ 9  5 ⎦ ⎣ 8 ⎦   ⎣ 103 ⎦

       ↓ 5 more lines (PgDn)
        1 again           ▸2 hard             3 good             4 easy
          tomorrow           in 2 days          in 3 days          in 8 days
          Sat 21 Nov         Sun 22 Nov         Mon 23 Nov         Sat 28 Nov"
    `);
  });
});

describe('in any window', () => {
  const at = (walk: Session, columns: number, rows: number): string =>
    frame(walk.state(), { columns, rows }, ZONE)
      .lines.map(line => textOf(line).trimEnd())
      .join('\n');
  const asked = (id: string): Session =>
    session({ start: startSession({ kind: 'study' }), templates: [kindFixture(id)] });

  it('shows the columns around the cursor, and where others are hidden', () => {
    const walk = asked('table/gates');
    walk.type('0.1 0.2 0.3 0.4 0.5');
    expect(at(walk, 60, 20)).toMatchInlineSnapshot(`
      " dl-tutor  Study                              1 left, 2 min
      ────────────────────────────────────────────────────────────
       The gates of an LSTM over time  (1 credit)

       Squash every number of z = [0.2 0.4 0.6 0.8 1 1.2 1.4 1.6;
       −0.2 −0.4 −0.6 −0.8 −1 −1.2 −1.4 −1.6;
       2 4 6 8 10 12 14 16].

                          │  t = 1  t = 2  t = 3  t = 4  t = 5
         ─────────────────┼─────────────────────────────────────
         forget gate      │  0.1    0.2    0.3    0.4   ‹0.5  ›…
         input gate       │  ·      ·      ·      ·      ·     …
         output gate,     │  ·      ·      ·      ·      ·     …
         which shows the  │
         state cₜ         │
         read as 0.5



       Enter answer   Tab next cell   Esc leave   Alt-? help"
    `);
    walk.answer('wrong');
    expect(at(walk, 60, 44)).toMatchInlineSnapshot(`
      " dl-tutor  Study                     1 to repeat after this
      ────────────────────────────────────────────────────────────
       ✗ Wrong  0 of 1 credit  The gates of an LSTM over time
       It comes back today, until you have answered it rightly
       once.

         yours
                          │ t = 1         t = 2
         ─────────────────┼────────────────────────────
         forget gate      │ ✗ -123456789  ✗ -123456789
         input gate       │ ✗ -123456789  ✗ -123456789
         output gate,     │ ✗ -123456789  ✗ -123456789
         which shows the  │
         state cₜ         │

         right (rounded)
                          │ t = 1         t = 2
         ─────────────────┼────────────────────────────
         forget gate      │ 0.5498        0.5987
         input gate       │ 0.4502        0.4013
         output gate,     │ 0.8808        0.982
         which shows the  │
         state cₜ         │

         yours
                          │ t = 3         t = 4
         ─────────────────┼────────────────────────────
         forget gate      │ ✗ -123456789  ✗ -123456789
         input gate       │ ✗ -123456789  ✗ -123456789
         output gate,     │ ✗ -123456789  ✗ -123456789
         which shows the  │
         state cₜ         │

         right (rounded)
                          │ t = 3         t = 4
         ─────────────────┼────────────────────────────
         forget gate      │ 0.6457        0.69
         input gate       │ 0.3543        0.31
         output gate,     │ 0.9975        0.9997
       ↓ 47 more lines (PgDn)
       ▸1 again       2 hard        3 good        4 easy
          1 d           2 d           3 d           8 d

       Enter next   w why now   u undo   ? help   q leave"
    `);
  });

  it('shows what was typed beside its mark, and the number where that cannot be told from the reply', () => {
    const yours = (typed: string): string => {
      const walk = asked('tensor/outer');
      walk.type(typed);
      walk.act('submit');
      return at(walk, 80, 24);
    };
    expect(yours('0,5 1/3 sqrt(2) 5')).toMatch(/✗ 0,5 +✗ 1\/3.*\n.*✗ sqrt\(2\) +✓ 5/);
    expect(yours('pi 1 2 5')).toMatch(/✗ 3\.1415926535897… +✗ 1.*\n.*✗ 2 +✓ 5/);
  });

  it('shows the end of a long formula in its cell, and what it is worth', () => {
    const walk = asked('tensor/stack');
    walk.type(`1 2 ${'1+'.repeat(30)}1`);
    expect(at(walk, 40, 14)).toMatchInlineSnapshot(`
      " dl-tutor  Study          1 left, 2 min
      ────────────────────────────────────────
       Two maps of a layer  (1 credit)

       The layer has two maps: a third of x,
       and −x, with x = [1 2 7; 3 3 2].

         [0] ⎡… 2     ‹…+1+1+1+1+1+1+1 › ⎤
             ⎣… ·      ·                 ⎦
         [1] ⎡… ·      ·                 ⎤
             ⎣… ·      ·                 ⎦
         read as 31

       Enter answer   Esc leave   Alt-? help"
    `);
  });
});
