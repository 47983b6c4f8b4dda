import { describe, expect, it } from 'vitest';
import { type Remarked, remarkOf } from '../../src/app/history/remark.ts';
import type { Template } from '../../src/bank/template.ts';
import type { Correction, EffectiveReview, Remark } from '../../src/schedule/review.ts';
import { answerTo, at, CHOICE, labelOf, question, SUM } from './history-support.ts';

const again = (review: EffectiveReview, was: Template | null, now: Template | null, ...remarks: Remark[]): Remarked =>
  remarkOf(review, remarks.map(remarked), { was, now });

const remarked = (remark: Remark): Correction => ({
  id: '019b0000-0000-7000-8000-000000000001',
  review: '',
  kind: 'remark',
  rating: remark.rating,
  remark,
  at: new Date('2026-11-21T10:00:00Z'),
  device: 'device',
});

/** As it is with a wrong key, and after that was corrected. */
const sums = (): { was: Template; now: Template } => ({
  was: question(SUM('a + b + 1')),
  now: question(SUM('a + b')),
});

const sumOf = ({ vars }: EffectiveReview): number => Number(vars.a) + Number(vars.b);

describe('after the key of a number was corrected', () => {
  const right = (seed: number): { review: EffectiveReview; was: Template; now: Template } => {
    const { was, now } = sums();
    const variant = at(was, seed);
    const review = answerTo(variant, [String(Number(variant.vars.a) + Number(variant.vars.b))]);
    return { review, was, now };
  };

  it('gives a right reply its credit, and rates it by that', () => {
    const { review, was, now } = right(5);
    expect(review).toMatchObject({ credit: 0, rating: 'again' });
    expect(again(review, was, now)).toEqual({
      type: 'changed',
      before: { credit: 0, rating: 'again' },
      remark: { hash: now.hash, credit: 1, mark: expect.objectContaining({ credit: 1 }), rating: 'good' },
    });
  });

  it('takes credit back that was given for the wrong key', () => {
    const { was, now } = sums();
    const variant = at(was, 5);
    const review = answerTo(variant, [String(Number(variant.vars.a) + Number(variant.vars.b) + 1)]);
    expect(review).toMatchObject({ credit: 1, rating: 'good' });
    expect(again(review, was, now)).toMatchObject({ type: 'changed', remark: { credit: 0, rating: 'again' } });
  });

  it('needs no question of then, as the numbers are stored', () => {
    const { review, now } = right(5);
    expect(again(review, null, now)).toMatchObject({ type: 'changed', remark: { credit: 1 } });
  });

  it('keeps the numbers of then, whatever is drawn now', () => {
    const { review, was } = right(5);
    const now = question(SUM('a + b').replace('int: [2, 9999] }\n  b', 'int: [20000, 30000] }\n  b'));
    expect(at(now, 5).vars.a).not.toBe(review.vars.a);
    expect(again(review, was, now)).toMatchObject({ type: 'changed', remark: { credit: 1 } });
    const given = answerTo(at(was, null), ['5']);
    expect(again(given, was, now)).toMatchObject({ type: 'changed', remark: { credit: 1 } });
  });

  it('rates no answer that was not rated, and none better that had help', () => {
    const { review, was, now } = right(5);
    const practice = { ...review, mode: 'practice', rating: null } as const;
    expect(again(practice, was, now)).toMatchObject({ type: 'changed', remark: { credit: 1, rating: null } });
    for (const help of [{ hint: true }, { guess: true }]) {
      expect(again({ ...review, ...help }, was, now)).toMatchObject({ remark: { credit: 1, rating: 'again' } });
    }
  });

  it('judges no time anew: slow is no matter, and what was hard stays hard', () => {
    const { review, was, now } = right(5);
    expect(again({ ...review, ms: 9_999_999 }, was, now)).toMatchObject({ remark: { rating: 'good' } });
    expect(again({ ...review, rating: 'hard' }, was, now)).toMatchObject({ remark: { rating: 'hard' } });
  });

  it('does nothing where only words changed, or the reply is as wrong as it was', () => {
    const { review, was } = right(5);
    const words = question(SUM('a + b + 1').replace('What is', 'How much is'));
    expect(again(review, was, words)).toEqual({ type: 'same' });
    expect(again(answerTo(at(was, 5), ['1']), was, question(SUM('a + b')))).toEqual({ type: 'same' });
  });

  it('recognises a mistake that was not known then', () => {
    const { was } = sums();
    const variant = at(was, 5);
    const review = answerTo(variant, [String(Number(variant.vars.a) * Number(variant.vars.b))]);
    const now = question(SUM('a + b + 1', 'mistakes: [{ value: a * b, because: a product, tag: product }]\n'));
    expect(again(review, was, now)).toMatchObject({
      type: 'changed',
      remark: { credit: 0, rating: 'again', mark: { parts: [{ mistake: 'product' }] } },
    });
  });

  it('is done once', () => {
    const { review, was, now } = right(5);
    const first = again(review, was, now);
    if (first.type !== 'changed') throw new Error('nothing changed');
    expect(again(review, was, now, first.remark)).toEqual({ type: 'current' });
    expect(again(review, was, was)).toEqual({ type: 'current' });
  });

  it('goes back with the question', () => {
    const { review, was, now } = right(5);
    const first = again(review, was, now);
    if (first.type !== 'changed') throw new Error('nothing changed');
    expect(again(review, was, was, first.remark)).toMatchObject({
      type: 'changed',
      before: { credit: 1, rating: 'good' },
      remark: { hash: was.hash, credit: 0, rating: 'again' },
    });
  });

  it('marks later parts by the student’s own values again', () => {
    const text = (square: string): string => `---
title: Steps
topics: [sums]
source: [test/1]
credits: 2
vars: { a: { given: 2, int: [2, 99] } }
let: { s: { is: a + 1 }, t: { is: ${square} } }
parts: [{ ask: The sum, number: s }, { ask: Its square, number: t }]
---

Let $a = {{a}}$.
`;
    const was = question(text('s^2 + 1'));
    const variant = at(was, 5);
    const own = Number(variant.vars.a) + 2;
    const review = answerTo(variant, [String(own), String(own ** 2)]);
    expect(review.credit).toBe(0);
    expect(again(review, was, question(text('s^2')))).toMatchObject({
      type: 'changed',
      remark: { credit: 0.5, rating: 'hard', mark: { parts: [{ credit: 0 }, { credit: 1, carried: true }] } },
    });
  });
});

