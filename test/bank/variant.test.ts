import { describe, expect, test } from 'vitest';
import { makeVariant } from '../../src/bank/variant.ts';
import { choiceKey, given, numberKey, problemsOf, question, SEEDS, template } from './support.ts';

describe('the given variant', () => {
  const front = 'vars: { a: { given: 3, int: [1, 9] } }\nanswer: { number: a + 1 }';

  test('has the numbers of the source', () => {
    expect(given(front)).toMatchObject({
      seed: null,
      vars: { a: 3 },
      parts: [{ name: 'a', ask: '', credits: 1, key: { value: 4 } }],
    });
  });

  test('need not be among the draws', () => {
    expect(given(front.replace('given: 3', 'given: 1000')).vars).toEqual({ a: 1000 });
  });

  test('leaves out a mistake that cannot be told from its key', () => {
    expect(
      numberKey(
        given(`${front}\nmistakes:\n  - { value: 4, because: so }\n  - { value: a, because: forgot }`),
      ).mistakes.map(mistake => mistake.value),
    ).toEqual([3]);
  });

  test('shows the first options as they stand', () => {
    const options = choiceKey(given('answer: { choice: one, show: 2 }', 'Q\n\n- [x] p\n- [ ] q\n- [ ] r')).options;
    expect(options.map(({ label, text, right }) => `${label} ${text} ${right}`)).toEqual(['a p true', 'b q false']);
  });
});

describe('the tolerance of an answer', () => {
  test.each([
    ['is exact for a count', '7 * 2', '', [14, 14]],
    ['is half a percent for anything that may have been rounded', '200 * 0.5', '', [99.5, 100.5]],
    ['is what the author says', '7 * 2', ', tolerance: 50%', [7, 21]],
    ['may be absolute', '7 * 2', ', tolerance: 0.5', [13.5, 14.5]],
  ])('%s', (_, formula, tolerance, interval) => {
    const key = numberKey(given(`answer: { number: "${formula}"${tolerance} }`));
    expect(key.accepts[0]).toBeCloseTo(interval[0] as number, 12);
    expect(key.accepts[1]).toBeCloseTo(interval[1] as number, 12);
  });
});

describe('credits', () => {
  test.each([
    ['credits: 3\nanswer: { number: 1 }', [3]],
    ['answer: { number: 1 }', [1]],
    ['credits: 4\nparts:\n  - { ask: x, number: 1 }\n  - { ask: y, number: 2 }', [2, 2]],
    ['parts:\n  - { ask: x, number: 1, credits: 1.5 }\n  - { ask: y, number: 2 }', [1.5, 1]],
  ])('%j', (front, credits) => {
    expect(given(front).parts.map(part => part.credits)).toEqual(credits);
  });
});

test('the same seed gives the same variant, and seeds differ', () => {
  const read = template('vars: { a: { given: 1, int: [1, 1000000] } }\nanswer: { number: a }');
  const whole = (seed: number): string => JSON.stringify({ ...makeVariant(read, seed), template: null });
  expect(SEEDS.map(whole)).toEqual(SEEDS.map(whole));
  expect(new Set(SEEDS.map(seed => makeVariant(read, seed).vars.a)).size).toBe(SEEDS.length);
});

test('hundreds of steps that rest on one another are refused in words', () => {
  const steps = Array.from({ length: 1100 }, (_, i) => `  s${i + 1}: s${i} + 1`).join('\n');
  const [problem] = problemsOf(question(`let:\n  s0: 1\n${steps}\nanswer: { number: s1100 }`));
  expect(problem).toContain('more than 1000 operations rest on one another');
});
