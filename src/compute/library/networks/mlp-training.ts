import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { minus, times } from '../../terms.ts';
import { define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, optional, positive, tensor, word } from '../parameters.ts';
import { OUTPUT_NAMES } from './activations.ts';
import { backwardPass, forwardPass, symbolOf } from './backpropagation.ts';
import { ACTIVATION, forwardFields, LAYOUT_CONVENTION, ofLayer, SHAPES, WEIGHTS } from './mlp.ts';
import { LOSS_NAMES } from './mlp-loss.ts';

/** The loss of a multi-layer perceptron, its back-propagation, and one step of gradient descent. */

const PARAMETERS = {
  x: tensor(),
  target: tensor(),
  ...WEIGHTS,
  loss: byName(word(LOSS_NAMES, 'mse')),
  output: byName(optional(word(OUTPUT_NAMES))),
  ...ACTIVATION,
};

const CONVENTION = `loss=mse: mean of the squared errors over all elements; half_squared: ½ Σ (ŷ − y)², of a batch its mean over the samples. The factors 1/n and 2 of the loss are part of δ. loss=cross_entropy needs a softmax and takes classes, counted from 0, or probabilities; bce needs a sigmoid and is the mean over all elements. The output activation is the usual one of the loss unless given: identity, softmax, sigmoid. ${LAYOUT_CONVENTION}`;
const EXAMPLE = '([1, 2], [1], [[1, -1], [0.5, 1]], [0, 0.5], [[1, 2]], [0.1], hidden=tanh';
const SOURCE = 'Goodfellow, Bengio and Courville 2016, Deep Learning, algorithms 6.3 and 6.4; PyTorch autograd';

const loss = define({
  name: 'mlp_loss',
  parameters: PARAMETERS,
  formula: 'L = \\ell(\\hat y, y),\\quad \\hat y = g(W^{(L)} f(\\dots f(W^{(1)} x + b^{(1)})) + b^{(L)})',
  summary: 'Loss of a multi-layer perceptron: its forward pass, then the loss. Fields z1, h1, …, y, loss.',
  shapes: SHAPES,
  convention: CONVENTION,
  example: `mlp_loss${EXAMPLE}).loss`,
  source: SOURCE,
  build: given => {
    const { layers, loss: end } = forwardPass('mlp_loss', given);
    return fields({ ...forwardFields(layers), loss: end.loss });
  },
});

const backward = define({
  name: 'mlp_backward',
  parameters: PARAMETERS,
  formula:
    "\\delta^{(L)} = \\frac{\\partial L}{\\partial z^{(L)}},\\quad \\delta^{(l)} = (W^{(l+1)\\top} \\delta^{(l+1)}) \\odot f'(z^{(l)}),\\quad \\frac{\\partial L}{\\partial W^{(l)}} = \\delta^{(l)} h^{(l-1)\\top},\\quad \\frac{\\partial L}{\\partial b^{(l)}} = \\delta^{(l)},\\quad \\frac{\\partial L}{\\partial x} = W^{(1)\\top} \\delta^{(1)}",
  summary:
    'Back-propagation through a multi-layer perceptron: the forward pass, the loss, and then from the last layer to the first the errors δ = ∂L/∂z and the gradients. Fields z1, h1, …, y, loss, delta2, dW2, db2, delta1, dW1, db1, dx.',
  shapes: `${SHAPES} Every gradient has the shape of what it belongs to.`,
  convention: `${CONVENTION} Of a batch the gradients of weights and biases are summed over the samples.`,
  example: `mlp_backward${EXAMPLE}).dW1`,
  source: SOURCE,
  build: given => {
    const pass = forwardPass('mlp_backward', given);
    const { gradients, dx } = backwardPass(pass);
    const backwards = gradients.flatMap(({ layer: { number }, delta, weights, bias }): [string, Node][] => [
      [`delta${number}`, delta],
      [`dW${number}`, weights],
      ...(bias ? [[`db${number}`, bias] satisfies [string, Node]] : []),
    ]);
    return fields({ ...forwardFields(pass.layers), loss: pass.loss.loss, ...Object.fromEntries(backwards), dx });
  },
});

const update = define({
  name: 'mlp_update',
  parameters: { ...PARAMETERS, lr: byName(positive(0.1)) },
  formula: '\\theta \\leftarrow \\theta - \\eta \\, \\frac{\\partial L}{\\partial \\theta}',
  summary:
    'One step of gradient descent for every weight and bias of a multi-layer perceptron, with the learning rate lr. Fields loss (before the step), W1, b1, W2, …: the new ones.',
  shapes: SHAPES,
  convention: CONVENTION,
  example: `mlp_update${EXAMPLE}, lr=0.5).W2`,
  source: SOURCE,
  build: ({ lr, ...given }) => {
    const pass = forwardPass('mlp_update', given);
    const moved = (name: 'W' | 'b', number: number, old: Node, gradient: Node): [string, Node] => {
      const tex = `{${symbolOf(old, ofLayer(name, number))}}_{\\text{new}}`;
      return [`${name}${number}`, libraryStep(`${name}${number}`, tex, minus(old, times(lr, gradient)))];
    };
    const news = backwardPass(pass)
      .gradients.toReversed()
      .flatMap(({ layer, weights, bias }) => [
        moved('W', layer.number, layer.weights, weights),
        ...(layer.bias && bias ? [moved('b', layer.number, layer.bias, bias)] : []),
      ]);
    return fields({ loss: pass.loss.loss, ...Object.fromEntries(news) });
  },
});

export const mlpTraining: readonly LibraryFunction[] = [loss, backward, update];
