import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/compute/fields.ts';
import { optimizers } from '../../../src/compute/library/optimizers.ts';
import { trace } from '../../../src/compute/trace.ts';
import { formulaOf } from '../support.ts';
import { expectClose, expectSame, numbersOf, scalarOf, variables } from './same.ts';

const real = fc.integer({ min: -300, max: 300 }).map(n => n / 100);
const above = fc.integer({ min: 1, max: 300 }).map(n => n / 100);
const decay = fc.constantFrom(0.5, 0.9, 0.99);
const drawn = fc.record({ theta: real, g: real.filter(g => g !== 0), m: real, v: above, lr: above, beta: decay });

describe('every example is a call that can be computed', () => {
  test.each(optimizers.map(row => [row.example]))('%s', example => {
    const node = formulaOf(example);
    const results = [...(fieldsOf(node)?.values() ?? [node])];
    expect(results.every(({ data }) => data.length > 0 && data.every(Number.isFinite))).toBe(true);
  });
});

describe('what cannot be computed is refused, with the reason', () => {
  test.each([
    ['sgd([1, 2], g=[1, 2, 3])', /"g" has shape \(3\).*theta, \(2\)/],
    ['momentum([1, 2], g=[1, 2], v=[1, 2, 3]).theta', /"v" has shape \(3\)/],
    ['momentum(1, g=2, dampening=0.5, rule=average).theta', /has no dampening/],
    ['nesterov(1, g=2, weight_decay=0.1, rule=lookahead).theta', /has no weight_decay/],
    ['adagrad(1, g=0, eps=0).theta', /the denominator is 0/],
    ['adagrad(1, g=1, s=-2).theta', /must not be negative/],
    ['adagrad(1, g=1, eps=-1).theta', /eps must be 0 or more/],
    ['rmsprop(1, g=1, mean=2).theta', /centered form only/],
    ['rmsprop(1, g=1, v=1, mean=5, centered=1).theta', /must not be negative/],
    ['adadelta(1, g=1, u=-1).theta', /"u" is a mean of squares/],
    ['adam(1, g=1, t=0).theta', /1 or more/],
    ['adam(1, g=1, t=1, beta1=1).theta', /decay below 1/],
    ['adam([1, 0], g=[1, 0], t=1, eps=0).theta', /the denominator is 0/],
    ['adamax(1, g=0, t=1, eps=0).theta', /eps must be above 0/],
    ['adam_run([1, 2], [1, 2]).last', /list of gradients of shape \(2\)/],
    ['sgd_run(1, range(51)).last', /at most 50 steps, not 51/],
    ['gradient_descent([[1, 2], [0, 1]], theta=[1, 1], lr=0.1, steps=2).last', /symmetric/],
    ['gradient_descent([[1, 0], [0, 1]], theta=1, lr=0.1, steps=2).last', /have shapes \(2, 2\), \(\), \(\)/],
    ['gradient_descent(1, theta=1, lr=0.1, steps=51).last', /at most 50 steps/],
    ['gradient_descent(1000000, theta=1, lr=1000, steps=50).last', /finite/],
    ['largest_stable_rate(-1)', /positive definite/],
    ['largest_stable_rate([[1, 1], [1, 1]])', /positive definite/],
    ['optimal_rate([1, 2]).rate', /a number or a square matrix/],
    ['running_average(1).last', /must be a list/],
    ['running_average(range(51)).last', /at most 50 values/],
    ['ema_weights(51)', /at most 50 values/],
    ['bias_correction(1, beta=1, t=3)', /decay below 1/],
    ['effective_window(1)', /below 1/],
    ['newton_1d(1, g=2, h=0).theta', /second derivative is 0/],
    ['newton_1d(1, g=2, h=-1, damping=1).theta', /second derivative is 0/],
    ['newton([1, 1], g=[1, 1], hessian=[[1, 1], [1, 1]]).theta', /singular/],
    ['newton([1, 1], g=[1, 1], hessian=[[1]]).theta', /\(2\), \(2\), \(1, 1\)/],
    ['clip_by_norm([1, 2], 1, eps=-1).norm', /eps must be 0 or more/],
    ['clip_by_norm([1, 2], 0).norm', /above 0/],
    ['cosine_schedule(0.1, t=11, total=10)', /must not exceed total, 10/],
    ['cosine_schedule(0.1, t=1, total=10, min=0.2)', /"min" must be from 0 to lr/],
    ['exponential_decay(0.1, t=1, decay=0)', /above 0/],
    ['exponential_decay(0.1, t=100000, decay=2)', /finite/],
    ['warmup_cosine(0.1, t=1, warmup=10, total=10)', /warmup is 10 and must be below total/],
    ['one_cycle(0.1, t=100, total=100)', /must not exceed/],
    ['one_cycle(0.1, t=0, total=3)', /the peak/],
    ['early_stopping([1, 2], patience=0).stop_epoch', /1 or more/],
    ['early_stopping([1, 2], patience=1, min_delta=-1).stop_epoch', /0 or more/],
  ])('%s', (text, reason) => {
    expect(() => formulaOf(text)).toThrow(reason);
  });
});

