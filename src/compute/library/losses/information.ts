import type { Node } from '../../node.ts';
import { componentOf } from '../../operations/component.ts';
import { constant, equal, exp, ln, negated, over, plus, power, sumOver, times, total, where } from '../../terms.ts';
import { half, one, two, upTo } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, number, vector, word } from '../parameters.ts';
import { checkSameShape, isFew, lnOfNonzero, spelledMean } from './common.ts';
import { checkDistribution } from './targets.ts';

/** Entropies and divergences of discrete distributions, in nats or bits. */

const unit = byName(word(['nats', 'bits'] as const, 'nats'));
type Unit = 'nats' | 'bits';

const UNITS = 'Natural logarithms; with unit=bits logarithms to base 2. A term 0 · ln 0 is 0.';
const PAIR = 'p and q: (n), each adding up to 1';
const SOURCE = 'Cover and Thomas 2006, Elements of Information Theory, chapter 2';

const LANGUAGE_MODELS = 'Jurafsky and Martin, Speech and Language Processing, chapter on n-gram language models';

const ln2 = ln(two);
/** In bits all logarithms are divided by ln 2 once, at the end. */
const inUnit = (nats: Node, wanted: Unit): Node => (wanted === 'bits' ? over(nats, ln2) : nats);

/** Σ pᵢ ln xᵢ; a term 0 · ln 0 is 0 and left out. */
export function expectedLog(p: Node, x: Node): Node {
  if (!isFew(p)) return sumOver(times(p, lnOfNonzero(x, ['x', '\\tilde x'])));
  const kept = upTo(p.data.length).filter(i => (x.data[i] as number) > 0);
  return total(kept.map(i => componentOf(times(p, ln(x)), [i])));
}

/** @throws ArgumentError unless they are two distributions over the same events */
function checkPair(row: string, p: Node, q: Node): void {
  checkSameShape(row, p, q);
  checkDistribution(row, 'p', p);
  checkDistribution(row, 'q', q);
}

/** @throws ArgumentError where something can occur in p that cannot in q */
function checkSupport(row: string, what: string, p: Node, q: Node): void {
  if (p.data.some((x, i) => x > 0 && q.data[i] === 0)) {
    throw new ArgumentError(`${row}: ${what} is infinite, for q is 0 where p is not`);
  }
}

const divergence = (p: Node, q: Node): Node => expectedLog(p, quotient(p, q));

/** p / q, where what is 0 in q is 0 in p too and does not count. */
function quotient(p: Node, q: Node): Node {
  if (isFew(p) || !q.data.includes(0)) return over(p, q);
  const why = 'a 1 stands where both are 0 and nothing counts';
  return over(p, libraryStep('q', '\\tilde q', where(equal(q, constant(0)), one, q), why));
}

const POWERS: Readonly<Record<Unit, (x: Node) => Node>> = { nats: exp, bits: x => power(two, x) };

