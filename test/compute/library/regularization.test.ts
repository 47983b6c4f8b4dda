import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/compute/fields.ts';
import { regularization } from '../../../src/compute/library/regularization.ts';
import { trace } from '../../../src/compute/trace.ts';
import { formulaOf } from '../support.ts';
import { expectClose, expectSame, numbersOf, scalarOf, type Values, variables } from './same.ts';

const real = fc.integer({ min: -300, max: 300 }).map(n => n / 100);
const reals = (length: number): fc.Arbitrary<number[]> => fc.array(real, { minLength: length, maxLength: length });
const keep = fc.constantFrom(0.2, 0.5, 0.8, 1);
/** 1 to 3 samples of 1 to 4 inputs. */
const model = fc
  .record({ samples: fc.integer({ min: 1, max: 3 }), inputs: fc.integer({ min: 1, max: 4 }) })
  .chain(({ samples, inputs }) =>
    fc.record({
      x: fc.array(reals(inputs), { minLength: samples, maxLength: samples }),
      y: reals(samples),
      w: reals(inputs),
      keep,
    }),
  );

/** More samples than inputs, and far from collinear. */
const DATA: Values = {
  x: [
    [1, 0.5],
    [-1, 2],
    [0.5, 1],
    [2, -1],
  ],
  y: [1, 2, -0.5, 3],
};

describe('every example is a call that can be computed', () => {
  test.each(regularization.map(row => [row.example]))('%s', example => {
    const node = formulaOf(example);
    const results = [...(fieldsOf(node)?.values() ?? [node])];
    expect(results.every(({ data }) => data.length > 0 && data.every(Number.isFinite))).toBe(true);
  });
});

describe('what cannot be computed is refused, with the reason', () => {
  test.each([
    ['l2_penalty([1, 2], lambda=-1)', /"lambda" must be 0 or more/],
    ['l1_penalty([1, 2], lambda=-1)', /"lambda" must be 0 or more/],
    ['weight_decay_update([1, 2], g=1, lambda=0.1)', /"g" has shape \(\)/],
    ['soft_threshold(1, -1)', /0 or more/],
    ['max_norm([[[1]]], 1)', /shape \(1, 1, 1\).*a vector or a matrix/],
    ['inverted_dropout([1, 2], mask=[1], keep=0.5)', /x has shape \(2\) and mask \(1\)/],
    ['inverted_dropout([1, 2], mask=[1, 2], keep=0.5)', /1 for what is kept/],
    ['inverted_dropout([1, 2], mask=[1, 0], keep=0)', /"keep" must be above 0/],
    ['dropout_train([1, 2], mask=[0.5, 1])', /1 for what is kept/],
    ['dropout_lambda(0)', /"keep" must be above 0/],
    ['expected_dropout_loss([1, 2], y=[1], w=[1, 2], keep=0.5).loss', /shapes \(2\), \(1\), \(2\)/],
    ['expected_dropout_loss([1, 2], y=1, w=[1, 2], keep=0, form=inverted).loss', /"keep" must be above 0/],
    ['dropout_loss_enumerated(range(11), y=1, w=range(11), keep=0.5)', /at most 10 inputs.*not 11/],
    ['least_squares([[1, 2], [2, 4], [3, 6]], [1, 2, 3])', /XᵀX is singular/],
    ['least_squares([[0.1, 0.3], [0.2, 0.6], [0.7, 2.1]], [1, 2, 3])', /XᵀX is singular/],
    ['least_squares([[1, 2]], [1])', /XᵀX is singular/],
    ['least_squares([[1], [2]], [1])', /\(2, 1\) and \(1\)/],
    ['ridge([[1, 2], [2, 4]], [1, 2], lambda=0)', /XᵀX is singular/],
    ['ridge([[1, 2], [2, 4]], [1, 2], lambda=-1)', /0 or more/],
    ['ridge_loss([[1, 2]], [1], w=[1], lambda=1)', /\(1, 2\), \(1\), \(1\)/],
    ['dropout_closed_form([[1, 0], [2, 0]], [1, 2], keep=0.5).w', /a column of x is 0/],
    ['dropout_closed_form([[1, 2], [2, 4]], [1, 2], keep=1).w', /XᵀX is singular/],
    ['dropout_closed_form([[1, 2], [2, 4]], [1, 2], keep=0).w', /"keep" must be above 0/],
  ])('%s', (text, reason) => {
    expect(() => formulaOf(text)).toThrow(reason);
  });
});

