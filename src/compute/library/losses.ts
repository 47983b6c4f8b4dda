import { apply, constant, type Node, sameShape } from '../node.ts';
import { divide, plus, power, subtract } from '../operations/arithmetic.ts';
import { elements, sum } from '../operations/structure.ts';
import { shapeText, sizeOf } from '../tensor.ts';
import { ArgumentError, type LibraryFunction, libraryStep } from './function.ts';

const square = (node: Node): Node => power(node, constant(2));

/** Losses of a prediction and its target. */
export const losses: readonly LibraryFunction[] = [
  {
    name: 'mse',
    parameters: [
      { name: 'prediction', type: 'tensor' },
      { name: 'target', type: 'tensor' },
    ],
    formula: 'L = \\frac{1}{n} \\sum_{i=1}^{n} (\\hat y_i - y_i)^2',
    summary: 'Mean squared error per element: divided by the number of all elements, not of samples.',
    example: 'mse([2, 0], [1, 1])',
    source: 'PyTorch MSELoss with reduction "mean"',
    build: ({ prediction, target }) => {
      const [p, t] = [prediction, target] as [Node, Node];
      if (!sameShape(p.shape, t.shape)) {
        throw new ArgumentError(`mse: shapes ${shapeText(p.shape)} and ${shapeText(t.shape)} differ`);
      }
      const total =
        p.shape.length === 1 && t.shape.length === 1
          ? pairs(p, t)
              .map(([a, b]) => square(apply(subtract, [a, b])))
              .reduce(plus)
          : sum(square(apply(subtract, [p, t])));
      return libraryStep('mse', 'L', apply(divide, [total, constant(sizeOf(p.shape))]));
    },
  },
];

function pairs(a: Node, b: Node): [Node, Node][] {
  const others = elements(b);
  return elements(a).map((item, i) => [item, others[i] as Node]);
}
