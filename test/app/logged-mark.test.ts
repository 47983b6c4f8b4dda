import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printKey } from '../../src/answers/answers.ts';
import { loggedMark } from '../../src/app/history/logged.ts';
import { isSelfMarked, mistakesIn } from '../../src/app/logged-mark.ts';
import { markVariant } from '../../src/bank/marking.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { fixtures, kindFixtures } from './support.ts';

describe('a mark in the log', () => {
  it('says which credit is the own and which mistakes were made', () => {
    const mark = {
      parts: [
        { name: 'a', credit: 0.5, mistake: 'sign', self: false },
        { name: 'b', self: true },
      ],
    };
    expect(isSelfMarked(mark)).toBe(true);
    expect(mistakesIn(mark)).toEqual([{ part: 'a', tag: 'sign' }]);
    expect(loggedMark({ credit: 0.5, mark }).parts.map(({ credit }) => credit)).toEqual([0.5, 0]);
  });

  it.each([
    ['no list of parts', { parts: { a: { name: 'a', mistake: 'x', self: true } } }],
    ['parts that are none', { parts: [null, 1, 'x', [], { mistake: 'x', self: true }, { name: 5, self: true }] }],
    [
      'parts of another making',
      { parts: [{ name: 'a', credit: 'all', mistake: { b: 1 }, comment: ['x'], self: 'yes' }] },
    ],
  ])('may come from another program, with %s', (_, mark) => {
    expect([isSelfMarked(mark), mistakesIn(mark)]).toEqual([false, []]);
    for (const { name, comment, readAs } of loggedMark({ credit: 1, mark }).parts) {
      expect([typeof name, comment, readAs]).toEqual(['string', null, null]);
    }
  });

  it('comes back whole, cells and all, as every kind of answer gives it', () => {
    for (const template of [...fixtures(), ...kindFixtures()]) {
      const variant = makeVariant(template, 3);
      const mark = markVariant(
        variant,
        variant.parts.map(({ key }) => printKey(key)),
      );
      const logged = loggedMark({ credit: mark.credit, mark: JSON.parse(JSON.stringify(mark)) });
      expect(logged, template.id).toEqual(mark);
    }
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.anything(), mark => {
        expect(isSelfMarked(mark) && mistakesIn(mark).length < 0).toBe(false);
        expect(Array.isArray(loggedMark({ credit: 0, mark }).parts)).toBe(true);
      }),
    );
  });
});
