import { fields } from '../../fields.ts';
import { isConstant, type Node } from '../../node.ts';
import { constant, plus, squared, times } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { number, size } from '../parameters.ts';
import { passageOf } from './activation.ts';

/** Means and variances of products, sums and rectified numbers. */

export function checkVariances(caller: string, variances: Readonly<Record<string, Node>>): void {
  for (const [name, { data }] of Object.entries(variances)) {
    if (data.some(value => value < 0))
      throw new ArgumentError(`${caller}: "${name}" is a variance and must be 0 or more`);
  }
}

interface Moments {
  readonly mean: Node;
  readonly variance: Node;
}

/** Var(XY) of independent factors; what a mean of 0 removes is not written. */
function varianceOfProduct(x: Moments, y: Moments): Node {
  const weighted = (variance: Node, mean: Node): Node[] =>
    isConstant(mean, 0) ? [] : [times(variance, squared(mean))];
  return [times(x.variance, y.variance), ...weighted(x.variance, y.mean), ...weighted(y.variance, x.mean)].reduce(plus);
}

const PRODUCT_WHY = 'for independent factors E[X²Y²] = E[X²] E[Y²]; take off the squared mean';

/** E[f(a)²] of a zero-mean, symmetric number. */
function secondMoment(caller: string, activation: 'relu' | 'leaky_relu', variance: Node, slope: Node): Node {
  checkVariances(caller, { variance });
  const { kept, why } = passageOf(activation);
  return libraryStep('moment', 'E[h^2]', kept(variance, slope), why);
}

export const moments: readonly LibraryFunction[] = [
  define({
    name: 'product_variance',
    parameters: { var_x: number(), var_y: number(), mean_x: number(0), mean_y: number(0) },
    formula: '\\operatorname{Var}(XY) = \\sigma_X^2 \\sigma_Y^2 + \\sigma_X^2 \\mu_Y^2 + \\sigma_Y^2 \\mu_X^2',
    summary: 'Variance of the product of two independent numbers, from their variances and means.',
    example: 'product_variance(2, 3, mean_x=1, mean_y=0.5)',
    source: 'Goodman 1960, On the Exact Variance of Products',
    build: ({ var_x, var_y, mean_x, mean_y }) => {
      checkVariances('product_variance', { var_x, var_y });
      const product = varianceOfProduct({ mean: mean_x, variance: var_x }, { mean: mean_y, variance: var_y });
      return libraryStep('variance', '\\operatorname{Var}(XY)', product, PRODUCT_WHY);
    },
  }),
  define({
    name: 'linear_layer_moments',
    parameters: {
      d: size(),
      var_w: number(),
      var_x: number(),
      mean_w: number(0),
      mean_x: number(0),
      bias: number(0),
    },
    formula:
      'E[a] = d \\mu_w \\mu_x + b,\\quad \\operatorname{Var}(a) = d \\left(\\sigma_w^2 \\sigma_x^2 + \\sigma_w^2 \\mu_x^2 + \\sigma_x^2 \\mu_w^2\\right)',
    summary:
      'Mean and variance of a pre-activation a = Σ wᵢ xᵢ + b with d inputs. Fields: mean, product_variance (of one term), variance.',
    convention:
      'All weights and inputs are independent, the weights share one distribution and the inputs another; b is a constant.',
    example: 'linear_layer_moments(100, var_w=0.01, var_x=1, mean_x=0.5).variance',
    source: 'Glorot and Bengio 2010; Goodman 1960, On the Exact Variance of Products',
    build: ({ d, var_w, var_x, mean_w, mean_x, bias }) => {
      checkVariances('linear_layer_moments', { var_w, var_x });
      const term = varianceOfProduct({ mean: mean_w, variance: var_w }, { mean: mean_x, variance: var_x });
      const product = libraryStep('product_variance', '\\operatorname{Var}(w_i x_i)', term, PRODUCT_WHY);
      const why = 'the variances of independent terms add up; the bias is a constant and adds none';
      return fields({
        mean: meanOf(d, mean_w, mean_x, bias),
        product_variance: product,
        variance: libraryStep('variance', '\\operatorname{Var}(a)', times(d, product), why),
      });
    },
  }),
  define({
    name: 'relu_second_moment',
    parameters: { variance: number() },
    formula: 'E[h^2] = \\frac{\\operatorname{Var}(a)}{2}, \\quad h = \\operatorname{ReLU}(a)',
    summary: 'Second moment after ReLU of a pre-activation a with mean 0 and a distribution that is symmetric about 0.',
    example: 'relu_second_moment(1)',
    source: 'He et al. 2015, Delving Deep into Rectifiers, section 2.2',
    build: ({ variance }) => secondMoment('relu_second_moment', 'relu', variance, constant(0)),
  }),
  define({
    name: 'leaky_second_moment',
    parameters: { variance: number(), slope: number(0.01) },
    formula: 'E[h^2] = \\frac{1 + \\alpha^2}{2} \\operatorname{Var}(a), \\quad h = \\max(a, 0) + \\alpha \\min(a, 0)',
    summary:
      'Second moment after leaky ReLU of a pre-activation a with mean 0 and a distribution that is symmetric about 0.',
    example: 'leaky_second_moment(1, slope=0.1)',
    source: 'He et al. 2015, Delving Deep into Rectifiers, equation 15',
    build: ({ variance, slope }) => secondMoment('leaky_second_moment', 'leaky_relu', variance, slope),
  }),
];

/** d μ_w μ_x + b, or b alone where one of the means is 0. */
function meanOf(d: Node, meanW: Node, meanX: Node, bias: Node): Node {
  const isCentred = isConstant(meanW, 0) || isConstant(meanX, 0);
  if (isCentred) return libraryStep('mean', 'E[a]', bias, 'every term has a factor of mean 0, and so mean 0 itself');
  const terms = times(d, times(meanW, meanX));
  const why = 'expectations add up, and of independent factors they multiply';
  return libraryStep('mean', 'E[a]', isConstant(bias, 0) ? terms : plus(terms, bias), why);
}
