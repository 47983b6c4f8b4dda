import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Nested } from '../../../src/compute/tensor.ts';
import { trace } from '../../../src/compute/trace.ts';
import { filled } from '../sliding-cases.ts';
import { formulaOf } from '../support.ts';
import { always } from './always.ts';
import { expectClose, expectSame, numbersOf, scalarOf, type Values, variables } from './same.ts';

const tokens = fc.record({ Q: filled(3, 4), K: filled(3, 4), V: filled(3, 4), X: filled(3, 4) });

describe('attention', () => {
  test('of queries that know nothing is the mean of the values', () => {
    always(tokens, values => {
      expectSame('attention(0 * Q, K, V).output[1]', 'mean(V, axis=0)', values);
    });
  });

  test('does not care for the order of keys and values', () => {
    always(tokens, values => {
      const turned = '[K[2], K[0], K[1]], [V[2], V[0], V[1]]';
      expectSame('attention(Q, K, V).output', `attention(Q, ${turned}).output`, values);
    });
  });

  test('row by row is attention of single queries', () => {
    always(tokens, values => {
      expectSame('attention(Q, K, V).output[1]', 'attention(Q[1], K, V).output', values);
    });
  });

  test('that is causal sees nothing later, exactly', () => {
    always(tokens, values => {
      const changed = { ...values, K: [...(values.K as Nested[]).slice(0, 2), [9, -9, 9, -9]] };
      const first = (given: Values): number[] => numbersOf('attention(Q, K, V, causal=1).output', given).slice(0, 8);
      expect(first(changed)).toEqual(first(values));
      expectSame('attention(Q, K, V, causal=1).output[0]', 'V[0]', values);
      expectSame('attention(Q, K, V, causal=1).output', 'attention(Q, K, V, mask=causal_mask(3)).output', values);
    });
  });

  test('hides masked keys as if they were not there', () => {
    always(tokens, values => {
      const hidden = 'attention(Q, K, V, mask=[1, 0, 1]).output';
      expectSame(hidden, 'attention(Q, [K[0], K[2]], [V[0], V[2]]).output', values);
    });
  });

  test('gives a masked position no gradient', () => {
    always(tokens, values => {
      const masked = numbersOf('grad(sum(attention(Q, K, V, causal=1).output[1] ^ 2), K)', values);
      expect(masked.slice(8)).toEqual([0, 0, 0, 0]);
    });
  });

  test('takes a bias that is the same for all keys for none', () => {
    always(tokens, values => {
      const shifted = 'attention(Q, K, V, bias=[[5, 5, 5], [-2, -2, -2], [0, 0, 0]]).output';
      expectSame(shifted, 'attention(Q, K, V).output', values);
    });
  });

  test('with two heads is two attentions over halves of the columns, side by side', () => {
    always(tokens, values => {
      const half = (name: string, i: number): string =>
        `transpose([transpose(${name})[${2 * i}], transpose(${name})[${2 * i + 1}]])`;
      const head = (i: number): string => `attention(${half('Q', i)}, ${half('K', i)}, ${half('V', i)}).output`;
      const joined = `concat(${head(0)}, ${head(1)}, axis=1)`;
      expectSame('multi_head_attention(Q, K, V, heads=2).output', joined, values);
      expectSame('multi_head_attention(Q, K, V, heads=1).output', 'attention(Q, K, V).output', values);
    });
  });

  test('of a sequence with itself is attention of its projections', () => {
    always(tokens, values => {
      const W = 'transpose(Q), transpose(K), transpose(V)';
      const projected = 'X @ transpose(Q), X @ transpose(K), X @ transpose(V)';
      expectSame(`self_attention(X, ${W}).output`, `attention(${projected}).output`, values);
    });
  });

  test('reads well with four tokens: every matrix stands there', () => {
    const names = variables({ Q: square(0), K: square(1), V: square(2) });
    const steps = trace([['a', formulaOf('attention(Q, K, V, causal=1).output', names)]]);
    expect(steps.map(({ symbol, formula }) => `${symbol} = ${formula}`)).toEqual([
      expect.stringContaining('M = \\begin{bmatrix} 1 & 0 & 0 & 0'),
      'S = \\frac{Q K^{\\top}}{\\sqrt{4}}',
      '\\tilde S = \\operatorname{where}\\left(M,\\; S,\\; -10^{30}\\right)',
      'A = \\operatorname{softmax}_{\\text{axis 1}}\\left(\\tilde S\\right)',
      'O = A V',
    ]);
    expect(steps.every(({ tex }) => !tex.includes('\\mathbb{R}'))).toBe(true);
  });
});

const square = (shift: number): number[][] =>
  Array.from({ length: 4 }, (_, i) => Array.from({ length: 4 }, (_unused, j) => (i * j + shift) % 3));

describe('the positional encoding', () => {
  const position = fc.record({ p: fc.integer({ min: 0, max: 60 }), q: fc.integer({ min: 0, max: 60 }) });

  test('turns by 1 and by 1/100 in four dimensions', () => {
    const [a, b] = [Math.sin(3), Math.cos(3)];
    expectClose(numbersOf('positional_encoding(3, d_model=4)'), [a, b, Math.sin(0.03), Math.cos(0.03)]);
  });

  test('has the same length everywhere', () => {
    always(position, values => {
      expectClose([scalarOf('sum(positional_encoding(p, d_model=6) ^ 2)', values)], [3]);
    });
  });

  test('tells by its products how far apart two positions are', () => {
    const product = (a: string, b: string): string =>
      `sum(positional_encoding(${a}, d_model=8) * positional_encoding(${b}, d_model=8))`;
    always(position, values => {
      expectSame(product('p', 'q'), product('p + 7', 'q + 7'), values);
    });
  });

  test('of a list has one row for each', () => {
    always(position, values => {
      expectSame('positional_encoding([p, q], d_model=16)[1]', 'positional_encoding(q, d_model=16)', values);
    });
  });
});
