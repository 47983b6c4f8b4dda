import { describe, expect, it } from 'vitest';
import { template } from '../support.ts';
import { said, saidOf } from './support.ts';

/** Rules about what is read. */

const fact = 'answer: { number: 7 }';
const drawn = 'vars:\n  n: { given: 3, int: [2, 40] }\nanswer: { number: 3 * n }';
const sections = (stem: string, hint: string): string => `${stem}\n\n## Hint\n${hint}`;

describe('latex', () => {
  it.each([
    [
      'an unknown command',
      'How large is $\\foo{x}$?',
      /^cnn\/q\.md:7:14: \$\\foo\{x\}\$: \\foo is no command that is known/,
    ],
    [
      'a dollar without a partner',
      'How large is $x?',
      /^cnn\/q\.md:7:1: a \$ in "How large is \$x\?" opens or closes no formula/,
    ],
    ['a command outside of a formula', 'How large is \\alpha?', /^cnn\/q\.md:7:1: \\alpha stands in plain text/],
    ['braces without a partner', 'How large is $\\frac{1}{2$?', /cannot be read: are its braces/],
    ['arrows that paper has not', 'See $a \\xrightarrow{f} b$.', /labelled arrows cannot be set on paper/],
    ['double quotes in text', 'See $a \\text{ is "b"}$.', /a double quote inside \\text\{\}/],
    ['a display in a table', '| a |\n|---|\n| $$x$$ |', /a displayed formula has no room in a table/],
  ])('objects to %s', (_, stem, message) => {
    const found = said('latex', fact, stem);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  it.each([
    'How large is $\\frac{1}{2} \\cdot \\text{a "}$?'.replace('"', '“'),
    'It costs \\$5, and `$x` is code.',
    '$$\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}$$',
    '| a | b |\n|---|---|\n| $x$ | $\\hat y_{t-1}$ |',
    '```\n$ ls\n```',
  ])('has nothing against %j', stem => {
    expect(said('latex', fact, stem)).toEqual([]);
  });

  it.each([
    ['the title', 2, fact, 'How many?', '$\\wrong$'],
    ['what a part asks', 5, "parts:\n  - { ask: 'How $\\wrong$?', number: 7 }", 'How?'],
    [
      'a step',
      6,
      "vars:\n  n: { given: 3, int: [2, 40] }\nlet: { m: { tex: '\\wrong', is: 3 * n } }\nanswer: { number: m }",
      'How?',
    ],
    ['a mistake', 6, `${fact}\nmistakes:\n  - { value: 1, because: 'not $\\wrong$' }`, 'How?'],
    ['an option', 9, 'answer: { choice: one }', 'How?\n\n- [x] one $\\wrong$\n- [ ] two'],
    ['a reason', 10, 'answer: { choice: one }', 'How?\n\n- [x] one\n  as $\\wrong$\n- [ ] two'],
    ['the hint', 10, fact, sections('How?', '$\\wrong$')],
    ['the solution', 10, fact, 'How?\n\n## Solution\nso $\\wrong$'],
  ])('looks into %s', (_, line, front, body, title = 'A question') => {
    const found = saidOf('latex', { ...template(front, body), title });
    expect(found).toEqual([expect.stringMatching(new RegExp(`^cnn/q\\.md:${line}(?::\\d+)?: .*wrong`))]);
  });
});

describe('unused', () => {
  it('wants every variable and step to be used', () => {
    const front =
      'vars:\n  n: { given: 3, int: [2, 40] }\n  m: { given: 3, int: [2, 40] }\nlet:\n  p: n + 1\n  q: n + 2\nanswer: { number: p }';
    expect(said('unused', front, 'Given {{n}}?')).toEqual([
      'cnn/q.md:6:3: vars.m is used nowhere: use it or leave it out [unused]',
      'cnn/q.md:9:6: let.q is used nowhere: use it or leave it out [unused]',
    ]);
  });

  it.each([
    ['where', 'where: m > 2\nanswer: { number: n }'],
    ['a mistake', 'answer: { number: n }\nmistakes:\n  - { value: n + m, because: no }'],
    ['a reason', "answer: { number: n }\nmistakes:\n  - { value: n + 1, because: 'not {{m}}' }"],
    ['a shape', 'answer: { shape: [n, 2 * m] }'],
    ['a mistaken shape', "answer: { shape: [n, 2] }\nmistakes:\n  - { value: '[n, m]', because: no }"],
    ['an expression', "answer: { expression: '{{m}} * a + n', symbols: { a: real, n: real } }"],
    ['the box of an option', 'answer: { choice: many }'],
  ])('looks into %s', (what, rest) => {
    const options = what.startsWith('the box') ? '\n\n- [m > 3] one\n- [ ] two' : '';
    const front = `vars:\n  n: { given: 3, int: [2, 40] }\n  m: { given: 3, int: [2, 40] }\n${rest}`;
    expect(
      said('unused', front, `Given {{n}}, {{[n, m]}}?${options}`).filter(one => one.includes('used nowhere')),
    ).toEqual([]);
  });

  it('wants students to see what the key rests on', () => {
    expect(said('unused', drawn, 'Three times what?')).toEqual([
      'cnn/q.md:5:3: vars.n: the key rests on it and the question does not show it: write {{n}} where students need it [unused]',
    ]);
    expect(said('unused', drawn, 'Three times {{n}}?')).toEqual([]);
  });

  it('takes what is computed from a variable for showing it', () => {
    const front = 'vars:\n  n: { given: 3, int: [2, 40] }\nlet: { m: 2 * n }\nanswer: { number: n }';
    expect(said('unused', front, 'Half of {{m}}?')).toEqual([]);
  });
});

describe('characters', () => {
  it.each([
    ['\u001b[2J', 'U\\+001B'],
    ['a\u200bb', 'U\\+200B'],
    ['Gr\ufffd\ufffde', 'UTF-8'],
  ])('are seen by whoever reads: %j', (text, message) => {
    const at = text.search(/[^A-Za-z]/) + 'Say '.length + 1;
    expect(said('characters', fact, `Say ${text}.`)).toEqual([
      expect.stringMatching(new RegExp(`^cnn/q\\.md:7:${at}: .*${message}`)),
    ]);
    expect(saidOf('characters', { ...template(fact, 'Say.'), title: text })).toEqual([
      expect.stringMatching(new RegExp(`^cnn/q\\.md:2:8: title: .*${message}`)),
    ]);
    expect(said('characters', `answer: { words: ["one", ${JSON.stringify(text)}] }`, 'Say.')).toHaveLength(1);
  });

  it('may be of any language', () => {
    expect(said('characters', fact, 'Größe θ̂ → 大きさ 👍🏽\n\n```\n\tx\n```')).toEqual([]);
  });
});

describe('figures', () => {
  const wide = '─'.repeat(80);

  it('are at most 74 columns wide', () => {
    expect(said('width', fact, `Here:\n\n\`\`\`figure Two lines\n──\n${wide}\n\`\`\``)).toEqual([
      expect.stringMatching(/^cnn\/q\.md:11: this line is 80 columns wide: at most 74 fit/),
    ]);
    expect(said('width', fact, `Here:\n\n\`\`\`figure Two lines\n──\n\`\`\`\n\n${wide}`)).toEqual([]);
  });

  it('are measured with their values', () => {
    const front = 'vars:\n  w: { given: a, pick: [a, a long word that will not fit in here] }\nanswer: { number: 7 }';
    const line = `${'─'.repeat(60)}{{w}}`;
    expect(said('width', front, `\`\`\`figure A line\n${line}\n\`\`\``)).toEqual([
      expect.stringMatching(/^cnn\/q\.md:10: this line is 9\d columns wide/),
    ]);
  });

  it('count a tab as the four columns that it is shown with', () => {
    expect(said('width', fact, `\`\`\`figure A line\n${'\t'.repeat(20)}x\n\`\`\``)).toEqual([
      expect.stringMatching(/this line is 81 columns wide/),
    ]);
  });

  it('end', () => {
    const found = said('figure', fact, 'Here:\n\n```figure A line\n─\n\nHow long is it?');
    expect(found).toEqual([expect.stringMatching(/^cnn\/q\.md:9: this block takes in all that follows/)]);
  });

  it('of data are no drawing', () => {
    expect(said('width', fact, `\`\`\`plot Losses\ntraining: ${'1, '.repeat(40)}1\n\`\`\``)).toEqual([]);
  });

  it.each([
    ['```figure\n─\n```', /this figure has no words .* write a description behind ```figure/],
    ['```plot\na: 1, 2\n```', /this plot has no words .* write a title behind ```plot/],
    ['```\n┌──┐\n└──┘\n```', /this is a drawing: begin it with ```figure/],
  ])('say what they show: %j', (block, message) => {
    expect(said('figure', fact, `Here:\n\n${block}`)).toEqual([expect.stringMatching(message)]);
    expect(said('figure', fact, `Here:\n\n${block}`)[0]).toMatch(/^cnn\/q\.md:9: /);
  });

  it.each(['```figure A line\n─\n```', '```plot Losses\na: 1, 2\n```', '```python\nx -> y\n```'])(
    'may be %j',
    block => {
      expect(said('figure', fact, `Here:\n\n${block}`)).toEqual([]);
    },
  );
});

it('looks at the reasons of steps as well', () => {
  const front = (why: string): string =>
    `vars:\n  n: { given: 3, int: [1, 9] }\nlet:\n  p: { is: n + 1, why: '${why}' }\nanswer: { number: p }`;
  expect(said('latex', front('by $\\foo{n}$'))).toEqual([
    expect.stringMatching(/^cnn\/q\.md:7:\d+: .*foo.* \[latex\]/),
  ]);
  expect(said('latex', front('by $n$'))).toEqual([]);
});
