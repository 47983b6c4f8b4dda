import { describe, expect, it } from 'vitest';
import type { AnswerKey } from '../../src/answers/answers.ts';
import type { Screen } from '../../src/app/screens.ts';
import { startSession } from '../../src/app/session.ts';
import type { State } from '../../src/app/state.ts';
import { loadFolder } from '../../src/bank/load.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { frame } from '../../src/tui/frame.ts';
import { heard } from '../../src/tui/reader/reader.ts';
import { news } from '../../src/tui/reader/transcript.ts';
import { spokenKey, spokenLine } from '../../src/tui/reader/words.ts';
import { styled } from '../../src/tui/styled.ts';
import { session, ZONE } from '../app/support.ts';
import { names, stateOf } from './gallery.ts';

const STUDY = startSession({ kind: 'study' });

/** All that is said of a screen that one comes to. */
function allOf(state: State): string[] {
  const now = heard(state, ZONE);
  return [...news(null, now), now.current];
}

const SIGNS = /[▸▹►✓✗✘◐☐☑☒█░▒▢‹›┃│─┌┐└┘├┤┬┴┼╭╮╰╯⎡⎢⎣⎤⎥⎦•◦]|(?<![\p{L}\]])\[[x ]\]|\([• ]\)/u;
/** What a student wrote is said as it is. */
const OWN_SIGNS = '• gates [x] help';

/** The words of a screen with room for everything, but for the names of keys. */
function wordsOn(state: State): string[] {
  const spans = frame(state, { columns: 100, rows: 400 }, ZONE).lines.slice(2, -1).flat();
  // What keys do and what formulas are is said in other words.
  const words = spans.flatMap(({ text, token }) =>
    token === 'key' || token === 'math' ? [] : (text.match(/[\p{L}\p{N}]{3,}/gu) ?? []),
  );
  // A long reply is cut off on a screen.
  return words.filter(word => word.length < 40);
}

/** Whether there is something that a cursor can stand on. */
function hasRows(screen: Screen): boolean {
  switch (screen.name) {
    case 'question':
    case 'judge':
    case 'settings':
      return true;
    case 'home':
      return screen.home.topics.length > 0;
    case 'aside':
      return screen.rows.length > 0;
    case 'history':
      return screen.rows.length > 0 || screen.search !== null;
    case 'picker':
      return true;
    case 'browser':
      return !screen.reading && (screen.rows.length > 0 || screen.search !== null);
    case 'exams':
      return !screen.report && screen.rows.length > 0;
    default:
      return false;
  }
}

/** Where listeners are told less on purpose, or in other words. */
function isToldOtherwise(name: string): boolean {
  const { screen, help } = stateOf(name);
  if (help) return false;
  switch (screen?.name) {
    // A chart is told in a sentence, and not by the names on its axes.
    case 'statistics':
    // The signs of the look are shown to be seen.
    case 'settings':
    // Of lists that change with every key only what is under the cursor is said.
    case 'picker':
      return true;
    case 'browser':
      return !screen.reading;
    // A step at a time is heard by itself: the question comes again with the last.
    case 'mark':
      return screen.steps !== null || TOLD_IN_PLACE.has(name);
    case 'question':
      return TOLD_IN_PLACE.has(name);
    default:
      return false;
  }
}

/** Screens of which a word or two belongs to a sign, or to a list of names: what it means is said where it stands. */
const TOLD_IN_PLACE = new Set([
  'scratch pad that was used',
  'wide characters',
  'mark of several matrices',
  'mark of a table with many columns',
]);

describe.each(names)('%s', name => {
  it('is said without signs for the eye', () => {
    const said = allOf(stateOf(name));
    expect(said.filter(line => SIGNS.test(line.replace(OWN_SIGNS, '')))).toEqual([]);
    expect(said.filter(line => /\p{Cc}| {2}|^\s|^,|,,/u.test(line))).toEqual([]);
  });

  it('is said in full', ({ skip }) => {
    skip(isToldOtherwise(name), 'told in other words');
    const said = allOf(stateOf(name)).join(' ');
    expect(wordsOn(stateOf(name)).filter(word => !said.includes(word))).toEqual([]);
  });

  it('says what is under the cursor', () => {
    const { screen, help, why } = stateOf(name);
    const hasCursor = !help && !why && screen !== null && hasRows(screen);
    expect(allOf(stateOf(name)).at(-1)).toMatch(hasCursor ? /^current: \S/ : /^$/);
  });
});

