import { describe, expect, test } from 'vitest';
import { type AnswerKey, markReply } from '../../src/answers/answers.ts';
import type { NumberKey } from '../../src/answers/number/number.ts';
import { accepts } from '../../src/answers/number/tolerance.ts';
import type { Variant } from '../../src/bank/variant.ts';
import { given, numberKey, variants } from './support.ts';

describe('a mistake', () => {
  const front = (mistakes: string): string =>
    `vars:\n  a: { given: 6, int: [1, 9] }\n  b: { given: 2, int: [1, 9] }\nlet: { p: a * b, q: p + b, r: q ^ 2 }\nparts:\n  - { ask: x, number: q }\n  - { ask: y, number: r, tolerance: 5% }\nmistakes:\n  - ${mistakes}`;
  const found = (variant: Variant): [part: string, value: number][] =>
    variant.parts.flatMap(({ name, key }) =>
      (key as NumberKey).mistakes.map(({ value }): [string, number] => [name, value]),
    );

  test('in a step changes every part that rests on it', () => {
    expect(found(given(front('{ instead: { p: a + b }, because: so }')))).toEqual([
      ['a', 10],
      ['b', 100],
    ]);
    expect(found(given(front('{ instead: { q: p }, because: so }')))).toEqual([
      ['a', 12],
      ['b', 144],
    ]);
    expect(found(given(front('{ instead: { r: q }, because: so }')))).toEqual([['b', 14]]);
  });

  test('in several steps at once, each seeing the others', () => {
    expect(found(given(front('{ instead: { p: a, r: 2 * q }, because: so }')))).toEqual([
      ['a', 8],
      ['b', 16],
    ]);
    expect(found(given(front('{ instead: { q: p - b, p: "a + 100" }, because: so }')))).toEqual([
      ['a', 104],
      ['b', 104 ** 2],
    ]);
    expect(found(given(front('{ instead: { q: -q }, because: so }')))).toEqual([['a', -14]]);
  });

  test('of a variable', () => {
    expect(found(given(front('{ instead: { b: 1 }, because: so }')))).toEqual([
      ['a', 7],
      ['b', 49],
    ]);
  });

  test('in a loss changes the gradient that was taken of it, under whatever name', () => {
    const of = (mistake: string): [part: string, value: number][] =>
      found(
        given(
          `vars:\n  w: { given: 3, int: [1, 9] }\nlet: { h: 2 * w, L: h ^ 2, g: "grad(L, w)", new: w - g }\nparts:\n  - { ask: x, number: g }\n  - { ask: y, number: new }\nmistakes:\n  - ${mistake}`,
        ),
      );
    expect(of('{ instead: { L: h ^ 2 / 2 }, because: so }')).toEqual([
      ['a', 12],
      ['b', -9],
    ]);
    expect(of('{ instead: { h: 5 * w }, because: so }')).toEqual([
      ['a', 150],
      ['b', -147],
    ]);
    expect(of('{ instead: { dL_dh: 1 }, because: so }')).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(of('{ instead: { g: 2 * g }, because: so }')).toEqual([
      ['a', 48],
      ['b', -45],
    ]);
  });

  test('bears on the part that it names', () => {
    expect(found(given(front('{ value: 5, part: b, because: so }')))).toEqual([['b', 5]]);
    expect(found(given(front('{ instead: { p: a }, part: b, because: so }')))).toEqual([['b', 64]]);
  });

  test('is tagged by its tag, else by its reason', () => {
    const tags = (text: string): string[] => numberKey(given(front(text)), 1).mistakes.map(({ tag }) => tag);
    expect(tags('{ value: 5, part: b, because: so, tag: five }')).toEqual(['five']);
    expect(tags('{ value: 5, part: b, because: so }')).toEqual(['so']);
  });

  test('is kept off the key: seeds where it falls inside the tolerance are not drawn', () => {
    const all = variants(front('{ instead: { p: a + b }, because: so }'));
    expect(all.some(({ vars }) => vars.a === 2 && vars.b === 2)).toBe(false);
    for (const variant of all) {
      for (const part of [0, 1]) {
        const { accepts: interval, mistakes } = numberKey(variant, part);
        expect(mistakes).toHaveLength(1);
        for (const { value } of mistakes) expect(accepts(interval, value)).toBe(false);
      }
    }
  });
});

test('numbers with which two mistakes about a grid would look alike are not drawn', () => {
  const made = variants(`
vars: { a: { given: 3, int: [1, 4] }, b: { given: 1, int: [1, 4] } }
parts:
  - { name: h, ask: x, tensor: '[10 * a, 10 * b, a + b]' }
mistakes:
  - { instead: { b: a }, because: x, tag: b for a }
  - { part: h, value: '[10 * a, 20 * b, 2 * a]', because: y, tag: doubled }
`);
  for (const { vars } of made) expect([vars.a === vars.b, vars.a === 2 * Number(vars.b)]).toEqual([false, false]);
  for (const { parts } of made) expect(parts[0]?.key).toMatchObject({ mistakes: [{}, {}] });
});

test('a mistake that is no count is recognised to rounding, also where the key is one', () => {
  const { parts } = given(`vars:
  g: { given: [6, -2, 3], int: [-9, 9], shape: [3] }
answer: { tensor: 'clip_by_value(g, 5)' }
mistakes:
  - { value: 5 * g / norm(g), because: scaled, tag: by norm }`);
  const key = parts[0]?.key as AnswerKey;
  expect(markReply('a', '[4.29 -1.43 2.14]', key)).toMatchObject({ mistake: 'by norm' });
  expect(markReply('a', '[5.01 -2 3]', key).credit).toBeLessThan(1);
});
