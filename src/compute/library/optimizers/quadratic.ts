import { fields } from '../../fields.ts';
import { isConstant, type Node, sameShape } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { constant, eigenvalues, element, list, minus, over, plus, squared, times, weighted } from '../../terms.ts';
import { two } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, nonnegative, tensor } from '../parameters.ts';
import { at, momentIn } from './common.ts';

/** Gradient descent on a quadratic, where everything about its rate is known. */

const MOST_STEPS = 50;
const LARGEST_SIDE = 40;
/** Relative to the largest entry: what rounding may make of two equal ones. */
const ROUNDING = 1e-9;

/** @throws ArgumentError where A is neither a number nor a symmetric matrix */
function checkSymmetric(caller: string, a: Node): void {
  if (a.shape.length === 0) return;
  const [n = 0, columns] = a.shape;
  if (a.shape.length !== 2 || columns !== n || n > LARGEST_SIDE) {
    throw new ArgumentError(
      `${caller}: "A" has shape ${shapeText(a.shape)} and must be a number or a square matrix of at most ${LARGEST_SIDE} rows`,
    );
  }
  const scale = Math.max(...a.data.map(Math.abs));
  const isSymmetric = a.data.every(
    (x, i) => Math.abs(x - (a.data[(i % n) * n + Math.floor(i / n)] as number)) <= ROUNDING * scale,
  );
  if (!isSymmetric) throw new ArgumentError(`${caller}: "A" must be symmetric`);
}

/** The largest and the smallest eigenvalue as steps. @throws ArgumentError where the quadratic has no minimum */
function curvatures(caller: string, a: Node): { most: Node; least: Node } {
  checkSymmetric(caller, a);
  const spectrum =
    a.shape.length === 0
      ? null
      : libraryStep(
          'eigenvalues',
          '\\lambda',
          eigenvalues(a),
          'the eigenvalues are the curvatures along the main axes',
        );
  const most = spectrum ? element(spectrum, 0) : a;
  const least = spectrum ? element(spectrum, (a.shape[0] as number) - 1) : a;
  if (!((least.data[0] as number) > ROUNDING * (most.data[0] as number))) {
    throw new ArgumentError(`${caller}: "A" must be positive definite, and has the eigenvalue ${least.data[0]}`);
  }
  return { most, least };
}

const GRADIENT = 'the gradient of the quadratic, Aθ − b';

/** ½ θᵀAθ − bᵀθ. */
function quadratic(a: Node, b: Node, theta: Node): Node {
  const square = theta.shape.length === 0 ? times(a, squared(theta)) : weighted(theta, weighted(a, theta));
  const bowl = over(square, two);
  return isConstant(b, 0) ? bowl : minus(bowl, weighted(b, theta));
}

export const onQuadratics: readonly LibraryFunction[] = [
  define({
    name: 'gradient_descent',
    parameters: { A: tensor(), theta: tensor(), lr: nonnegative(), steps: count(), b: tensor(0) },
    formula:
      'L(\\theta) = \\tfrac{1}{2} \\theta^\\top A \\theta - b^\\top \\theta, \\quad g_k = A \\theta_k - b, \\quad \\theta_{k+1} = \\theta_k - \\eta g_k',
    summary:
      'Gradient descent on a quadratic loss. Fields: theta and loss over all steps, and last, the last parameter.',
    shapes:
      'A (n, n), b and theta (n): theta as a field (steps + 1, n), loss (steps + 1). Or all of them single numbers',
    convention:
      'Index k of theta and of loss is the value after k steps, index 0 the start. A is symmetric, b is 0 unless given. At most 50 steps.',
    example: 'gradient_descent(4, theta=1, lr=0.1, steps=3).last',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 4.3',
    build: ({ A: a, b, theta, lr, steps }) => {
      checkSymmetric('gradient_descent', a);
      const side = a.shape.slice(1);
      const fits = sameShape(theta.shape, side) && (isConstant(b, 0) || sameShape(b.shape, side));
      if (!fits) {
        throw new ArgumentError(
          `gradient_descent: A, b and theta have shapes ${[a, b, theta].map(({ shape }) => shapeText(shape)).join(', ')} and must be (n, n), (n), (n), or single numbers`,
        );
      }
      const many = steps.data[0] as number;
      if (many > MOST_STEPS) throw new ArgumentError(`gradient_descent: at most ${MOST_STEPS} steps, not ${many}`);
      const thetas = [theta];
      for (let k = 0; k < many; k++) {
        const last = thetas[k] as Node;
        const slope = weighted(a, last);
        const g = at(momentIn(k), 'g', 'g', isConstant(b, 0) ? slope : minus(slope, b), k === 0 ? GRADIENT : undefined);
        thetas.push(at(momentIn(k + 1), 'theta', '\\theta', minus(last, times(lr, g)), 'a step against the gradient'));
      }
      const losses = thetas.map((point, k) => at(momentIn(k), 'loss', 'L', quadratic(a, b, point)));
      return fields({ theta: list(thetas), loss: list(losses), last: thetas.at(-1) as Node });
    },
  }),
  define({
    name: 'largest_stable_rate',
    parameters: { A: tensor() },
    formula: '\\eta_{\\max} = \\frac{2}{\\lambda_{\\max}(A)}',
    summary:
      'The bound on the rate η of gradient descent on a quadratic with Hessian A: below it the iteration converges, above it, it diverges.',
    shapes: 'A: a symmetric matrix (n, n) or a single number; the result is a number',
    example: 'largest_stable_rate([[4, 0], [0, 1]])',
    source: 'Goh 2017, Why Momentum Really Works; Nocedal and Wright 2006, Numerical Optimization',
    build: ({ A: a }) => {
      const { most } = curvatures('largest_stable_rate', a);
      const why = 'along the steepest axis each step multiplies the error by 1 − ηλ, which must stay above −1';
      return libraryStep('rate', '\\eta_{\\max}', over(two, most), why);
    },
  }),
  define({
    name: 'optimal_rate',
    parameters: { A: tensor() },
    formula:
      '\\eta^* = \\frac{2}{\\lambda_{\\max} + \\lambda_{\\min}}, \\quad \\rho = \\frac{\\kappa - 1}{\\kappa + 1}, \\quad \\kappa = \\frac{\\lambda_{\\max}}{\\lambda_{\\min}}',
    summary:
      'The fixed rate with which gradient descent on a quadratic with Hessian A converges fastest. Fields: rate, condition (the condition number), factor (ρ, by which the error shrinks in each step).',
    shapes: 'A: a symmetric matrix (n, n) or a single number; the fields are numbers',
    example: 'optimal_rate([[4, 0], [0, 1]]).rate',
    source: 'Goh 2017, Why Momentum Really Works; Nocedal and Wright 2006, Numerical Optimization, section 3.3',
    build: ({ A: a }) => {
      const { most, least } = curvatures('optimal_rate', a);
      const one = constant(1);
      const why = 'the errors along the steepest and the flattest axis shrink equally fast';
      const rate = libraryStep('rate', '\\eta^{*}', over(two, plus(most, least)), why);
      const condition = libraryStep('condition', '\\kappa', over(most, least));
      const factor = libraryStep('factor', '\\rho', over(minus(condition, one), plus(condition, one)));
      return fields({ rate, condition, factor });
    },
  }),
];
