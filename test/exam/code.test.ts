import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_SEED } from '../../src/bank/streams.ts';
import { codeNews, codeOf, ENGINE, examCode, readCode } from '../../src/exam/code.ts';
import { VARYINGS } from '../../src/exam/form.ts';
import { bankOf, blueprint, messageOf } from './draw/support.ts';

const bank = bankOf({ id: 't/one', credits: 1 }, { id: 't/two', credits: 2 });
const asked = blueprint('problems: [{ title: P, credits: 1, questions: [t/one] }]');
const spec = { blueprint: asked, seed: 7, vary: 'both' as const };

describe('a code', () => {
  it('is short, and always the same', () => {
    expect(examCode(spec, bank)).toMatch(/^x\.7\.b\.1-[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{3}$/);
    expect(examCode(spec, bank)).toBe(
      examCode({ ...spec }, bankOf({ id: 't/two', credits: 2 }, { id: 't/one', credits: 1 })),
    );
    expect(ENGINE).toBe(1);
  });

  it('is read again, for every blueprint, seed and way to vary', () => {
    const name = fc.oneof(
      fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,12}$/),
      fc.stringMatching(/^[a-z]{1,5}(\/[a-z]{1,5})?(\+[a-z]{1,5})?@[1-9]\d?(\.5)?(-[1-9]\d)?$/),
    );
    fc.assert(
      fc.property(name, fc.integer({ min: 0, max: LARGEST_SEED }), fc.constantFrom(...VARYINGS), (own, seed, vary) => {
        const other = { blueprint: { ...asked, name: own }, seed, vary };
        expect(readCode(examCode(other, bank))).toEqual(codeOf(other, bank));
      }),
    );
  });

  it('is read as people type it', () => {
    const code = examCode(spec, bank);
    for (const typed of [` ${code}\n`, code.toUpperCase(), code.replaceAll('-', '–')]) {
      expect(readCode(typed), typed).toEqual(codeOf(spec, bank));
    }
  });

  it.each([
    ['', 'a code reads like endterm.7.b.1-k3f9q-8d2: blueprint, seed, o, n, b or q, and what it was made by'],
    ['endterm', 'a code reads like'],
    ['endterm.7.b.1', 'a code reads like'],
    ['endterm.7x.b.1-k3f9q-8d2', '"7x" is no seed, which is a whole number'],
    ['endterm.99999999999999999.b.1-k3f9q-8d2', '"99999999999999999" is no seed'],
    ['endterm.7.c.1-k3f9q-8d2', '"c" should be o, n, b or q (order, numbers, both, questions)'],
    ['endterm.7.b.x-k3f9q-8d2', '"x" should be the number of the version that drew it'],
    ['endterm.7.b.1-k3f9-8d2', '"k3f9" should have 5 characters'],
    ['endterm.7.b.1-k3f9q-8d', '"8d" should have 3 characters'],
    ['endterm.7.b.1-k3f0q-8d2', '"k3f0q" holds "0"; codes are written without 0, 1, i, l and o there'],
  ])('refuses %j', (text, why) => {
    const message = messageOf(() => readCode(text));
    expect(message).toContain('is no code of an exam: ');
    expect(message).toContain(why);
  });
});

describe('what has changed since', () => {
  const then = codeOf(spec, bank);

  it('is nothing where the same papers come out', () => {
    expect(codeNews(then, codeOf(spec, bank))).toEqual([]);
  });

  it('is the bank, the blueprint or the drawing', () => {
    const changed = bankOf({ id: 't/one', credits: 1, minutes: 3 }, { id: 't/two', credits: 2 });
    expect(codeNews(then, codeOf(spec, changed))).toEqual([
      'Questions of the bank were changed, added or removed since: what is drawn may be different.',
    ]);
    const retitled = blueprint('subtitle: new\nproblems: [{ title: P, credits: 1, questions: [t/one] }]');
    expect(codeNews(then, codeOf({ ...spec, blueprint: retitled }, bank))).toEqual([
      'The blueprint x was changed since, or the code is mistyped.',
    ]);
    expect(codeNews({ ...then, engine: 2 }, then)[0]).toMatch(/^The exam was drawn by version 2 .* this is version 1/);
  });
});
