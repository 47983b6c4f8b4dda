import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/compute/fields.ts';
import type { Nested } from '../../../src/compute/tensor.ts';
import { trace } from '../../../src/compute/trace.ts';
import { filled } from '../sliding-cases.ts';
import { formulaOf } from '../support.ts';
import { always } from './always.ts';
import { expectClose, expectSame, scalarOf, variables } from './same.ts';

const NET = 'x, y, W1, b1, W2, b2';
const net = fc.record({
  x: filled(3, 2),
  y: filled(3, 2),
  W1: filled(3, 2),
  b1: filled(3),
  W2: filled(2, 3),
  b2: filled(2),
});
const HIDDEN = ['tanh', 'sigmoid', 'identity'];

describe('a multi-layer perceptron', () => {
  test.each(HIDDEN)('with %s: its back-propagation is the gradient of its loss', hidden => {
    const call = `(${NET}, hidden=${hidden}, output=sigmoid)`;
    always(net, values => {
      for (const name of ['W1', 'b1', 'W2', 'b2', 'x']) {
        expectSame(`mlp_backward${call}.d${name}`, `grad(mlp_loss${call}.loss, ${name})`, values);
      }
    });
  });

  test('moves every weight against its gradient', () => {
    always(net, values => {
      for (const name of ['W1', 'b1', 'W2', 'b2']) {
        const moved = `${name} - 0.3 * mlp_backward(${NET}, hidden=tanh).d${name}`;
        expectSame(`mlp_update(${NET}, hidden=tanh, lr=0.3).${name}`, moved, values);
      }
    });
  });

  test('that only adds and multiplies is one linear map', () => {
    always(net, values => {
      expectSame('mlp(x, W1, b1, W2, b2, hidden=identity).y', 'mlp(x, W2 @ W1, W2 @ b1 + b2).y', values);
    });
  });

  test('is the same in both layouts', () => {
    always(net, values => {
      expectSame(
        `mlp_backward(${NET}, hidden=tanh).dW1`,
        'transpose(mlp_backward(x, y, transpose(W1), b1, transpose(W2), b2, hidden=tanh, layout=xW).dW1)',
        values,
      );
    });
  });

  test('of a batch has the mean loss of its samples', () => {
    always(net, values => {
      for (const loss of ['mse', 'half_squared']) {
        const one = (i: number): string => `mlp_loss(x[${i}], y[${i}], W1, b1, W2, b2, hidden=tanh, loss=${loss}).loss`;
        const all = `mlp_loss(${NET}, hidden=tanh, loss=${loss}).loss`;
        expectSame(all, `(${one(0)} + ${one(1)} + ${one(2)}) / 3`, values);
      }
    });
  });

  test('with a sigmoid is one with a softmax over 0 and z', () => {
    always(net, values => {
      expectSame(
        'mlp_loss(x[0], 1, W2[0], 0.3, loss=bce).loss',
        'mlp_loss(x[0], 1, [[0, 0], W2[0]], [0, 0.3], loss=cross_entropy).loss',
        { ...values, W2: (values.W2 as Nested[]).map(row => (row as Nested[]).slice(1)) },
      );
    });
  });

  test('takes a class for what it means: all probability on it', () => {
    always(net, values => {
      const call = (target: string): string => `mlp_backward(x, ${target}, W1, b1, W2, b2, loss=cross_entropy).dW1`;
      expectSame(call('[1, 0, 1]'), call('[[0, 1], [1, 0], [0, 1]]'), values);
    });
  });

  test.each([
    ['loss=bce', 'mlp_loss(-800, 1, 1, loss=bce).loss', 800],
    ['loss=bce, the other label', 'mlp_loss(40, 0, 1, loss=bce).loss', 40],
    ['loss=cross_entropy', 'mlp_loss([1], 1, [[0], [-900]], loss=cross_entropy).loss', 900],
  ])('has a finite loss however wrong it is: %s', (_, text, expected) => {
    expectClose([scalarOf(text)], [expected]);
  });

  test('says where its gradient depends on the slope of a kink', () => {
    const text = (hidden: string): string =>
      `mlp_backward([0, 0], [1], [[1, 2], [3, 4]], W2=[[1, 1]], hidden=${hidden}).dW1`;
    expect(formulaOf(text('relu')).degenerate).toBe(true);
    expect(formulaOf(text('leaky_relu')).degenerate).toBe(true);
    expect(formulaOf(text('tanh')).degenerate).toBe(false);
  });

  test('is explained as on paper', () => {
    const names = variables({
      x: [1, 2],
      y: [1],
      W: [
        [1, -1],
        [0.5, 1],
      ],
      b: [0, 0.5],
      V: [[1, 2]],
    });
    const node = formulaOf('mlp_backward(x, y, W, b, V, loss=half_squared)', names);
    const lines = trace([...(fieldsOf(node) ?? [])]).map(({ symbol, formula }) => `${symbol} = ${formula}`);
    expect(lines.slice(0, 2)).toEqual(['z^{(1)} = W x + b', 'h^{(1)} = \\operatorname{ReLU}\\left(z^{(1)}\\right)']);
    expect(lines).toContain('\\delta^{(2)} = \\hat y - y');
    expect(lines).toContain('\\frac{\\partial L}{\\partial W} = \\delta^{(1)} x^{\\top}');
    expect(lines).toContain('\\frac{\\partial L}{\\partial b} = \\delta^{(1)}');
    expect(lines.at(-1)).toMatch(/^\\frac\{\\partial L\}\{\\partial x\} = W\^\{\\top\}/);
  });
});

describe('a linear layer', () => {
  test('has the gradients of its product with any upstream', () => {
    always(fc.record({ X: filled(3, 2), W: filled(4, 2), b: filled(4), G: filled(3, 4) }), values => {
      for (const [field, by] of [
        ['dX', 'X'],
        ['dW', 'W'],
        ['db', 'b'],
      ]) {
        expectSame(`linear_backward(X, W, dout=G).${field}`, `grad(sum(mlp(X, W, b).y * G), ${by})`, values);
      }
    });
  });
});
