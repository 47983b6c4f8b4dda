import { describe, expect, it } from 'vitest';
import type { BrowserScreen } from '../../src/app/browser/state.ts';
import { startHome } from '../../src/app/session.ts';
import type { Template } from '../../src/bank/template.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { UNDRAWABLE } from '../tui/galleries/browser.ts';
import { fixture, fixtures, onScreen, type Session, session } from './support.ts';

const bank = (templates: readonly Template[] = fixtures()): Session => {
  const walk = session({ start: startHome(), templates });
  walk.act('browse');
  return walk;
};
const browser = (walk: Session): BrowserScreen => onScreen(walk.state(), 'browser');
const ids = (walk: Session): readonly string[] => browser(walk).rows.map(({ template }) => template.id);
const current = (walk: Session): string | undefined => browser(walk).rows[browser(walk).row]?.template.id;

describe('the list', () => {
  it('has every question, those of a topic next to each other', () => {
    expect(ids(bank())).toEqual([
      'cnn/filter-weights',
      'losses/two-steps',
      'optimization/any-right',
      'optimization/one-right',
    ]);
  });

  it('is walked by question and by topic, and stops at its ends', () => {
    const walk = bank();
    walk.act('up');
    expect(browser(walk).row).toBe(0);
    walk.act('group-down', 'group-down', 'down');
    expect(current(walk)).toBe('optimization/one-right');
    walk.act('down');
    expect(browser(walk).row).toBe(3);
    walk.act('group-up');
    expect(current(walk)).toBe('optimization/any-right');
    walk.act('group-up');
    expect(current(walk)).toBe('losses/two-steps');
    walk.act('last-row');
    expect(browser(walk).row).toBe(3);
    walk.act('newest');
    expect(browser(walk).row).toBe(0);
  });
});

describe('a filter', () => {
  const left = (filter: string): readonly string[] => {
    const walk = bank();
    walk.act('search');
    walk.type(filter);
    return ids(walk).map(id => id.split('/')[1] ?? '');
  };

  it.each([
    ['kind:number', ['filter-weights', 'two-steps']],
    ['kind:cho momentum', ['any-right']],
    ['credits:2', ['filter-weights', 'any-right']],
    ['credits:<2', ['one-right']],
    ['credits:>2', ['two-steps']],
    ['credits:two', []],
    ['source:FIXTURE/3', ['any-right']],
    ['topic:sums', ['two-steps']],
    ['topic:opt', ['any-right', 'one-right']],
    ['topic:', ['filter-weights', 'two-steps', 'any-right', 'one-right']],
    ['Step', ['two-steps', 'one-right']],
    ['new', ['filter-weights', 'two-steps', 'any-right', 'one-right']],
    ['todo', ['filter-weights', 'two-steps', 'any-right', 'one-right']],
    ['known', []],
  ])('%s', (filter, expected) => {
    expect(left(filter)).toEqual(expected);
  });

  it('goes by how questions stand', () => {
    const walk = session({ start: startHome(), newPerDay: 1 });
    walk.act('study');
    const { id } = walk.question().presented.variant.template;
    walk.answer('wrong');
    walk.act('back', 'browse', 'search');
    const narrowed = (word: string): readonly string[] => {
      walk.machine.dispatch({ type: 'edit', edit: 'erase-all' });
      walk.type(word);
      return ids(walk);
    };
    expect(narrowed('due')).toEqual([]);
    // What was not known is asked again today, and nothing new beside it.
    expect(narrowed('todo')).toEqual([id]);
    expect(narrowed('new')).not.toContain(id);
    walk.pass(30 * 86_400_000);
    walk.act('back', 'back', 'browse', 'search');
    expect(narrowed('due')).toEqual([id]);
  });

  it('keeps the question under the cursor while it can, and is given up or kept', () => {
    const walk = bank();
    walk.act('last-row', 'search');
    walk.type('topic:opt');
    expect(current(walk)).toBe('optimization/one-right');
    walk.type(' momentum');
    expect(current(walk)).toBe('optimization/any-right');
    walk.act('submit');
    expect(browser(walk)).toMatchObject({ search: null, filter: 'topic:opt momentum' });
    walk.act('search');
    walk.type('nothing');
    expect(ids(walk)).toEqual([]);
    walk.act('back');
    expect(browser(walk)).toMatchObject({ search: null, filter: 'topic:opt momentum' });
    walk.act('back');
    expect(browser(walk).filter).toBe('');
    expect(current(walk)).toBe('optimization/any-right');
    walk.act('back');
    expect(walk.state().screen?.name).toBe('home');
  });
});

