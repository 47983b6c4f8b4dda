import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trace } from '../../../src/compute/trace.ts';
import { formulaOf } from '../support.ts';
import { expectSame, numbersOf, scalarOf } from './same.ts';

/** Numbers of parameters, operations and bytes: by enumeration, and how the functions agree with one another. */

const between = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const layer = fc.record({
  groups: between(1, 3),
  perIn: between(1, 4),
  perOut: between(1, 4),
  kernel: between(1, 4),
  bias: between(0, 1),
});

test('conv_params counts the weights of an enumerated kernel', () => {
  fc.assert(
    fc.property(layer, ({ groups, perIn, perOut, kernel, bias }) => {
      const weights = new Set<string>();
      for (let filter = 0; filter < groups * perOut; filter++) {
        const group = Math.floor(filter / perOut);
        for (let channel = group * perIn; channel < (group + 1) * perIn; channel++) {
          for (let row = 0; row < kernel; row++) {
            for (let column = 0; column < kernel; column++) weights.add(`${filter} ${channel} ${row} ${column}`);
          }
        }
        if (bias === 1) weights.add(`${filter} bias`);
      }
      const values = { a: groups * perIn, b: groups * perOut, kernel, groups, bias };
      expect(scalarOf('conv_params(a, b, kernel, groups, bias)', values)).toBe(weights.size);
      expectSame(
        'conv_params(a, b, [kernel, kernel], groups, bias)',
        'conv_params(a, b, kernel, groups, bias)',
        values,
      );
      // Without biases, a transposed convolution has the weights of the one that leads back.
      expectSame('conv_transpose_params(a, b, kernel, groups, 0)', 'conv_params(b, a, kernel, groups, 0)', values);
      expectSame(
        'conv_transpose_params(a, b, kernel, groups, 1) - conv_transpose_params(a, b, kernel, groups, 0)',
        'b',
        values,
      );
    }),
  );
});

