import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escaped, renderLiteral, renderMarkdown } from '../../src/notation/terminal.ts';

const WORDS = [
  '5',
  '%',
  'ms',
  'a',
  '$x$',
  '*b*',
  '1.',
  '-',
  '#',
  '`c`',
  '&amp;',
  'www.x.de',
  'a@b.de',
  '試験',
  '½',
  '\\n',
];
const BLANKS = [' ', ' ', '  ', '\n', '\t', '\u00a0', '\u200b', ''];

it('lays text out as Markdown does in which every sign is escaped', () => {
  const piece = fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 12 }));
  const text = fc
    .array(fc.tuple(piece, fc.constantFrom(...BLANKS)), { maxLength: 12 })
    .map(pieces => pieces.flat().join(''));
  fc.assert(
    fc.property(text, fc.constantFrom(10, 23, 78, 5000), (given, width) => {
      expect(renderLiteral(given, { width })).toEqual(renderMarkdown(escaped(given), { width }));
    }),
    { numRuns: 1000 },
  );
});
