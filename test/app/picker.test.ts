import { describe, expect, it } from 'vitest';
import { startHome } from '../../src/app/session.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import type { Template } from '../../src/bank/template.ts';
import { fixtures, onScreen, type Session, session } from './support.ts';

const question = (id: string, title: string, topics: string): Template =>
  readTemplate(
    `---\ntitle: ${title}\ntopics: [${topics}]\nvars: { a: { given: 2, int: [1, 999] } }\nanswer: { number: a + 1 }\n---\nWhat is {{a}} + 1?\n`,
    id,
    `${id}.md`,
  );

/** A small bank with a topic that is a question's whole id, and words that recur. */
const BANK = [
  question('cnn/receptive-field', 'What a unit sees', 'cnn/receptive-field'),
  question('cnn/weights', 'Weights of a convolution', 'cnn/parameters, cnn'),
  question('rnn/weights', 'Weights of a recurrent net', 'rnn'),
  question('rnn/clipping', 'Why gradients are clipped', 'rnn/gradients'),
  question('norm/batch', 'What batch normalization is good for', 'normalization'),
];

const finding = (text = '', templates: readonly Template[] = BANK): Session => {
  const walk = session({ start: startHome(), templates });
  walk.act('find');
  if (text !== '') walk.type(text);
  return walk;
};
const picker = (walk: Session) => onScreen(walk.state(), 'picker');
const places = (walk: Session): readonly string[] => picker(walk).found.map(({ place }) => place);

describe('what is found', () => {
  it.each([
    ['a topic before its questions', 'rnn', ['rnn', 'rnn/gradients', 'rnn/clipping', 'rnn/weights']],
    ['words in any order', 'recurrent weights', ['rnn/weights']],
    ['words of a title', 'of weights', ['cnn/weights', 'rnn/weights']],
    ['letters left out', 'recptive', ['cnn/receptive-field', 'cnn/receptive-field']],
    ['letters in the wrong order', 'wieghts', ['cnn/weights', 'rnn/weights']],
    ['a misspelled word that is only begun', 'grdai', ['rnn/gradients', 'rnn/clipping']],
    ['nothing that looks like it', 'quarks', []],
  ])('%s', (_what, query, expected) => {
    expect(places(finding(query)).toSorted()).toEqual([...expected].toSorted());
  });

  it('puts what is typed in full first, a topic or a question', () => {
    expect(picker(finding('rnn/weights')).found[0]).toMatchObject({ kind: 'question', place: 'rnn/weights' });
    expect(picker(finding('normalization/')).found[0]).toMatchObject({ kind: 'topic', place: 'normalization' });
    expect(picker(finding('cnn')).found[0]).toMatchObject({ kind: 'topic', place: 'cnn', questions: 2 });
  });

  it('tells where the letters stand, and how it read a misspelled word', () => {
    expect(picker(finding('clip')).found.at(-1)).toMatchObject({ titleMarks: [18, 19, 20, 21], marks: [4, 5, 6, 7] });
    expect(picker(finding('wieghts')).read).toBe('weights');
    expect(picker(finding('weights')).read).toBeNull();
  });

  it('counts what a long list does not show', () => {
    const many = Array.from({ length: 80 }, (_, i) => question(`sum/q${i}`, `Sum number ${i}`, 'sum'));
    const { found, total } = picker(finding('number', many));
    expect(found).toHaveLength(50);
    expect(total).toBe(80);
  });
});

it('narrows the list with every key, and keeps the cursor in the text', () => {
  const walk = finding('rn');
  const before = places(walk).length;
  walk.type('n/c');
  expect(places(walk).length).toBeLessThan(before);
  walk.machine.dispatch({ type: 'edit', edit: 'start' });
  walk.type('x');
  expect(picker(walk).entry).toMatchObject({ characters: [...'xrnn/c'], cursor: 1 });
  walk.machine.dispatch({ type: 'edit', edit: 'erase-all' });
  expect(picker(walk).entry.characters).toEqual([]);
  expect(places(walk)).toContain('rnn');
});

it('begins with the topic that is recalled least, so that Enter is a good choice', () => {
  const walk = session({ start: startHome(), templates: fixtures() });
  walk.act('study');
  const first = walk.question().presented.variant.template.topics[0]?.split('/')[0];
  walk.answer('wrong');
  walk.act('next');
  walk.answer('right');
  walk.act('back');
  walk.pass(3 * 86_400_000);
  walk.act('find');
  const [least, second, third] = picker(walk).found;
  expect(least).toMatchObject({ kind: 'topic', place: first, met: 1, due: 1 });
  const recalls = [least, second, third].map(one => (one?.kind === 'topic' ? one.recall : null));
  expect(recalls[0]).toBeLessThan(recalls[1] ?? 0);
  // What was never met comes behind what was.
  expect(recalls[2]).toBeNull();
});

it('tells the last mark of a question and not one that was taken back', () => {
  const walk = session({ start: startHome(), templates: [BANK[2] as Template] });
  walk.act('find');
  walk.type('recurrent');
  expect(picker(walk).found[0]).toMatchObject({ place: 'rnn/weights', last: null, standing: { met: false } });
  walk.act('drill');
  walk.answer('right');
  walk.act('back');
  expect(picker(walk).found[0]).toMatchObject({ last: 1 });
  walk.store.correct(walk.store.lastUndoable()?.id ?? '', { kind: 'undo' });
  walk.type(' net');
  expect(picker(walk).found[0]).toMatchObject({ last: null });
});

it('drills what is under the cursor, and comes back to it with the query kept', () => {
  const walk = finding('weights');
  walk.act('down');
  const place = places(walk)[1];
  walk.act('drill');
  expect(walk.state().lane).toMatchObject({ kind: 'drill', topic: place });
  expect(walk.question().presented.variant.template.id).toBe(place);
  walk.answer('right');
  walk.act('next', 'back');
  const { entry, row, found } = picker(walk);
  expect(entry.characters.join('')).toBe('weights');
  expect(found[row]?.place).toBe(place);
  expect(walk.state()).toMatchObject({ lane: { kind: 'study' }, notice: expect.stringContaining('1') });
  walk.act('back');
  expect(walk.state().screen?.name).toBe('home');
});

it('shows in the bank what is under the cursor, and comes back', () => {
  const walk = finding('rnn');
  walk.act('browse');
  const topic = onScreen(walk.state(), 'browser');
  expect(topic).toMatchObject({ filter: 'topic:rnn', row: 0 });
  expect(topic.rows.map(({ template }) => template.id)).toEqual(['rnn/clipping', 'rnn/weights']);
  walk.act('back');
  expect(picker(walk).entry.characters.join('')).toBe('rnn');
  walk.type('/weights');
  walk.act('browse');
  const { rows, row, filter } = onScreen(walk.state(), 'browser');
  expect(rows[row]?.template.id).toBe('rnn/weights');
  expect(filter).toBe('');
});

it('stays as it is where there is nothing to choose', () => {
  const walk = finding('quarks');
  const before = walk.state();
  walk.act('drill', 'browse');
  expect(walk.state()).toBe(before);
});

it('loses nothing of what is typed when the history cannot be read', () => {
  const walk = finding('rnn');
  walk.failing.add('find');
  walk.type('x');
  expect(picker(walk).entry.characters.join('')).toBe('rnn');
  expect(walk.state().notice).toBe('The disk is full.');
});
