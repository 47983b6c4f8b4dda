import { describe, expect, it, test } from 'vitest';
import { lintQuestion } from '../../../src/bank/lint/lint-question.ts';
import { makeVariant } from '../../../src/bank/variant.ts';
import { template } from '../support.ts';
import { said } from './support.ts';

/** Rules about what is drawn. */

const n = (draw: string): string => `vars:\n  n: { given: 3, ${draw} }\n`;

describe('draw', () => {
  it('wants every seed to end with a variant', () => {
    expect(said('draw', `${n('int: [1, 9]')}where: n > 9\nanswer: { number: n }`)).toEqual([
      expect.stringMatching(/^cnn\/q\.md:6:8: the given values: "n > 9" does not hold \[draw\]$/),
      expect.stringMatching(
        /^cnn\/q\.md:6:8: no draw in 200 will do at seed 0: .*, at every seed \[draw\] \(seed 0\)$/,
      ),
    ]);
    expect(said('draw', `${n('int: [1, 9]')}where: n < 9\nanswer: { number: n }`)).toEqual([]);
  });

  it('tells of what fails in the program itself', () => {
    const one = template(`${n('int: [1, 9]')}answer: { number: n }`);
    const { findings } = lintQuestion({ ...one, stem: null as never }, 3);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'draw',
        message: expect.stringMatching(/the program itself fails here \(TypeError: /),
      }),
    );
  });
});

describe('rejection', () => {
  it('wants few attempts, and says what is in the way', () => {
    expect(said('rejection', `${n('int: [1, 100]')}where: [n <= 5, n != 50]\nanswer: { number: n }`)).toEqual([
      expect.stringMatching(
        /^cnn\/q\.md:6:9: a variant takes (?:1\d|2\d)\.\d attempts .* 100 % .* because "n <= 5" does not hold: .* \[rejection\]$/,
      ),
    ]);
    expect(said('rejection', `${n('int: [1, 100]')}where: n <= 50\nanswer: { number: n }`)).toEqual([]);
  });

  test('draws tell why they were rejected', () => {
    const one = template(`${n('int: [1, 100]')}where: n <= 5\nanswer: { number: n }`);
    const reasons: string[] = [];
    const variant = makeVariant(one, 1, ({ message }) => reasons.push(message));
    expect(new Set(reasons)).toEqual(new Set(['"n <= 5" does not hold']));
    expect(variant).toEqual(makeVariant(one, 1));
  });
});

