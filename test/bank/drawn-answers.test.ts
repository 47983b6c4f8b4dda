import { describe, expect, test } from 'vitest';
import { markReply } from '../../src/answers/answers.ts';
import { loadFolder } from '../../src/bank/load.ts';
import { makeVariant, type Variant } from '../../src/bank/variant.ts';

/** Drawn answers that are no numbers, by a second path; words and what they are not. */

const { templates } = loadFolder('questions');
const SEEDS = [null, ...Array.from({ length: 300 }, (_, seed) => seed)];

function variantOf(id: string, seed: number | null): Variant {
  const template = templates.find(other => other.id === id);
  if (!template) throw new Error(`there is no question ${id}`);
  return makeVariant(template, seed);
}

function tensorIn({ parts }: Variant, name: string): readonly number[] {
  const key = parts.find(part => part.name === name)?.key;
  if (key?.kind !== 'tensor') throw new Error(`${name} is no tensor`);
  return key.values;
}

test('the gradient by the input of an affine layer, path by path', () => {
  for (const seed of SEEDS) {
    const variant = variantOf('backpropagation/affine-gradient', seed);
    const { G, W } = variant.vars as Record<'G' | 'W', number[][]>;
    const paths = G.flatMap(row => W.map(weights => weights.reduce((sum, w, k) => sum + w * (row[k] as number), 0)));
    expect(tensorIn(variant, 'numbers').map((value, i) => value - (paths[i] as number))).toEqual([0, 0, 0, 0, 0, 0]);
  }
});

test('attention under a mask: the first two share it by the difference of their scores', () => {
  for (const seed of SEEDS) {
    const variant = variantOf('attention/masked-decoder', seed);
    const { s1, s2 } = variant.vars as Record<'s1' | 's2', number>;
    const first = 1 / (1 + Math.exp(s2 - s1));
    const weights = tensorIn(variant, 'weights');
    expect(weights[0]).toBeCloseTo(first, 12);
    expect(weights[1]).toBeCloseTo(1 - first, 12);
    expect(weights[2]).toBe(0);
  }
});

describe("Newton's method", () => {
  /** The lowest point of the parabola through three points of the function, close together. */
  const vertex = ({ a, b, w }: Record<'a' | 'b' | 'w', number>): number => {
    const f = (x: number): number => a * x ** 4 + b * x ** 2;
    const h = 1e-3;
    const slope = (f(w + h) - f(w - h)) / (2 * h);
    const curvature = (f(w + h) - 2 * f(w) + f(w - h)) / h ** 2;
    return w - slope / curvature;
  };

  test('the right option, and no other, is where the parabola is lowest', () => {
    for (const seed of SEEDS) {
      const variant = variantOf('optimization/newton-step', seed);
      const key = variant.parts[0]?.key;
      if (key?.kind !== 'choice') throw new Error('it is asked as a choice');
      const lowest = vertex(variant.vars as Record<'a' | 'b' | 'w', number>);
      const off = key.options.map(({ text }) => Math.abs(Number(text.replaceAll('$', '')) - lowest));
      expect(off.indexOf(Math.min(...off))).toBe(key.options.findIndex(({ right }) => right));
      expect(key.options).toHaveLength(5);
    }
  });

  test('of the given function', () => {
    const { vars } = variantOf('optimization/newton-step', null);
    expect(vertex(vars as Record<'a' | 'b' | 'w', number>)).toBeCloseTo(0.5, 4);
  });
});

test.each([
  ['evaluation/overfitting-name', 'problem', 'over-fitting', 1],
  ['evaluation/overfitting-name', 'problem', 'Overfitting.', 1],
  ['evaluation/overfitting-name', 'problem', 'the model overfits', 1],
  ['evaluation/overfitting-name', 'problem', 'overfitted', 1],
  ['evaluation/overfitting-name', 'problem', 'overtraining', 1],
  ['evaluation/overfitting-name', 'problem', 'overfitting on the training data', 1],
  ['evaluation/overfitting-name', 'problem', 'underfitting', 0],
  ['evaluation/overfitting-name', 'problem', 'variance', 0],
  ['evaluation/overfitting-name', 'problem', 'generalisation gap', 0],
  ['evaluation/overfitting-name', 'method', 'Early-stopping', 1],
  ['evaluation/overfitting-name', 'method', 'stopping early', 1],
  ['evaluation/overfitting-name', 'method', 'regularisation', 0],
  ['autoencoders/transfer-learning', 'name', 'transfer learning', 1],
  ['autoencoders/transfer-learning', 'name', 'inductive transfer', 1],
  ['autoencoders/transfer-learning', 'name', 'fine tuning', 0],
  ['autoencoders/transfer-learning', 'name', 'self-supervised learning', 0],
  ['autoencoders/transfer-learning', 'name', 'multi-task learning', 0],
  ['autoencoders/transfer-learning', 'name', 'pretraining', 0],
  ['rnn/vanishing-gradient-name', 'problem', 'vanishing gradients', 1],
  ['rnn/vanishing-gradient-name', 'problem', 'gradient vanishing problem', 1],
  ['rnn/vanishing-gradient-name', 'problem', 'vanishing of the gradients', 1],
  ['rnn/vanishing-gradient-name', 'problem', 'exploding gradients', 0],
  ['rnn/vanishing-gradient-name', 'problem', 'exploding gradient problem', 0],
])('%s, part %s: %s earns %i', (id, name, reply, credit) => {
  const key = variantOf(id, null).parts.find(part => part.name === name)?.key;
  if (!key) throw new Error(`${id} has no part ${name}`);
  expect(markReply(name, reply, key)).toMatchObject({ credit, error: null });
});

test.each([
  ['rnn/long-sequences', 4],
  ['normalization/small-batches', 2],
  ['regularization/dropout-and-weight-decay', 3],
])('the points of %s are worth its credits', (id, credits) => {
  const [part] = variantOf(id, null).parts;
  if (part?.key.kind !== 'rubric') throw new Error('it is a rubric');
  expect(part.credits).toBe(credits);
  expect(part.key.points.reduce((sum, point) => sum + point.credits, 0)).toBe(credits);
});

test('every value that a variable can be picked from is drawn', () => {
  for (const template of templates) {
    const picked = Object.entries(template.vars).filter(([, { pick, shape }]) => pick && shape.length === 0);
    const missing = new Map(picked.map(([name, { pick }]) => [name, new Set((pick ?? []).map(String))]));
    for (let seed = 0; seed < 300 && missing.size > 0; seed++) {
      const { vars } = makeVariant(template, seed);
      for (const [name, left] of missing) {
        left.delete(String(vars[name]));
        if (left.size === 0) missing.delete(name);
      }
    }
    const never = [...missing].map(([name, left]) => `${template.id}: ${name} is never ${[...left].join(', ')}`);
    expect(never).toEqual([]);
  }
});

test('length does not give the right option of the three time steps away', () => {
  let longest = 0;
  for (let seed = 0; seed < 300; seed++) {
    const key = variantOf('lstm/three-time-steps', seed).parts.find(({ name }) => name === 'same')?.key;
    if (key?.kind !== 'choice') throw new Error('it is a choice');
    const lengths = key.options.map(({ text }) => text.length);
    longest += Number(key.options[lengths.indexOf(Math.max(...lengths))]?.right);
  }
  expect(longest).toBeLessThan(150);
});
