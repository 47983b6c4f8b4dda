import { describe, expect, test } from 'vitest';
import { EvaluationError, evaluateText, type Let } from '../../src/bank/evaluation.ts';
import { nested } from '../../src/compute/tensor.ts';

const lets = (...texts: readonly string[]): Let[] =>
  texts.map(text => ({ name: text.slice(0, text.indexOf('=')), text, start: text.indexOf('=') + 1 }));
const resultOf = (text: string, ...definitions: readonly string[]): unknown =>
  nested(evaluateText(text, lets(...definitions)).value);
const namesOf = (text: string, ...definitions: readonly string[]): string[] =>
  evaluateText(text, lets(...definitions)).steps.map(({ name }) => name);

/** Message and place; the text that the place is in is the formula unless it is said. */
function errorOf(text: string, ...definitions: readonly string[]): [message: string, position: number, text: string] {
  try {
    evaluateText(text, lets(...definitions));
  } catch (error) {
    if (error instanceof EvaluationError) return [error.message, error.position, error.text];
    throw error;
  }
  throw new Error('there is a value');
}

test.each([
  ['x = 3; y = x^2; grad(y, x)', [], 6],
  ['y', ['x=3', 'y=x^2'], 9],
  ['z = y + x; z * 2', ['x=3', 'y=x^2'], 24],
  ['x = 3; y = x^2', [], 9],
  [
    '[x, -x]',
    ['x=[1, 2]'],
    [
      [1, 2],
      [-1, -2],
    ],
  ],
  ['s.m * 10', ['s=adam(1, g=2)'], 2],
  ['pi = 3; pi', [], 3],
])('%s with %j is %j', (text, definitions, value) => {
  const found = resultOf(text, ...definitions);
  expect(JSON.stringify(found, (_, item) => (typeof item === 'number' ? Number(item.toFixed(9)) : item))).toBe(
    JSON.stringify(value),
  );
});

describe('a definition', () => {
  test.each([
    ['x=3', []],
    ['x=-3', []],
    ['x=[1, -2]', []],
    ['x=[1, 2; 3, -.5e3]', []],
    ['x=3 + 0', ['x']],
    ['x=1/2', ['x']],
    ['x=[1, 2/3]', ['x']],
    ['x=pi', ['x']],
  ])('%s has the steps %j: numbers are given', (definition, names) => {
    expect(namesOf('sum(x)', definition)).toEqual([...names, 'value']);
  });

  test('gives its name to the result of a function, and one result of several keeps its own', () => {
    expect(namesOf('L', 'x=[1, 2]', 'L=mse(x, [0, 0])')).toEqual(['L']);
    expect(namesOf('n', 's=adam(1, g=2)', 'n=s.m')).toEqual(['m']);
  });

  test('that explains nothing is not told', () => {
    expect(namesOf('y + 1', 'x=1 + 1', 'y=2 + 2')).toEqual(['y', 'value']);
  });
});

test('several results are told each with its steps, under their names', () => {
  const { value, steps } = evaluateText('adam(1, g=2)', []);
  expect(value.operation.fields).toEqual(['m', 'v', 'mhat', 'vhat', 'theta']);
  expect(steps.map(({ name }) => name)).toEqual(['m', 'v', 'mhat', 'vhat', 'theta']);
});

test.each([
  ['x = 0; grad(relu(x), x)', true],
  ['x = 1; grad(relu(x), x)', false],
  ['x = 0; grad(abs(x), x) + 1', true],
])('%s rests on a kink: %s', (text, degenerate) => {
  expect(evaluateText(text, []).degenerate).toBe(degenerate);
});

describe('an error is placed', () => {
  test.each([
    ['1 +', ['something is missing after "+"', 3]],
    ['', ['there is nothing to read', 0]],
    ['x = 3; x + yy', ['unknown name "yy"', 11]],
    ['x = 3 +; x', ['something is missing after "+"', 7]],
    ['x = 1; x = 2; x', ['"x" is defined twice: choose another name', 7]],
    ['x = 1;  relu = 2; x', ['"relu" is a function of the language: choose another name', 8]],
    ['and = 2; 3', ['"and" is a word of the language: choose another name', 0]],
    ['x = 1;  x + 1; x', ['only definitions, name = formula, stand before a semicolon', 8]],
    ['x = 1;; x', ['there is nothing to read', 6]],
    ['x = 0; 1/x', ['division by zero', 8]],
  ] as const)('in %s', (text, [message, position]) => {
    expect(errorOf(text)).toEqual([message, position, text]);
  });

  test('in a definition that stands before, by the text of that definition', () => {
    expect(errorOf('y', 'x=1', 'y=x + zz')).toEqual(['--let y: unknown name "zz"', 6, 'y=x + zz']);
    expect(errorOf('x = 2; x', 'x=1')).toEqual(['"x" is defined twice: choose another name', 0, 'x = 2; x']);
  });
});
