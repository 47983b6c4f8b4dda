import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/compute/fields.ts';
import { normalization } from '../../../src/compute/library/normalization.ts';
import { formulaOf } from '../support.ts';
import { expectClose, expectSame, numbersOf, scalarOf, type Values, variables } from './same.ts';

const real = fc.integer({ min: -300, max: 300 }).map(n => n / 100);
const positive = fc.integer({ min: 1, max: 300 }).map(n => n / 100);
const reals = (length: number): fc.Arbitrary<number[]> => fc.array(real, { minLength: length, maxLength: length });
const spread = (numbers: readonly number[]): boolean => Math.max(...numbers) - Math.min(...numbers) > 0.5;
/** Far enough apart that ε = 0 does no harm. */
const column = fc.integer({ min: 2, max: 8 }).chain(reals).filter(spread);
const block = fc.array(reals(3).filter(spread), { minLength: 4, maxLength: 4 });
/** (2, 4, 3) */
const batch = fc.array(block, { minLength: 2, maxLength: 2 });

const shapeOf = (text: string, values: Values = {}): readonly number[] => formulaOf(text, variables(values)).shape;
/** 1, 2, 3, … so that nothing is constant; nested as deep as the shape says. */
const counted = (...shape: number[]): string =>
  `reshape([${Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => (i * i) % 17)}], [${shape}])`;

describe('every example is a call that can be computed', () => {
  test.each(normalization.map(row => [row.example]))('%s', example => {
    const node = formulaOf(example);
    const results = [...(fieldsOf(node)?.values() ?? [node])];
    expect(results.every(({ data }) => data.length > 0 && data.every(Number.isFinite))).toBe(true);
  });
});

describe('what cannot be computed is refused, with the reason', () => {
  test.each([
    ['batch_norm(3)', /"x" must have 1 to 4 axes, and has shape \(\)/],
    ['batch_norm([[[[[1], [2]]]]])', /"x" must have 1 to 4 axes/],
    ['batch_norm([3])', /each mean must be taken of two numbers or more/],
    ['batch_norm([[1, 2, 3]])', /each mean must be taken of two numbers or more/],
    ['batch_norm([1, 1], eps=0)', /the variance is 0, so that eps must be above 0/],
    ['batch_norm([1, 2], eps=-1)', /"eps" must be 0 or more/],
    ['batch_norm([1, 2], gamma=[1, 2])', /"gamma" has shape \(2\) and must be a single number.*shape \(2\)/],
    ['batch_norm([[1, 2], [3, 4]], beta=[1, 2, 3])', /"beta" has shape \(3\).*a list of 2.*shape \(2, 2\)/],
    [`batch_norm(range(10001))`, /"x" has 10001 elements, and may have 10000/],
    ['batch_norm_eval([[1, 2]], mean=[1], var=1)', /"mean" has shape \(1\).*a list of 2.*shape \(1, 2\)/],
    ['batch_norm_eval(1, mean=1, var=-1)', /a variance must be 0 or more/],
    ['batch_norm_eval(1, mean=1, var=0, eps=0)', /the variance is 0/],
    ['running_stats([4])', /two numbers or more/],
    ['running_stats([4, 2], momentum=1.5)', /"momentum" must be a number from 0 to 1/],
    ['running_stats([4, 2], mean=[1, 2])', /"mean" has shape \(2\).*statistics of "x", \(\)/],
    ['running_stats([4, 2], var=-1)', /"var" must be 0 or more/],
    ['layer_norm([1, 2], last=2)', /"last" is 2, and "x" of shape \(2\) has 1 axes/],
    ['layer_norm([[1, 2], [3, 4]], gamma=[1, 2, 3])', /"gamma" has shape \(3\).*shape \(2\)/],
    ['layer_norm([[1], [2]])', /two numbers or more/],
    ['instance_norm([[1, 2], [3, 4]])', /3 to 4 axes, and has shape \(2, 2\)/],
    ['instance_norm([[[1], [2]]])', /two numbers or more/],
    ['group_norm([[1, 2, 3]], groups=2)', /2 groups must divide the 3 channels of "x".*\(1, 3\)/],
    ['group_norm([[1, 2, 3]], groups=3)', /two numbers or more/],
    ['norm_stats([1, 2, 3], batch)', /2 to 4 axes/],
    ['norm_stats([[1, 2], [3, 4]], instance)', /3 to 4 axes/],
    ['norm_stats([[1, 2], [3, 4]], group)', /"groups" must be given/],
    ['norm_stats([[1, 2], [3, 4]], layer, groups=2)', /"groups" must be given/],
    ['norm_stats([[1, 2], [3, 4]], row)', /"kind" must be one of batch, layer, instance, group/],
    ['rms_norm([0, 0], eps=0)', /x is 0, so that eps must be above 0/],
    ['rms_norm([1, 2], eps=-1)', /"eps" must be 0 or more/],
    ['rms_norm([1, 2], gamma=[1])', /"gamma" has shape \(1\).*shape \(2\)/],
    ['fold_batch_norm([[1, 2], [3, 4]], mean=[1, 2, 3], var=1)', /"mean" has shape \(3\).*"weight".*\(2, 2\)/],
    ['fold_batch_norm([1, 2], mean=[1, 2], var=1)', /"mean" has shape \(2\)/],
    ['fold_batch_norm(1, mean=1, var=0, eps=0)', /the variance is 0/],
    ['weight_norm(1, 2)', /a vector or a matrix, and has shape \(\)/],
    ['weight_norm([0, 0], 2)', /"v" has length 0/],
    ['weight_norm([1, 2], [1, 2])', /"g" has shape \(2\).*\(2\)/],
    ['weight_norm([[1, 2], [0, 0]], 2)', /"v" has length 0/],
    ['weight_norm_gradient([1, 2], g=1, upstream=[1])', /"upstream" has shape \(1\).*"v", \(2\)/],
    ['weight_norm_gradient([0], g=1, upstream=[1])', /"v" has length 0/],
    ['weight_norm_gradient(ones(101), g=1, upstream=ones(101))', /"v" has 101 elements, and may have 100/],
    ['batch_norm_backward([1, 2], upstream=[1])', /"upstream" has shape \(1\).*"x", \(2\)/],
    ['batch_norm_backward([1, 1], upstream=[1, 2], eps=0)', /the variance is 0/],
  ])('%s', (text, message) => {
    expect(() => formulaOf(text)).toThrow(message);
  });
});

