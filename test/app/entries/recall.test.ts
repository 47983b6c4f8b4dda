import { expect, it } from 'vitest';
import { startSession } from '../../../src/app/session.ts';
import { kindFixture, type Session, session, simpleQuestions } from '../support.ts';

/** What was typed before comes back into fields of its kind. */

const STUDY = startSession({ kind: 'study' });

const shown = (walk: Session): string => {
  const [entry] = walk.question().entries;
  if (entry?.kind === 'grid')
    return entry.cells.map(row => row.map(cell => cell.characters.join('')).join(' ')).join('; ');
  return entry?.kind === 'text' ? entry.characters.join('') : '';
};

/** Hands replies in, one a question, and stands on the next one. */
function handedIn(walk: Session, replies: readonly string[]): void {
  for (const reply of replies) {
    walk.type(reply);
    walk.act('submit', 'next');
  }
}

it('walks to what was typed first and back to the draft, as a shell does', () => {
  const walk = session({ start: STUDY, templates: simpleQuestions(4) });
  handedIn(walk, ['1', '2*3']);
  walk.type('unread');
  walk.act('submit');
  expect(walk.question().complaint).toContain('unread');
  walk.machine.dispatch({ type: 'edit', edit: 'erase-all' });
  walk.type('draft');
  const seen = [-1, -1, -1, -1].map(() => {
    walk.act('earlier-reply');
    return shown(walk);
  });
  expect(seen).toEqual(['unread', '2*3', '1', '1']);
  expect(walk.state().notice).toMatch(/^Nothing else was typed/);
  const back = [1, 1, 1, 1].map(() => {
    walk.act('later-reply');
    return shown(walk);
  });
  expect(back).toEqual(['2*3', 'unread', 'draft', 'draft']);
  expect(walk.state().notice).toBe('This is what was typed last.');
});

it('is one step to be undone, and ends where something is typed', () => {
  const walk = session({ start: STUDY, templates: simpleQuestions(3) });
  handedIn(walk, ['1', '2']);
  walk.type('draft');
  walk.act('earlier-reply', 'earlier-reply');
  walk.type('0');
  expect(shown(walk)).toBe('10');
  walk.act('undo-edit');
  expect(shown(walk)).toBe('1');
  walk.act('undo-edit');
  expect(shown(walk)).toBe('draft');
  walk.act('earlier-reply', 'later-reply', 'undo-edit');
  expect(shown(walk)).toBe('');
});

it('keeps the kinds apart, and fits matrices to their cells', () => {
  const templates = ['tensor/outer', 'shape/flatten', 'rubric/vanishing'].map(kindFixture);
  const walk = session({ start: STUDY, templates });
  const replies: Readonly<Record<string, string>> = {
    'tensor/outer': '[1 2; 3 4]',
    'shape/flatten': '(N, 784)',
    'rubric/vanishing': 'A page.',
  };
  for (let i = 0; i < 3; i++) {
    const { id } = walk.question().presented.variant.template;
    walk.paste(replies[id] ?? '');
    walk.act('submit', 'submit');
    walk.act('next');
  }
  for (let i = 0; i < 3 && walk.state().screen?.name === 'question'; i++) {
    const { id } = walk.question().presented.variant.template;
    walk.act('earlier-reply');
    expect(shown(walk)).toBe({ 'tensor/outer': '1 2; 3 4', 'shape/flatten': '(N, 784)' }[id] ?? '');
    walk.act('submit', 'submit', 'next');
  }
  expect(
    walk
      .state()
      .typed.map(({ kind }) => kind)
      .sort(),
  ).toEqual(['shape', 'tensor']);
});

it('says what was typed twice once, where it was typed last', () => {
  const walk = session({ start: STUDY, templates: simpleQuestions(5) });
  handedIn(walk, ['7', '8', '7']);
  expect(walk.state().typed.map(({ text }) => text)).toEqual(['8', '7']);
});
