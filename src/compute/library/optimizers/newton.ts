import { fields } from '../../fields.ts';
import { isConstant, type Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { minus, over, plus, solve, times } from '../../terms.ts';
import { identity } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { matrix, nonnegative, number, vector } from '../parameters.ts';

/** Newton's method for a minimum. */

const DAMPED =
  'lr is the share η of the step that is taken, 1 for the pure method. damping λ is added to the second derivative, as Levenberg and Marquardt do. Where the curvature is negative, even with the damping, the step leads uphill.';

const moved = (theta: Node, lr: Node, delta: Node): Node =>
  libraryStep('theta', '\\theta_{t}', minus(theta, isConstant(lr, 1) ? delta : times(lr, delta)));

const stationary = (where: string, damping: Node): string =>
  isConstant(damping, 0) ? `leads to the ${where}` : 'the damping λ is added to the curvature';

export const newtonMethods: readonly LibraryFunction[] = [
  define({
    name: 'newton_1d',
    parameters: { theta: number(), g: number(), h: number(), lr: nonnegative(1), damping: nonnegative(0) },
    formula: "\\theta_t = \\theta_{t-1} - \\eta \\frac{f'(\\theta_{t-1})}{f''(\\theta_{t-1}) + \\lambda}",
    summary:
      'One step of Newton’s method for a minimum; g and h are the first and the second derivative at theta. Fields: delta (the full step, which is subtracted), theta.',
    convention: DAMPED,
    example: 'newton_1d(1, g=2, h=4).theta',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 4.3.1',
    build: ({ theta, g, h, lr, damping }) => {
      const curvature = isConstant(damping, 0) ? h : plus(h, damping);
      if (curvature.data[0] === 0) {
        throw new ArgumentError('newton_1d: the second derivative is 0, so that the step is undefined');
      }
      const why = stationary('vertex of the parabola with this slope and curvature', damping);
      const delta = libraryStep('delta', '\\Delta_{t}', over(g, curvature), why);
      return fields({ delta, theta: moved(theta, lr, delta) });
    },
  }),
  define({
    name: 'newton',
    parameters: { theta: vector(), g: vector(), hessian: matrix(), lr: nonnegative(1), damping: nonnegative(0) },
    formula: '\\theta_t = \\theta_{t-1} - \\eta (H + \\lambda I)^{-1} g',
    summary:
      'One step of Newton’s method for a minimum of several parameters. Fields: delta (the full step, which is subtracted), theta.',
    shapes: 'theta and g (n), hessian (n, n); delta and theta (n)',
    convention: DAMPED,
    example: 'newton([1, 1], g=[2, 4], hessian=[[2, 0], [0, 8]]).theta',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 8.6.1',
    build: ({ theta, g, hessian, lr, damping }) => {
      const [n = 0] = theta.shape;
      if (g.shape[0] !== n || hessian.shape.some(side => side !== n)) {
        throw new ArgumentError(
          `newton: theta, g and hessian have shapes ${[theta, g, hessian].map(({ shape }) => shapeText(shape)).join(', ')} and must be (n), (n), (n, n)`,
        );
      }
      const curvature = isConstant(damping, 0) ? hessian : plus(hessian, times(damping, identity(n)));
      const why = stationary('stationary point of the quadratic with this gradient and Hessian', damping);
      const delta = libraryStep('delta', '\\Delta_{t}', solve(curvature, g), why);
      return fields({ delta, theta: moved(theta, lr, delta) });
    },
  }),
];