/** Pairs that mean the same for all sizes a, b, k, n, s. */
const equalities: readonly (readonly [what: string, left: string, right: string])[] = [
  ['a convolution of side 1 is a layer at every place', 'conv_params(a, b, 1)', 'linear_params(a, b)'],
  [
    'a convolution over the whole input is a fully-connected layer',
    'conv_params(a, b, k)',
    'linear_params(flatten_size([a, k, k]), b)',
  ],
  ['its biases are its outputs', 'conv_params(a, b, k) - conv_params(a, b, k, bias=0)', 'b'],
  [
    'depthwise, then pointwise',
    'depthwise_separable_params(a, b, k).total',
    'conv_params(a, a, k, groups=a) + conv_params(a, b, 1)',
  ],
  [
    'with two kernels per channel',
    'depthwise_separable_params(a, b, k, multiplier=2).total',
    'conv_params(a, 2 * a, k, groups=a) + conv_params(2 * a, b, 1)',
  ],
  ['a perceptron is its layers', 'mlp_params([a, b, n])', 'linear_params(a, b) + linear_params(b, n)'],
  ['a perceptron of one layer', 'mlp_params([a, b], bias=0)', 'linear_params(a, b, bias=0)'],
  ['an embedding is a layer on one-hot words', 'embedding_params(a, b)', 'linear_params(a, b, bias=0)'],
  ['statistics and parameters of a batch normalization', 'batch_norm_params(a)', 'batch_norm_buffers(a)'],
  ['a group is no matter', 'group_norm_params(a * b, groups=a)', 'batch_norm_params(a * b)'],
  ['a layer norm over all axes', 'layer_norm_params([a, b])', 'layer_norm_params(a * b)'],
  ['a simple cell is two layers', 'rnn_params(a, b, biases=2)', 'linear_params(a, b) + linear_params(b, b)'],
  ['an LSTM is four cells', 'lstm_params(a, b)', '4 * rnn_params(a, b)'],
  ['a GRU is three cells', 'gru_params(a, b, biases=2)', '3 * rnn_params(a, b, biases=2)'],
  ['a stack is its layers', 'lstm_params(a, b, layers=3)', 'lstm_params(a, b) + 2 * lstm_params(b, b)'],
  [
    'both directions, stacked',
    'gru_params(a, b, layers=2, bidirectional=1)',
    '2 * gru_params(a, b) + 2 * gru_params(2 * b, b)',
  ],
  ['attention is four layers', 'attention_params(a * b, heads=a)', '4 * linear_params(a * b, a * b)'],
  ['the heads are no matter', 'attention_params(a * b, heads=b)', 'attention_params(a * b)'],
  ['a context of the same width', 'attention_params(a, context=a)', 'attention_params(a)'],
  [
    'a block is its parts',
    'transformer_block_params(a, b)',
    'attention_params(a) + mlp_params([a, b, a]) + 2 * layer_norm_params(a)',
  ],
  [
    'a decoder has cross-attention besides',
    'transformer_block_params(a, b, kind=decoder) - transformer_block_params(a, b)',
    'attention_params(a) + layer_norm_params(a)',
  ],
  [
    'a transformer is its parts',
    'transformer_params(n, a, b, layers=3, decoder_layers=2, positions=7, tied=0, final_norm=1)',
    '2 * embedding_params(n, a) + embedding_params(7, a) + 3 * transformer_block_params(a, b) + 2 * transformer_block_params(a, b, kind=decoder) + 2 * layer_norm_params(a)',
  ],
  [
    'every weight of a convolution is used at every output',
    'conv_macs([a, 9, 8], b, k, stride=s)',
    'conv_params(a, b, k, bias=0) * conv_size(9, k, s) * conv_size(8, k, s)',
  ],
  [
    'a depthwise separable convolution costs less by 1/b + 1/k²',
    '(conv_macs([a, 9, 9], a, k, padding=1, groups=a) + linear_macs(a, b, positions=conv_size(9, k, padding=1)^2)) * b * k^2',
    'conv_macs([a, 9, 9], b, k, padding=1) * (b + k^2)',
  ],
  ['every weight of a layer is used once', 'linear_macs(a, b)', 'linear_params(a, b, bias=0)'],
  ['every weight of an LSTM, at every step', 'lstm_macs(a, b, steps=n)', 'n * lstm_params(a, b, biases=0)'],
  ['gates and states are multiplied besides', 'lstm_macs(a, b, elementwise=1) - lstm_macs(a, b)', '3 * b'],
  [
    'projections use every weight at every position',
    'attention_macs(n, a * b, heads=a).projections',
    'n * attention_params(a * b, bias=0)',
  ],
  ['scores are queries times keys', 'attention_macs(n, a * b, heads=a).scores', 'a * n * linear_macs(b, n)'],
  ['twice the length, four times the scores', 'attention_macs(2 * n, a).scores', '4 * attention_macs(n, a).scores'],
  [
    'a context of the same length',
    'attention_macs(n, a, context_length=n, output=0).total',
    'attention_macs(n, a, output=0).total',
  ],
  ['two operations for a MAC', 'flops(linear_macs(a, b), bias=b)', '2 * linear_params(a, b) - b'],
  ['sizes or shapes', 'activation_memory([[a, b], [k, n]], s)', 'activation_memory([a * b, k * n], s)'],
  ['half the bytes', 'activation_memory([a, b], s, bytes=2)', 'activation_memory([a, b], s) / 2'],
  ['Adam keeps four times the weights', 'parameter_memory(a, adam)', '4 * parameter_memory(a)'],
  ['4-bit weights', 'parameter_memory(2 * a, bytes=0.5)', 'a'],
];

describe('agree', () => {
  const values = fc.record({
    a: between(1, 9),
    b: between(1, 9),
    k: between(1, 4),
    n: between(1, 9),
    s: between(1, 3),
  });
  test.each(equalities)('%s: %s', (_, left, right) => {
    fc.assert(fc.property(values, drawn => expectSame(left, right, drawn)));
  });
});

describe('known networks', () => {
  test.each([
    ['AlexNet, first layer', 'conv_params(3, 96, 11)', 34_944],
    ['VGG-16, the head', 'mlp_params([flatten_size([512, 7, 7]), 4096, 4096, 1000])', 123_642_856],
    ['VGG-16, first layer', 'conv_macs([3, 224, 224], 64, 3, padding=1)', 86_704_128],
    ['a 1-D convolution', 'conv_params(16, 32, [5])', 2592],
    ['PyTorch LSTM(128, 256)', 'lstm_params(128, 256, biases=2)', 395_264],
    ['the same in Keras', 'lstm_params(128, 256)', 394_240],
    ['a block of BERT base', 'transformer_block_params(768, 3072, heads=12)', 7_087_872],
    ['GPT-2', 'transformer_params(50257, 768, 3072, layers=12, positions=1024, final_norm=1)', 124_439_808],
    [
      'PyTorch Transformer(), and a word',
      'transformer_params(1, 512, 2048, layers=6, decoder_layers=6, final_norm=1)',
      44_140_544 + 512,
    ],
  ])('%s', (_, call, value) => {
    expect(numbersOf(call)).toEqual([value]);
  });
});

