import { describe, expect, test } from 'vitest';
import { exampleOf, type FunctionEntry, functionEntries, functionsByChapter } from '../../src/bank/functions.ts';
import { resultInLine } from '../../src/bank/value-text.ts';
import { fieldsOf } from '../../src/compute/fields.ts';
import { library } from '../../src/compute/library.ts';
import { buildAuthor, parseAuthor } from '../../src/language/evaluate.ts';

const find = (name: string): FunctionEntry => functionEntries.find(entry => entry.name === name) as FunctionEntry;

test('every function of the language has one entry, in one chapter', () => {
  expect(functionEntries.map(({ name }) => name).toSorted()).toEqual([...library.keys()].sort());
  expect([...functionsByChapter().values()].flat()).toEqual(functionEntries);
});

test('an entry has all that is known', () => {
  expect(find('adam')).toMatchObject({
    chapter: 'Optimizers',
    signature: expect.stringMatching(/^adam\(theta, g, .*eps_place=outside\|inside\)$/),
    source: expect.stringContaining('Kingma'),
  });
  const parameters = new Map(find('adam').parameters.map(parameter => [parameter.name, parameter]));
  expect(find('leaky_relu').parameters[1]).toEqual({
    name: 'slope',
    type: 'fraction',
    means: 'a number from 0 to 1',
    default: 0.01,
    optional: false,
    named: false,
    words: null,
  });
  expect(parameters.get('eps_place')).toMatchObject({ type: 'word', words: ['outside', 'inside'], default: 'outside' });
  expect(find('log').parameters[1]).toMatchObject({ name: 'base', optional: true, default: null });
  expect(find('max').parameters[2]).toMatchObject({ name: 'axis', named: true });
});

describe('the example of', () => {
  test.each(functionEntries.map(entry => [entry.name, entry] as const))(
    '%s can be computed, and calls it',
    (name, entry) => {
      expect(entry.example).toMatch(new RegExp(`\\b${name}\\(`));
      const node = exampleOf(entry);
      for (const { data } of fieldsOf(node)?.values() ?? [node]) expect(data.every(Number.isFinite)).toBe(true);
    },
  );

  test('a function that cannot be computed is named', () => {
    expect(() => exampleOf({ ...find('sqrt'), example: 'sqrt(-1)' })).toThrow('the example of sqrt, sqrt(-1), cannot');
  });
});

describe('a result in a line', () => {
  test.each([
    ['3', '= 3'],
    ['1/3', '≈ 0.3333'],
    ['-1/2', '= -0.5'],
    ['[1, 2; 3, 4] / 3', '≈ [[0.3333, 0.6667], [1, 1.333]]'],
    ['zeros(3, 5)', '= a tensor of shape (3, 5)'],
    ['momentum(1, g=2, lr=0.25)', '= v: 2, theta: 0.5'],
  ])('of %s is %s', (formula, text) => {
    expect(resultInLine(buildAuthor(parseAuthor(formula), new Map()))).toBe(text);
  });
});
