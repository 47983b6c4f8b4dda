import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSession } from '../../src/app/session.ts';
import { AS_IT_COMES } from '../../src/app/settings/look.ts';
import type { State } from '../../src/app/state.ts';
import type { Template } from '../../src/bank/template.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { columns as columnsOf } from '../../src/notation/columns.ts';
import { frame } from '../../src/tui/frame.ts';
import { SMALLEST } from '../../src/tui/layout.ts';
import { lookOf } from '../../src/tui/look/look.ts';
import { inline, markdown, type StyledLine, textOf, widthOf, writeInAscii } from '../../src/tui/styled.ts';
import { session, ZONE } from '../app/support.ts';
import { shipped } from '../bank/shipped.ts';
import { names, open, stateOf as state } from './gallery.ts';

const textAt = (shown: State, columns: number, rows: number): string =>
  frame(shown, { columns, rows }, ZONE).lines.map(textOf).join('\n');

const sizes = fc.record({ columns: fc.integer({ min: 10, max: 200 }), rows: fc.integer({ min: 5, max: 60 }) });
const scrolls = fc.option(fc.integer({ min: 0, max: 200 }));

/** The real bank too, for it holds the longest questions and the widest formulas: each asked, with its hint, and marked. */
function everyQuestion(): readonly State[] {
  ofTheBank ??= statesOf(shipped().templates);
  return ofTheBank;
}

let ofTheBank: readonly State[] | null = null;

/** In one session, as to open one takes longer than a question. */
function statesOf(templates: readonly Template[]): readonly State[] {
  const walk = session({ start: startSession({ kind: 'study' }), templates });
  return templates.flatMap(template => {
    const presented = { ...walk.question().presented, variant: makeVariant(template, 1) };
    const present = (): void => walk.machine.dispatch({ type: 'presented', presented });
    present();
    const asked = walk.state();
    walk.act('hint');
    const hinted = walk.state();
    walk.answer('wrong');
    const marked = walk.state();
    present();
    return [asked, hinted, marked].map(shown => ({ ...shown, shown: [], answered: [], typed: [] }));
  });
}