describe('finite', () => {
  it('wants every placeholder to be filled in', () => {
    expect(said('finite', 'answer: { number: 3 }', 'What is {{}} and three?')).toEqual([
      'cnn/q.md:7:1: {{}} is not filled in: a formula is missing in it [finite] (seed 0)',
    ]);
  });

  it.each([
    ['{n}', 1],
    ['{{n}', 1],
    ['{n}}', 1],
    ['{steps}', 1],
    ['as $ {n} \\cdot 2$', 6],
    ['{{n + 1', 1],
    ['{{n, or {{n}}', 1],
  ])('sees a brace that is missing: %s', (body, column) => {
    const found = said('finite', `${n('int: [1, 9]')}answer: { number: n }`, body);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^cnn/q\\.md:9:${column}: .*\\}\\}`));
  });

  it.each([
    '$x_{n} + \\hat{n} + \\frac{1}{n} + {n}_1$',
    '$\\{n\\}$',
    '`{n}` and `{{`',
    '$$\\sqrt{{\\bf n}_1}$$',
    '$\\sqrt{{n}}$, {m}',
  ])('knows braces that are meant: %s', body => {
    expect(said('finite', `${n('int: [1, 9]')}answer: { number: n }`, body)).toEqual([]);
  });

  it('knows braces of LaTeX and the words of a text', () => {
    const body = 'What is $\\frac{{x}_1}{{y}_2}$, where NaN and undefined are not?';
    expect(said('finite', `${n('int: [1, 9]')}answer: { number: n }`, body)).toEqual([]);
  });

  it('sees words that draws bring in', () => {
    const front = 'vars:\n  w: { given: zero, pick: [zero, undefined] }\nanswer: { number: 3 }';
    expect(said('finite', front, 'Say {{w}}.')).toEqual([
      expect.stringMatching(
        /^cnn\/q\.md:9:1: a value that was filled in is undefined: "Say undefined\.", in \d+ of 120 seeds/,
      ),
    ]);
  });
});

describe('degenerate', () => {
  const shown = 'Given $n = {{n}}$?';

  it.each([
    [
      'varies',
      `${n('int: [1, 9]')}answer: { number: 'max(n, 8)' }`,
      /the key is 8 in \d\d % of the seeds: draw more widely/,
    ],
    [
      'is seldom 0 or 1',
      `${n('pick: [0, 1, 0, 1, 3]')}answer: { number: n^3 }`,
      /the key is 0 or 1 in \d\d % of the seeds/,
    ],
    [
      'is no number of the question',
      `${n('int: [1, 9]')}answer: { number: 'max(n, 2)' }`,
      /equals a number of the question in \d\d %/,
    ],
  ])('wants a key that %s', (_, front, message) => {
    expect(said('degenerate', front, shown)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['a key that varies', `${n('int: [1, 9]')}answer: { number: 2 * n + 1 }`, shown],
    [
      'a key that no draw changes',
      `${n('int: [1, 9]')}parts:\n  - { ask: One, number: 7 }\n  - { ask: Two, number: 3 * n }`,
      shown,
    ],
    ['a number that is not shown', `${n('int: [2, 9]')}answer: { number: n }`, 'Given $2n = {{2 * n}}$?'],
  ])('has nothing against %s', (_, front, body) => {
    expect(said('degenerate', front, body)).toEqual([]);
  });
});

describe('few seeds', () => {
  it('say nothing of how often a key comes', () => {
    const front = `${n('int: [1, 9]')}answer: { number: 'max(n, 8)' }`;
    expect(said('degenerate', front, 'Given {{n}}?', 3)).toEqual([]);
  });
});

describe('distinct', () => {
  const many = 'vars:\n  n: { given: 3, int: [1, 900] }\nanswer: { number: n }';

  it.each([
    [
      'different variants',
      `${n('int: [1, 9]')}answer: { number: n }`,
      /^cnn\/q\.md:2:8: only 9 different variants at 1,000 seeds/,
    ],
    ['a reason where nothing is drawn', 'answer: { number: 3 }', /^cnn\/q\.md:2:8: nothing is drawn/],
    ['no reason where none is needed', `fewer: because\n${many}`, /^cnn\/q\.md:4:8: fewer: is not needed/],
  ])('wants %s', (_, front, message) => {
    expect(
      said(
        'distinct',
        front,
        'How much is {{1 + 1}}, and $n$?'.replace('$n$', front.includes('vars') ? '{{n}}' : 'n'),
        1000,
      ),
    ).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['many variants', many],
    ['few with a reason', `fewer: because\n${n('int: [1, 9]')}answer: { number: n }`],
    ['one with a reason', 'fewer: because\nanswer: { number: 3 }'],
  ])('has nothing against %s', (_, front) => {
    expect(said('distinct', front, 'How much?', 1000)).toEqual([]);
  });

  it('counts what is shown, and the order of options with it', () => {
    const options = ['one', 'two', 'three', 'four', 'five', 'six'].map(
      (word, i) => `- [${i === 0 ? 'x' : ' '}] ${word}`,
    );
    const choice = (count: number): string[] =>
      said('distinct', 'answer: { choice: one }', ['How many?', '', ...options.slice(0, count)].join('\n'), 1000);
    expect(choice(3)).toEqual([expect.stringMatching(/only 6 different variants/)]);
    expect(choice(6)).toEqual([]);
  });
});

describe('unreached', () => {
  it('wants every variable to vary', () => {
    expect(said('unreached', `${n('int: [3, 3]')}answer: { number: n }`)).toEqual([
      expect.stringMatching(/^cnn\/q\.md:5:\d+: n is 3 at every seed: .* \[unreached\]$/),
    ]);
    expect(said('unreached', `${n('int: [3, 4]')}answer: { number: n }`)).toEqual([]);
    expect(said('unreached', `${n('pick: [3]')}answer: { number: n }`)).toEqual([]);
  });

  it('wants every picked value to be drawn', () => {
    expect(said('unreached', `${n('pick: [3, 4, 5]')}where: n != 4\nanswer: { number: n }`)).toEqual([
      expect.stringMatching(/^cnn\/q\.md:5:\d+: n is never 4: .* \[unreached\]$/),
    ]);
    expect(said('unreached', `${n('pick: [3, 4, 5]')}where: n > 2\nanswer: { number: n }`)).toEqual([]);
    expect(said('unreached', `${n('pick: [3, 4, 5]')}where: n != 4\nanswer: { number: n }`, undefined, 20)).toEqual([]);
  });
});
