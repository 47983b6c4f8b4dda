import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { columns } from '../../src/notation/columns.ts';
import { lineText } from '../../src/notation/line.ts';
import { hasOnlyAscii } from '../../src/notation/signs.ts';
import { asciiOf } from '../../src/notation/stand-ins.ts';
import { mathInAscii, renderInline, renderMarkdown } from '../../src/notation/terminal.ts';

const inline = (latex: string): string => asciiOf(lineText(renderInline(mathInAscii(`$${latex}$`))));
const display = (latex: string): string =>
  renderMarkdown(mathInAscii(`$$${latex}$$`), { width: 80 })
    .map(line => asciiOf(lineText(line)))
    .join('\n');

describe('a formula in ASCII', () => {
  test.each([
    ['x^2y', 'x^2 y'],
    ['w_1 w_2', 'w_1 w_2'],
    ['10^{-8}', '10^(-8)'],
    ['2^{22}', '2^22'],
    ['h_{t-1}^{(b)}', 'h_(t-1)^(b)'],
    ["f'(x)", "f'(x)"],
    ['\\hat y = \\sigma(\\beta x)', 'hat(y) = sigma(beta x)'],
    ['\\bar x', 'bar(x)'],
    ['W^\\top X', 'W^T X'],
    ['(1 + e^{-z})^2', '(1 + e^(-z))^2'],
    ['\\sqrt{\\frac{2}{n}}', 'sqrt(2/n)'],
    ['\\|x - \\hat x\\|', '||x - hat(x)||'],
    ['\\sum_{i=1}^n \\lambda_i \\ge 1', 'sum_(i=1)^(n) lambda_i >= 1'],
    ['\\frac{\\partial L}{\\partial w}', 'dL/dw'],
    ['\\lfloor n/2 \\rfloor \\cdot 3', 'floor(n/2) * 3'],
    ['\\mathbb{E}[x] \\in \\mathbb{R}', 'E[x] in R'],
    ['a \\cdot b \\to \\infty', 'a * b -> inf'],
  ])('%s', (latex, ascii) => {
    expect(inline(latex)).toBe(ascii);
  });

  it('stands on several lines as well', () => {
    const text = display('p = \\frac{e^{-2}}{1 + \\sigma^2} \\sum_{i=1}^n \\begin{pmatrix} x_i \\\\ 1 \\end{pmatrix}');
    expect(text).toBe(
      ['        e^(-2)     n', '  p = ----------- sum ( x_i )', '      1 + sigma^2 i=1 (  1  )'].join('\n'),
    );
  });
});

it('takes as many columns as what it stands for, and leaves letters alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), text => {
      expect(columns(asciiOf(text))).toBe(columns(text));
    }),
  );
  expect(asciiOf('Zoë, Łukasz, Μαρία')).toBe('Zoë, Łukasz, Maria'.replace('Maria', asciiOf('Μαρία')));
  expect(asciiOf('学 한국어 עברית')).toBe('学 한국어 עברית');
  expect(asciiOf('▸ ✓ Right – 3 … ↓ ◐ ░▒▓█ 😀')).toBe('> + Right - 3 ~ v ~ :+*# ??');
});

it('knows terminals that have nothing else', () => {
  const plain = [
    { LANG: 'C' },
    { LANG: 'en_US.UTF-8', LC_ALL: 'POSIX' },
    { LANG: 'de_DE.ISO-8859-1@euro' },
    { TERM: 'linux', LANG: 'en_US.UTF-8' },
  ];
  const rich = [{}, { LANG: 'C.UTF-8' }, { LANG: 'C', LC_CTYPE: 'en_US.utf8' }, { LANG: 'de_DE' }, { LANG: '' }];
  expect(plain.map(hasOnlyAscii)).toEqual(plain.map(() => true));
  expect(rich.map(hasOnlyAscii)).toEqual(rich.map(() => false));
});
