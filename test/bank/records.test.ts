import { describe, expect, test } from 'vitest';
import { FILE, given, numberKey, problemsOf, question } from './support.ts';

/** Functions with several results in a question. */

const VARS = 'vars: { g: { given: 2, int: [1, 9] } }\n';
const STEP = 'let: { s: "adam(1, g=g, lr=0.5, eps=0)", d: s.theta - 1 }\n';
const namesOf = (front: string): string[] => given(VARS + front).steps.map(({ name }) => name);

test('a name holds them, and an answer takes one', () => {
  const variant = given(`${VARS}${STEP}parts:\n  - { ask: x, number: s.m }\n  - { ask: y, number: s.theta }`);
  expect(numberKey(variant, 0).value).toBeCloseTo(0.2, 12);
  expect(numberKey(variant, 1).value).toBeCloseTo(0.5, 12);
});

test('their steps are told once, in their order, and the record itself has none', () => {
  expect(namesOf(`${STEP}answer: { number: d }`)).toEqual(['m', 'v', 'mhat', 'vhat', 'theta', 'd']);
  expect(namesOf(`${STEP}answer: { number: s.vhat }`)).toEqual(['v', 'vhat']);
});

test('one of them may have a second name, and is told twice only under a symbol of its own', () => {
  const front = (definition: string): string =>
    `let: { s: "adam(1, g=g)", n: ${definition} }\nanswer: { number: n * 2 }`;
  expect(namesOf(front('s.m'))).toEqual(['m', 'a']);
  expect(namesOf(front("{ is: s.m, tex: '\\mu' }"))).toEqual(['m', 'n', 'a']);
  expect(namesOf('let: { n: "adam(1, g).m" }\nanswer: { number: n }')).toEqual(['n']);
});

describe('a mistake', () => {
  const wrong = (mistake: string): number | undefined =>
    numberKey(given(`${VARS}${STEP}answer: { number: d }\nmistakes:\n  - { instead: ${mistake}, because: so }`))
      .mistakes[0]?.value;

  test('may replace a step of a function, and use its other steps', () => {
    expect(wrong('{ vhat: 1 }')).toBeCloseTo(-1, 12);
    expect(wrong('{ mhat: m, vhat: v }')).toBeCloseTo((-0.5 * 0.2) / Math.sqrt(0.004), 12);
    expect(wrong('{ mhat: s.m }')).toBeCloseTo(-0.05, 12);
  });

  test('that replaces the whole is told which steps there are', () => {
    const content = question(`${VARS}${STEP}answer: { number: d }\nmistakes: [{ instead: { s: 1 }, because: so }]`);
    expect(problemsOf(content)[0]).toMatch(/7:28: instead\.s: no answer rests on .*; they are .*\btheta, mhat\b/);
  });
});

describe('where one number is wanted, the author is told the names of the results', () => {
  const RESULTS = 'gives several results (m, v, mhat, vhat, theta): name one, as in .theta';
  test.each([
    ['an answer', `${STEP}answer: { number: s }`, 'One', `6:19: "s": s ${RESULTS}`],
    ['an answer without a name', 'answer: { number: "adam(1, g)" }', 'One', `5:20: "adam(1, g)": adam(…) ${RESULTS}`],
    ['a condition', `${STEP}where: s\nanswer: { number: d }`, 'One', `6:8: "s": s ${RESULTS}`],
    ['a text', `${STEP}answer: { number: d }`, 'One {{s}}', `9:7: "s": s ${RESULTS}`],
    ['an option', `${STEP}answer: { choice: many }`, 'One\n\n- [s] p\n- [ ] q', `11:4: "s": s ${RESULTS}`],
    [
      'a mistake',
      `${STEP}answer: { number: d }\nmistakes: [{ value: s, because: so }]`,
      'One',
      `7:21: "s": s ${RESULTS}`,
    ],
    [
      'a step with a reason',
      'let: { s: { is: "adam(1, g)", why: so } }\nanswer: { number: s.m }',
      'One',
      '5:18: "adam(1, g)": each of its results (m, v, mhat, vhat, theta) has a symbol of its own: tex and why go with one of them, such as s.theta',
    ],
  ])('%s', (_, front, body, problem) => {
    expect(problemsOf(question(VARS + front, body))).toEqual([`${FILE}:${problem}`]);
  });
});