describe('everything that can be chosen is said, in every question', () => {
  // One session for all of a folder: to open one takes longer than to hear a question.
  it.each(['questions', 'test/fixtures/bank', 'test/fixtures/kinds'])('of %s', folder => {
    const { templates } = loadFolder(folder);
    const walk = session({ start: STUDY, templates });
    for (const template of templates) {
      const presented = { ...walk.question().presented, variant: makeVariant(template, 1) };
      walk.machine.dispatch({ type: 'presented', presented });
      const { id } = template;
      const said = allOf(walk.state()).join('\n');
      // What looks like a box belongs to a figure there.
      const figure = presented.variant.stem.includes('( )') ? '( )' : '';
      expect(said.replaceAll(figure, ''), id).not.toMatch(SIGNS);
      for (const [i, { key }] of presented.variant.parts.entries())
        for (const label of labelsOf(key, i === 0)) expect(said, id).toMatch(label);
      walk.act('hint');
      walk.answer('wrong');
      expect(walk.mark().presented.variant.template.id).toBe(id);
      expect(allOf(walk.state()).join('\n').replaceAll(figure, ''), id).not.toMatch(SIGNS);
      walk.machine.dispatch({ type: 'presented', presented });
    }
  });
});

/** @param current whether it is the part that is answered now: of a page that is not, nothing can be chosen. */
function labelsOf(key: AnswerKey, current: boolean): RegExp[] {
  switch (key.kind) {
    case 'choice':
      return key.options.map(({ label }) => new RegExp(`not ticked, ${label}, \\S`));
    case 'order':
      return key.lines.map(({ label }) => new RegExp(`\\(${label}\\),? \\S`));
    case 'match':
      return [
        ...key.blanks.map(({ label }) => new RegExp(`nothing given: ${label}\\b`)),
        ...key.options.map(({ label }) => new RegExp(`^${label}, \\S`, 'm')),
      ];
    case 'rubric':
      return current ? [/line 1 of 1: empty|answer:|Answer:/i] : [];
    default:
      return [/empty/];
  }
}

describe('words', () => {
  it.each([
    [[styled('✓ ', 'good'), styled('Right')], 'Right'],
    [[styled('✗ '), styled('784')], 'wrong: 784'],
    [[styled('◐ '), styled('b  ')], 'partly right: b'],
    [[styled('8 · 7', 'math')], '8 times 7'],
    [
      [styled('read as ', 'muted'), styled('∂L/∂w₁ − x̂²', 'math')],
      'read as partial L divided by partial w sub 1 minus x hat squared',
    ],
    [[styled('  ·', 'muted')], 'empty'],
    [[styled('→ ', 'warning'), styled('The bias')], 'comment: The bias'],
    [[styled('x₁', 'math'), styled(' → '), styled('U', 'math')], 'x sub 1: U'],
    [
      [styled('50 % → 75 %, again → good, 9 times out of 10 within 30–89 %')],
      '50 % to 75 %, again to good, 9 times out of 10 within 30 to 89 %',
    ],
    [
      [styled('  h H , < alt-/ ', 'key'), styled('settings')],
      'h or Shift-H or comma or less than or Alt-slash, settings',
    ],
    [[styled('┌───┬───┐', 'dim')], ''],
    [[styled('│', 'dim'), styled(' a '), styled('│', 'dim'), styled(' b '), styled('│', 'dim')], 'a, b'],
    [[styled('[x] '), styled('a  ', 'strong'), styled('yes')], 'ticked, a, yes'],
    [[styled('which are drawn as ( ) or [ ] here')], 'which are drawn as ( ) or [ ] here'],
    [[styled('▸ ', 'accent'), styled('[·] '), styled('2  ', 'strong'), styled('Gate')], 'nothing given: 2, Gate'],
    [[styled('✗ ', 'bad'), styled('[b] '), styled('2  ', 'strong'), styled('Gate')], 'wrong: b given: 2, Gate'],
    [[styled('  ✓ ', 'accent'), styled('c  ', 'strong'), styled('Gate')], 'in use: c, Gate'],
    [[styled('2 of 3    read as 4')], '2 of 3, read as 4'],
    [[styled('1  Numbers  2 questions   6 cr')], '1, Numbers, 2 questions, 6 credits'],
    [[styled('1.1  empty  1 cr  2.1  0.5 cr')], '1.1, empty, 1 credit, 2.1, 0.5 credits'],
    [[styled('from −0.5 to 2 − 1, n −1')], 'from minus 0.5 to 2 minus 1, n −1'],
    [
      [styled('Bound the derivative '), styled('the derivative of h with respect to x', 'math')],
      'Bound the derivative of h with respect to x',
    ],
    [
      [styled('✗ ', 'bad'), styled('[ ] '), styled('c  ', 'strong'), styled('right  '), styled('It damps')],
      'wrongly not ticked, c is right: It damps',
    ],
  ])('of %j', (line, words) => {
    expect(spokenLine(line).text).toBe(words);
  });

  it('of keys', () => {
    expect(['up', 'escape', '?', 'ctrl-d', 'alt-?', 'shift-tab', 'K', 'pagedown', 'h'].map(spokenKey)).toEqual([
      'Up',
      'Escape',
      'question mark',
      'Ctrl-D',
      'Alt-question mark',
      'Shift-Tab',
      'Shift-K',
      'Page down',
      'h',
    ]);
  });
});
