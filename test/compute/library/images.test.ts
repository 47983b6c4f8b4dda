import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apart, filled } from '../sliding-cases.ts';
import { formulaOf } from '../support.ts';
import { always } from './always.ts';
import { expectClose, expectSame, numbersOf } from './same.ts';

const images = fc.record({
  x: filled(2, 4, 4),
  k: filled(3, 2, 2, 2),
  b: filled(3),
  u: filled(3, 5, 5),
  v: filled(3, 2, 2),
});

describe('a convolution', () => {
  test('that turns the kernel around is symmetric in its two arguments', () => {
    always(fc.record({ x: filled(3, 3), k: filled(3, 3) }), values => {
      const full = (a: string, b: string): string => `conv2d(${a}, ${b}, padding=2, kind=convolution)`;
      expectSame(full('x', 'k'), full('k', 'x'), values);
    });
  });

  test('multiplies polynomials, and a cross-correlation does not', () => {
    expect(numbersOf('conv1d([1, 2, 3], [4, 5], padding=1, kind=convolution)')).toEqual([4, 13, 22, 15]);
    expect(numbersOf('conv1d([1, 2, 3], [4, 5], padding=1)')).toEqual([5, 14, 23, 12]);
  });

  test('has the gradients of its output with any upstream, of either kind', () => {
    for (const options of ['padding=1', 'padding=1, kind=convolution']) {
      always(
        images,
        values => {
          for (const by of ['x', 'k', 'b']) {
            const expected = `grad(sum(conv2d(x, k, b, ${options}) * u), ${by})`;
            expectSame(`conv2d_backward(x, k, dy=u, ${options}).d${by}`, expected, values);
          }
        },
        10,
      );
    }
  });

  test('has the transposed convolution as its gradient by the input', () => {
    always(images, values => {
      expectSame('conv2d_backward(x, k, dy=v, stride=2).dx', 'conv_transpose2d(v, k, stride=2)', values);
    });
  });

  test('of an image is the product of flat kernels and its columns', () => {
    always(images, values => {
      expectSame('flatten(conv2d(x, k), 1)', 'flatten(k, 1) @ im2col(x, 2)', values);
    });
  });

  test('moves with its input', () => {
    always(fc.record({ x: filled(4), k: filled(2) }), values => {
      const [a, b, c, d] = values.x as number[];
      const shifted = { ...values, x: [0, a, b, c, d] as number[] };
      expectClose(numbersOf('conv1d(x, k, padding=1)', shifted).slice(1), numbersOf('conv1d(x, k, padding=1)', values));
    });
  });
});

describe('pooling', () => {
  test('has the gradients of its output with any upstream', () => {
    const values = fc.record({ x: apart(4, 4), u: filled(2, 2) });
    for (const kind of ['max', 'avg']) {
      always(values, drawn => {
        const expected = `grad(sum(${kind}_pool2d(x, 2) * u), x)`;
        expectSame(`${kind}_pool_backward(x, dy=u, kernel=2)`, expected, drawn);
      });
    }
  });

  test('over the whole image is the mean of each channel', () => {
    always(fc.record({ x: filled(3, 2, 2) }), values => {
      expectSame('global_avg_pool(x)', 'flatten(avg_pool2d(x, 2))', values);
      expectSame('global_avg_pool(x)', 'mean(x, axis=[1, 2])', values);
    });
  });

  test('says that the gradient at a tie is a convention', () => {
    expect(formulaOf('max_pool_backward([[1, 1], [0, 0]], dy=[[1]], kernel=2)').degenerate).toBe(true);
    expect(formulaOf('max_pool_backward([[1, 2], [0, 0]], dy=[[1]], kernel=2)').degenerate).toBe(false);
  });
});