describe('penalties', () => {
  test('weight decay is a step down the gradient of loss and penalty', () => {
    const given = fc.record({ w: reals(3), g: reals(3) });
    fc.assert(
      fc.property(given, values => {
        const slope = 'g + grad(l2_penalty(w, lambda=0.2, factor=F), w)';
        for (const factor of ['half', 'whole']) {
          expectSame(
            `weight_decay_update(w, g=g, lr=0.1, lambda=0.2, factor=${factor})`,
            `sgd(w, ${slope.replace('F', factor)}, lr=0.1)`,
            values,
          );
        }
      }),
    );
  });

  test('the gradient of the L1 penalty has the same size for every weight', () => {
    expect(numbersOf('grad(l1_penalty(w, lambda=0.2), w)', { w: [3, -0.1] })).toEqual([0.2, -0.2]);
  });

  test('soft thresholding minimizes ½(u − w)² + τ|u|', () => {
    fc.assert(
      fc.property(real, fc.integer({ min: 0, max: 200 }), (w, hundredths) => {
        const threshold = hundredths / 100;
        const cost = (u: number): number => (u - w) ** 2 / 2 + threshold * Math.abs(u);
        const best = scalarOf('soft_threshold(w, threshold)', { w, threshold });
        for (let u = -3; u <= 3; u += 0.01) expect(cost(best)).toBeLessThanOrEqual(cost(u) + 1e-12);
      }),
      { numRuns: 40 },
    );
  });

  test('max-norm shortens long rows to the limit and leaves short ones', () => {
    const given = fc.record({
      w: fc.array(reals(3), { minLength: 1, maxLength: 3 }),
      limit: fc.constantFrom(0.5, 1, 3),
    });
    fc.assert(
      fc.property(given, values => {
        const found = numbersOf('max_norm(w, limit)', values);
        values.w.forEach((row, i) => {
          const length = Math.hypot(...row);
          const scale = length > values.limit ? values.limit / length : 1;
          expectClose(
            found.slice(3 * i, 3 * i + 3),
            row.map(x => x * scale),
          );
        });
      }),
    );
  });
});

describe('dropout', () => {
  test('the expected loss in closed form is the sum over every mask', () => {
    fc.assert(
      fc.property(model, values => {
        for (const options of ['', ', form=inverted', ', reduction=half', ', form=inverted, reduction=mean']) {
          const args = `(x, y=y, w=w, keep=keep${options})`;
          expectSame(`expected_dropout_loss${args}.loss`, `dropout_loss_enumerated${args}`, values);
          expectSame(
            `expected_dropout_loss${args.replace('x,', 'x[0],').replace('=y', '=y[0]')}.loss`,
            `dropout_loss_enumerated${args.replace('x,', 'x[0],').replace('=y', '=y[0]')}`,
            values,
          );
        }
      }),
    );
  });

  test('without dropping the loss is the squared error', () => {
    fc.assert(
      fc.property(model, values => {
        const whole = { ...values, keep: 1 };
        expectSame('expected_dropout_loss(x, y=y, w=w, keep=keep).loss', 'ridge_loss(x, y, w=w, lambda=0)', whole);
        expect(scalarOf('expected_dropout_loss(x, y=y, w=w, keep=keep).variance', whole)).toBe(0);
      }),
    );
  });

  test('inverted dropout is plain dropout of weights that are 1/keep as large', () => {
    fc.assert(
      fc.property(model, values =>
        expectSame(
          'expected_dropout_loss(x, y=y, w=w, keep=keep, form=inverted).loss',
          'expected_dropout_loss(x, y=y, w=w/keep, keep=keep).loss',
          values,
        ),
      ),
    );
  });

  test('training and test agree on average, in both forms', () => {
    const x = [2, -3];
    const masks = [
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    const chances = [0.64, 0.16, 0.16, 0.04];
    const average = (call: string): number[] =>
      x.map((_, i) =>
        masks.reduce((sum, mask, k) => sum + (chances[k] as number) * (numbersOf(call, { x, mask })[i] as number), 0),
      );
    expectClose(average('inverted_dropout(x, mask, keep=0.8)'), x);
    expectClose(average('dropout_train(x, mask)'), numbersOf('dropout_test(x, keep=0.8)', { x }));
  });

  test('ten inputs are enumerated at once', () => {
    const values = { x: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], w: [1, -1, 2, -2, 1, -1, 2, -2, 1, -1] };
    const args = '(x, y=3, w=w, keep=0.7)';
    expectSame(`dropout_loss_enumerated${args}`, `expected_dropout_loss${args}.loss`, values);
  });
});