export const information: readonly LibraryFunction[] = [
  define({
    name: 'entropy',
    parameters: { p: vector(), unit },
    formula: 'H(p) = -\\sum_i p_i \\ln p_i',
    summary: 'Entropy of a discrete distribution.',
    shapes: 'p: (n), adding up to 1',
    convention: UNITS,
    example: 'entropy([0.5, 0.25, 0.25], unit=bits)',
    source: SOURCE,
    build: ({ p, unit: wanted }) => {
      checkDistribution('entropy', 'p', p);
      return libraryStep('H', 'H', inUnit(negated(expectedLog(p, p)), wanted));
    },
  }),
  define({
    name: 'cross_entropy_pq',
    parameters: { p: vector(), q: vector(), unit },
    formula: 'H(p, q) = -\\sum_i p_i \\ln q_i',
    summary: 'Cross-entropy of two discrete distributions: the mean length of a code made for q, where p is the truth.',
    shapes: PAIR,
    convention: UNITS,
    example: 'cross_entropy_pq([0.5, 0.5], [0.25, 0.75])',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, equation 3.51',
    build: ({ p, q, unit: wanted }) => {
      checkPair('cross_entropy_pq', p, q);
      checkSupport('cross_entropy_pq', 'H(p, q)', p, q);
      return libraryStep('H', 'H(p, q)', inUnit(negated(expectedLog(p, q)), wanted));
    },
  }),
  define({
    name: 'kl_divergence',
    parameters: { p: vector(), q: vector(), unit },
    formula: 'D_{\\mathrm{KL}}(p \\,\\|\\, q) = \\sum_i p_i \\ln \\frac{p_i}{q_i}',
    summary:
      'Kullback–Leibler divergence D(p ‖ q): how much longer a code made for q is on average than one made for p, where p is the truth.',
    shapes: PAIR,
    convention: `${UNITS} The mean is taken over the first argument, p. PyTorch's kl_div takes p last, and ln q first.`,
    example: 'kl_divergence([0.5, 0.5], [0.25, 0.75])',
    source: SOURCE,
    build: ({ p, q, unit: wanted }) => {
      checkPair('kl_divergence', p, q);
      checkSupport('kl_divergence', 'the divergence', p, q);
      return libraryStep('KL', 'D_{\\mathrm{KL}}', inUnit(divergence(p, q), wanted));
    },
  }),
  define({
    name: 'js_divergence',
    parameters: { p: vector(), q: vector(), unit },
    formula:
      '\\mathrm{JS}(p, q) = \\tfrac12 D_{\\mathrm{KL}}(p \\,\\|\\, m) + \\tfrac12 D_{\\mathrm{KL}}(q \\,\\|\\, m),\\qquad m = \\tfrac12 (p + q)',
    summary: 'Jensen–Shannon divergence: symmetric, and never above ln 2, which is 1 bit.',
    shapes: PAIR,
    convention: UNITS,
    example: 'js_divergence([1, 0], [0.5, 0.5])',
    source: 'Lin 1991, Divergence Measures Based on the Shannon Entropy',
    build: ({ p, q, unit: wanted }) => {
      checkPair('js_divergence', p, q);
      return jensenShannon(p, q, wanted);
    },
  }),
  define({
    name: 'perplexity',
    parameters: { loss: number(), unit },
    formula: '\\mathrm{PP} = e^{L} \\quad\\text{or}\\quad \\mathrm{PP} = 2^{L}',
    summary:
      'Perplexity from the mean cross-entropy of a token: among how many equally likely tokens the model is choosing, so to speak.',
    convention: 'The loss L is in nats, and the base is e; with unit=bits it is in bits, and the base is 2.',
    example: 'perplexity(2)',
    source: LANGUAGE_MODELS,
    build: ({ loss, unit: given }) => libraryStep('PP', '\\mathrm{PP}', POWERS[given](loss)),
  }),
  define({
    name: 'perplexity_probs',
    parameters: { probs: vector() },
    formula:
      '\\mathrm{PP} = \\exp\\left(-\\frac{1}{N} \\sum_{t=1}^{N} \\ln p_t\\right) = \\left(\\prod_t p_t\\right)^{-1/N}',
    summary: 'Perplexity of a sequence, from the probability that the model gave each of its tokens.',
    shapes: 'probs: (N), each above 0',
    example: 'perplexity_probs([0.5, 0.25, 0.125])',
    source: LANGUAGE_MODELS,
    build: ({ probs }) => {
      if (probs.data.some(p => !(p > 0 && p <= 1))) {
        throw new ArgumentError('perplexity_probs: the probabilities must lie above 0 and not above 1');
      }
      const loss = libraryStep(
        'H',
        'H',
        negated(spelledMean(ln(probs))),
        'the mean negative log-likelihood of a token',
      );
      return libraryStep('PP', '\\mathrm{PP}', exp(loss));
    },
  }),
];

/** The divergence with its mixture and both halves as lines. */
function jensenShannon(p: Node, q: Node, wanted: Unit): Node {
  const m = libraryStep('m', 'm', times(half, plus(p, q)), 'the mixture of both');
  const part = (name: string, x: Node): Node =>
    libraryStep(`KL_${name}`, `D_{\\mathrm{KL}}(${name} \\| m)`, inUnit(divergence(x, m), wanted));
  return libraryStep('JS', '\\mathrm{JS}', plus(times(half, part('p', p)), times(half, part('q', q))));
}
