import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generative } from '../../../src/compute/library/generative.ts';
import type { Node } from '../../../src/compute/node.ts';
import type { Nested } from '../../../src/compute/tensor.ts';
import { formulaOf, numberIn, variable } from '../support.ts';

type Names = Readonly<Record<string, Nested>>;

const scope = (values: Names): Record<string, Node> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, variable(name, value)]));
const numberOf = (text: string, values: Names = {}): number => numberIn(formulaOf(text, scope(values)));
const numbersOf = (text: string, values: Names = {}): number[] => [...formulaOf(text, scope(values)).data];

/** Two formulas over the same numbers. */
function expectSame(left: string, right: string, values: Names, digits = 10): void {
  const [a, b] = [numbersOf(left, values), numbersOf(right, values)];
  expect(a.length, `${left} and ${right}`).toBe(b.length);
  a.forEach((x, i) => {
    // Large sums are as exact as they are large.
    const scale = Math.max(1, Math.abs(x));
    expect(x / scale, `${left} and ${right} at ${i}`).toBeCloseTo((b[i] as number) / scale, digits);
  });
}

const tenths = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: low * 10, max: high * 10 }).map(n => n / 10);
const vector = (length: number, low = -2, high = 2): fc.Arbitrary<number[]> =>
  fc.array(tenths(low, high), { minLength: length, maxLength: length });
const distribution = (length: number): fc.Arbitrary<number[]> =>
  vector(length, 0.1, 2).map(parts => parts.map(part => part / parts.reduce((a, b) => a + b)));

test.each(generative.map(({ name, example }) => [name, example]))('the example of %s', (_, example) => {
  const node = formulaOf(example as string);
  expect(node.data.length).toBeGreaterThan(0);
  expect([...node.data].every(Number.isFinite)).toBe(true);
});

const WIDE = `[[${Array(8).fill(1).join(',')}], [${Array(8).fill(1).join(',')}]]`;

test.each([
  ['rbm_energy([1, 0], [1], W=[[2]])', '"v" must hold 1 numbers, one for each row of W, and has shape (2)'],
  ['rbm_energy([1], [1, 1], W=[[2]])', '"h" must hold 1 numbers, one for each column of W'],
  ['rbm_energy([1], [0.5], W=[[2]])', 'units are 0 or 1, also those of "h"'],
  ['rbm_energy([1], [1], W=[[2]], b=[1, 2])', '"b" must hold 1 numbers'],
  ['rbm_energy([1], [1], W=[[2]], c=[1, 2])', '"c" must hold 1 numbers'],
  ['rbm_energy([1], [1], W=[2])', '"W" must be a list of rows'],
  [
    `rbm_partition([${Array(6)
      .fill(`[${Array(8).fill(1).join(',')}]`)
      .join(',')}])`,
    'at most 12 units fit, not 14',
  ],
  ['rbm_partition([[800]])', 'Z is too large for a number'],
  ['gibbs_step([1], [0.5], [1.5], W=[[1]])', 'u_v must lie from 0 to 1'],
  ['gibbs_step([1], [[0.5], [0.1]], [[0.5]], W=[[1]])', 'as many steps each'],
  ['gibbs_step([1], [0.5, 0.5], [0.5], W=[[1]])', '"u_h" must hold 1 numbers'],
  [`gibbs_step([1], [${Array(21).fill('[0.5]').join(',')}], [0.5], W=[[1]])`, '1 to 20 steps'],
  ['cd1([1], [0.5], [0.5, 0.5], W=[[1]])', '"u_v" must hold 1 numbers'],
  ['cd1([1], [0.5], W=[[1]], lr=0)', 'a number above 0'],
  ['autoencoder_params([5])', 'must be 2 to 20 whole numbers'],
  ['autoencoder_params([5, 2.5])', 'must be 2 to 20 whole numbers'],
  ['compression_ratio(5, 0)', 'a whole number, 1 or more'],
  ['tied_autoencoder([1], W=[[1, 2]])', '"x" has shape (1), and W has 2 columns'],
  ['tied_autoencoder([1, 2], W=[[1, 2]], b=[1, 2])', '"b" has shape (2), and W has 1 rows'],
  ['vae_kl([1, 2], 0)', 'shapes (2) and () differ'],
  ['vae_kl(0, 1000)', 'not a finite number'],
  ['reparameterize([1, 2], [0, 0], 1)', 'shapes (2) and () differ'],
  ['elbo([1], [0.5], mu=[[1]], logvar=[[1]])', 'mu must be a single number or a list of numbers'],
  ['elbo([1], [0.5, 1], mu=1, logvar=1)', 'shapes (1) and (2) differ'],
  ['elbo([1], [0], mu=1, logvar=1, likelihood=bernoulli)', 'a target has probability 0'],
  ['elbo([1], [0.5], mu=1, logvar=1, likelihood=bernoulli, sigma=2)', 'has no sigma'],
  ['vae_loss([1], [0.5], mu=1, logvar=1, beta=-1)', 'beta must be 0 or more'],
  ['gan_value([0], [0.5])', 'd_real must be probabilities whose logarithm exists, and 0 is there'],
  ['gan_value([0.5], [1])', 'd_fake must be probabilities whose logarithm exists, and 1 is there'],
  ['gan_generator_loss([0])', 'd_fake must be probabilities'],
  ['optimal_discriminator(0, 0)', 'p + q is 0'],
  ['optimal_discriminator(-1, 2)', 'must be 0 or more'],
  ['gan_optimal_value([0.5, 0.2], [0.5, 0.5])', 'p must add up to 1'],
  ['gan_optimal_value([1, 0, 0], [0.5, 0.5, 0])', 'p + q is 0'],
  ['forward_diffusion([1], [0.1], 1)', 'x0 has shape (1) and eps ()'],
  ['forward_diffusion(1, [1], 1)', 'each beta must be 0 or more and below 1'],
  ['forward_diffusion(1, [0.1], 1, t=2)', 't is 2, and there are 1 betas'],
])('%s is refused', (formula, message) => {
  expect(() => formulaOf(formula)).toThrow(message);
});

