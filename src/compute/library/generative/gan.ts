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
const REAL = 'd_real: what the discriminator says of real samples, d_fake: of generated ones, any number of each';
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
    libraryStep('real', 'V_{\\text{real}}', spelledMean(ln(real)), 'how sure it is of real samples'),
    libraryStep('fake', 'V_{\\text{fake}}', spelledMean(ln(minus(one, fake))), 'how sure it is of generated ones'),
  ];
}

/** p / (p + q) @throws ArgumentError where nothing can occur */
function bestDiscriminator(row: string, p: Node, q: Node): Node {
  checkSameShape(row, p, q);
  if ([...p.data, ...q.data].some(x => x < 0)) throw new ArgumentError(`${row}: densities must be 0 or more`);
  const both = plus(p, q);
  if (both.data.includes(0)) throw new ArgumentError(`${row}: p and q are both 0 somewhere, so p + q is 0 there`);
  return libraryStep('D', 'D', over(p, both), 'the share of the data among all that comes there');
}

const GRADIENT_WHY = 'a critic should have slopes of length 1';

export const gan: readonly LibraryFunction[] = [
  define({
    name: 'gan_value',
    parameters: lists,
    formula: 'V(D, G) = \\operatorname{mean} \\ln D(x) + \\operatorname{mean} \\ln(1 - D(G(z)))',
    summary: 'Value of the adversarial game: the discriminator raises it, the generator lowers it.',
    shapes: REAL,
    example: 'gan_value([0.9, 0.8], [0.3, 0.1])',
    source: SOURCE,
    build: ({ d_real, d_fake }) => libraryStep('V', 'V', plus(...terms('gan_value', d_real, d_fake))),
  }),
  define({
    name: 'gan_discriminator_loss',
    parameters: lists,
    formula: 'L_D = -\\operatorname{mean} \\ln D(x) - \\operatorname{mean} \\ln(1 - D(G(z)))',
    summary: 'Loss of the discriminator: the negative value of the game.',
    shapes: REAL,
    convention: 'The sum of both terms, not half of it.',
    example: 'gan_discriminator_loss([0.9, 0.8], [0.3, 0.1])',
    source: SOURCE,
    build: ({ d_real, d_fake }) => {
      const [real, fake] = terms('gan_discriminator_loss', d_real, d_fake);
      return libraryStep('L_D', 'L_D', minus(negated(real), fake), 'it wants both to be large');
    },
  }),
  define({
    name: 'gan_generator_loss',
    parameters: { d_fake: vector(), kind: byName(word(['nonsaturating', 'saturating'] as const, 'nonsaturating')) },
    formula:
      'L_G = -\\operatorname{mean} \\ln D(G(z)) \\quad\\text{or}\\quad L_G = \\operatorname{mean} \\ln(1 - D(G(z)))',
    summary: 'Loss of the generator, from what the discriminator says of its samples.',
    convention:
      'kind=saturating is its part of the game, which hardly changes as long as D(G(z)) is near 0. kind=nonsaturating has the same aim and steep slopes there.',
    example: 'gan_generator_loss([0.3, 0.1])',
    source: SOURCE,
    build: ({ d_fake, kind }) => {
      const isSaturating = kind === 'saturating';
      checkOutputs('gan_generator_loss', 'd_fake', d_fake, isSaturating ? canBeFake : canBeReal);
      const loss = isSaturating ? spelledMean(ln(minus(one, d_fake))) : negated(spelledMean(ln(d_fake)));
      const why = isSaturating ? 'flat where the discriminator is sure' : 'steep where the discriminator is sure';
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
    formula: 'V(D^*) = \\sum_x p \\ln D^* + \\sum_x q \\ln(1 - D^*) = -\\ln 4 + 2\\, \\mathrm{JS}(p, q)',
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
    formula: 'L_C = \\operatorname{mean} f(G(z)) - \\operatorname{mean} f(x)',
    summary: 'Loss of the critic of a Wasserstein GAN, from its scores of real and of generated samples.',
    shapes: 'real and fake: any number of scores each',
    convention:
      'The critic lowers it; the negative loss estimates the distance. The loss of the generator is −mean f(G(z)).',
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
    formula: '\\lambda \\left(\\lVert \\nabla_x f(x) \\rVert - 1\\right)^2',
    summary: 'Penalty on the gradient of a critic at one point between a real and a generated sample.',
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
