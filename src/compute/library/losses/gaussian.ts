import { isConstant, type Node, sameShape } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { ln, minus, over, plus, squared, times } from '../../terms.ts';
import { half, one, two } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { tensor } from '../parameters.ts';
import { checkRank, eachElement, spelledSum } from './common.ts';

/** Divergence of normal distributions. */

/** ln(σ_q/σ_p) + (σ_p² + (μ_p − μ_q)²) / (2 σ_q²) − ½, shorter against the standard normal. */
function divergence(mp: Node, sp: Node, mq: Node, sq: Node): Node {
  if (isConstant(mq, 0) && isConstant(sq, 1)) {
    return times(half, minus(minus(plus(squared(sp), squared(mp)), one), ln(squared(sp))));
  }
  const distance = isConstant(mq, 0) ? mp : minus(mp, mq);
  const spread = over(plus(squared(sp), squared(distance)), times(two, squared(sq)));
  return minus(plus(ln(over(sq, sp)), spread), half);
}

export const gaussians: readonly LibraryFunction[] = [
  define({
    name: 'kl_gaussian',
    parameters: { mu_p: tensor(), sigma_p: tensor(), mu_q: tensor(0), sigma_q: tensor(1) },
    formula:
      'D_{\\mathrm{KL}}(p \\,\\|\\, q) = \\ln \\frac{\\sigma_q}{\\sigma_p} + \\frac{\\sigma_p^2 + (\\mu_p - \\mu_q)^2}{2 \\sigma_q^2} - \\frac12',
    summary:
      'Kullback–Leibler divergence of two normal distributions, the second the standard one unless given. Of lists it is summed over independent dimensions.',
    shapes: 'mu_p: a number or (n); the others have its shape or are single numbers',
    convention: 'Standard deviations, not variances; in nats. vae_kl takes the logarithm of the variance.',
    example: 'kl_gaussian(1, 0.5)',
    source:
      'Rasmussen and Williams 2006, Gaussian Processes for Machine Learning, appendix A.5; against the standard normal Kingma and Welling 2014, appendix B',
    build: ({ mu_p, sigma_p, mu_q, sigma_q }) => {
      const row = 'kl_gaussian';
      checkRank(row, 'mu_p', mu_p, [0, 1]);
      for (const [name, node] of Object.entries({ sigma_p, mu_q, sigma_q })) {
        if (node.shape.length > 0 && !sameShape(node.shape, mu_p.shape)) {
          throw new ArgumentError(
            `${row}: mu_p has shape ${shapeText(mu_p.shape)} and ${name} ${shapeText(node.shape)}`,
          );
        }
      }
      if ([...sigma_p.data, ...sigma_q.data].some(s => s <= 0)) {
        throw new ArgumentError(`${row}: standard deviations must be above 0`);
      }
      const parts = eachElement(
        ['D', 'D'],
        [mu_p, sigma_p, mu_q, sigma_q],
        divergence,
        'independent dimensions add up',
      );
      return libraryStep('KL', 'D_{\\mathrm{KL}}', spelledSum(parts));
    },
  }),
];
