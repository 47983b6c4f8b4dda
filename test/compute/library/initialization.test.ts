import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/compute/fields.ts';
import { initialization } from '../../../src/compute/library/initialization.ts';
import { trace } from '../../../src/compute/trace.ts';
import { formulaOf } from '../support.ts';
import { expectClose, expectSame, numbersOf, scalarOf } from './same.ts';

const fan = fc.integer({ min: 1, max: 999 });
const slope = fc.integer({ min: 0, max: 100 }).map(n => n / 100);
const positive = fc.integer({ min: 1, max: 300 }).map(n => n / 100);
const real = fc.integer({ min: -300, max: 300 }).map(n => n / 100);
const activation = fc.constantFrom('linear', 'relu', 'leaky_relu');

describe('every example is a call that can be computed', () => {
  test.each(initialization.map(row => [row.example]))('%s', example => {
    const node = formulaOf(example);
    const results = [...(fieldsOf(node)?.values() ?? [node])];
    expect(results.every(({ data }) => data.length > 0 && data.every(Number.isFinite))).toBe(true);
  });
});

describe('what cannot be computed is refused, with the reason', () => {
  test.each([
    ['xavier_normal_std(0, 3)', /"fan_in" must be a whole number, 1 or more/],
    ['xavier_uniform_bound(3, 3, gain=0)', /"gain" must be a number above 0/],
    ['he_normal_std(10, mode=fan_out)', /the mode "fan_out" needs a value for "fan_out"/],
    ['he_normal_std(10, mode=fan)', /"mode" must be one of fan_in, fan_out/],
    ['init_gain(swish)', /"nonlinearity" must be one of linear/],
    ['conv_fans(in=3, out=4, kernel=3, groups=2)', /groups must divide the channels/],
    ['conv_fans(in=4, out=3, kernel=3, groups=2)', /groups must divide the channels/],
    ['conv_fans(in=4, out=4, kernel=3, dimensions=4)', /"dimensions" must be 1, 2 or 3/],
    ['uniform_bound(-1)', /above 0/],
    ['uniform_bound(0)', /above 0/],
    ['product_variance(-1, 1)', /"var_x" is a variance and must be 0 or more/],
    ['linear_layer_moments(3, var_w=1, var_x=-1)', /"var_x" is a variance/],
    ['relu_second_moment(-2)', /"variance" is a variance/],
    ['leaky_second_moment(-2)', /"variance" is a variance/],
    ['forward_variance(10, 0.1, layers=51)', /at most 50 layers, not 51/],
    ['forward_variance(2.5, 0.1)', /"fan_in" must be whole numbers of 1 or more/],
    ['forward_variance([3, 0], 0.1, layers=2)', /"fan_in" must be whole numbers of 1 or more/],
    ['forward_variance([3, 4], 0.1, layers=3)', /"fan_in" has shape \(2\).*each of the 3 layers/],
    ['forward_variance(3, [0.1, 1], layers=3)', /"weight_variance" has shape \(2\).*each of the 3 layers/],
    ['forward_variance(3, -0.1)', /"weight_variance" is a variance/],
    ['forward_variance(3, 0.1, second_moment=-1)', /"second_moment" is a variance/],
    ['forward_variance(1000, 1e300, layers=3)', /not a finite number/],
    ['backward_variance([3, 4], 0.1, layers=1)', /"fan_out" has shape \(2\).*each of the 1 layers/],
    ['backward_variance(3, 0.1, variance=-1)', /"variance" is a variance/],
  ])('%s', (text, message) => {
    expect(() => formulaOf(text)).toThrow(message);
  });
});

