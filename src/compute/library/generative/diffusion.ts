import { fields } from '../../fields.ts';
import { type Node, sameShape } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { element, exp, ln, minus, narrow, plus, productOf, root, sumOver, times } from '../../terms.ts';
import { one, upTo } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { optional, size, tensor, vector } from '../parameters.ts';

/** Diffusion: how much of a sample is left after some steps of noise. */

/** More factors are multiplied by their logarithms. */
const MOST_FACTORS = 6;

/** Π (1 − β_s) over the first t steps. */
function keptShare(betas: Node, t: number): Node {
  if (t <= MOST_FACTORS) return productOf(upTo(t).map(s => minus(one, element(betas, s))));
  const taken = t === betas.shape[0] ? betas : narrow(betas, 0, 0, t);
  return exp(sumOver(ln(minus(one, taken))));
}

export const diffusion: readonly LibraryFunction[] = [
  define({
    name: 'forward_diffusion',
    parameters: { x0: tensor(), betas: vector(), eps: tensor(), t: optional(size()) },
    formula:
      '\\bar\\alpha_t = \\prod_{s=1}^{t} (1 - \\beta_s),\\qquad x_t = \\sqrt{\\bar\\alpha_t}\\, x_0 + \\sqrt{1 - \\bar\\alpha_t}\\, \\varepsilon',
    summary:
      'A sample after t steps of adding noise, drawn at once with standard normal noise eps. Fields: alpha_bar, x.',
    shapes: 'x0 and eps: any one shape, and so is x; betas: the variances of the noise, one for each step',
    convention: 't counts from 1 and is the number of betas unless given.',
    example: 'forward_diffusion(2, betas=[0.1, 0.2], eps=0.5).x',
    source: 'Ho, Jain and Abbeel 2020, Denoising Diffusion Probabilistic Models, equation 4',
    build: ({ x0, betas, eps, t }) => {
      const row = 'forward_diffusion';
      if (!sameShape(x0.shape, eps.shape)) {
        throw new ArgumentError(`${row}: x0 has shape ${shapeText(x0.shape)} and eps ${shapeText(eps.shape)}`);
      }
      if (betas.data.some(b => !(b >= 0 && b < 1))) {
        throw new ArgumentError(`${row}: each beta must be 0 or more and below 1`);
      }
      const steps = betas.shape[0] as number;
      const taken = t ? (t.data[0] as number) : steps;
      if (taken > steps) throw new ArgumentError(`${row}: t is ${taken}, and there are ${steps} betas`);
      const why = 'how much of the variance of the sample is left';
      const kept = libraryStep('alpha_bar', `\\bar\\alpha_{${taken}}`, keptShare(betas, taken), why);
      const noisy = plus(times(root(kept), x0), times(root(minus(one, kept)), eps));
      return fields({
        alpha_bar: kept,
        x: libraryStep('x', `x_{${taken}}`, noisy, 'the rest of the variance comes from the noise'),
      });
    },
  }),
];
