import { expect, test } from 'vitest';
import { figuresInWords } from '../../src/notation/spoken/figures.ts';

test.each([
  ['```figure Two inputs feed three units\nx ─▶ h\n```', 'Figure: Two inputs feed three units.'],
  ['```figure Is it a net?\nx\n```', 'Figure: Is it a net?'],
  ['```plot Loss\na: 1, 2\n```', 'Plot: Loss. a, 2 points: 1; 2.'],
  ['before\n\n```plot\na: 1, 2\n```\n\nafter', 'before\n\nPlot. a, 2 points: 1; 2.\n\nafter'],
  ['```\nx ─▶ h\n```', '```\nx ─▶ h\n```'],
  ['```plot\nno numbers\n```', '```plot\nno numbers\n```'],
  ['```figure A\n─\n```\ntext\n```figure B\n─\n```', 'Figure: A.\ntext\nFigure: B.'],
])('%j', (markdown, words) => {
  expect(figuresInWords(markdown)).toBe(words);
});
