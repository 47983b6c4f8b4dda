import fc from 'fast-check';
import type { ExpressionKey, ExpressionSymbol } from '../../../src/answers/expression/expression.ts';
import type { KindCase } from '../kinds.ts';

/** The expression as the conformance suite sees it. */

const number = (name: string, domain: ExpressionSymbol['domain'] = 'real'): ExpressionSymbol => {
  return { name, tex: name, domain, shape: [] };
};

export function expressionKey(
  text: string,
  symbols: readonly ExpressionSymbol[],
  mistakes: readonly string[] = [],
): ExpressionKey {
  const wrong = mistakes.map(mistake => ({ text: mistake, tag: `tag ${mistake}`, because: `because ${mistake}` }));
  return { kind: 'expression', text, symbols, equivalent: [], mistakes: wrong };
}

const line = [number('w'), number('x'), number('b')];
const squared = expressionKey('2(w x + b) x', line, ['2(wx + b)', 'w']);
const layer = expressionKey('W x + b', [
  { name: 'W', tex: 'W', domain: 'real', shape: [2, 3] },
  { name: 'x', tex: 'x', domain: 'real', shape: [3, 1] },
  { name: 'b', tex: 'b', domain: 'real', shape: [2, 1] },
]);

export const expressionCase: KindCase = {
  keys: fc.constantFrom(
    squared,
    layer,
    expressionKey('x^T W^T + b^T', layer.symbols),
    expressionKey('sqrt(2/n)', [number('n', 'natural')]),
    expressionKey('max(0, x)', [number('x')]),
    expressionKey('-y ln p - (1 - y) ln(1 - p)', [number('y', [0, 1]), number('p', 'probability')]),
    expressionKey('m_hat/(1 - beta_1^t)', [number('m_hat'), number('beta_1', 'probability'), number('t', 'natural')]),
    expressionKey("sigma'(1 - h_{t-1})", [number("sigma'"), number('h_{t-1}')]),
  ),
  replies: fc.oneof(
    fc.constantFrom(
      '2wx + b',
      'x',
      '|x|',
      'w^2',
      '1/2',
      'W x',
      'b',
      '\\frac{x}{b}',
      '-x^-2',
      'max(0, x, 1)',
      'n!',
      'p(1-p)',
    ),
    fc.string({ unit: fc.constantFrom(...'xwbn12+-*/^()|_ ') }),
  ),
  mistakes: [
    ['2(b + x w)', squared, /^because 2\(wx \+ b\)$/],
    ['w', squared, /^because w$/],
    ['-2x(wx + b)', squared, /sign is wrong/],
    ['x(wx + b)', squared, /half the right formula/],
    ['4x(wx + b)', squared, /twice the right formula/],
    ['1/(2x(wx + b))', squared, /one over the right formula/],
    ['(W x + b)^T', layer, /transpose/],
    ['x', layer, /a 3×1 matrix, and the right formula is a 2×1 matrix/],
  ],
};
