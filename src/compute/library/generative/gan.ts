import type { Node } from '../../node.ts';
import { ln, minus, negated, over, plus, root, squared, times } from '../../terms.ts';
import { one } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { checkSameShape, spelledMean, spelledSum } from '../losses/common.ts';
import { expectedLog } from '../losses/information.ts';
import { checkDistribution } from '../losses/targets.ts';
import { byName, positive, tensor, vector, word } from '../parameters.ts';

/** Adversarial training: the value of the game, both losses, the best discriminator, and the critic. */

const SOURCE = 'Goodfellow et al. 2014, Generative Adversarial Nets';
const REAL =
  'd_real: the probabilities of being real that the discriminator gives to m real samples; d_fake: those that it gives to n generated ones';
const VALUE = 'V(D, G) = \\frac{1}{m} \\sum_{i=1}^{m} \\ln D(x_i) + \\frac{1}{n} \\sum_{j=1}^{n} \\ln(1 - D(G(z_j)))';
const lists = { d_real: vector(), d_fake: vector() };

/** @throws ArgumentError where a logarithm does not exist */
function checkOutputs(row: string, name: string, { data }: Node, isAllowed: (d: number) => boolean): void {
  const wrong = data.find(d => !isAllowed(d));
  if (wrong !== undefined) {
    throw new ArgumentError(`${row}: ${name} must be probabilities whose logarithm exists, and ${wrong} is there`);
  }
}

const canBeReal = (d: number): boolean => d > 0 && d <= 1;
const canBeFake = (d: number): boolean => d >= 0 && d < 1;

/** Mean ln D(x) and mean ln(1 − D(G(z))), each a line. */
function terms(row: string, real: Node, fake: Node): readonly [Node, Node] {
  checkOutputs(row, 'd_real', real, canBeReal);
  checkOutputs(row, 'd_fake', fake, canBeFake);
  return [
    libraryStep('real', 'V_{\\text{real}}', spelledMean(ln(real)), 'the mean over the real samples'),
    libraryStep('fake', 'V_{\\text{fake}}', spelledMean(ln(minus(one, fake))), 'the mean over the generated ones'),
  ];
}

/** p / (p + q) @throws ArgumentError where nothing can occur */
function bestDiscriminator(row: string, p: Node, q: Node): Node {
  checkSameShape(row, p, q);
  if ([...p.data, ...q.data].some(x => x < 0)) throw new ArgumentError(`${row}: densities must be 0 or more`);
  const both = plus(p, q);
  if (both.data.includes(0)) throw new ArgumentError(`${row}: p and q are both 0 somewhere, so p + q is 0 there`);
  return libraryStep('D', 'D^{*}', over(p, both), 'the share of the data in all that falls there');
}

const GRADIENT_WHY = 'the gradient of a critic should have the length 1';

