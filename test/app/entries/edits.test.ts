import { expect, it } from 'vitest';
import { sizeOf } from '../../../src/app/entries/contents.ts';
import type { Entry } from '../../../src/app/entries/entries.ts';
import type { TextEntry } from '../../../src/app/entries/text.ts';
import type { Action } from '../../../src/app/events.ts';
import { startSession } from '../../../src/app/session.ts';
import { fixture, kindFixture, type Session, session, WRITTEN_ELSEWHERE, withBlanks } from '../support.ts';

/** Undoing and redoing in every way of making a reply. */

const STUDY = startSession({ kind: 'study' });
const on = (id: string): Session => session({ start: STUDY, templates: [kindFixture(id)] });
const onNumber = (): Session => session({ start: STUDY, templates: [fixture('cnn/filter-weights')] });

/** What the replies hold, wherever their cursors stand. */
const contents = (walk: Session): unknown => walk.question().entries.map(contentsOf);

const joined = ({ characters }: TextEntry): string => characters.join('');

function contentsOf(entry: Entry): unknown {
  switch (entry.kind) {
    case 'text':
    case 'page':
      return entry.characters.join('');
    case 'grid':
      return entry.cells.map(row => row.map(joined));
    case 'boxes':
      return [entry.ticked, entry.none];
    case 'lines':
      return [entry.chosen, entry.fills.map(joined)];
    case 'pairs':
      return entry.given;
  }
}

const typing =
  (text: string) =>
  (walk: Session): void => {
    for (const character of text) walk.type(character);
  };
const pasting =
  (text: string) =>
  (walk: Session): void =>
    walk.paste(text);
const acting =
  (...actions: readonly Action[]) =>
  (walk: Session): void =>
    walk.act(...actions);
const erasing = (walk: Session): void => {
  for (let i = 0; i < 2; i++) walk.machine.dispatch({ type: 'edit', edit: 'erase' });
};
const clearing = (walk: Session): void => walk.machine.dispatch({ type: 'edit', edit: 'erase-all' });

/** Each step is one undo, whatever keys it took. */
const WAYS: readonly (readonly [string, () => Session, readonly ((walk: Session) => void)[]])[] = [
  ['a number', onNumber, [typing('12 '), typing('+ '), typing('34'), erasing, pasting('5 + 6'), clearing, typing('7')]],
  ['a formula', () => on('expression/deviation'), [typing('sqrt(2/n)'), clearing, pasting('2/n')]],
  [
    'a matrix',
    () => on('tensor/outer'),
    [typing('1 '), typing('2'), erasing, pasting('[1 2; 3 4]'), clearing, acting('next-cell'), typing('9')],
  ],
  [
    'boxes',
    () => session({ start: STUDY, templates: [fixture('optimization/any-right')] }),
    [typing('a'), typing('c'), acting('none'), pasting('b, d')],
  ],
  ['lines', () => on('order/average'), [typing('2'), typing('1'), acting('move-up'), pasting('3 1 2')]],
  ['pairs', () => on('match/gates'), [typing('b'), typing('d'), pasting('1=a 2=b 3=c')]],
  [
    'a page',
    () => on('rubric/vanishing'),
    [typing('The '), typing('gates'), acting('newline'), pasting('• so\nit is'), acting('edit-page'), clearing],
  ],
];

it.each(WAYS)('goes back step by step, and on again, in %s', (_, begin, steps) => {
  const walk = begin();
  const seen = [contents(walk)];
  for (const step of steps) {
    step(walk);
    const now = contents(walk);
    if (JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now);
  }
  expect(seen.length).toBeGreaterThan(2);
  for (const before of seen.slice(0, -1).toReversed()) {
    walk.act('undo-edit');
    expect(contents(walk)).toEqual(before);
  }
  walk.act('undo-edit');
  expect(walk.state().notice).toBe('There is nothing to undo in this reply.');
  for (const after of seen.slice(1)) {
    walk.act('redo-edit');
    expect(contents(walk)).toEqual(after);
  }
  walk.act('redo-edit');
  expect(walk.state().notice).toBe('There is nothing to redo in this reply.');
});

it('forgets what was undone once something else is typed', () => {
  const walk = onNumber();
  typing('1 2')(walk);
  walk.act('undo-edit');
  typing('3')(walk);
  walk.act('redo-edit');
  expect(contents(walk)).toEqual(['1 3']);
});

it('begins a step where the cursor was moved, and puts it back where it stood', () => {
  const walk = onNumber();
  typing('12')(walk);
  walk.machine.dispatch({ type: 'edit', edit: 'left' });
  typing('9')(walk);
  walk.act('undo-edit');
  expect(walk.question().entries).toMatchObject([{ characters: ['1', '2'], cursor: 1 }]);
  walk.act('undo-edit');
  expect(contents(walk)).toEqual(['']);
});

it('keeps the parts of a question apart', () => {
  const walk = session({ start: STUDY, templates: [fixture('losses/two-steps')] });
  typing('3')(walk);
  walk.act('next-part');
  typing('9')(walk);
  walk.act('previous-part', 'undo-edit');
  expect(contents(walk)).toEqual(['', '9']);
  walk.act('next-part', 'undo-edit');
  expect(contents(walk)).toEqual(['', '']);
});

it('undoes in the blank of a line word by word', () => {
  const walk = withBlanks('order/average');
  typing('3')(walk);
  walk.act('fill');
  typing('beta one')(walk);
  const before = contents(walk);
  walk.act('undo-edit');
  expect(JSON.stringify(contents(walk))).toContain('beta ');
  walk.act('redo-edit');
  expect(contents(walk)).toEqual(before);
});

it('undoes what came from the own editor as one step', () => {
  const walk = on('rubric/vanishing');
  typing('Yes')(walk);
  walk.act('edit-page');
  expect(contents(walk)).toEqual([`Yes${WRITTEN_ELSEWHERE.trimEnd()}`]);
  walk.act('undo-edit');
  expect(contents(walk)).toEqual(['Yes']);
});

it('keeps the last two hundred steps, and fewer of a long page', () => {
  const walk = onNumber();
  for (let i = 0; i < 230; i++) walk.paste('1');
  for (let i = 0; i < 230; i++) walk.act('undo-edit');
  expect(contents(walk)).toEqual(['1'.repeat(30)]);
  const page = on('rubric/vanishing');
  page.paste('x'.repeat(19_000));
  for (let i = 0; i < 60; i++) page.paste('y');
  expect(page.question().edits?.[0]?.past.length).toBe(20);
});

it('copies nothing to tell what a step costs, which is asked for each of them at each key', () => {
  const characters = { length: 20_000 } as readonly string[];
  const field: TextEntry = { kind: 'text', characters, cursor: 0 };
  const cells = [[field, field]];
  expect(sizeOf({ kind: 'page', characters, cursor: 0 })).toBe(20_000);
  expect(sizeOf({ kind: 'grid', cells, row: 0, column: 0, note: null })).toBe(40_002);
});
