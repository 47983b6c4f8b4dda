import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syllabusOf, topicOf } from '../../src/schedule/syllabus.ts';
import { banks, requiredFrom } from './bank.ts';
import { questionOf } from './reviews.ts';

const order = (...questions: Parameters<typeof syllabusOf>[0]): readonly string[] => syllabusOf(questions).order();

describe('the order', () => {
  it('goes round the topics, each in the order of the bank', () => {
    const bank = ['cnn/a', 'cnn/b', 'cnn/c', 'rnn/a', 'rnn/b', 'math/a'].map(id => questionOf(id));
    expect(order(...bank)).toEqual(['cnn/a', 'rnn/a', 'math/a', 'cnn/b', 'rnn/b', 'cnn/c']);
  });

  it('goes by what a question is chiefly about, and by its own name where it has no topic', () => {
    const about = (id: string, ...topics: string[]) => questionOf(id, { topics });
    expect(order(about('x/1', 'cnn/a', 'rnn'), about('x/2', 'cnn/b'), about('x/3', 'rnn'))).toEqual([
      'x/1',
      'x/3',
      'x/2',
    ]);
    expect(order(about('a/1'), about('a/2'), about('b/1'))).toEqual(['a/1', 'b/1', 'a/2']);
  });

  it('has what is required before what requires it: a question, or the first of a topic', () => {
    const a = questionOf('cnn/a', { requires: ['math/b'] });
    const [b, c, d] = [questionOf('math/a'), questionOf('math/b'), questionOf('rnn/a', { requires: ['math'] })];
    expect(order(a, b, c, d)).toEqual(['math/b', 'cnn/a', 'math/a', 'rnn/a']);
    const narrow = questionOf('rnn/a', { requires: ['losses/entropy'] });
    const entropy = questionOf('losses/z', { topics: ['losses/entropy/binary'] });
    expect(order(narrow, questionOf('losses/a'), entropy)).toEqual(['losses/z', 'rnn/a', 'losses/a']);
  });

  it('cuts circles, and passes over what is not there', () => {
    const circle = [
      questionOf('a', { requires: ['b'] }),
      questionOf('b', { requires: ['c'] }),
      questionOf('c', { requires: ['a'] }),
      questionOf('d', { requires: ['d', 'gone'] }),
    ];
    expect(order(...circle)).toEqual(['c', 'b', 'a', 'd']);
  });

  it('has every question of any bank once, and what is required first unless that goes in a circle', () => {
    fc.assert(
      fc.property(banks, bank => {
        const { order, requires } = syllabusOf(bank);
        const ids = order();
        expect(ids.toSorted()).toEqual(bank.map(({ id }) => id).toSorted());
        for (const [i, id] of ids.entries()) {
          for (const before of requires(id)) {
            if (requiredFrom(before, requires).has(id)) continue;
            expect(ids.indexOf(before), `${before} before ${id}`).toBeLessThan(i);
          }
        }
      }),
    );
  });

  it('is the same for some of them as for all', () => {
    fc.assert(
      fc.property(banks, fc.func(fc.boolean()), (bank, isWanted) => {
        const { order } = syllabusOf(bank);
        expect(order(isWanted)).toEqual(order().filter(id => isWanted(id)));
      }),
    );
  });

  it('asks no topic twice while another waits for its turn, where nothing is required', () => {
    const free = banks.map(bank => bank.map(question => ({ ...question, requires: [] })));
    fc.assert(
      fc.property(free, bank => {
        const { order, get } = syllabusOf(bank);
        const ids = order();
        const topics = ids.map(id => topicOf(get(id) as (typeof bank)[number]));
        for (const end of topics.keys()) {
          const [done, left] = [topics.slice(0, end + 1), topics.slice(end + 1)];
          const times = (topic: string): number => done.filter(other => other === topic).length;
          const most = Math.max(...done.map(times));
          for (const topic of left) expect(times(topic)).toBeGreaterThanOrEqual(most - 1);
        }
      }),
    );
  });
});

describe('requirements', () => {
  const syllabus = syllabusOf([
    questionOf('a', { requires: ['b', 'gone', 'losses', 'a'] }),
    questionOf('b'),
    questionOf('losses/x'),
    questionOf('losses/y'),
  ]);

  it('are questions of the bank, and not the question itself', () => {
    expect(syllabus.requires('a')).toEqual(['b', 'losses/x']);
    expect(syllabus.requires('b')).toEqual([]);
    expect(syllabus.requires('gone')).toEqual([]);
  });
});

describe('related questions', () => {
  const syllabus = syllabusOf([
    questionOf('a', { topics: ['cnn/pooling', 'rnn/gates'], source: ['exam/1', 'exam/2'] }),
    questionOf('b', { topics: ['cnn/pooling'] }),
    questionOf('c', { topics: ['rnn/gates'] }),
    questionOf('d', { topics: ['cnn'], source: ['exam/2'] }),
    questionOf('e', { topics: ['cnn'] }),
    questionOf('f', { topics: [] }),
  ]);

  it.each<[string, string, boolean]>([
    ['a', 'b', true],
    ['a', 'c', false],
    ['a', 'd', true],
    ['d', 'e', false],
    ['e', 'f', false],
    ['a', 'gone', false],
  ])('%s and %s: %s', (one, other, are) => {
    expect(syllabus.related(one, other)).toBe(are);
    expect(syllabus.related(other, one)).toBe(are);
  });
});
