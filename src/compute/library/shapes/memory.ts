import type { Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { constant, elements, productOf, times, total } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, positive, size, tensor, word } from '../parameters.ts';
import { checkLayers, checkWhole } from './common.ts';

/** Bytes that training holds. */

const MOST_AXES = 8;
const BYTES = 'bytes β: 4 for float32, 2 for float16 and bfloat16, 1 for int8, 0.5 for 4-bit numbers.';

/** What each optimizer keeps for a weight beside its value. */
const KEPT = {
  none: { copies: [1], why: 'the weights alone' },
  sgd: { copies: [1, 1], why: 'value and gradient' },
  momentum: { copies: [1, 1, 1], why: 'value, gradient and velocity' },
  adagrad: { copies: [1, 1, 1], why: 'value, gradient and sum of squares' },
  rmsprop: { copies: [1, 1, 1], why: 'value, gradient and mean of squares' },
  adam: { copies: [1, 1, 2], why: 'value, gradient and two moments' },
  adamw: { copies: [1, 1, 2], why: 'value, gradient and two moments' },
} as const;
type Optimizer = keyof typeof KEPT;

/** Why one multiplies by them. */
function bytesEach(bytes: Node): string {
  const each = bytes.data[0] as number;
  return `each number takes ${each} ${each === 1 ? 'byte' : 'bytes'}`;
}

/** The numbers of each layer: given as they are, or by a shape. */
function sizesIn(layers: Node): Node[] {
  const { shape } = layers;
  checkWhole('activation_memory', 'layers', layers, 1);
  checkLayers('activation_memory', layers);
  if (shape.length === 0) return [layers];
  if (shape.length === 1) return elements(layers);
  if (shape.length > 2 || (shape[1] as number) > MOST_AXES) {
    throw new ArgumentError(
      `activation_memory: "layers" must be a list of sizes or of shapes, not of shape ${shapeText(shape)}`,
    );
  }
  return elements(layers).map((row, l) =>
    libraryStep(
      `layer${l + 1}`,
      `A_{${l + 1}}`,
      productOf(elements(row)),
      l === 0 ? 'how many numbers the layer puts out' : undefined,
    ),
  );
}

export const memory: readonly LibraryFunction[] = [
  define({
    name: 'activation_memory',
    parameters: { layers: tensor(), batch: size(1), bytes: positive(4) },
    formula: 'M = N \\cdot \\beta \\cdot \\sum_l \\prod_i n_{l,i}',
    summary: 'Bytes of the activations of all layers for a batch of N samples, as they are kept for the backward pass.',
    shapes:
      'layers: the numbers in the output of each layer, as a list; or a list of output shapes of one length, such as [channels, height, width] (for a fully-connected layer [n, 1, 1])',
    convention: `${BYTES} The input is counted only where it is listed.`,
    example: 'activation_memory([[16, 28, 28], [16, 14, 14]], batch=32)',
    source: 'Chen et al. 2016, Training Deep Nets with Sublinear Memory Cost, section 3',
    build: ({ layers, batch, bytes }) => {
      const each = sizesIn(layers);
      const all = each.length === 1 ? (each[0] as Node) : libraryStep('activations', 'A', total(each), 'of one sample');
      return libraryStep('bytes', 'M', times(times(batch, all), bytes), bytesEach(bytes));
    },
  }),
  define({
    name: 'parameter_memory',
    parameters: { params: count(), optimizer: word(Object.keys(KEPT) as Optimizer[], 'none'), bytes: positive(4) },
    formula: 'M = (1 + 1 + m) \\cdot P \\cdot \\beta',
    summary:
      'Bytes of P weights and of what training holds for each of them: its gradient and the m numbers that the optimizer keeps.',
    convention: `The optimizer none counts the weights alone, P · β bytes, as for inference. m is 0 for sgd, 1 for momentum, adagrad and rmsprop, 2 for adam and adamw. All copies have the same precision. ${BYTES}`,
    example: 'parameter_memory(1000000, adam)',
    source:
      'Rajbhandari et al. 2020, ZeRO: Memory Optimizations Toward Training Trillion Parameter Models, section 3.1',
    build: ({ params, optimizer, bytes }) => {
      const { copies, why } = KEPT[optimizer];
      if (copies.length === 1) return libraryStep('bytes', 'M', times(params, bytes), `${why}, ${bytesEach(bytes)}`);
      const named = libraryStep('copies', 'c', total(copies.map(n => constant(n))), `numbers per weight: ${why}`);
      return libraryStep('bytes', 'M', times(times(named, params), bytes), bytesEach(bytes));
    },
  }),
];