test('steps name the pieces', () => {
  const names = (call: string): string[] => trace([['a', formulaOf(call)]]).map(({ name }) => name);
  expect(names('lstm_params(8, 4)')).toEqual(['gate', 'params']);
  expect(names('gru_params(8, 4, layers=3)')).toEqual(['gate1', 'params1', 'gate2', 'params2', 'params']);
  expect(names('mlp_params([4, 3, 2])')).toEqual(['layer1', 'layer2', 'params']);
  expect(names('attention_params(8, heads=2)')).toEqual(['head_width', 'head', 'projection', 'params']);
  expect(names('transformer_params(9, 4, 8, layers=2, tied=0)')).toEqual(
    'embedding projection attention feed_forward norms block output params'.split(' '),
  );
  expect(names('parameter_memory(9, adam)')).toEqual(['copies', 'bytes']);
});

describe('what cannot be is refused, with the reason', () => {
  const groups = 'the number of groups must divide the channels, those in and those out';
  test.each([
    ['conv_params(3, 4, 0)', 'conv_params: "kernel" must be a whole number, 1 or more, and is 0'],
    ['conv_params(3, 4, [2, 2.5])', 'conv_params: "kernel" must be a whole number, 1 or more, and is 2.5'],
    ['conv_params(3, 4, [1, 2, 3, 4])', '"kernel" must be one side or a list of up to three, not of shape (4)'],
    ['conv_params(3, 4, [[1, 2]])', '"kernel" must be one side or a list of up to three, not of shape (1, 2)'],
    ['conv_params(3, 4, 1, groups=2)', `conv_params: ${groups}`],
    ['conv_params(4, 3, 1, groups=2)', `conv_params: ${groups}`],
    ['conv_transpose_params(3, 4, 1, groups=2)', `conv_transpose_params: ${groups}`],
    ['conv_params(1000000000, 1000000000, 3)', 'conv_params: the result is too large to be counted exactly'],
    ['linear_params(3, 2, bias=7)', 'linear_params: "bias" must be 1 or 0, and is 7'],
    ['mlp_params([3])', 'mlp_params: "sizes" must be at least inputs and outputs'],
    ['mlp_params([3, 0])', 'mlp_params: "sizes" must be a whole number, 1 or more, and is 0'],
    ['mlp_params(range(201, start=1))', 'mlp_params: at most 200 layers, and there are 201'],
    ['layer_norm_params([[1, 2]])', 'layer_norm_params: "shape" must be a number of features or a list of up to 8'],
    ['group_norm_params(6, groups=4)', 'group_norm_params: the number of groups must divide the channels'],
    ['lstm_params(3, 4, biases=3)', 'lstm_params: "biases" must be 0, 1 or 2, and is 3'],
    ['attention_params(9, heads=2)', 'the number of heads must divide d_model: 2 does not divide 9'],
    ['attention_macs(4, 9, heads=2).total', 'the number of heads must divide d_model: 2 does not divide 9'],
    ['transformer_block_params(8, 9, kind=both)', '"kind" must be one of encoder, decoder'],
    ['conv_macs([3, 4, 4], 4, 1, groups=2)', `conv_macs: ${groups}`],
    ['conv_macs([3, 4, 4], 4, 5)', 'conv_macs: the kernel is larger than the padded input'],
    ['activation_memory([[[1]]])', '"layers" must be a list of sizes or of shapes, not of shape (1, 1, 1)'],
    ['activation_memory([1.5])', 'activation_memory: "layers" must be a whole number, 1 or more, and is 1.5'],
    ['parameter_memory(9, lion)', '"optimizer" must be one of none, sgd, momentum, adagrad, rmsprop, adam, adamw'],
    ['parameter_memory(9, adam, bytes=0)', '"bytes" must be a number above 0'],
  ])('%s: %s', (call, message) => {
    expect(() => formulaOf(call)).toThrow(message);
  });
});
