import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { exp, minus, negated, plus, squared, times } from '../../terms.ts';
import { half, isOn, one } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { averaged, checkRank, checkSameShape, eachElement, spelledSum } from '../losses/common.ts';
import { byName, flag, number, positive, tensor, vector, word } from '../parameters.ts';
import { LIKELIHOODS, negativeLogLikelihood } from './likelihood.ts';

/** Variational autoencoders: the divergence of the code, the drawn code, and the bound. */

const PAIR = 'mu and logvar: a number, (d), or (N, d), whose samples are averaged';
const SOURCE = 'Kingma and Welling 2014, Auto-Encoding Variational Bayes';
const INDEPENDENT = 'independent dimensions of the code add up';

const ofDimension = (m: Node, s: Node): Node => times(half, minus(minus(plus(squared(m), exp(s)), one), s));

/** Σ ½ (μ² + e^s − 1 − s) with s = ln σ². */
function divergence(row: string, mu: Node, logvar: Node): Node {
  checkRank(row, 'mu', mu, [0, 1, 2]);
  checkSameShape(row, mu, logvar);
  const parts = eachElement(['D', 'D'], [mu, logvar], ofDimension, INDEPENDENT);
  const samples = mu.shape.length === 2 ? (mu.shape[0] as number) : 1;
  return libraryStep('KL', 'D_{\\mathrm{KL}}', averaged(spelledSum(parts), samples));
}

const observed = { x: vector(), xhat: vector(), mu: tensor(), logvar: tensor() };
const likelihood = byName(word(LIKELIHOODS, 'gaussian'));
const sigma = byName(positive(1));
const RECONSTRUCTION =
  'xhat are the means of a normal distribution with standard deviation sigma, or with likelihood=bernoulli the probabilities of 1.';

/** @throws ArgumentError for codes of several samples, since x is one */
function checkSingle(row: string, mu: Node): void {
  checkRank(row, 'mu', mu, [0, 1]);
}