describe('the rules of momentum differ only in the scale of the velocity', () => {
  test.each([
    ['momentum(theta, g=g, v=-lr*m, lr=lr, beta=beta, rule=velocity).theta'],
    ['momentum(theta, g=g, v=(1-beta)*m, lr=lr/(1-beta), beta=beta, rule=average).theta'],
  ])('%s', other => {
    fc.assert(
      fc.property(drawn, values => expectSame('momentum(theta, g=g, v=m, lr=lr, beta=beta).theta', other, values)),
    );
  });

  test('without memory it is gradient descent', () => {
    fc.assert(
      fc.property(drawn, values =>
        expectSame('momentum(theta, g=g, v=m, lr=lr, beta=0).theta', 'sgd(theta, g, lr)', values),
      ),
    );
  });

  test('Nesterov’s look-ahead form is the velocity rule with the gradient at the look-ahead point', () => {
    const slope = '3 * nesterov_point(theta, m, beta) + 1';
    fc.assert(
      fc.property(drawn, values => {
        const [a, b] = ['nesterov', 'momentum'].map(
          name =>
            `${name}(theta, g=${slope}, v=m, lr=lr, beta=beta, rule=${name === 'nesterov' ? 'lookahead' : 'velocity'}).theta`,
        ) as [string, string];
        expectSame(a, b, values);
        expectSame(a, 'theta + beta * m - lr * (3 * (theta + beta * m) + 1)', values);
      }),
    );
  });
});

describe('adaptive rates', () => {
  test('the first step of Adam, AdaGrad and AdaMax has the length of the rate, whatever the gradient', () => {
    fc.assert(
      fc.property(drawn, values => {
        const expected = 'theta - lr * sign(g)';
        for (const name of ['adam', 'adamax'])
          expectSame(`${name}(theta, g=g, t=1, lr=lr, eps=0).theta`, expected, values);
        expectSame('adagrad(theta, g=g, lr=lr, eps=0).theta', expected, values);
      }),
    );
  });

  test('Adam without eps does not ask for the unit of the gradient', () => {
    const step = (g: string, m: string, v: string): string =>
      `adam(theta, g=${g}, m=${m}, v=${v}, t=4, lr=lr, eps=0).theta`;
    fc.assert(fc.property(drawn, values => expectSame(step('g', 'm', 'v'), step('7*g', '7*m', '49*v'), values)));
  });

  test('AdamW without decay, and AMSGrad with a small maximum, are Adam', () => {
    const adam = 'adam(theta, g=g, m=m, v=v, t=3, lr=lr).theta';
    fc.assert(
      fc.property(drawn, values => {
        expectSame(adam, 'adamw(theta, g=g, m=m, v=v, t=3, lr=lr, weight_decay=0).theta', values);
        expectSame(adam, 'amsgrad(theta, g=g, m=m, v=v, t=3, vmax=0, lr=lr).theta', values);
      }),
    );
  });

  test('coupled decay is lost in the scaling of Adam’s first step, decoupled decay is not', () => {
    const at = { theta: 2, g: 1 };
    expect(scalarOf('adam(theta, g=g, t=1, lr=0.1, eps=0, weight_decay=0.5).theta', at)).toBeCloseTo(1.9, 12);
    expect(scalarOf('adamw(theta, g=g, t=1, lr=0.1, eps=0, weight_decay=0.5).theta', at)).toBeCloseTo(1.8, 12);
  });

  test('RMSProp without memory divides the gradient by its own size', () => {
    fc.assert(
      fc.property(drawn, values =>
        expectSame('rmsprop(theta, g=g, v=v, lr=lr, beta=0, eps=0).theta', 'theta - lr*sign(g)', values),
      ),
    );
  });
});

test('a run is its rule step by step', () => {
  const steps = {
    momentum_run: (t: number, last: string) => `momentum(${last}.theta, g=${t + 1}, v=${last}.v, lr=0.1)`,
    rmsprop_run: (t: number, last: string) => `rmsprop(${last}.theta, g=${t + 1}, v=${last}.v, lr=0.1)`,
    adam_run: (t: number, last: string) =>
      `adam(${last}.theta, g=${t + 1}, m=${last}.m, v=${last}.v, t=${t + 1}, lr=0.1)`,
  };
  for (const [name, next] of Object.entries(steps)) {
    const first = name.replace('_run', `(5, g=1${name === 'adam_run' ? ', t=1' : ''}, lr=0.1)`);
    const found = numbersOf(`${name}(5, [1, 2, 3], lr=0.1).theta`);
    expectClose(
      found.slice(1),
      numbersOf(`[${first}.theta, ${next(1, first)}.theta, ${next(2, next(1, first))}.theta]`),
    );
    expect(found[0]).toBe(5);
  }
  expect(scalarOf('sgd_run(5, [1, 2, 3], lr=0.1).last')).toBeCloseTo(5 - 0.1 * 6, 12);
});

