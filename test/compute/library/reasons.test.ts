import { describe, expect, test } from 'vitest';
import { trace } from '../../../src/compute/trace.ts';
import { formulaOf } from '../support.ts';
import { numbersOf, scalarOf } from './same.ts';

/** A reason that depends on the arguments is told where it is true, and another one where it is not. */

const reasons = (text: string): string =>
  trace([['a', formulaOf(text)]])
    .map(({ why }) => why ?? '')
    .join(' | ');

describe('the reason fits the arguments', () => {
  test.each([
    ['conv_params(4, 8, 3)', /all input channels and has one bias/],
    ['conv_params(4, 8, 3, groups=2, bias=0)', /the input channels of its group$/],
    ['conv_transpose_params(4, 8, 3, groups=2)', /every output channel of its group/],
    ['linear_params(3, 2, bias=0)', /each input$/],
    ['linear_macs(3, 2, positions=5)', /once at each position/],
    ['flops(10, bias=2)', /a bias is one addition more/],
    ['layer_norm_params([3, 4])', /for each element/],
    ['conv_fans(4, 8, kernel=3).fan_out', /each kernel position and filter/],
    ['conv_fans(4, 8, kernel=3, groups=2).fan_out', /PyTorch counts all filters/],
    ['he_normal_std(8)', /the half that ReLU sets to 0/],
    ['he_normal_std(8, slope=0.1)', /leaky ReLU keeps/],
    ['batch_norm([[1, 2], [3, 5]]).mean', /for each feature, over the batch$/],
    ['batch_norm([[[1, 2]], [[3, 5]]]).mean', /over the batch and all positions/],
    ['batch_norm([[1, 2], [1, 5]]).xhat', /0 where all numbers are equal/],
    ['norm_stats([[1, 2], [3, 5]], layer).mean', /over channels$/],
    ['norm_stats([[[1, 2], [3, 5]]], layer).mean', /over channels and positions/],
    ['layer_norm([[[1, 2], [3, 5]]], last=1).mean', /each position of each sample/],
    ['layer_norm([1, 2], gamma=2).y', /the scale γ is learned$/],
    ['layer_norm([1, 2], beta=2).y', /\| the shift β is learned$/],
    ['layer_norm([1, 2], gamma=2, beta=2).y', /the scale γ and the shift β are learned$/],
    ['clip_by_norm([3, 4], 5).scale', /the norm does not exceed the limit/],
    ['clip_by_norm([3, 4], 5, eps=1e-6).scale', /the norm plus ε exceeds the limit/],
    ['newton_1d(1, g=2, h=-4).theta', /vertex of the parabola/],
    ['newton_1d(1, g=2, h=4, damping=1).theta', /damping λ is added/],
    ['steps_per_epoch(64, batch=32)', /every batch is full/],
    ['steps_per_epoch(64, batch=32, drop_last=1)', /every batch is full/],
    ['steps_per_epoch(65, batch=32)', /incomplete batch counts too/],
    ['max_norm([3, 4], limit=1)', /the norm exceeds the limit/],
    ['max_norm([3, 4], limit=5)', /the weights stay as they are/],
    ['l2_penalty([3, 4], lambda=1, factor=whole)', /not halved/],
  ])('%s', (text, expected) => {
    expect(reasons(text)).toMatch(expected);
  });

  test('a jump is explained once', () => {
    expect(reasons('receptive_field([[3, 2], [3, 2], [3, 1], [3, 1]])').match(/earlier strides/g)).toHaveLength(1);
  });
});

/** What must be given comes before what may be left out. */
test.each([
  ['bias_correction(0.2, 1)', 2],
  ['weight_decay_update(1, 2, 0.01, 0.1)', 0.799],
  ['gradient_descent(4, 1, 0.1, 1).last', 0.6],
  ['fold_batch_norm(2, 3, 4, eps=0).bias', -1.5],
  ['preserving_variance(200)', 0.01],
])('%s', (text, expected) => {
  expect(scalarOf(text)).toBeCloseTo(expected, 12);
});

test('the gradients of weight normalization bear the names of what they are gradients of', () => {
  expect(numbersOf('weight_norm_gradient([3, 4], g=2, upstream=[1, 0]).dv')).toEqual([0.256, -0.192]);
  expect(scalarOf('weight_norm_gradient([3, 4], g=2, upstream=[1, 0]).dg')).toBeCloseTo(0.6, 12);
});
