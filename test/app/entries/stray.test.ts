import { expect, it } from 'vitest';
import { startSession } from '../../../src/app/session.ts';
import { fixture, kindFixture, session } from '../support.ts';

const STUDY = startSession({ kind: 'study' });

/** What is said after each of these keys, on one question. */
function saidBy(template: ReturnType<typeof fixture>, ...signs: readonly string[]): readonly (string | null)[] {
  const walk = session({ start: STUDY, templates: [template] });
  return signs.map(sign => {
    walk.type(sign);
    return walk.question().complaint;
  });
}

it('says which letters there are when another is typed, and no more of it after the next key', () => {
  expect(saidBy(fixture('optimization/any-right'), 'x', 'X', 'a', '9', '2', '-')).toEqual([
    'There is no option x: the options are a to d.',
    'There is no option x: the options are a to d.',
    null,
    'There is no option 9: the options are a to d.',
    null,
    null,
  ]);
});

it('tells blanks from what belongs into them, and lines by their numbers', () => {
  const [letter, blank, right] = saidBy(kindFixture('match/gates'), 'z', '9', 'a');
  expect(letter).toMatch(/^There is no option z: the options are a to [a-y]\.$/);
  expect(blank).toMatch(/^There is no blank 9: the blanks are 1 to [2-8]\.$/);
  expect(right).toBeNull();
  const [line, first] = saidBy(kindFixture('order/average'), '9', '1');
  expect(line).toMatch(/^There is no line 9: the lines are 1 to [2-8]\.$/);
  expect(first).toBeNull();
});

it('leaves fields alone, in which every letter is text', () => {
  expect(saidBy(kindFixture('words/overfitting'), 'x', '9')).toEqual([null, null]);
});
