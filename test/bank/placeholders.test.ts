import { describe, expect, test } from 'vitest';
import { given, problemsOf, question } from './support.ts';

const VARS = `
vars:
  a: { given: 2, int: [1, 9] }
  b: { given: -3, int: [-9, -1] }
  t: { given: 1.0e-8, pick: [1.0e-8] }
  r: { given: 0.54363912, real: [0, 1], digits: 8 }
  x: { given: [1, -2], int: [-9, 9], shape: [2] }
  W: { given: [[1, -2], [3, 4]], int: [-9, 9], shape: [2, 2] }
  big: { given: 4096, int: [1, 9999] }
  word: { given: tanh, pick: [tanh, sigmoid] }
let: { third: a / 6 }
answer: { number: a }
`.trim();

describe('a value takes the place of its formula', () => {
  test.each([
    ['of text', '{{a}} and {{ a + 1 }}', '2 and 3'],
    ['with a true minus sign in text', '{{b}}', '−3'],
    ['with a hyphen in mathematics', '$x = {{b}}$', '$x = -3$'],
    [
      'in parentheses after an operator',
      '$a - {{b}}$, $2 \\cdot {{b}}$, $2 \\times {{b}}$, $a + {{b}}$',
      '$a - (-3)$, $2 \\cdot (-3)$, $2 \\times (-3)$, $a + (-3)$',
    ],
    [
      'without them at the start and after a relation',
      '$ {{b}} + a$, $x = {{b}}$, $({{b}})$',
      '$ -3 + a$, $x = -3$, $(-3)$',
    ],
    ['without them when positive', '$a - {{a}}$', '$a - 2$'],
    ['without them in text', 'from 1 - {{b}}', 'from 1 - −3'],
    ['in parentheses before a power', '$y = {{b}}^2 + {{t}}^2 + {{a}}^2$', '$y = (-3)^2 + (10^{-8})^2 + 2^2$'],
    ['in braces as an exponent or index', '$2^{{big}}$, $h_{{big}}$, $2^{{{b}}}$', '$2^{4096}$, $h_{4096}$, $2^{-3}$'],
    ['inside braces of its own', '$\\frac{{{a}}}{{{b}}}$', '$\\frac{2}{-3}$'],
    ['with a power of ten in mathematics', '$\\varepsilon = {{t}}$', '$\\varepsilon = 10^{-8}$'],
    ['with a power of ten in text', 'ε is {{t}}.', 'ε is $10^{-8}$.'],
    ['in full where it was drawn', '{{r}}', '0.54363912'],
    ['rounded where it was computed', '{{r * 1}} {{third}} {{1/3}}', '0.5436 0.3333 0.3333'],
    ['without the noise of binary fractions', '{{0.1 + 0.2}}', '0.3'],
    ['as a list in text', '{{x}}', '[1, −2]'],
    ['as a vector in mathematics', '$x = {{x}}$', '$x = \\begin{bmatrix} 1 & -2 \\end{bmatrix}$'],
    ['as a matrix in mathematics', '$$W = {{W}}$$', '$$W = \\begin{bmatrix} 1 & -2 \\\\ 3 & 4 \\end{bmatrix}$$'],
    ['as rows in text', '{{W}}', '[[1, −2], [3, 4]]'],
    ['as an element', '{{x[1]}} and {{W[1][0]}}', '−2 and 3'],
    ['as a word', 'the {{word}} unit', 'the tanh unit'],
    ['of library functions', '{{conv_params(in=a, out=1, kernel=1)}}', '3'],
    [
      'in display mathematics and after an escaped dollar',
      'costs \\$5: {{b}}, $$ {{b}} $$',
      'costs \\$5: −3, $$ -3 $$',
    ],
  ])('%s', (_, text, filled) => {
    expect(given(VARS, text).stem).toBe(filled);
  });

  test('in the stem, the parts, the hint, the solution and the reasons of mistakes', () => {
    const variant = given(
      'vars: { a: { given: 2, int: [1, 9] } }\nparts: [{ ask: "What is {{a}} + 1?", number: a + 1 }]\nmistakes: [{ value: a, because: "{{a}} is not enough" }]',
      'Stem {{a}}\n\n## Hint\nHint {{a}}\n\n## Solution\nSolution {{a}}\n\n{{steps}}',
    );
    expect(variant).toMatchObject({ stem: 'Stem 2', hint: 'Hint 2', solution: 'Solution 2\n\n$$a + 1 = 2 + 1 = 3$$' });
    expect(variant.parts[0]).toMatchObject({
      ask: 'What is 2 + 1?',
      key: { mistakes: [{ because: '2 is not enough' }] },
    });
  });

  test('in options and their reasons', () => {
    const variant = given(
      'vars: { a: { given: 2, int: [1, 9] } }\nanswer: { choice: one }',
      'Which?\n\n- [x] {{a}}\n  because {{a}}\n\n  is {{a}}\n- [ ] $= {{a + 1}}$',
    );
    expect(variant.parts[0]?.key).toMatchObject({
      options: [
        { text: '2', why: 'because 2\n\nis 2' },
        { text: '$= 3$', why: null },
      ],
    });
  });
});

describe('the worked steps', () => {
  test('stand in the order of the definitions, each with its reason', () => {
    const variant = given(
      'vars: { a: { given: 2, int: [1, 9] } }\nlet:\n  p: { is: a + 1, why: one more }\n  q: { tex: Q, is: p ^ 2 }\nanswer: { number: q, tex: A }',
      'Stem\n\n## Solution\n{{steps}}',
    );
    expect(variant.solution).toBe(
      'One more:\n\n$$p = a + 1 = 2 + 1 = 3$$\n\n$$Q = p^{2} = 3^{2} = 9$$\n\n$$A = Q = 9$$',
    );
  });
});

test('the reason of a step can name values, its own included', () => {
  const front =
    'vars: { a: { given: 2, int: [1, 9] } }\nlet:\n  p: { is: a + 1, why: "{{a}} and 1 make {{p}}" }\nanswer: { number: p }';
  expect(given(front).steps.map(({ why }) => why)).toEqual(['2 and 1 make 3']);
  expect(problemsOf(question(front.replace('{{a}}', '{{b}}')))[0]).toMatch(/^cnn\/q\.md:6:27: .*unknown name "b"/);
});