describe('closed forms', () => {
  const slope = (loss: string, at: string): number[] => {
    const w = numbersOf(at, DATA);
    return numbersOf(`grad(${loss}, w)`, { ...DATA, w });
  };

  test.each([
    ['ridge_loss(x, y, w=w, lambda=0)', 'least_squares(x, y)'],
    ['ridge_loss(x, y, w=w, lambda=0.7)', 'ridge(x, y, lambda=0.7)'],
    ['expected_dropout_loss(x, y=y, w=w, keep=0.6).loss', 'dropout_closed_form(x, y, keep=0.6).w'],
    ['dropout_loss_enumerated(x, y=y, w=w, keep=0.6)', 'dropout_closed_form(x, y, keep=0.6).w'],
    ['expected_dropout_loss(x, y=y, w=w, keep=0.6, form=inverted).loss', 'dropout_closed_form(x, y, keep=0.6).scaled'],
  ])('the gradient of %s is 0 at %s', (loss, at) => {
    expectClose(slope(loss, at), [0, 0]);
  });

  test('dropout is ridge regression where all inputs have the same length', () => {
    const even = {
      x: [
        [1, 2],
        [2, -1],
        [2, 2],
      ],
      y: [1, 2, 4],
    };
    expectSame('dropout_closed_form(x, y, keep=0.6).scaled', 'ridge(x, y, lambda=9*dropout_lambda(0.6))', even);
  });

  test('a larger penalty means shorter weights, and none means least squares', () => {
    const length = (lambda: number): number => scalarOf(`norm(ridge(x, y, lambda=${lambda}))`, DATA);
    expect(length(0)).toBeCloseTo(scalarOf('norm(least_squares(x, y))', DATA), 12);
    for (const lambda of [0, 0.1, 1, 10]) expect(length(lambda + 0.1)).toBeLessThan(length(lambda));
  });
});

test('the enumeration tells the loss of every mask', () => {
  const given = variables({ x: [1, 2], w: [1, -1], p: 0.5 });
  const steps = trace([['a', formulaOf('dropout_loss_enumerated(x, y=3, w=w, keep=p)', given)]]);
  expect(steps.map(({ symbol }) => symbol)).toEqual(['z', 'L_{11}', 'L_{10}', 'L_{01}', 'L_{00}', 'L']);
  expect(steps.at(-1)?.tex).toBe(
    'L = p^{2} \\cdot L_{11} + p \\cdot \\left(1 - p\\right) \\cdot L_{10} + p \\cdot \\left(1 - p\\right) \\cdot L_{01} + \\left(1 - p\\right)^{2} \\cdot L_{00} = 0.5^{2} \\cdot 16 + 0.5 \\cdot \\left(1 - 0.5\\right) \\cdot 4 + 0.5 \\cdot \\left(1 - 0.5\\right) \\cdot 25 + \\left(1 - 0.5\\right)^{2} \\cdot 9 = 13.5',
  );
});
