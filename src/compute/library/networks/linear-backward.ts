import { fields } from '../../fields.ts';
import { type Node, sameShape } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, tensor, word } from '../parameters.ts';
import { byBias, denseFor, LAYOUTS } from './dense.ts';
import { LAYOUT_CONVENTION } from './mlp.ts';

export const linearBackward: LibraryFunction = define({
  name: 'linear_backward',
  parameters: { X: tensor(), W: tensor(), dout: tensor(), layout: byName(word(LAYOUTS, 'Wx')) },
  formula:
    '\\frac{\\partial L}{\\partial X} = \\frac{\\partial L}{\\partial Y} W,\\quad \\frac{\\partial L}{\\partial W} = \\frac{\\partial L}{\\partial Y}^{\\top} X,\\quad \\frac{\\partial L}{\\partial b} = \\sum_n \\frac{\\partial L}{\\partial Y_n}',
  summary:
    'Gradients of a loss with respect to the input X, the weights W and the bias of a fully connected layer, given dout, that with respect to its output Y. Fields dX, dW, db.',
  shapes:
    'X (N, d), W (m, d) with layout=Wx or (d, m) with layout=xW, dout (N, m) give dX (N, d), dW as W and db (m); vectors X (d) and dout (m) likewise',
  convention: `${LAYOUT_CONVENTION} The formulas are those of layout=Wx; with layout=xW dX = dout Wᵀ and dW = Xᵀ dout.`,
  example: 'linear_backward([[1, 2], [3, 4]], [[1, 0], [2, -1]], dout=[[1, 1], [0, 2]]).dW',
  source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 6.5; PyTorch Linear',
  build: ({ X, W, dout, layout }) => {
    const name = 'linear_backward';
    const dense = denseFor(name, 'W', W.shape, X.shape, layout);
    const { shape } = dense.forward(W, X);
    if (!sameShape(shape, dout.shape)) {
      throw new ArgumentError(
        `${name}: the layer's output has shape ${shapeText(shape)}, and dout has shape ${shapeText(dout.shape)}`,
      );
    }
    const isBatch = X.shape.length === 2;
    const shaped = (name: string, node: Node): string => `the shape of ${name}, ${shapeText(node.shape)}`;
    return fields({
      dX: libraryStep('dX', partial('X'), dense.byInput(dout, W), shaped('X', X)),
      dW: libraryStep('dW', partial('W'), dense.byWeights(dout, X), shaped('W', W)),
      db: libraryStep('db', partial('b'), byBias(dout, isBatch), isBatch ? 'the bias acts on every sample' : undefined),
    });
  },
});

const partial = (by: string): string => `\\frac{\\partial L}{\\partial ${by}}`;
