import fc from 'fast-check';
import { expect, it } from 'vitest';
import { caret } from '../../src/commands/caret.ts';
import { columns } from '../../src/notation/columns.ts';

it.each([
  ['x + yy', 4, ['  x + yy', '      ^']],
  ['1 +', 3, ['  1 +', '     ^']],
  ['', 0, ['  ', '  ^']],
  ['first\nsecond +\nthird', 14, ['  second +', '          ^']],
  ['first\nsecond', 5, ['  first', '       ^']],
  ['a\t+ b', 2, ['  a + b', '    ^']],
  ['"日本" + x', 7, ['  "日本" + x', '           ^']],
])('under %j at %i', (text, position, lines) => {
  expect(caret(text, position, 80)).toEqual(lines);
});

it('of a long text shows what stands around the place, and is never wider than the screen', () => {
  const text = `${'a+'.repeat(100)}HERE${'+b'.repeat(100)}`;
  const [line = '', mark = ''] = caret(text, 200, 40);
  expect(columns(line)).toBeLessThanOrEqual(40);
  expect(line).toMatch(/^ {2}….*HERE.*…$/);
  expect(mark.length - 1).toBe(line.indexOf('HERE'));
});

it('always points at the character', () => {
  const text = fc.stringMatching(/^[a-z +]{1,120}$/);
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 24, max: 100 }), (whole, seed, width) => {
      const position = seed % whole.length;
      const [line = '', mark = ''] = caret(whole, position, width);
      expect(line.length).toBeLessThanOrEqual(width);
      expect(mark).toMatch(/^ {2,}\^$/);
      expect(line[mark.length - 1]).toBe(whole[position]);
    }),
  );
});
