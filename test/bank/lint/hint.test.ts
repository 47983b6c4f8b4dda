import { describe, expect, it } from 'vitest';
import { template } from '../support.ts';
import { said, saidOf } from './support.ts';

/** What gives the answer away before it is asked for. */

const fact = 'answer: { number: 7 }';
const drawn = 'vars:\n  n: { given: 3, int: [2, 40] }\nanswer: { number: 3 * n }';
const sections = (stem: string, hint: string): string => `${stem}\n\n## Hint\n${hint}`;

describe('hint', () => {
  it.each([
    ['the number', fact, sections('How many?', 'There are 7 of them.')],
    ['the number that was drawn', drawn, sections('Three times {{n}}?', 'It is {{3 * n}}.')],
    [
      'the word',
      'answer: { words: [batch normalization] }',
      sections('Which layer?', 'Think of Batch  Normalization.'),
    ],
    [
      'the right option',
      'answer: { choice: one }',
      sections('Which?\n\n- [x] a residual block\n- [ ] another', 'It is a residual block.'),
    ],
    [
      'the formula',
      "answer: { expression: 'a*b + c', symbols: { a: real, b: real, c: real } }",
      sections('What?', 'Use $a \\cdot b + c$.'),
    ],
  ])('does not say %s', (_, front, body) => {
    expect(said('hint', front, body)).toEqual([
      expect.stringMatching(/^cnn\/q\.md:\d+:1: the hint says .* of part a: lead there/),
    ]);
  });

  it('does not say a right option that is drawn at some seeds only', () => {
    const options = ['one', 'two', 'six', 'ten'].map(word => `- [x] a block of ${word} layers`);
    const stem = ['Which?', '', ...options, '- [ ] another', '- [ ] something else'].join('\n');
    const front = 'answer: { choice: one, show: 3 }';
    expect(said('hint', front, sections(stem, 'Think of a block of six layers.'))).toHaveLength(1);
    expect(said('hint', front, sections(stem, 'Think of a block of nine layers.'))).toEqual([]);
  });

  it('does not say the right option in nearly its words', () => {
    const stem = 'Which?\n\n- [x] It shrinks gradients whose norm is above a limit\n- [ ] another\n- [ ] neither one';
    const front = 'answer: { choice: one }';
    expect(said('hint', front, sections(stem, 'Look at gradients whose norm is above a limit.'))).toHaveLength(1);
    expect(said('hint', front, sections(stem, 'Look at the norm, and at what is above a limit.'))).toEqual([]);
  });

  it('leaves the answer out of the title too', () => {
    const title = { title: 'About batch normalization' };
    const one = template('answer: { words: [batch normalization] }', 'Which layer?');
    expect(saidOf('hint', { ...one, ...title })).toEqual([
      expect.stringMatching(/^cnn\/q\.md:2:8: the title says "batch normalization", .* choose another one/),
    ]);
    expect(saidOf('hint', { ...template(fact, 'How many?'), title: 'A net of 7 layers' })).toEqual([]);
  });

  it.each([
    ['a number of the question', fact, sections('How many of 7?', 'There are 7 of them.')],
    [
      'an index, an exponent, a part of a fraction',
      fact,
      sections('How many?', '$x_7 + x^7 + \\frac{1}{7}$ and 1/7, 7.5, l7'),
    ],
    ['a number that it happens to be at some seed', drawn, sections('Three times {{n}}?', 'Less than 90, and not 12.')],
    ['a part of a word', 'answer: { words: [bias] }', sections('Which?', 'Unbiased means none.')],
    [
      'a wrong option',
      'answer: { choice: one }',
      sections('Which?\n\n- [x] a residual block\n- [ ] something else', 'Not something else.'),
    ],
  ])('may hold %s', (_, front, body) => {
    expect(said('hint', front, body)).toEqual([]);
  });
});