describe('shapes', () => {
  test.each([
    ['4, 2, 3', 'batch', [1, 2, 1]],
    ['4, 2, 3', 'layer', [4, 1, 1]],
    ['4, 2, 3', 'instance', [4, 2, 1]],
    ['4, 6, 3', 'group, groups=2', [4, 2, 1]],
    ['2, 4, 2, 3', 'batch', [1, 4, 1, 1]],
    ['2, 4, 2, 3', 'layer', [2, 1, 1, 1]],
    ['2, 4, 2, 3', 'instance', [2, 4, 1, 1]],
    ['2, 4, 2, 3', 'group, groups=2', [2, 2, 1, 1]],
    ['3, 4', 'batch', [1, 4]],
    ['3, 4', 'layer', [3, 1]],
    ['3, 4', 'group, groups=2', [3, 2]],
  ])('the statistics of a tensor (%s), %s', (shape, kind, expected) => {
    const text = `norm_stats(${counted(...shape.split(', ').map(Number))}, ${kind})`;
    expect(shapeOf(`${text}.mean`)).toEqual(expected);
    expect(shapeOf(`${text}.var`)).toEqual(expected);
  });

  test('fields have one number per mean', () => {
    const x = counted(2, 4, 3);
    expect(shapeOf(`batch_norm(${x}).mean`)).toEqual([4]);
    expect(shapeOf(`layer_norm(${x}).var`)).toEqual([2]);
    expect(shapeOf(`layer_norm(${x}, last=1).var`)).toEqual([2, 4]);
    expect(shapeOf(`instance_norm(${x}).mean`)).toEqual([2, 4]);
    expect(shapeOf(`group_norm(${x}, groups=2).mean`)).toEqual([2, 2]);
    expect(shapeOf(`rms_norm(${x}).rms`)).toEqual([2, 4]);
    expect(shapeOf(`running_stats(${x}).var`)).toEqual([4]);
  });
});

describe('what is normalized', () => {
  test('has mean 0 and variance 1', () => {
    fc.assert(
      fc.property(batch, x => {
        for (const [call, axis] of [
          ['batch_norm(x, eps=0)', '[0, 2]'],
          ['layer_norm(x, eps=0)', '[1, 2]'],
          ['instance_norm(x, eps=0)', '2'],
        ]) {
          const mean = numbersOf(`mean(${call}.xhat, axis=${axis})`, { x });
          expectClose(
            mean,
            mean.map(() => 0),
          );
          expectClose(
            numbersOf(`var(${call}.xhat, axis=${axis})`, { x }),
            mean.map(() => 1),
          );
        }
        expectClose(numbersOf('mean(rms_norm(x, eps=0).xhat^2, axis=2)', { x }), new Array(8).fill(1));
      }),
      { numRuns: 30 },
    );
  });

  test('does not notice a shift or a stretch of its inputs', () => {
    fc.assert(
      fc.property(column, real, positive, (x, shift, stretch) => {
        const other = x.map(value => stretch * value + shift);
        for (const call of ['batch_norm(x, eps=0)', 'layer_norm(x, eps=0)']) {
          expectClose(numbersOf(`${call}.xhat`, { x: other }), numbersOf(`${call}.xhat`, { x }));
        }
        const stretched = x.map(value => stretch * value);
        expectClose(
          numbersOf('rms_norm(x, eps=0).xhat', { x: stretched }),
          numbersOf('rms_norm(x, eps=0).xhat', { x }),
        );
      }),
    );
  });

  test('stays finite where all inputs are equal, for ε', () => {
    expect(numbersOf('batch_norm([0.1, 0.1, 0.1]).xhat')).toEqual([0, 0, 0]);
    expect(numbersOf('layer_norm([[0.7, 0.7, 0.7]]).y')).toEqual([0, 0, 0]);
  });
});

