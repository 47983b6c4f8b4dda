import { expect, it } from 'vitest';
import { pastFacts } from '../../../src/app/history/facts.ts';
import { resultSoFar } from '../../../src/app/scratch/pad.ts';
import { startHome, startSession } from '../../../src/app/session.ts';
import { Bank } from '../../../src/bank/bank.ts';
import { pastOf } from '../../../src/commands/history/past.ts';
import { fixture, kindFixture, onScreen, type Session, session, simpleQuestions } from '../support.ts';

/** The scratch pad of a question, from opening it to the history. */

const STUDY = startSession({ kind: 'study' });
const onNumber = (): Session => session({ start: STUDY, templates: [fixture('cnn/filter-weights')] });

function worked(walk: Session, ...lines: readonly string[]): void {
  for (const line of lines) {
    walk.type(line);
    walk.act('submit');
  }
}

const padOf = (walk: Session): string[] =>
  (walk.question().pad?.lines ?? []).map(({ text, computed }) => (computed ? `${text} = ${computed.text}` : text));
const fieldOf = (walk: Session): string => walk.question().pad?.field.characters.join('') ?? '';

it('works lines out, keeps what cannot be read in the field, and costs nothing', () => {
  const walk = onNumber();
  walk.act('scratch');
  worked(walk, 'a = 16*7', '# one bias', 'a + 1', '3 + (4*');
  expect(padOf(walk)).toEqual(['a = 16*7 = 112', '# one bias', 'a + 1 = 113']);
  expect(fieldOf(walk)).toBe('3 + (4*');
  expect(walk.question().pad?.problem).toEqual({ reason: 'something is missing after "*"', position: 7 });
  walk.type('2)');
  expect(walk.question().pad?.problem).toBeNull();
  walk.act('submit');
  expect(padOf(walk).at(-1)).toBe('3 + (4*2) = 11');
  walk.act('submit');
  expect(walk.state().notice).toMatch(/^Type a calculation/);
  expect(walk.question().entries).toMatchObject([{ characters: [] }]);
});

it('says that the end of a long line was left out', () => {
  const walk = onNumber();
  walk.act('scratch');
  walk.paste(`[${'1 2; '.repeat(200)}]`);
  expect(walk.question().pad?.problem).toEqual({
    reason: 'more than 500 characters do not fit, and the rest was left out',
    position: 500,
  });
});

it('walks through its lines, and back to what was typed', () => {
  const walk = onNumber();
  walk.act('scratch');
  worked(walk, '1', '2');
  walk.type('3');
  const seen = (['earlier-reply', 'earlier-reply', 'earlier-reply', 'later-reply', 'later-reply'] as const).map(
    action => {
      walk.act(action);
      return fieldOf(walk);
    },
  );
  expect(seen).toEqual(['2', '1', '1', '2', '3']);
});

it('undoes what was done to its line, word by word, and does it again', () => {
  const walk = onNumber();
  walk.act('scratch');
  worked(walk, '1');
  for (const letter of '2 + ans') walk.type(letter);
  walk.machine.dispatch({ type: 'edit', edit: 'erase-all' });
  const seen = (['undo-edit', 'undo-edit', 'undo-edit', 'undo-edit', 'redo-edit', 'redo-edit'] as const).map(action => {
    walk.act(action);
    return fieldOf(walk);
  });
  expect(seen).toEqual(['2 + ans', '2 + ', '2 ', '', '2 ', '2 + ']);
  walk.act('earlier-reply', 'undo-edit');
  expect(fieldOf(walk)).toBe('2 + ');
  walk.type('5');
  walk.act('submit', 'undo-edit');
  expect(walk.state().notice).toBe('There is nothing to undo in this line.');
  expect(padOf(walk)).toEqual(['1 = 1', '2 + 5 = 7']);
});

it('tells what a line comes to while it is typed, and nothing of one that is not finished', () => {
  const walk = onNumber();
  walk.act('scratch');
  worked(walk, 'a = 13');
  const soFar = [...'a/4'].map(letter => {
    walk.type(letter);
    return resultSoFar(walk.question().pad ?? raise());
  });
  expect(soFar).toEqual(['13', null, '3.25']);
  walk.machine.dispatch({ type: 'edit', edit: 'erase-all' });
  walk.type('b = 7');
  expect(resultSoFar(walk.question().pad ?? raise())).toBeNull();
});

it('puts the last value into the reply, where it can be undone', () => {
  const walk = onNumber();
  walk.type('1+');
  walk.act('scratch');
  worked(walk, '8*7^2');
  walk.type('ans + 1');
  walk.act('take-value');
  expect(walk.question().entries).toMatchObject([{ characters: [...'1+393'] }]);
  expect(walk.question().pad?.active).toBe(false);
  walk.act('undo-edit');
  expect(walk.question().entries).toMatchObject([{ characters: [...'1+'] }]);

  const grid = session({ start: STUDY, templates: [kindFixture('tensor/outer')] });
  grid.act('scratch', 'take-value');
  expect(grid.state().notice).toBe('There is no value on the pad yet.');
  worked(grid, '[1; 2] * [3 4]');
  grid.act('take-value');
  expect(grid.question().entries).toMatchObject([
    {
      cells: [
        [['3'], ['4']],
        [['6'], ['8']],
      ].map(row => row.map(characters => ({ characters }))),
    },
  ]);
});

it('never makes one number of the value and what is typed beside it', () => {
  const walk = onNumber();
  walk.type('1.7^5');
  walk.machine.dispatch({ type: 'edit', edit: 'left' });
  walk.act('scratch');
  worked(walk, '1/4');
  walk.act('take-value');
  expect(walk.question().entries).toMatchObject([{ characters: [...'1.7^0.25 5'] }]);
  walk.machine.dispatch({ type: 'edit', edit: 'end' });
  walk.act('scratch', 'take-value');
  expect(walk.question().entries).toMatchObject([{ characters: [...'1.7^0.25 5 0.25'] }]);
});

it('outlives leaving to the home screen, and is empty for the next question', () => {
  const walk = session({ start: startHome(), templates: simpleQuestions(2) });
  walk.act('study', 'scratch');
  worked(walk, '2^10');
  walk.act('back', 'back');
  expect(walk.state().screen?.name).toBe('home');
  walk.act('study');
  expect(padOf(walk)).toEqual(['2^10 = 1024']);
  walk.answer('right');
  walk.act('next');
  expect(walk.question().pad).toBeUndefined();
});

it('is kept with the answer, and shown with it in the history', () => {
  const templates = [fixture('cnn/filter-weights')];
  const walk = session({ start: STUDY, templates });
  walk.act('scratch');
  worked(walk, '8*7^2', 'one bias each');
  walk.act('back');
  walk.answer('right');
  const [review] = walk.store.reviews();
  expect(review?.scratch).toEqual(['8*7^2 = 392', 'one bias each']);
  const past = pastOf(
    { bank: new Bank(templates), store: () => walk.store },
    walk.store.reviewById(walk.mark().review) ?? raise(),
  );
  const facts = pastFacts(past);
  const first = facts.findIndex(([name]) => name === 'scratch');
  expect(facts.slice(first, first + 2)).toEqual([
    ['scratch', '8*7^2 = 392'],
    ['', 'one bias each'],
  ]);
});

it('leaves no trace where it was not used', () => {
  const walk = onNumber();
  walk.act('scratch', 'back');
  walk.answer('right');
  expect(walk.store.reviews().map(review => 'scratch' in review)).toEqual([false]);
  expect(onScreen(walk.state(), 'mark').mark.credit).toBe(1);
});

function raise(): never {
  throw new Error('the answer is not in the history');
}