describe('the question under the cursor', () => {
  it('is drawn as "tutor bank show" draws it', () => {
    const walk = bank();
    const stem = (): string | undefined => browser(walk).look?.variant?.stem;
    const drawn = (seed: number | null): string => makeVariant(fixture('cnn/filter-weights'), seed).stem;
    expect(browser(walk).seed).toBe(1);
    expect(stem()).toBe(drawn(1));
    walk.act('redraw', 'redraw');
    expect(browser(walk).seed).toBe(3);
    expect(stem()).toBe(drawn(3));
    walk.act('redraw-back');
    expect(stem()).toBe(drawn(2));
    walk.act('given');
    expect(stem()).toBe(drawn(null));
    walk.act('given');
    expect(browser(walk).seed).toBe(2);
    walk.act('redraw-back', 'redraw-back', 'redraw-back');
    expect(browser(walk).seed).toBe(0);
  });

  it('keeps its seed from question to question, and is drawn once while one goes back and forth', () => {
    const walk = bank();
    walk.act('redraw');
    const first = browser(walk).look?.variant;
    walk.act('down');
    expect(browser(walk).look).toMatchObject({ question: 'losses/two-steps', seed: 2 });
    walk.act('up');
    expect(browser(walk).look?.variant).toBe(first);
  });

  it('tells why it cannot be drawn, with the place in its file, and lets one go on', () => {
    const walk = bank([UNDRAWABLE, ...fixtures()]);
    expect(browser(walk).look).toMatchObject({
      variant: null,
      trouble: expect.stringMatching(/^aaa\/never\.md:5:9: /),
    });
    walk.act('open', 'reveal', 'redraw');
    expect(browser(walk).look?.trouble).toContain('seed 2');
    walk.act('drill');
    expect(walk.state().notice).toContain('aaa/never.md:5:9');
    walk.act('given', 'down');
    expect(browser(walk).look?.question).toBe('cnn/filter-weights');
  });

  it('is read by itself, from one to the next', () => {
    const walk = bank();
    walk.act('open', 'down');
    expect(browser(walk)).toMatchObject({ reading: true, row: 1 });
    walk.act('last-row', 'down');
    expect(walk.state().notice).toBe('This is the last question of the list.');
    walk.act('back');
    expect(browser(walk).reading).toBe(false);
  });
});

it('sets a question aside and brings it back, in sight', () => {
  const walk = bank();
  const standing = (): boolean | undefined => browser(walk).rows[browser(walk).row]?.standing.aside;
  walk.act('down', 'set-aside');
  expect(standing()).toBe(true);
  expect(walk.state().notice).toContain('Set aside: A sum and its square');
  expect(current(walk)).toBe('losses/two-steps');
  walk.act('set-aside');
  expect(standing()).toBe(false);
  expect(walk.state().notice).toBe('Brought back: A sum and its square');
});

it('comes back from a drill to where it was, with what has become of the question', () => {
  const walk = bank();
  walk.act('down', 'redraw', 'reveal', 'drill');
  expect(walk.question().presented.variant.template.id).toBe('losses/two-steps');
  walk.answer('right');
  walk.act('back');
  expect(browser(walk)).toMatchObject({ row: 1, seed: 2, reveal: true, look: { answers: 1 } });
  expect(walk.state().lane).toEqual({ kind: 'study' });
});

it('stays in what the filter leaves when a question is taken out of it', () => {
  const walk = bank();
  walk.act('set-aside', 'last-row', 'set-aside', 'search');
  walk.type('aside');
  walk.act('submit');
  expect(ids(walk)).toEqual(['cnn/filter-weights', 'optimization/one-right']);
  expect(current(walk)).toBe('optimization/one-right');
  walk.act('set-aside');
  expect(current(walk)).toBe('cnn/filter-weights');
  walk.act('set-aside');
  expect(ids(walk)).toEqual([]);
  expect(browser(walk)).toMatchObject({ row: 0, look: null });
});