test.each([
  'adam(theta, g=g, m=m, v=v, t=3, lr=lr).theta',
  'rmsprop(theta, g=g, v=v, lr=lr, beta=beta, eps=0.1, eps_place=inside).theta',
  'nesterov(theta, g=g, v=m, lr=lr, beta=beta).theta',
  'adadelta(theta, g=g, v=v, u=v).theta',
  'newton_1d(theta, g=g, h=v, damping=1).theta',
])('the gradient of %s is its slope', text => {
  fc.assert(
    fc.property(drawn, values => {
      const shifted = (by: number): number => scalarOf(text, { ...values, g: values.g + by });
      const slope = (shifted(1e-5) - shifted(-1e-5)) / 2e-5;
      const found = scalarOf(`grad(${text}, g)`, values);
      expect(Math.abs(found - slope)).toBeLessThan(1e-4 * Math.max(1, Math.abs(slope)));
    }),
    { numRuns: 30 },
  );
});

describe('gradient descent on a quadratic', () => {
  const a = '[[2, 1], [1, 3]]';
  const end = (rate: string): number =>
    scalarOf(`norm(gradient_descent(${a}, theta=[1, 2], lr=${rate}, steps=50).last)`);

  test('converges just below the largest stable rate and diverges just above it', () => {
    expect(end(`0.95*largest_stable_rate(${a})`)).toBeLessThan(1);
    expect(end(`1.05*largest_stable_rate(${a})`)).toBeGreaterThan(5);
  });

  test('converges fastest with the optimal rate, by its factor', () => {
    const best = end(`optimal_rate(${a}).rate`);
    for (const scale of [0.9, 1.1]) expect(end(`${scale}*optimal_rate(${a}).rate`)).toBeGreaterThan(best);
    expect(best).toBeLessThanOrEqual(Math.sqrt(5) * scalarOf(`optimal_rate(${a}).factor`) ** 50 * (1 + 1e-9));
  });

  test('of one parameter is a geometric series', () => {
    expectClose(numbersOf('gradient_descent(4, theta=3, lr=0.1, steps=3).theta'), [
      3,
      3 * 0.6,
      3 * 0.6 ** 2,
      3 * 0.6 ** 3,
    ]);
  });

  test('one step of Newton leads to the minimum', () => {
    expectClose(numbersOf(`${a} @ newton([5, -4], g=${a} @ [5, -4] - [1, 2], hessian=${a}).theta`), [1, 2]);
    const loss = '(2*(theta - 3)^2 + 1)';
    const slope = `grad(${loss}, theta)`;
    expect(scalarOf(`newton_1d(theta, g=${slope}, h=grad(${slope}, theta)).theta`, { theta: 7 })).toBeCloseTo(3, 12);
  });
});

test('the steps of Adam read as in the paper', () => {
  const given = variables({ g: 2, m: 0.5, v: 1 });
  const steps = trace([['a', formulaOf('adam(1, g=g, m=m, v=v, t=2, lr=0.1, beta2=0.99, eps=0).theta', given)]]);
  expect(steps.map(({ tex }) => tex)).toEqual([
    'm_{2} = 0.9 \\cdot m + \\left(1 - 0.9\\right) \\cdot g = 0.9 \\cdot 0.5 + \\left(1 - 0.9\\right) \\cdot 2 = 0.65',
    '\\hat m_{2} = \\frac{m_{2}}{1 - 0.9^{2}} = \\frac{0.65}{1 - 0.9^{2}} \\approx 3.421',
    'v_{2} = 0.99 \\cdot v + \\left(1 - 0.99\\right) \\cdot g^{2} = 0.99 \\cdot 1 + \\left(1 - 0.99\\right) \\cdot 2^{2} = 1.03',
    '\\hat v_{2} = \\frac{v_{2}}{1 - 0.99^{2}} = \\frac{1.03}{1 - 0.99^{2}} \\approx 51.76',
    '\\theta_{2} = 1 - 0.1 \\cdot \\frac{\\hat m_{2}}{\\sqrt{\\hat v_{2}}} \\approx 1 - 0.1 \\cdot \\frac{3.421}{\\sqrt{51.76}} \\approx 0.9524',
  ]);
});
