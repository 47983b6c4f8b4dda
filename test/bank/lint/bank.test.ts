import { describe, expect, it } from 'vitest';
import { template } from '../support.ts';
import { named, SOUND_BODY, SOUND_FRONT, said, saidOf } from './support.ts';

/** Rules about what stands around a question, and about the others. */

const fact = 'answer: { number: 7 }';

describe('what belongs to every question', () => {
  it.each([
    ['source', /^cnn\/q\.md:\d+(?::\d+)?: source: is missing/],
    ['minutes', /minutes: is missing/],
    ['hint-missing', /^cnn\/q\.md:7:1: there is no hint: add a section ## Hint/],
    ['solution', /^cnn\/q\.md:7:1: there is no solution: add a section ## Solution/],
  ])('%s', (rule, message) => {
    expect(said(rule, fact)).toEqual([expect.stringMatching(message)]);
    expect(said(rule, SOUND_FRONT, SOUND_BODY)).toEqual([]);
  });

  it('has a topic of its folder first', () => {
    expect(saidOf('topics', named('rnn/q', fact))).toEqual([
      'rnn/q.md:3:1: the first topic is cnn, and the file lies in rnn/: put a topic of rnn/ first, or move the file [topics]',
    ]);
    expect(saidOf('topics', named('cnn/q', fact))).toEqual([]);
    expect(saidOf('topics', named('q', fact))).toEqual([]);
  });

  it('has parts with the credits of the whole', () => {
    const parts = (first: number): string =>
      `credits: 2\nparts:\n  - { ask: One, number: 1, credits: ${first} }\n  - { ask: Two, number: 2, credits: 1.5 }`;
    expect(said('credits', parts(1))).toEqual([
      'cnn/q.md:4:10: credits: says 2, and the parts sum up to 2.5: change one of the two [credits]',
    ]);
    expect(said('credits', parts(0.5))).toEqual([]);
    expect(
      said(
        'credits',
        'credits: 1\nparts:\n  - { ask: One, number: 1 }\n  - { ask: Two, number: 2 }\n  - { ask: Three, number: 3 }',
      ),
    ).toEqual([]);
  });
});

describe('requires', () => {
  const requiring = (id: string, ...wanted: string[]) =>
    named(id, `requires: [${wanted.join(', ')}]\n${fact}`, `About ${id}?`);

  it('names what there is', () => {
    const other = requiring('cnn/other');
    expect(saidOf('requires', requiring('cnn/q', 'cnn/othr'), [other])).toEqual([
      'cnn/q.md:4:1: requires: "cnn/othr" is no question and no topic of the bank: did you mean cnn/other? [requires]',
    ]);
    expect(saidOf('requires', requiring('cnn/q', 'cnn/other', 'cnn'), [other])).toEqual([]);
  });

  it('never leads back', () => {
    expect(saidOf('requires', requiring('a/a', 'a/a'))).toEqual([expect.stringMatching(/requires itself/)]);
    const around = [requiring('a/b', 'a/c'), requiring('a/c', 'a/a')];
    expect(saidOf('requires', requiring('a/a', 'a/b'), around)).toEqual([
      expect.stringMatching(/in a circle: a\/a → a\/b → a\/c → a\/a/),
    ]);
    expect(saidOf('requires', requiring('a/d', 'a/b'), around)).toEqual(
      [expect.stringMatching(/"a\/a" is no question/)].slice(1),
    );
  });
});

describe('stem', () => {
  it('wants a text', () => {
    expect(saidOf('stem', template(fact, ''))).toEqual([expect.stringMatching(/the question has no text/)]);
  });

  it('wants titles and texts of their own', () => {
    const other = named('cnn/other', fact, 'How  many?');
    expect(saidOf('stem', template(fact), [other])).toEqual([
      'cnn/q.md:2:8: cnn/other has the same title: say in each what sets it apart [stem]',
    ]);
    const renamed = { ...other, title: 'Another' };
    expect(saidOf('stem', template(fact), [renamed])).toEqual([
      'cnn/q.md:7:1: cnn/other asks the same: drop one of the two [stem]',
    ]);
    expect(saidOf('stem', template(fact, 'How few?'), [renamed])).toEqual([]);
  });
});
