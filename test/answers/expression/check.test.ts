import { describe, expect, test } from 'vitest';
import { answerSheet } from '../../../src/answers/answers.ts';
import { checkExpression } from '../../../src/answers/expression/check.ts';
import {
  type ExpressionKey,
  type ExpressionSymbol,
  expressionKind,
} from '../../../src/answers/expression/expression.ts';
import { lineText } from '../../../src/notation/line.ts';
import { renderMarkdown } from '../../../src/notation/terminal.ts';

const symbol = (name: string, more: Partial<ExpressionSymbol> = {}): ExpressionSymbol => {
  return { name, tex: name, domain: 'real', shape: [], ...more };
};

const sound: ExpressionKey = {
  kind: 'expression',
  text: '2(w x + b) x',
  symbols: [symbol('w'), symbol('x'), symbol('b')],
  equivalent: ['2wx^2 + 2bx'],
  mistakes: [{ text: '2(wx + b)', tag: 'chain rule', because: 'the inner derivative is missing' }],
};
const mistake = (text: string) => ({ text, tag: 'tag', because: 'because' });

describe('an author is told', () => {
  test('nothing of a sound key', () => {
    expect(checkExpression(sound)).toEqual([]);
  });

  test('nothing of a symbol that only a mistake uses', () => {
    const symbols = [...sound.symbols, symbol('z')];
    expect(checkExpression({ ...sound, symbols, mistakes: [mistake('z')] })).toEqual([]);
  });

  test.each<[string, Partial<ExpressionKey>, RegExp]>([
    ['of a text that is not read', { text: 'q + 1' }, /^"q \+ 1" cannot be read: unknown name "q"/],
    ['of an empty text', { text: '' }, /cannot be read: there is nothing/],
    ['of a form that is not read', { equivalent: ['1/2x'] }, /^"1\/2x" cannot be read/],
    ['of a form that is another function', { equivalent: ['2wx + b'] }, /^"2wx \+ b" is not equal to the key/],
    ['of a mistake that is none', { mistakes: [mistake('2x(b + wx)')] }, /is equal to the key/],
    [
      'of a mistake told twice',
      { mistakes: [mistake('x'), mistake('w'), mistake('2x/2')] },
      /equal to the earlier "x"/,
    ],
    [
      'of a symbol that is not used',
      { symbols: [...sound.symbols, symbol('z')] },
      /^symbol "z" is used neither in the answer nor in a mistake/,
    ],
    [
      'of names that read alike',
      { symbols: [...sound.symbols, symbol('x_1'), symbol('x1')] },
      /"x_1" and "x1" read alike/,
    ],
    ['of accents that read alike', { symbols: [...sound.symbols, symbol('m_hat'), symbol('mhat')] }, /read alike/],
    ['of a name that is none', { symbols: [...sound.symbols, symbol('x y')] }, /^symbol "x y": no name/],
    ['of a shape that is none', { symbols: [...sound.symbols, symbol('A', { shape: [3] })] }, /^symbol "A": a shape/],
    [
      'of a matrix too large',
      { symbols: [...sound.symbols, symbol('A', { shape: [11, 11] })] },
      /more than 100 numbers/,
    ],
    [
      'of an identity that is not square',
      { symbols: [...sound.symbols, symbol('I', { domain: 'identity', shape: [2, 3] })] },
      /an identity is a square matrix/,
    ],
    ['of an empty domain', { symbols: [...sound.symbols, symbol('A', { domain: [1, 1] })] }, /its domain is empty/],
    ['of a key that has no value', { text: 'sqrt(-1 - w^2 - x^2 - b^2)', equivalent: [] }, /at too few points/],
    ['of a key whose digits are lost', { text: 'w + x + b + 1e40 - 1e40', equivalent: [] }, /at too few points/],
  ])('%s', (_, change, problem) => {
    expect(checkExpression({ ...sound, ...change }).join('\n')).toMatch(new RegExp(problem.source, 'm'));
  });
});

test('the key is shown to scripts, to readers and on paper', () => {
  const matrix = symbol('W', { shape: [2, 3], domain: [0, 1], tex: '\\mathbf W' });
  const key: ExpressionKey = { ...sound, text: 'W^T [w; x] b', symbols: [...sound.symbols, matrix] };
  expect(expressionKind.data(key)).toEqual({
    key: 'W^T [w; x] b',
    symbols: [
      { name: 'w', domain: 'real' },
      { name: 'x', domain: 'real' },
      { name: 'b', domain: 'real' },
      { name: 'W', domain: '0 … 1', shape: [2, 3] },
    ],
  });
  expect(expressionKind.show(key)).toBe('$\\mathbf W^{\\top} \\begin{bmatrix} w \\\\ x \\end{bmatrix} b$');
  expect(answerSheet(key)).toMatch(/\n\nSymbols: \$w\$, \$x\$, \$b\$, \$\\mathbf W\$$/);
  expect(expressionKind.print(key)).toBe('W^T*[w; x]*b');
});

test.each([
  ['2(w x + b) x', '2(wx + b)x'],
  ['-x^2/(2 w)', '−x²/(2w)'],
  ['|x| + sqrt(w)', '|x| + √w'],
  ['tanh(x)^2', '(tanh(x))²'],
  ['x*3*2', 'x · 3 · 2'],
  ['e^(-x/2)', 'e^(−x/2)'],
])('%s is laid out as %s in a line', (text, line) => {
  const reading = expressionKind.read(text, sound);
  const tex = reading.status === 'read' ? (reading.tex ?? '') : '';
  expect(renderMarkdown(`$${tex}$`, { width: 80 }).map(lineText)).toEqual([line]);
});