describe('values that everybody knows', () => {
  test.each([
    ['xavier_normal_std(1, 1)', 1],
    ['xavier_uniform_bound(3, 3)', 1],
    ['he_normal_std(2)', 1],
    ['he_uniform_bound(6)', 1],
    ['he_normal_std(8, 2, mode=fan_out)', 1],
    ['lecun_normal_std(4)', 0.5],
    ['lecun_uniform_bound(3)', 1],
    ['init_gain(selu)', 0.75],
    ['conv_fans(in=3, out=16, kernel=5).fan_in', 75],
    ['conv_fans(in=3, out=16, kernel=5).fan_out', 400],
    ['conv_fans(in=4, out=16, kernel=3, groups=2).fan_in', 18],
    ['conv_fans(in=4, out=16, kernel=3, groups=2).fan_out', 144],
    ['conv_fans(in=4, out=16, kernel=3, dimensions=1).fan_in', 12],
    ['product_variance(2, 3)', 6],
    ['relu_second_moment(1)', 0.5],
    // Dead without the factor 2: a halving per layer.
    ['forward_variance(100, 0.01, layers=10).second_moment', 1 / 1024],
    ['forward_variance(100, 0.02, layers=50).second_moment', 1],
    ['backward_variance(100, 0.01, layers=10).variance', 1 / 1024],
    ['backward_variance(100, 0.02, layers=50).variance', 1],
  ])('%s', (text, value) => {
    expect(scalarOf(text)).toBeCloseTo(value, 12);
  });
});

describe('the rules are one another', () => {
  test('a uniform distribution with the bound has the squared deviation as its variance', () => {
    fc.assert(
      fc.property(fan, fan, slope, (n, m, a) => {
        expectSame(
          `uniform_variance(xavier_uniform_bound(${n}, ${m}))`,
          `normal_variance(xavier_normal_std(${n}, ${m}))`,
        );
        expectSame(`uniform_bound(he_normal_std(${n}, slope=${a})^2)`, `he_uniform_bound(${n}, slope=${a})`);
        expectSame(`uniform_variance(lecun_uniform_bound(${n}))`, `lecun_normal_std(${n})^2`);
      }),
    );
  });

  test('equal fans make Xavier LeCun, and He is LeCun times the gain', () => {
    fc.assert(
      fc.property(fan, slope, (n, a) => {
        expectSame(`xavier_normal_std(${n}, ${n})`, `lecun_normal_std(${n})`);
        expectSame(`he_normal_std(${n}, slope=${a})`, `init_gain(leaky_relu, slope=${a}) * lecun_normal_std(${n})`);
        expectSame(`he_normal_std(${n})`, `init_gain(relu) * lecun_normal_std(${n})`);
      }),
    );
  });

  test('a slope of 0 is ReLU, and one of 1 is linear', () => {
    fc.assert(
      fc.property(fan, n => {
        expectSame(`preserving_variance(${n}, leaky_relu, slope=0)`, `preserving_variance(${n}, relu)`);
        expectSame(`preserving_variance(${n}, leaky_relu, slope=1)`, `preserving_variance(${n}, linear)`);
        expectSame(`preserving_bound(${n}, leaky_relu, slope=0)`, `preserving_bound(${n}, relu)`);
        expectSame(`preserving_bound(${n}, leaky_relu, slope=1)`, `lecun_uniform_bound(${n})`);
        expectSame('init_gain(leaky_relu, slope=0)', 'init_gain(relu)');
      }),
    );
  });

  test('a kernel of 1 makes the fans the channels', () => {
    fc.assert(
      fc.property(fan, fan, (n, m) => {
        expect(scalarOf(`conv_fans(in=${n}, out=${m}, kernel=1).fan_in`)).toBe(n);
        expect(scalarOf(`conv_fans(in=${n}, out=${m}, kernel=1).fan_out`)).toBe(m);
      }),
    );
  });
});