/** All lists of n bits. */
const states = (n: number): number[][] =>
  Array.from({ length: 2 ** n }, (_, state) => Array.from({ length: n }, (_unused, i) => (state >> i) % 2));

describe('Boltzmann machines', () => {
  const weights = fc.record({ W: fc.tuple(vector(2), vector(2), vector(2)), b: vector(3), c: vector(2) });
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

  test('probabilities of all states add up to 1, and those of hidden states to the marginal', () => {
    fc.assert(
      fc.property(weights, machine => {
        const marginals = states(3).map(v => {
          const call = 'rbm_joint_probability(v, h, W, b, c)';
          const joint = sum(states(2).map(h => numberOf(call, { ...machine, v, h })));
          const marginal = numberOf('rbm_marginal_probability(v, W, b, c)', { ...machine, v });
          expect(joint).toBeCloseTo(marginal, 12);
          return marginal;
        });
        expect(sum(marginals)).toBeCloseTo(1, 12);
      }),
      { numRuns: 15 },
    );
  });

  test('the free energy sums out the hidden units, and its slope by their biases is their mean', () => {
    fc.assert(
      fc.property(weights, fc.constantFrom(...states(3)), (machine, v) => {
        const values = { ...machine, v };
        const powers = states(2).map(h => Math.exp(-numberOf('rbm_energy(v, h, W, b, c)', { ...values, h })));
        expect(numberOf('rbm_free_energy(v, W, b, c)', values)).toBeCloseTo(-Math.log(sum(powers)), 10);
        expectSame('0 - grad(rbm_free_energy(v, W, b, c), c)', 'rbm_hidden_given_visible(v, W, c)', values);
      }),
    );
  });

  test('exchanging the sides changes neither energies nor the partition function', () => {
    fc.assert(
      fc.property(weights, fc.constantFrom(...states(3)), fc.constantFrom(...states(2)), (machine, v, h) => {
        const values = { ...machine, v, h };
        expectSame('rbm_energy(v, h, W, b, c)', 'rbm_energy(h, v, transpose(W), c, b)', values);
        expectSame('rbm_partition(W, b, c)', 'rbm_partition(transpose(W), c, b)', values, 8);
        expectSame('rbm_visible_given_hidden(h, W, b)', 'rbm_hidden_given_visible(h, transpose(W), b)', values);
      }),
    );
  });

  test('without weights every state is equally likely, and a bias of 0 is none', () => {
    expect(numberOf(`rbm_partition(zeros(4, 5))`)).toBeCloseTo(2 ** 9, 8);
    expect(numberOf(`rbm_partition(zeros(2, 8))`)).toBeCloseTo(2 ** 10, 8);
    expectSame(`rbm_partition(${WIDE})`, `rbm_partition(${WIDE}, zeros(2), zeros(8))`, {}, 0);
  });

  test('several Gibbs steps are one after another', () => {
    fc.assert(
      fc.property(weights, fc.constantFrom(...states(3)), vector(10, 0, 1), (machine, v, u) => {
        const values = { ...machine, v, p: [u.slice(0, 2), u.slice(2, 4)], q: [u.slice(4, 7), u.slice(7, 10)] };
        const first = 'gibbs_step(v, p[0], q[0], W, b, c)';
        for (const field of ['p_h', 'h', 'p_v', 'v']) {
          const run = `gibbs_step(v, p, q, W, b, c).${field}`;
          expectSame(`${run}[0]`, `${first}.${field}`, values);
          expectSame(`${run}[1]`, `gibbs_step(${first}.v, p[1], q[1], W, b, c).${field}`, values);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a unit is 0 where its uniform number is its probability', () => {
    expect(numbersOf('gibbs_step([0], [0.5], [0.49], W=[[1]]).h')).toEqual([0]);
    expect(numbersOf('gibbs_step([0], [0.5], [0.49], W=[[1]]).v')).toEqual([1]);
  });

  test('a perfect reconstruction teaches nothing', () => {
    const call = 'cd1([1, 0], [0.5], [0.5, 0.5], W=[[20], [-20]], b=[10, -10])';
    expect(numbersOf(`${call}.v1`)).toEqual([1, 0]);
    for (const change of ['dW', 'db', 'dc']) expect(numbersOf(`${call}.${change}`).every(x => x === 0)).toBe(true);
  });
});

describe('autoencoders', () => {
  test('tying saves the weights of the decoder, and no bias', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(sizes, fc.constantFrom(0, 1), (s, bias) => {
        const weights = s.slice(1).reduce((all, n, i) => all + n * (s[i] as number), 0);
        const call = `autoencoder_params(s, tied=0, bias=bias) - autoencoder_params(s, tied=1, bias=bias)`;
        expect(numberOf(call, { s, bias })).toBe(weights);
      }),
    );
  });

  test('an orthogonal code of full size loses nothing', () => {
    const call = 'tied_autoencoder(x, [[0.6, 0.8], [-0.8, 0.6]], activation=identity, output=identity)';
    expectSame(`${call}.xhat`, 'x', { x: [1.5, -2] });
    expect(numberOf(`${call}.loss`, { x: [1.5, -2] })).toBeCloseTo(0, 12);
  });

  test('the weights take gradients from both of their places', () => {
    const values = { x: [1, -0.5], W: [[0.3, 0.7]], w: [[0.3 + 1e-6, 0.7]] };
    const slope = numbersOf('grad(tied_autoencoder(x, W).loss, W)', values)[0] as number;
    const rise = numberOf('tied_autoencoder(x, w).loss - tied_autoencoder(x, W).loss', values);
    expect(slope).toBeCloseTo(rise / 1e-6, 5);
  });
});

describe('variational autoencoders', () => {
  test('the divergence is 0 only at the prior, adds up over dimensions, and has the slope μ', () => {
    fc.assert(
      fc.property(vector(3), vector(3), (mu, s) => {
        const values = { mu, s };
        expect(numberOf('vae_kl(mu, s)', values)).toBeGreaterThanOrEqual(0);
        expectSame('vae_kl(mu, s)', 'vae_kl(mu[0], s[0]) + vae_kl(mu[1], s[1]) + vae_kl(mu[2], s[2])', values);
        expectSame('vae_kl([mu, mu, mu], [s, s, s])', 'vae_kl(mu, s)', values);
        expectSame('grad(vae_kl(mu, s), mu)', 'mu', values);
        expectSame('grad(vae_kl(mu, s), s)', '(exp(s) - 1) / 2', values);
      }),
    );
    expect(numberOf('vae_kl([0, 0], [0, 0])')).toBe(0);
  });

  test('a drawn code has the slopes 1 and σε/2', () => {
    const values = { mu: [1, 2], s: [0.4, -1], eps: [0.5, -2] };
    expectSame('grad(sum(reparameterize(mu, s, eps).z), mu)', '[1, 1]', values);
    expectSame('grad(sum(reparameterize(mu, s, eps).z), s)', 'exp(s / 2) * eps / 2', values);
  });

  test('the loss with beta 1 is the negative bound, and its reconstruction a known loss', () => {
    fc.assert(
      fc.property(vector(5, 0.1, 0.9), vector(5, 0.1, 0.9), vector(2), vector(2), (x, r, mu, s) => {
        const values = { x, r, mu, s };
        for (const option of ['likelihood=bernoulli', 'sigma=0.5', 'likelihood=gaussian']) {
          const bound = `0 - elbo(x, r, mu, s, ${option}).elbo`;
          expectSame(bound, `vae_loss(x, r, mu, s, ${option}, constant=1).loss`, values);
        }
        expectSame('vae_loss(x, r, mu, s).reconstruction', 'mse(r, x, per=sample) / 2', values);
        const crossEntropy = 'binary_cross_entropy(r, x, reduction=sum)';
        expectSame('vae_loss(x, r, mu, s, likelihood=bernoulli).reconstruction', crossEntropy, values);
        expectSame('vae_loss(x, r, mu, s, beta=0).loss', 'vae_loss(x, r, mu, s).reconstruction', values);
      }),
    );
  });
});

describe('adversarial networks', () => {
  test('the best value is −ln 4 + 2 JS, at least −ln 4, and no other discriminator has a larger one', () => {
    for (const n of [3, 6]) {
      fc.assert(
        fc.property(distribution(n), distribution(n), vector(n, 0.1, 0.9), (p, q, d) => {
          const values = { p, q, d };
          expectSame('gan_optimal_value(p, q)', '0 - ln(4) + 2 * js_divergence(p, q)', values);
          expectSame('gan_optimal_value(p, p)', '0 - ln(4)', values);
          const best = numberOf('gan_optimal_value(p, q)', values);
          expect(best).toBeGreaterThanOrEqual(-Math.log(4) - 1e-12);
          expect(numberOf('sum(p * ln(d)) + sum(q * ln(1 - d))', values)).toBeLessThanOrEqual(best + 1e-12);
          expectSame('optimal_discriminator(p, q) + optimal_discriminator(q, p)', 'ones(n)', { ...values, n });
        }),
        { numRuns: 40 },
      );
    }
  });

  test('a discriminator that knows nothing has the value −ln 4', () => {
    expect(numberOf('gan_value([0.5, 0.5], [0.5])')).toBeCloseTo(-Math.log(4), 12);
    expect(numberOf('gan_discriminator_loss([0.5], [0.5, 0.5])')).toBeCloseTo(Math.log(4), 12);
    expect(numberOf('gan_value([1, 1], [0])')).toBe(0);
  });

  test('both generator losses pull the same way, the saturating one weakly where it is needed', () => {
    const values = { d: [0.01] };
    const [steep, flat] = ['nonsaturating', 'saturating'].map(kind =>
      numberOf(`grad(gan_generator_loss(d, kind=${kind}), d)[0]`, values),
    ) as [number, number];
    expect(steep).toBeCloseTo(-100, 8);
    expect(flat).toBeCloseTo(-1 / 0.99, 8);
  });

  test('a critic does not care where 0 is, and slopes of length 1 cost nothing', () => {
    expectSame('wasserstein_critic_loss(r + 3, f + 3)', 'wasserstein_critic_loss(r, f)', { r: [1, 2], f: [0, -1, 4] });
    expect(numberOf('gradient_penalty([0.6, 0.8])')).toBeCloseTo(0, 12);
  });
});

describe('diffusion', () => {
  test('two stretches of steps are one, in mean and in variance', () => {
    fc.assert(
      fc.property(vector(9, 0, 0.9), tenths(-3, 3), (betas, x) => {
        const values = { betas, a: betas.slice(0, 4), b: betas.slice(4), x };
        const halves = 'forward_diffusion(forward_diffusion(x, a, 0).x, b, 0).x';
        expectSame('forward_diffusion(x, betas, 0).x', halves, values);
        const shares = 'forward_diffusion(x, a, 0).alpha_bar * forward_diffusion(x, b, 0).alpha_bar';
        expectSame('forward_diffusion(x, betas, 0).alpha_bar', shares, values);
        expectSame('forward_diffusion(x, betas, 1, t=4).x', 'forward_diffusion(x, a, 1).x', values);
        const squares = 'forward_diffusion(1, betas, 0).x^2 + forward_diffusion(0, betas, 1).x^2';
        expectSame(squares, '1', values);
      }),
    );
  });
});
