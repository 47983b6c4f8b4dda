import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/compute/fields.ts';
import { networks } from '../../../src/compute/library/networks.ts';
import { formulaOf } from '../support.ts';

describe('every example is a call that can be computed', () => {
  test.each(networks.map(row => [row.example]))('%s', example => {
    const node = formulaOf(example);
    const results = [...(fieldsOf(node)?.values() ?? [node])];
    expect(results.every(({ data }) => data.length > 0 && data.every(Number.isFinite))).toBe(true);
  });
});

describe('what cannot be computed is refused, with the reason', () => {
  test.each([
    ['mlp([1, 2], [[1, 2, 3]]).y', /W1 has shape \(1, 3\).*\(2\).*\(out, in\)/],
    ['mlp([1, 2], [[1, 2, 3]], layout=xW).y', /W1 has shape \(1, 3\).*\(2\).*\(in, out\)/],
    ['mlp([1, 2], [[1, 2]], [1, 2]).y', /b1 must have shape \(1\).*has shape \(2\)/],
    ['mlp([1, 2], [[1, 2]], W3=[[1]]).y', /layer 3 is given, but W2 is not/],
    ['mlp([1, 2], [[1, 2]], b2=[1]).y', /layer 2 is given, but W2 is not/],
    ['mlp([1, 2], [1, 2], W2=[[1]]).y', /only the last layer/],
    ['leaky_relu(1, slope=1.5)', /from 0 to 1/],
    ['mlp([1], [[1]], hidden=leaky_relu, slope=2).y', /from 0 to 1/],
    ['mlp(1, [[1]]).y', /W1 has shape \(1, 1\) and meets numbers of shape \(\)/],
    ['mlp([[[1]]], [[1]]).y', /\(1, 1, 1\)/],
    ['mlp([1], [[1]], output=softmax).y', /several outputs/],
    ['mlp(1, 1, output=softmax).y', /several outputs/],
    ['mlp_loss([1], [1, 2], [[1]]).loss', /output has shape \(1\).*target has shape \(2\)/],
    ['mlp_loss([1], 2, [[1], [2]], loss=cross_entropy).loss', /a class, from 0 to 1/],
    ['mlp_loss([[1], [2]], [0, 5], [[1], [2]], loss=cross_entropy).loss', /one class for each of 2 samples/],
    ['mlp_loss([1], [0.5, 0.6], [[1], [2]], loss=cross_entropy).loss', /must sum to 1/],
    ['mlp_loss([1], 0, [[1], [2]], loss=cross_entropy, output=sigmoid).loss', /needs output=softmax/],
    ['mlp_loss([1], [0], [[1]], loss=bce, output=identity).loss', /needs output=sigmoid/],
    ['mlp_loss([1], [2], [[1]], loss=bce).loss', /from 0 to 1/],
    ['linear_backward([[1, 2]], [[1, 2]], dout=[[1, 2]]).dX', /output has shape \(1, 1\), and dout has shape \(1, 2\)/],
    ['linear_backward([[1, 2]], [[1, 2, 3]], dout=[[1]]).dX', /W has shape \(1, 3\)/],
    ['conv2d([1, 2], [[1]])', /"x" has shape \(2\), and needs 2 to 3 axes/],
    ['conv2d([[1, 2]], [[1, 2, 3]])', /\(1, 3\) is larger than the padded input of shape \(1, 2\)/],
    ['conv2d([[1, 2]], [[1]], [1, 2])', /the bias must have no axis/],
    ['conv2d([[[1, 2]]], [[[[1]]]], 3)', /the bias must have shape \(1\)/],
    ['conv2d([[[1]], [[2]]], [[[[1]]]])', /2 channels.*takes 1/],
    ['conv2d([[1]], [[1]], stride=0)', /1 or more/],
    ['conv2d_backward([[1, 2]], [[1]], dy=[[1]]).dx', /has shape \(1, 2\), not \(1, 1\)/],
    ['conv_transpose2d([[1]], [[1]], output_padding=1)', /below the stride/],
    ['conv_transpose2d([[1]], [[1]], padding=1)', /cuts the whole output off/],
    ['conv_transpose2d([[[1]], [[2]]], [[[[1]]]])', /must be the 2 channels/],
    ['conv_transpose2d([[[1]]], [[1]])', /do not fit together/],
    ['max_pool2d([1, 2], 2)', /\(H, W\) or \(C, H, W\)/],
    ['max_pool2d([[1, 2], [3, 4]], 2, padding=2)', /at most half the kernel/],
    ['max_pool_backward([[1, 2], [3, 4]], dy=[[1, 2]], kernel=2)', /shape \(1, 1\), and dy has shape \(1, 2\)/],
    ['global_avg_pool([1, 2])', /\(H, W\) or \(C, H, W\)/],
    ['im2col([[1]], kernel=2)', /larger than the padded input/],
    ['flatten([1, 2], from=1)', /axis 1 does not exist/],
    ['attention([[1, 2]], [[1]], [[1]]).output', /the same width.*\(1, 2\) and \(1, 1\)/],
    ['attention([[1]], [[1]], [[1], [2]]).output', /a value for each key/],
    ['attention(1, [[1]], [[1]]).output', /Q is a matrix/],
    ['attention([[1]], [[1], [2]], [[1], [2]], causal=1).output', /as many queries as keys/],
    ['attention([[1]], [[1]], [[1]], causal=1, mask=[[1]]).output', /not both/],
    ['attention([[1]], [[1], [2]], [[1], [2]], mask=[[0, 0]]).output', /see at least one key/],
    ['attention([[1]], [[1], [2]], [[1], [2]], mask=[[0, -9]]).output', /1 where a query may look/],
    ['attention([[1]], [[1], [2]], [[1], [2]], mask=[[1]]).output', /mask must have shape \(1, 2\)/],
    ['attention([[1]], [[1], [2]], [[1], [2]], bias=[1, 2]).output', /bias must have shape \(1, 2\)/],
    ['multi_head_attention([[1, 2]], [[1, 2]], [[1]], heads=2).output', /2 heads must divide/],
    ['multi_head_attention([[1]], [[1]], [[1]], heads=17).output', /at most 16 heads/],
    ['self_attention([[1]], [[1], [2]], [[1]], [[1]]).output', /WQ has shape \(2, 1\).*\(1, 1\)/],
    ['self_attention([[1]], [[1]], [[1]], [[1]], WO=[[1], [2]]).output', /WO has shape \(2, 1\)/],
    ['causal_mask(301)', /at most 300/],
    ['positional_encoding(1, d_model=3)', /even, and is 3/],
    ['positional_encoding([[1]], d_model=2)', /\(1, 1\)/],
    ['positional_encoding(10000000, d_model=2)', /at most 1000000/],
  ])('%s', (text, message) => {
    expect(() => formulaOf(text)).toThrow(message);
  });
});