describe('moments', () => {
  test('a product does not mind the order, and a constant factor enters squared', () => {
    fc.assert(
      fc.property(positive, positive, real, real, (v, w, m, k) => {
        expectSame(
          `product_variance(${v}, ${w}, mean_x=${m}, mean_y=${k})`,
          `product_variance(${w}, ${v}, mean_x=${k}, mean_y=${m})`,
        );
        expectSame(`product_variance(${v}, 0, mean_x=${m}, mean_y=${k})`, `(${k})^2 * ${v}`);
      }),
    );
  });

  test('centred weights need only the second moment of the inputs', () => {
    fc.assert(
      fc.property(fan, positive, positive, real, (d, w, x, m) => {
        const layer = `linear_layer_moments(${d}, var_w=${w}, var_x=${x}, mean_x=${m}, bias=3)`;
        expectSame(`${layer}.variance`, `${d} * ${w} * (${x} + (${m})^2)`);
        expect(scalarOf(`${layer}.mean`)).toBe(3);
        expectSame(`${layer}.variance`, `forward_variance(${d}, ${w}, second_moment=${x} + (${m})^2).variance`);
      }),
    );
  });
});

describe('propagation', () => {
  test('the preserving variance keeps the variance of every layer, whatever the widths', () => {
    fc.assert(
      fc.property(fc.array(fan, { minLength: 1, maxLength: 6 }), activation, slope, positive, (fans, f, a, q) => {
        const variances = fans.map(n => scalarOf(`preserving_variance(${n}, ${f}, slope=${a})`));
        const rest = `[${variances}], layers=${fans.length}, activation=${f}, slope=${a}`;
        expectClose([scalarOf(`forward_variance([${fans}], ${rest}, second_moment=${q}).second_moment`)], [q]);
        expectClose(
          numbersOf(`backward_variance([${fans}], ${rest}, variance=${q}).variances`),
          fans.map(() => q),
        );
      }),
    );
  });

  test('forwards and backwards the same factor acts in every layer', () => {
    fc.assert(
      fc.property(fan, positive, fc.integer({ min: 1, max: 12 }), activation, slope, (n, v, layers, f, a) => {
        const args = `${n}, ${v / n}, layers=${layers}, activation=${f}, slope=${a}`;
        const there = scalarOf(`forward_variance(${args}).second_moment`);
        expectClose(
          [there],
          [scalarOf(`forward_variance(${n}, ${v / n}, activation=${f}, slope=${a}).second_moment`) ** layers],
        );
        expectClose([scalarOf(`backward_variance(${args}).variance`)], [there]);
      }),
    );
  });

  test('layers one by one are the whole stack', () => {
    expectSame(
      'forward_variance([3, 5], [0.1, 0.7], layers=2).second_moment',
      'forward_variance(5, 0.7, second_moment=forward_variance(3, 0.1).second_moment).second_moment',
    );
    expectSame(
      'backward_variance([3, 5], [0.1, 0.7], layers=2).variance',
      'backward_variance(3, 0.1, variance=backward_variance(5, 0.7).variance).variance',
    );
  });

  test('the first number is that of the first layer', () => {
    expectClose(numbersOf('forward_variance(10, 0.1, layers=3).variances'), [1, 0.5, 0.25]);
    expectClose(numbersOf('backward_variance(10, 0.1, layers=3).variances'), [0.125, 0.25, 0.5]);
  });

  test('a line for each layer, and its reason once', () => {
    const steps = trace([['a', formulaOf('forward_variance(100, 0.01, layers=2).second_moment')]]);
    expect(steps.map(({ tex }) => tex)).toEqual([
      '\\operatorname{Var}(a_{1}) = 100 \\cdot 0.01 = 1',
      'E[h_{1}^2] = \\frac{\\operatorname{Var}(a_{1})}{2} = \\frac{1}{2} = 0.5',
      '\\operatorname{Var}(a_{2}) = 100 \\cdot 0.01 \\cdot E[h_{1}^2] = 100 \\cdot 0.01 \\cdot 0.5 = 0.5',
      'E[h_{2}^2] = \\frac{\\operatorname{Var}(a_{2})}{2} = \\frac{0.5}{2} = 0.25',
    ]);
    expect(steps.map(({ why }) => why !== null)).toEqual([true, true, false, false]);
  });
});