describe('a choice', () => {
  const OPTIONS = ['Red', 'Green', 'Blue', 'White'] as const;
  const list = (...right: readonly string[]): string =>
    OPTIONS.map(text => `- [${right.includes(text) ? 'x' : ' '}] ${text}`).join('\n');
  const seeds = Array.from({ length: 12 }, (_, seed) => seed);

  it.each(seeds)('is marked by what is right now of what was shown (seed %i)', seed => {
    for (const many of ['one', 'many'] as const) {
      const was = question(CHOICE(many, list('Red')));
      const now = question(CHOICE(many, list('Blue')));
      const variant = at(was, seed);
      const blue = answerTo(variant, [labelOf(variant, 'Blue')]);
      const red = answerTo(variant, [labelOf(variant, 'Red')]);
      expect(again(blue, was, now)).toMatchObject({ type: 'changed', remark: { credit: 1 } });
      expect(again(red, was, now)).toMatchObject({ type: 'changed', remark: { credit: 0 } });
    }
  });

  it.each(seeds)('of a pool is, where what was shown is still in it (seed %i)', seed => {
    const was = question(CHOICE('many', list('Red', 'Green'), ', show: 2'));
    const now = question(CHOICE('many', `${list('Red')}\n- [x] Black`, ', show: 2'));
    const variant = at(was, seed);
    const key = variant.parts[0]?.key;
    const shown = key?.kind === 'choice' ? key.options : [];
    const ticked = shown.filter(({ text }) => text === 'Red').map(({ label }) => label);
    const outcome = again(answerTo(variant, [ticked.join(',') || 'none']), was, now);
    const hadGreen = shown.some(({ text }) => text === 'Green');
    expect(outcome).toMatchObject(hadGreen ? { type: 'changed', remark: { credit: 1 } } : { type: 'same' });
  });

  it('is left as it is where an option reads otherwise, or none of those shown is right', () => {
    const was = question(CHOICE('one', list('Red')));
    const review = answerTo(at(was, 5), ['a']);
    const others = { type: 'left', reason: 'the options are others now' };
    expect(again(review, was, question(CHOICE('one', list('Red').replace('Blue', 'Dark blue'))))).toEqual(others);
    expect(again(review, was, question(CHOICE('many', list('Red'))))).toEqual(others);
    const pool = question(CHOICE('one', `${list('Red')}\n- [ ] Black`, ', show: 3'));
    const fifth = question(CHOICE('one', `${list()}\n- [x] Black`, ', show: 3'));
    const shown = Array.from({ length: 30 }, (_, seed) => at(pool, seed)).map(variant =>
      again(answerTo(variant, ['a']), pool, fifth),
    );
    expect(shown).toContainEqual(others);
    expect(shown.some(({ type }) => type === 'changed')).toBe(true);
  });

  it('is left as it is where what was shown is not kept', () => {
    const was = question(CHOICE('one', list('Red')));
    const review = answerTo(at(was, 5), ['a']);
    expect(again(review, null, question(CHOICE('one', list('Blue'))))).toMatchObject({ type: 'left' });
    const other = { ...review, key: { a: ['z'] } };
    expect(again(other, was, question(CHOICE('one', list('Blue'))))).toMatchObject({ type: 'left' });
  });
});