describe('the normalizations are one another', () => {
  test('one group is layer, a group for each channel is instance', () => {
    fc.assert(
      fc.property(batch, x => {
        expectSame('group_norm(x, groups=1).xhat', 'layer_norm(x).xhat', { x });
        expectSame('group_norm(x, groups=4).xhat', 'instance_norm(x).xhat', { x });
        expectSame('norm_stats(x, group, groups=1).var', 'norm_stats(x, layer).var', { x });
        expectSame('norm_stats(x, group, groups=4).var', 'norm_stats(x, instance).var', { x });
        expectSame('layer_norm(x, last=1).xhat', 'instance_norm(x).xhat', { x });
      }),
      { numRuns: 30 },
    );
  });

  test('layer normalization is batch normalization of the transpose', () => {
    fc.assert(
      fc.property(block, x => {
        expectSame('layer_norm(x).xhat', 'transpose(batch_norm(transpose(x)).xhat)', { x });
      }),
    );
  });

  test('without a mean, RMS normalization is layer normalization', () => {
    fc.assert(
      fc.property(column, x => {
        const mean = x.reduce((a, b) => a + b) / x.length;
        const centred = x.map(value => value - mean);
        expectSame('rms_norm(x, eps=0.1).xhat', 'layer_norm(x, eps=0.1).xhat', { x: centred });
      }),
    );
  });

  test('a list is a column, and each column is normalized alone', () => {
    fc.assert(
      fc.property(column, x => {
        expectClose(
          numbersOf('batch_norm(x, gamma=2, beta=1).y', { x: x.map(value => [value]) }),
          numbersOf('batch_norm(x, gamma=2, beta=1).y', { x }),
        );
        const twice = x.map(value => [value, -3 * value]);
        expectClose(
          numbersOf('batch_norm(x, eps=0).xhat[0]', { x: twice }).slice(0, 1),
          numbersOf('batch_norm(x, eps=0).xhat', { x }).slice(0, 1),
        );
      }),
    );
  });
});

describe('test time', () => {
  test('with the statistics of the batch it is training', () => {
    fc.assert(
      fc.property(batch, reals(4), (x, g) => {
        const evaluated = 'batch_norm_eval(x, mean=batch_norm(x).mean, var=batch_norm(x).var, gamma=g).y';
        expectSame(evaluated, 'batch_norm(x, gamma=g).y', { x, g });
      }),
      { numRuns: 30 },
    );
  });

  test('one sample with a statistic for each feature is a batch of one', () => {
    expectSame(
      'batch_norm_eval([1, 2], mean=[0, 3], var=[1, 4], gamma=[2, 1], beta=[0, 1]).y',
      'batch_norm_eval([[1, 2]], mean=[0, 3], var=[1, 4], gamma=[2, 1], beta=[0, 1]).y[0]',
    );
  });

  test('a folded layer does what the two layers did', () => {
    fc.assert(
      fc.property(
        block,
        reals(4),
        reals(4),
        fc.array(positive, { minLength: 4, maxLength: 4 }),
        reals(4),
        reals(3),
        (w, b, m, v, g, x) => {
          const values = { w, b, m, v, g, x };
          const folded = 'fold_batch_norm(w, bias=b, mean=m, var=v, gamma=g, beta=2)';
          expectSame(
            `${folded}.weight @ x + ${folded}.bias`,
            'batch_norm_eval(w @ x + b, mean=m, var=v, gamma=g, beta=2).y',
            values,
          );
        },
      ),
    );
  });
});

describe('running statistics', () => {
  test('the two conventions are each other with 1 − m', () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 0, max: 100 }), real, positive, (x, percent, mean, variance) => {
        const old = `mean=${mean}, var=${variance}`;
        for (const field of ['mean', 'var']) {
          expectSame(
            `running_stats(x, ${old}, momentum=${percent / 100}).${field}`,
            `running_stats(x, ${old}, momentum=${1 - percent / 100}, rule=keras).${field}`,
            { x },
          );
        }
      }),
    );
  });

  test('a momentum of 1 forgets the old values, one of 0 the new ones', () => {
    fc.assert(
      fc.property(column, x => {
        expectSame('running_stats(x, mean=5, var=7, momentum=1).mean', 'mean(x)', { x });
        expectSame('running_stats(x, mean=5, var=7, momentum=1).var', 'var(x, unbiased=1)', { x });
        expectSame('running_stats(x, mean=5, var=7, momentum=1, variance=biased).var', 'var(x)', { x });
        expect(scalarOf('running_stats(x, mean=5, var=7, momentum=0).mean', { x })).toBe(5);
        expect(scalarOf('running_stats(x, mean=5, var=7, momentum=0).var', { x })).toBe(7);
      }),
    );
  });

  test('the same batch again and again is what they tend to', () => {
    let [mean, variance] = [0, 1];
    for (let i = 0; i < 400; i++) {
      const args = `[1, 2, 6], mean=${mean}, var=${variance}`;
      [mean, variance] = [scalarOf(`running_stats(${args}).mean`), scalarOf(`running_stats(${args}).var`)];
    }
    expectClose([mean, variance], [3, 7]);
  });
});