it('fills the window exactly, whatever its size', () => {
  const states = [...names.map(state), ...everyQuestion()];
  const broken = states.map(shown => ({ ...shown, notice: 'The disk is full. '.repeat(20) }));
  fc.assert(
    fc.property(fc.constantFrom(...states, ...broken), sizes, scrolls, (shown, size, scroll) => {
      const { lines, furthest, page, scroll: at } = frame({ ...shown, scroll }, size, ZONE);
      expect(lines).toHaveLength(size.rows);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(size.columns);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(furthest);
      expect(page).toBeGreaterThanOrEqual(1);
      expect(lines.map(textOf).join('')).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: 400 },
  );
});

describe('in ASCII', () => {
  // Painted without colours, so that little but text is left.
  const { paint, isAscii } = lookOf({ ...AS_IT_COMES, theme: 'none' }, { variables: { LANG: 'C' }, background: null });
  const plain = (line: StyledLine): string => paint(line).replaceAll(/\p{Cc}\[\d+m/gu, '');
  beforeAll(() => writeInAscii(isAscii));
  afterAll(() => writeInAscii(false));

  it('no screen has another sign, and nothing moves for that', () => {
    const odd = names.flatMap(name =>
      frame(state(name), { columns: 160, rows: 60 }, ZONE).lines.flatMap(line => {
        const text = plain(line);
        // Letters of other languages are what somebody typed.
        const isFine = /^[ -~\p{L}\p{M}]*$/u.test(text) && columnsOf(text) === widthOf(line);
        return isFine ? [] : [`${name}: ${text}`];
      }),
    );
    expect(odd).toEqual([]);
  });

  it('formulas and titles can be read', () => {
    expect(markdown('$x_t^2 = \\sigma(z)$', 80).map(textOf)).toEqual(['x_t^2 = sigma(z)']);
    expect(textOf(inline('The weight $w_1$'))).toBe('The weight w_1');
    writeInAscii(false);
    expect(markdown('$x_t^2 = \\sigma(z)$', 80).map(textOf)).toEqual(['xₜ² = σ(z)']);
  });
});

it('keeps the field or the option under the cursor in sight', () => {
  const asked = [...names.map(state), ...everyQuestion()].filter(
    shown => shown.screen?.name === 'question' && !shown.help && !shown.why,
  );
  const long = asked.map(lengthened);
  const large = fc.record({
    columns: fc.integer({ min: SMALLEST.columns, max: 120 }),
    rows: fc.integer({ min: SMALLEST.rows, max: 40 }),
  });
  fc.assert(
    fc.property(fc.constantFrom(...asked, ...long), large, fc.nat(9), (shown, size, i) => {
      const { lines } = frame({ ...focusedOn(shown, i), scroll: null }, size, ZONE);
      const cursors = lines.filter(line => line.some(span => span.token === 'cursor') || /▸ [[(]/.test(textOf(line)));
      expect(cursors).toHaveLength(1);
    }),
    { numRuns: 400 },
  );
});

type Asked = Extract<NonNullable<State['screen']>, { name: 'question' }>;

/** The same with the focus on part `i` and the cursor on option `i`, as far as there are any. */
function focusedOn(shown: State, i: number): State {
  const screen = shown.screen as Asked;
  const focus = i % screen.entries.length;
  const entries = screen.entries.map((entry, at) => {
    const key = screen.presented.variant.parts[at]?.key;
    return entry.kind === 'boxes' && key?.kind === 'choice' ? { ...entry, row: i % key.options.length } : entry;
  });
  return { ...shown, screen: { ...screen, focus, entries } };
}

/** The same with every option and every part's text many lines long. */
function lengthened(shown: State): State {
  const screen = shown.screen as Asked;
  const { variant } = screen.presented;
  const parts = variant.parts.map(part => ({
    ...part,
    ask: `${part.ask} ${'long words '.repeat(60)}`,
    key:
      part.key.kind === 'choice'
        ? { ...part.key, options: part.key.options.map(option => ({ ...option, text: 'many words '.repeat(30) })) }
        : part.key,
  }));
  return { ...shown, screen: { ...screen, presented: { ...screen.presented, variant: { ...variant, parts } } } };
}

it('says what it needs in a window that is too small', () => {
  expect(textAt(state('home'), 39, 30)).toContain('This window has 39 × 30 cells.');
  expect(textAt(state('home'), 80, 11)).toContain('The tutor needs 40 × 12: make it larger.');
  expect(textAt(state('home'), 40, 12)).toContain('dl-tutor');
});

it('stops scrolling at the end, and tells what is hidden', () => {
  const shown = { ...state('help at home'), scroll: 9999 };
  const { lines, scroll, furthest, page } = frame(shown, { columns: 80, rows: 24 }, ZONE);
  expect(furthest).toBeGreaterThan(0);
  expect(scroll).toBe(furthest);
  expect(lines.map(textOf).join('\n')).not.toContain('more lines');
  const top = textAt({ ...shown, scroll: 0 }, 80, 24);
  expect(top).toContain(`↓ ${furthest + 1} more lines (PgDn)`);
  expect(page).toBeLessThan(24);
});

describe('what is said', () => {
  it.each([40, 80])('is said to the end in the help, %d columns wide', columns => {
    const text = textAt(state('help at home'), columns, 400).replaceAll(/\s+/g, ' ');
    expect(text).toContain('tick the option under the cursor; its letter or number does too');
    expect(text).toContain('answer; on an empty part twice: leave it unanswered');
  });

  it('is said to the end in a notice', () => {
    const notice =
      '/home/a_student_of_*/tutor.db is locked by another program. Close that program and try again, or `move` it.';
    for (const columns of [40, 80]) {
      const lines = textAt({ ...state('number'), notice }, columns, 24).split('\n');
      expect(lines.join(' ').replaceAll(/\s+/g, '')).toContain(notice.replaceAll(' ', ''));
    }
  });

  it('repeats what was typed as it was typed in a complaint', () => {
    const walk = open('number');
    walk.type('2*x*3 _y_ `z`');
    walk.act('submit');
    const { complaint } = walk.question();
    const lines = textAt(walk.state(), 80, 24).replaceAll(/\s+/g, '');
    expect(lines).toContain(complaint?.replaceAll(/\s+/g, ''));
    const stars = { ...walk.question(), complaint: 'a "*" b "*" c "`" d "`" $x_1$ \\frac & &amp; <b>' };
    expect(textAt({ ...walk.state(), screen: stars }, 80, 24)).toContain(stars.complaint);
  });

  it('repeats a reply as it was typed beside its mark', () => {
    const walk = open('number');
    walk.type('2*3*4');
    walk.act('submit');
    expect(textAt(walk.state(), 80, 24)).toContain('2*3*4 = 24');
  });

  it('is said in whole words below the ratings of a narrow window', () => {
    const panel = textAt(state('mark of a right number'), 40, 12);
    expect(panel).toMatch(/▸3 good/);
    expect(panel).toMatch(/\n +1 d +\d+ d +\d+ d +\d+ d *\n/);
    expect(textAt(state('mark of a right number'), 80, 24)).toMatch(/tomorrow +in \d+ days +in \d+ days +in \d+ days/);
  });

  it('names the drill in full at the summary', () => {
    const shown = state('summary');
    const screen = {
      ...shown,
      answered: shown.answered.map(entry => ({ ...entry, question: 'initialization/variance-from-fan-in' })),
    };
    const text = textAt(screen, 60, 24).replaceAll(/\s+/g, ' ');
    expect(text).toContain('tutor drill initialization/variance-from-fan-in');
    expect(text).toContain('with other numbers');
  });

  it('does not claim that nothing is due where something is left', () => {
    expect(textAt(state('summary with all taken back'), 80, 24)).toContain('1 left for today');
    expect(textAt(state('summary with all taken back'), 80, 24)).not.toContain('Nothing is due');
    expect(textAt(state('summary of nothing'), 80, 24)).toContain('Nothing is due');
  });
});
