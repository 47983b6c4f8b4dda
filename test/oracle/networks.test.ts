import { describe, expect, test } from 'vitest';
import { gradient } from '../../src/compute/gradient.ts';
import { input, type Node } from '../../src/compute/node.ts';
import type { Nested } from '../../src/compute/tensor.ts';
import { buildAuthor, parseAuthor } from '../../src/language/evaluate.ts';
import { fixtures } from './fixtures.ts';

/** Whole networks, written as an author writes them: every gradient of the tutor's own graph against PyTorch's. */

const AGREEMENT = 1e-9;

const networks: readonly (readonly [name: string, file: string, loss: string])[] = [
  ['2-3-2 perceptron', 'network_mlp', 'mlp_loss(x, target, W1, b1, W2, b2, hidden=HIDDEN).loss'],
  [
    'convolution, ReLU, max pooling, linear layer, cross-entropy',
    'network_cnn',
    'cross_entropy(W @ flatten(max_pool2d(relu(conv2d(x, k, c)), 2)) + b, target)',
  ],
  [
    'causal self-attention with two heads and a residual connection',
    'network_attention',
    'mse(X + self_attention(X, WQ, WK, WV, heads=2, WO=WO, causal=1).output, T)',
  ],
];

describe('every gradient of a whole network agrees with PyTorch', () => {
  test.each(networks)('%s', (_, file, text) => {
    const cases = fixtures(file);
    expect(cases.length).toBeGreaterThanOrEqual(20);
    for (const { args, value } of cases) {
      const { hidden, ...numbers } = args;
      const names = new Map(
        Object.entries(numbers).map(([name, given]) => [name, input({ name, tex: name }, given as Nested)]),
      );
      const loss = buildAuthor(parseAuthor(text.replace('HIDDEN', String(hidden))), names);
      const { loss: expected, ...gradients } = value as Record<string, Nested>;
      expectNear(loss.data, [expected as number], `${file} loss`);
      expect(Object.keys(gradients).length).toBeGreaterThanOrEqual(5);
      for (const [name, numbersOfPyTorch] of Object.entries(gradients)) {
        const found = gradient(loss, names.get(name) as Node);
        expectNear(found.data, [numbersOfPyTorch].flat(9) as number[], `${file} ${name}`);
      }
    }
  });
});

function expectNear(found: Float64Array, expected: readonly number[], context: string): void {
  const scale = Math.max(1, ...expected.map(Math.abs));
  expect(found.length, context).toBe(expected.length);
  expected.forEach((number, i) => {
    expect(Math.abs((found[i] as number) - number) / scale, `${context}[${i}]`).toBeLessThanOrEqual(AGREEMENT);
  });
}