describe('pairs, lines and points', () => {
  const head = (answer: string): string =>
    `---\ntitle: Kinds\ntopics: [kinds]\nsource: [test/3]\ncredits: 2\nanswer:\n${answer}---\n\nWell?\n`;
  const pairs = (...is: readonly string[]): string =>
    head(
      `  match:\n${['First', 'Second', 'Third'].map((text, i) => `    - { text: ${text}, is: ${is[i]} }\n`).join('')}`,
    );
  const lines = (third: string, after: string): string =>
    head(`  order:\n    one: One\n    two: Two\n    three: { line: ${third}, after: ${after} }\n`);
  const points = (one: string, credits = 1): string =>
    head(`  rubric:\n    - { point: ${one}, credits: ${credits} }\n    - another\n`);

  it('are marked by what belongs together now', () => {
    const was = question(pairs('Alpha', 'Beta', 'Gamma'));
    for (let seed = 0; seed < 8; seed++) {
      const variant = at(was, seed);
      const label = (text: string): string => labelOf(variant, text);
      const swapped = answerTo(variant, [`1=${label('Beta')} 2=${label('Alpha')} 3=${label('Gamma')}`]);
      expect(swapped.credit).toBeCloseTo(1 / 3);
      const now = question(pairs('Beta', 'Alpha', 'Gamma'));
      expect(again(swapped, was, now)).toMatchObject({ type: 'changed', remark: { credit: 1 } });
      expect(again(swapped, was, question(pairs('Beta', 'Alpha', 'Delta')))).toMatchObject({ type: 'left' });
    }
  });

  it('are marked by what rests on what now', () => {
    const was = question(lines('Three', 'two'));
    const now = question(lines('Three', 'one'));
    for (let seed = 0; seed < 8; seed++) {
      const variant = at(was, seed);
      const key = variant.parts[0]?.key;
      const label = (text: string): string | undefined =>
        key?.kind === 'order' ? key.lines.find(line => line.text === text)?.label : undefined;
      const review = answerTo(variant, [['One', 'Three', 'Two'].map(label).join(' ')]);
      expect(review.credit).toBeLessThan(1);
      expect(again(review, was, now)).toMatchObject({ type: 'changed', remark: { credit: 1 } });
      expect(again(review, was, question(lines('Drei', 'one')))).toMatchObject({ type: 'left' });
    }
  });

  it('keep the ticks of the student, unless the points are others', () => {
    const was = question(points('said'));
    const review = answerTo(at(was, 5), ['1\n\nIt is said.'], { credit: 0.5 });
    expect(again(review, was, question(points('said', 3)))).toMatchObject({
      type: 'changed',
      remark: { credit: 0.75 },
    });
    for (const was2 of [was, null]) {
      expect(again(review, was2, question(points('said twice')))).toEqual({
        type: 'left',
        reason: 'the points that you granted are others now',
      });
    }
  });

  it('are left as they are where another kind of answer is asked for', () => {
    const was = question(points('said'));
    const review = answerTo(at(was, 5), ['1\n\nIt is said.']);
    expect(again(review, was, question(head('  words: [said]\n')))).toEqual({
      type: 'left',
      reason: 'it asks for another kind of answer now',
    });
  });
});

describe('what is left as it is', () => {
  const was = (): Template => question(SUM('a + b + 1'));
  it.each([
    ['the question is gone', null, /not in the bank any more/],
    [
      'a variable is renamed',
      SUM('a + c').replaceAll('{{b}}', '{{c}}').replace('  b:', '  c:'),
      /variables are others/,
    ],
    [
      'a variable is new',
      SUM('a + b').replace('answer:', '  c: { given: 1, int: [1, 9] }\nanswer:'),
      /variables are others/,
    ],
    [
      'a part is named',
      SUM('a + b').replace('answer: {', 'parts:\n  - {ask: Well, name: x,').replace('\n---\n\nWhat', '\n---\n\nWhat'),
      /parts are others/,
    ],
    [
      'the numbers will not do',
      SUM('a + b', 'where: [a > 10000]\n').replace('given: 2', 'given: 20000'),
      /cannot be asked with these numbers/,
    ],
    ['the reply cannot be read', SUM('a + b').replace('number: a + b', 'shape: [a, b]'), /cannot be read/],
  ] as const)('where %s', (_, text, reason) => {
    const before = was();
    const review = answerTo(at(before, 5), [text?.includes('shape') ? '1 + x' : '5']);
    expect(sumOf(review)).toBeGreaterThan(0);
    expect(again(review, before, text === null ? null : question(text))).toEqual({
      type: 'left',
      reason: expect.stringMatching(reason),
    });
  });
});
