import { describe, expect, test } from 'vitest';
import { makeVariant, type Variant } from '../../src/bank/variant.ts';
import { choiceKey, given, SEEDS, template, valuesOf, variants } from './support.ts';

describe('options', () => {
  const POOL = 'Which?\n\n- [x] r1\n- [x] r2\n- [ ] w1\n- [ ] w2\n- [ ] w3';
  const texts = (variant: Variant): string =>
    choiceKey(variant)
      .options.map(({ text }) => text)
      .join(' ');

  test('of one: exactly one right, the others wrong, every option of the pool some time', () => {
    const all = variants('answer: { choice: one, show: 3 }', POOL.replace('- [x] r2', '- [ ] w0'));
    for (const variant of all) {
      const { options } = choiceKey(variant);
      expect(options.map(({ label }) => label)).toEqual(['a', 'b', 'c']);
      expect(options.filter(({ right }) => right)).toHaveLength(1);
    }
    expect(new Set(all.flatMap(variant => texts(variant).split(' '))).size).toBe(5);
  });

  test('of one, where the pool has several right ones: one of them', () => {
    const read = template('answer: { choice: one, show: 3 }', POOL);
    const rights = SEEDS.map(seed =>
      choiceKey(makeVariant(read, seed))
        .options.filter(({ right }) => right)
        .map(({ text }) => text),
    );
    expect(rights.every(found => found.length === 1)).toBe(true);
    expect(new Set(rights.flat())).toEqual(new Set(['r1', 'r2']));
  });

  test('of many: any number right, none included', () => {
    const counts = variants('answer: { choice: many, show: 2 }', POOL).map(
      variant => choiceKey(variant).options.filter(({ right }) => right).length,
    );
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]));
  });

  test('each stands at each place equally often', () => {
    const read = template('answer: { choice: one }', 'Which?\n\n- [x] r\n- [ ] p\n- [ ] q\n- [ ] s');
    const places = [0, 0, 0, 0];
    for (let seed = 0; seed < 2000; seed++) {
      const place = choiceKey(makeVariant(read, seed)).options.findIndex(({ right }) => right);
      places[place] = (places[place] as number) + 1;
    }
    for (const count of places) expect(Math.abs(count - 500)).toBeLessThan(100);
  });

  test('may be right under a condition', () => {
    const all = variants(
      'vars: { a: { given: 1, int: [1, 3] } }\nanswer: { choice: many }',
      'Q\n\n- [a == 1] one\n- [a > 1] more\n- [ ] none',
    );
    for (const variant of all) {
      const { vars } = variant;
      const right = choiceKey(variant)
        .options.filter(option => option.right)
        .map(option => option.text);
      expect(right).toEqual([vars.a === 1 ? 'one' : 'more']);
    }
  });

  test('a condition may index a list', () => {
    const key = choiceKey(
      given(
        'vars: { x: { given: [1, 2], int: [1, 2], shape: [2] } }\nanswer: { choice: many }',
        'Q\n\n- [x[0] == 1] p\n- [x[1] == x[0]] q',
      ),
    );
    expect(key.options.map(({ text, right }) => [text, right])).toEqual([
      ['p', true],
      ['q', false],
    ]);
  });

  test('that read alike are not drawn', () => {
    const all = variants(
      'vars:\n  a: { given: 1, int: [1, 3] }\n  b: { given: 2, int: [1, 3] }\nanswer: { choice: one }',
      'Q\n\n- [x] {{a}}\n- [ ] {{b}}',
    );
    for (const { vars } of all) expect(vars.a).not.toBe(vars.b);
  });

  test('of one under conditions are drawn so that one is right', () => {
    const all = variants(
      'vars: { a: { given: 1, int: [1, 4] } }\nanswer: { choice: one }',
      'Q\n\n- [a == 1] one\n- [a == 2] two\n- [ ] other',
    );
    expect(new Set(valuesOf(all, 'a'))).toEqual(new Set([1, 2]));
    for (const variant of all) expect(choiceKey(variant).options.filter(({ right }) => right)).toHaveLength(1);
  });
});