export const gan: readonly LibraryFunction[] = [
  define({
    name: 'gan_value',
    parameters: lists,
    formula: VALUE,
    summary:
      'Value of the adversarial game, estimated from samples: the discriminator maximizes it, the generator minimizes it.',
    shapes: REAL,
    example: 'gan_value([0.9, 0.8], [0.3, 0.1])',
    source: SOURCE,
    build: ({ d_real, d_fake }) => libraryStep('V', 'V', plus(...terms('gan_value', d_real, d_fake))),
  }),
  define({
    name: 'gan_discriminator_loss',
    parameters: lists,
    formula: 'L_D = -\\frac{1}{m} \\sum_{i=1}^{m} \\ln D(x_i) - \\frac{1}{n} \\sum_{j=1}^{n} \\ln(1 - D(G(z_j)))',
    summary: 'Loss of the discriminator: the negative value of the game.',
    shapes: REAL,
    convention: 'The sum of both terms, not half of it.',
    example: 'gan_discriminator_loss([0.9, 0.8], [0.3, 0.1])',
    source: SOURCE,
    build: ({ d_real, d_fake }) => {
      const [real, fake] = terms('gan_discriminator_loss', d_real, d_fake);
      return libraryStep('L_D', 'L_D', minus(negated(real), fake), 'the discriminator wants both terms to be large');
    },
  }),
  define({
    name: 'gan_generator_loss',
    parameters: { d_fake: vector(), kind: byName(word(['nonsaturating', 'saturating'] as const, 'nonsaturating')) },
    formula:
      'L_G = -\\frac{1}{n} \\sum_{j=1}^{n} \\ln D(G(z_j)) \\quad\\text{or}\\quad L_G = \\frac{1}{n} \\sum_{j=1}^{n} \\ln(1 - D(G(z_j)))',
    summary: 'Loss of the generator, from what the discriminator says of its samples.',
    convention:
      'kind=saturating is its term of the game, whose slope is small as long as D(G(z)) is near 0, where training begins. kind=nonsaturating, which the paper advises for training, has the same aim and a steep slope there.',
    example: 'gan_generator_loss([0.3, 0.1])',
    source: SOURCE,
    build: ({ d_fake, kind }) => {
      const isSaturating = kind === 'saturating';
      checkOutputs('gan_generator_loss', 'd_fake', d_fake, isSaturating ? canBeFake : canBeReal);
      const loss = isSaturating ? spelledMean(ln(minus(one, d_fake))) : negated(spelledMean(ln(d_fake)));
      const why = isSaturating ? 'a small slope where D(G(z)) is near 0' : 'a steep slope where D(G(z)) is near 0';
      return libraryStep('L_G', 'L_G', loss, why);
    },
  }),
  define({
    name: 'optimal_discriminator',
    parameters: { p: tensor(), q: tensor() },
    formula: 'D^*(x) = \\frac{p(x)}{p(x) + q(x)}',
    summary: 'The best discriminator, from the density p of the data and q of the generator at the same points.',
    shapes: 'p and q: any one shape; the result has it too',
    example: 'optimal_discriminator(0.6, 0.2)',
    source: `${SOURCE}, proposition 1`,
    build: ({ p, q }) => bestDiscriminator('optimal_discriminator', p, q),
  }),
  define({
    name: 'gan_optimal_value',
    parameters: { p: vector(), q: vector() },
    formula: 'V(D^*) = \\sum_x p(x) \\ln D^*(x) + \\sum_x q(x) \\ln(1 - D^*(x)) = -\\ln 4 + 2\\, \\mathrm{JS}(p, q)',
    summary:
      'Value of the game with the best discriminator, for discrete distributions p of the data and q of the generator. It is lowest, −ln 4, where they are equal.',
    shapes: 'p and q: (n), each adding up to 1',
    convention: 'A term 0 · ln 0 is 0.',
    example: 'gan_optimal_value([0.5, 0.5], [0.25, 0.75])',
    source: `${SOURCE}, theorem 1`,
    build: ({ p, q }) => {
      const row = 'gan_optimal_value';
      checkDistribution(row, 'p', p);
      checkDistribution(row, 'q', q);
      const best = bestDiscriminator(row, p, q);
      return libraryStep('V', 'V', plus(expectedLog(p, best), expectedLog(q, minus(one, best))));
    },
  }),
  define({
    name: 'wasserstein_critic_loss',
    parameters: { real: vector(), fake: vector() },
    formula: 'L_C = \\frac{1}{n} \\sum_{j=1}^{n} f(G(z_j)) - \\frac{1}{m} \\sum_{i=1}^{m} f(x_i)',
    summary: 'Loss of the critic of a Wasserstein GAN, from its scores of real and of generated samples.',
    shapes: 'real and fake: any number of scores each',
    convention:
      'The critic minimizes it, and must be Lipschitz; the negative loss then estimates the Wasserstein distance. The generator minimizes the negative mean of f(G(z)).',
    example: 'wasserstein_critic_loss([2, 1], [-1, 0.5])',
    source: 'Arjovsky, Chintala and Bottou 2017, Wasserstein GAN',
    build: ({ real, fake }) => {
      const ofReal = libraryStep('real', '\\bar f_{\\text{real}}', spelledMean(real), 'and of real ones');
      const ofFake = libraryStep(
        'fake',
        '\\bar f_{\\text{fake}}',
        spelledMean(fake),
        'the mean score of generated samples',
      );
      return libraryStep('L_C', 'L_C', minus(ofFake, ofReal));
    },
  }),
  define({
    name: 'gradient_penalty',
    parameters: { gradient: vector(), lambda: positive(10) },
    formula: '\\lambda \\left(\\lVert \\nabla_{\\hat x} f(\\hat x) \\rVert_2 - 1\\right)^2',
    summary:
      'Penalty on the gradient of a critic f with respect to its input at one point x̂ between a real and a generated sample.',
    shapes: 'gradient: (n)',
    example: 'gradient_penalty([3, 4])',
    source: 'Gulrajani et al. 2017, Improved Training of Wasserstein GANs',
    build: ({ gradient, lambda }) => {
      const length = root(spelledSum(squared(gradient)));
      const norm = libraryStep('norm', '\\lVert \\nabla f \\rVert', length, 'the length of the gradient');
      return libraryStep('penalty', 'R', times(lambda, squared(minus(norm, one))), GRADIENT_WHY);
    },
  }),
];