export const vae: readonly LibraryFunction[] = [
  define({
    name: 'vae_kl',
    parameters: { mu: tensor(), logvar: tensor() },
    formula:
      'D_{\\mathrm{KL}}\\left(\\mathcal N(\\mu, \\sigma^2) \\,\\|\\, \\mathcal N(0, 1)\\right) = \\tfrac12 \\sum_j \\left(\\mu_j^2 + \\sigma_j^2 - 1 - \\ln \\sigma_j^2\\right)',
    summary:
      'Kullback–Leibler divergence between the code of a variational autoencoder, which is normal with independent dimensions, and the standard normal distribution.',
    shapes: PAIR,
    convention: 'logvar is the natural logarithm of the variance, ln σ². Summed over the dimensions of the code.',
    example: 'vae_kl([1, 0], [0, 0.5])',
    source: `${SOURCE}, appendix B`,
    build: ({ mu, logvar }) => divergence('vae_kl', mu, logvar),
  }),
  define({
    name: 'reparameterize',
    parameters: { mu: tensor(), logvar: tensor(), eps: tensor() },
    formula: 'z = \\mu + \\sigma \\odot \\varepsilon,\\qquad \\sigma = e^{\\frac12 \\ln \\sigma^2}',
    summary:
      'Reparameterization: a code z drawn by means of standard normal noise eps, so that gradients reach mu and logvar. Fields: sigma, z.',
    shapes: 'mu, logvar and eps: any one shape; the result has it too',
    convention: 'logvar is the natural logarithm of the variance.',
    example: 'reparameterize([1, 0], logvar=[0, 2], eps=[0.5, -1]).z',
    source: SOURCE,
    build: ({ mu, logvar, eps }) => {
      checkSameShape('reparameterize', mu, logvar);
      checkSameShape('reparameterize', mu, eps);
      const why = 'half the logarithm of the variance is that of the standard deviation';
      const spread = libraryStep('sigma', '\\sigma', exp(times(half, logvar)), why);
      const z = libraryStep(
        'z',
        'z',
        plus(mu, times(spread, eps)),
        'the noise does not depend on what is learned, so gradients reach μ and σ',
      );
      return fields({ sigma: spread, z });
    },
  }),
  define({
    name: 'elbo',
    parameters: { ...observed, likelihood, sigma, constant: byName(flag(1)) },
    formula: '\\mathrm{ELBO} = \\ln p(x \\mid z) - D_{\\mathrm{KL}}\\left(q(z \\mid x) \\,\\|\\, p(z)\\right)',
    summary:
      'Evidence lower bound of one sample x, estimated from one drawn code z; on average over z it is never above ln p(x). Fields: reconstruction, kl, elbo.',
    shapes: 'x and xhat: (n); mu and logvar: a number or (d)',
    convention: `${RECONSTRUCTION} constant=0 leaves out the constant term −n/2 ln(2πσ²) of the normal one.`,
    example: 'elbo([1, 0], [0.8, 0.3], mu=[0.5], logvar=[0], likelihood=bernoulli).elbo',
    source: SOURCE,
    build: ({ x, xhat, mu, logvar, likelihood: model, sigma: spread, constant: kept }) => {
      checkSingle('elbo', mu);
      const loss = negativeLogLikelihood('elbo', { x, xhat, model, spread, isFull: isOn(kept) });
      const isWhole = isOn(kept) || model === 'bernoulli';
      const tex = isWhole ? '\\ln p(x \\mid z)' : '\\ln \\tilde p(x \\mid z)';
      const why = isWhole ? 'the log-likelihood of the sample' : 'the log-likelihood without its constant term';
      const reconstruction = libraryStep('reconstruction', tex, negated(loss), why);
      const kl = divergence('elbo', mu, logvar);
      const bound = libraryStep(
        'elbo',
        '\\mathrm{ELBO}',
        minus(reconstruction, kl),
        'large where the code explains the sample and stays near the prior',
      );
      return fields({ reconstruction, kl, elbo: bound });
    },
  }),
  define({
    name: 'vae_loss',
    parameters: { ...observed, beta: number(1), likelihood, sigma, constant: byName(flag(0)) },
    formula: 'L = -\\ln p(x \\mid z) + \\beta\\, D_{\\mathrm{KL}}\\left(q(z \\mid x) \\,\\|\\, p(z)\\right)',
    summary:
      'Loss of a variational autoencoder on one sample x, estimated from one drawn code z: with beta = 1 the negative evidence lower bound, else the loss of a β-VAE. Fields: reconstruction (its loss), kl, loss.',
    shapes: 'x and xhat: (n); mu and logvar: a number or (d)',
    convention: `${RECONSTRUCTION} The normal one gives ‖x − x̂‖²/(2σ²), summed and not averaged; its constant term n/2 ln(2πσ²) is left out unless constant=1, unlike in elbo.`,
    example: 'vae_loss([1, 0], [0.8, 0.3], mu=[0.5], logvar=[0], beta=4).loss',
    source:
      'Kingma and Welling 2014, Auto-Encoding Variational Bayes; Higgins et al. 2017, beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework',
    build: ({ x, xhat, mu, logvar, beta, likelihood: model, sigma: spread, constant: kept }) => {
      checkSingle('vae_loss', mu);
      if ((beta.data[0] as number) < 0) throw new ArgumentError('vae_loss: beta must be 0 or more');
      const lost = negativeLogLikelihood('vae_loss', { x, xhat, model, spread, isFull: isOn(kept) });
      const reconstruction = libraryStep('reconstruction', 'R', lost, 'the loss of the reconstruction');
      const kl = divergence('vae_loss', mu, logvar);
      return fields({
        reconstruction,
        kl,
        loss: libraryStep('loss', 'L', plus(reconstruction, times(beta, kl)), 'the code is kept near the prior'),
      });
    },
  }),
];
