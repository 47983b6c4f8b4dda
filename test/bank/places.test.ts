import { describe, expect, test } from 'vitest';
import { FILE, problemsOf, question } from './support.ts';

/** Every file here holds one unknown name, `oops`, and the author is told the very place where it stands. */

const ONE = 'answer: { number: 1 }\n';
const BECAUSE = (scalar: string): string => `${ONE}mistakes:\n  - value: 2\n    because: ${scalar}`;
const HERE = 'unknown name "oops"';

/** `line:column` of the unknown name, counted in the file. */
function placeOf(content: string): string {
  const before = content.slice(0, content.indexOf('oops')).split('\n');
  return `${before.length}:${(before.at(-1) as string).length + 1}`;
}

const exact: readonly (readonly [where: string, content: string])[] = [
  // scalars of one line
  ['plain', question('answer: { number: 1 + oops }')],
  ['behind white space', question('answer:\n  number:    (1 +   oops)')],
  ['a list in a formula', question('answer: { number: "sum([1, 2 + oops])" }')],
  ['a step in short', question(`let: { b: 2 * oops }\n${ONE}`)],
  ['a step in full', question(`let:\n  b: { tex: '\\beta', is: 2 * oops }\n${ONE}`)],
  ['a condition', question(`where: [1 > 0, 1 < oops]\n${ONE}`)],
  ['the only condition', question(`where: 1 < oops\n${ONE}`)],
  [
    'what is put in place of a step',
    question(`let: { m: 2 }\nanswer: { number: m }\nmistakes: [{ instead: { m: oops }, because: so }]`),
  ],
  ['single quotes', question("answer: { number: '1 + oops' }")],
  ['behind doubled quotes', question(BECAUSE("'it''s, isn''t it, {{oops}}'"))],
  ['double quotes', question('answer: { number: "1 + oops" }')],
  ['behind escaped marks', question(BECAUSE('"\\\\alpha is \\"{{oops}}\\""'))],
  ['behind a letter of two halves', question(BECAUSE("'𝜎 of {{oops}}'"))],
  ['behind an anchor', question('answer: { number: &f 1 + oops }')],
  ['behind a tag', question('answer: { number: !!str 1 + oops }')],
  // scalars of several lines
  ['a folded block', question('answer:\n  number: >-\n    1 +\n    2 + oops\n')],
  [
    'a folded block with a paragraph and a comment',
    question('answer:\n  number: > # why\n\n    1 +\n\n      2 +\n    oops\n'),
  ],
  ['a literal block', question('answer:\n  number: |\n    1 +\n      oops\n')],
  ['a literal block with an indent of its own', question(BECAUSE('|2-\n         first\n       second {{oops}}'))],
  ['plain over several lines', question('answer:\n  number: 1 +\n    2 +\n      oops')],
  ['double quotes over several lines', question('answer:\n  number: "1 +\n    2 + oops"')],
  ['single quotes over several lines', question(BECAUSE("'it''s\n      here: {{ 1 +\n      oops }}'"))],
  // parts and reasons
  ['what a part asks', question('parts:\n  - { ask: "What is {{oops}}?", number: 1 }')],
  ['the reason of a mistake', question(BECAUSE("'$x$ and {{ oops }}'"))],
  // the body
  ['the first line', question(ONE, '  One {{oops}}')],
  ['a later line', question(ONE, 'One\n\ntwo {{1}} and {{ 2 * oops }}')],
  ['an indented line', question(ONE, 'One\n\n  - two {{oops}}')],
  ['a formula over two lines', question(ONE, 'One {{ 1 +\n  oops }}')],
  ['a table', question(ONE, 'One\n\n| a | b |\n|---|---|\n| 1 | $a = {{oops}}$ |')],
  ['the hint', question(ONE, 'One\n\n## Hint\n\n  so {{oops}}')],
  ['the solution', question(ONE, 'One\n## Solution\n{{steps}}\n\n$$x = {{oops}}$$')],
  ['an option', question('answer: { choice: one }', 'Q\n\n- [x] x {{oops}}\n- [ ] y')],
  ['an option that repeats its bullet', question('answer: { choice: one }', 'Q\n\n-   [x]  - [x] {{oops}}  \n- [ ] y')],
  ['the reason of an option', question('answer: { choice: one }', 'Q\n\n- [x] x\n  because\n\n     {{oops}}\n- [ ] y')],
  ['a box', question('answer: { choice: many }', 'Q\n\n- [x] x\n- [ 1 ==  oops ] y')],
  ['below options', question('answer: { choice: one }', 'Q\n\n- [x] x\n- [ ] y\n\nand {{oops}}')],
];

describe('a formula is found where it stands', () => {
  test.each(exact)('in %s', (_, content) => {
    const [problem] = problemsOf(content);
    expect(problem?.slice(0, FILE.length + 1 + placeOf(content).length + 2)).toBe(`${FILE}:${placeOf(content)}: `);
    expect(problem).toContain(HERE);
    expect(problem).not.toContain('at character');
  });

  test.each([
    ['with line ends of Windows', (content: string) => content.replaceAll('\n', '\r\n')],
    ['with a byte-order mark', (content: string) => `\ufeff${content}`],
  ])('%s', (_, change) => {
    for (const [, content] of exact) expect(problemsOf(change(content))).toEqual(problemsOf(content));
  });

  test('also where it breaks off, just behind its end', () => {
    expect(problemsOf(question("answer: { number: '1 +' }"))).toEqual([
      `${FILE}:4:23: "1 +": something is missing after "+"`,
    ]);
  });
});

describe('where escapes have moved its characters, the beginning of the text is named, and the character', () => {
  test.each([
    ['a formula', 'answer: { number: "1\\x20+ oops" }', '4:19: "1 + oops": unknown name "oops", at character 5'],
    ['a formula in a text', BECAUSE('"a\\tb {{1 + oops}}"'), '7:14: "1 + oops": unknown name "oops", at character 5'],
    [
      'a number in other digits',
      'answer: { number: [0x10, 1.50], tolerance: 1% }',
      '4:19: part a: the answer is a list, and a number is asked for',
    ],
  ])('%s', (_, front, problem) => {
    expect(problemsOf(question(front))).toEqual([`${FILE}:${problem}`]);
  });
});

test('of a long formula only what stands around the place is quoted', () => {
  const long = Array.from({ length: 60 }, (_, i) => `${i}`).join(' + ');
  const [problem = ''] = problemsOf(question(`answer: { number: ${long} + oops + ${long} }`));
  expect(problem).toMatch(/"….* \+ oops \+ .*…": unknown name "oops"$/);
  expect(problem.length).toBeLessThan(150);
});

test('a draw that no attempt can mend has its place too', () => {
  const content = question('vars: { a: { given: 1, int: [1, 9] } }\nwhere: [a > 0, a > 9]\nanswer: { number: a }');
  const [problem] = problemsOf(content, 1);
  expect(problem).toMatch(new RegExp(`^${FILE}:5:16: no draw in 200 will do at seed 1: .*"a > 9" does not hold$`));
});
