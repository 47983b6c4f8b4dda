import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statements } from '../../src/bank/statements.ts';

const read = (text: string): [name: string | null, formula: string][] =>
  statements(text).map(({ name, formula }) => [name, formula.trim()]);

describe('a text is taken apart at semicolons outside of brackets', () => {
  test.each<[string, [string | null, string][]]>([
    ['1 + 2', [[null, '1 + 2']]],
    [
      'x = 3; x^2',
      [
        ['x', '3'],
        [null, 'x^2'],
      ],
    ],
    [
      'x=3;y=x;y',
      [
        ['x', '3'],
        ['y', 'x'],
        [null, 'y'],
      ],
    ],
    [
      'A = [1, 2; 3, 4]; A[0; 1]',
      [
        ['A', '[1, 2; 3, 4]'],
        [null, 'A[0; 1]'],
      ],
    ],
    ['f(a=1; b=2)', [[null, 'f(a=1; b=2)']]],
    ['x = 3;', [['x', '3']]],
    [
      'x = 3; ; x',
      [
        ['x', '3'],
        [null, ''],
        [null, 'x'],
      ],
    ],
    ['', [[null, '']]],
    [';', [[null, '']]],
    [
      ']; x',
      [
        [null, ']'],
        [null, 'x'],
      ],
    ],
  ])('%j', (text, parts) => {
    expect(read(text)).toEqual(parts);
  });

  test.each(['x == 3', '3 = x', 'x <= 3', 'x != 3', 'f(x) = 3', '2x = 1'])('%s defines nothing', text => {
    expect(read(text)).toEqual([[null, text]]);
  });

  test('and every character keeps its place', () => {
    const word = fc.constantFrom('x', ' ', ';', '=', '[', ']', '(', ')', '1', '+', 'ab');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), words => {
        const text = words.join('');
        for (const { formula, at, name } of statements(text)) {
          for (const [i, character] of [...formula].entries()) {
            if (character !== ' ') expect(text[i]).toBe(character);
          }
          if (name !== null) expect(text.slice(at, at + name.length)).toBe(name);
        }
      }),
    );
  });
});
