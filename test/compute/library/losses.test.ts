import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/compute/fields.ts';
import { gradient } from '../../../src/compute/gradient.ts';
import { callLibrary } from '../../../src/compute/library/function.ts';
import { losses } from '../../../src/compute/library/losses.ts';
import { input, type Node } from '../../../src/compute/node.ts';
import { type Nested, nested } from '../../../src/compute/tensor.ts';
import { trace } from '../../../src/compute/trace.ts';
import { argumentsOf, fixtures } from '../../oracle/fixtures.ts';
import { formulaOf, numberIn, variable } from '../support.ts';

type Names = Readonly<Record<string, Nested>>;

const scope = (values: Names): Record<string, Node> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, variable(name, value)]));
const valueIn = (text: string, values: Names = {}): number => numberIn(formulaOf(text, scope(values)));
const arrayOf = (text: string, values: Names = {}): number[] => [...formulaOf(text, scope(values)).data];

/** Two formulas over the same numbers. */
function expectSame(left: string, right: string, values: Names, digits = 10): void {
  const [a, b] = [arrayOf(left, values), arrayOf(right, values)];
  expect(a.length, `${left} and ${right}`).toBe(b.length);
  a.forEach((x, i) => {
    expect(x, `${left} and ${right} at ${i}`).toBeCloseTo(b[i] as number, digits);
  });
}

const tenths = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: low * 10, max: high * 10 }).map(n => n / 10);
const vector = (length: number, low = -4, high = 4): fc.Arbitrary<number[]> =>
  fc.array(tenths(low, high), { minLength: length, maxLength: length });
/** Probabilities of n outcomes, some of which may be impossible. */
const distribution = (length: number, least = 1): fc.Arbitrary<number[]> =>
  fc
    .array(fc.integer({ min: least, max: 20 }), { minLength: length, maxLength: length })
    .filter(parts => parts.some(part => part > 0))
    .map(parts => parts.map(part => part / parts.reduce((a, b) => a + b)));

test.each(losses.map(({ name, example }) => [name, example]))('the example of %s', (_, example) => {
  const node = formulaOf(example as string);
  expect(node.data.length).toBeGreaterThan(0);
  expect([...node.data].every(Number.isFinite)).toBe(true);
});

test.each([
  ['l1_loss([1, 2], [1])', 'shapes (2) and (1) differ'],
  ['huber([1, 2], [[1, 2]])', 'shapes (2) and (1, 2) differ'],
  ['mse([1, 2], [1])', 'shapes (2) and (1) differ'],
  ['mse([1, 2], [1, 1], per=sample, reduction=sum)', 'per=sample is a mean'],
  ['huber(1, 2, delta=0)', 'a number above 0'],
  ['cross_entropy(3, 0)', 'logits must be a list of numbers or a list of rows'],
  ['cross_entropy([1, 2], 2)', 'classes from 0 to 1, and 2 is there'],
  ['cross_entropy([1, 2], 0.5)', 'classes from 0 to 1, and 0.5 is there'],
  ['cross_entropy([1, 2], [0.5, 0.3])', 'must add up to 1'],
  ['cross_entropy([1, 2], [1.5, -0.5])', 'must lie from 0 to 1'],
  ['cross_entropy([[1, 2], [3, 4]], [0, 1, 1])', 'one class number for each row'],
  ['cross_entropy([1, 2], 0, weights=[1])', 'weights must be 2 numbers'],
  ['cross_entropy([1, 2], 0, weights=[1, -1])', 'weights must be 2 numbers of 0 or more'],
  ['cross_entropy([1, 2], 0, weights=[0, 1])', 'the weights of the targets add up to 0'],
  ['cross_entropy_probs([0.5, 0.6], 0)', 'must add up to 1, and 1.1 is their sum'],
  ['cross_entropy_probs([1, 0], 1)', 'a target has probability 0'],
  ['cross_entropy_probs([1, 0], [0.5, 0.5])', 'a target has probability 0'],
  ['cross_entropy_gradient([1, 2], [1])', 'the scores have shape (2)'],
  ['binary_cross_entropy([0.5, 1.2], [1, 0])', 'probs must lie from 0 to 1, and 1.2 is there'],
  ['binary_cross_entropy([0.5, 0.2], [1, -1])', 'the targets must lie from 0 to 1'],
  ['binary_cross_entropy([0.5, 0], [1, 1])', 'a target has probability 0'],
  ['binary_cross_entropy([0.5, 0.1], [1, 1], per=sample)', 'needs rows of labels'],
  ['binary_cross_entropy([[0.5, 0.1]], [[1, 1]], per=sample, reduction=sum)', 'per=sample is a mean'],
  ['binary_cross_entropy_logits([1, 2], [1, 0], pos_weight=[1, 2, 3])', 'one for each of 2 labels'],
  ['binary_cross_entropy_logits([1, 2], [1, 0], pos_weight=-1)', 'pos_weight must be 0 or more'],
  ['softmax_temperature([1, 2], 0)', 'a number above 0'],
  ['label_smoothing([0, 2], 0.1, classes=2)', 'classes from 0 to 1'],
  ['label_smoothing([0, 2], 0.1)', 'must lie from 0 to 1'],
  ['label_smoothing([1], 0.1, spread=others)', 'no other classes'],
  ['hinge(1, 0)', 'the targets must be −1 or 1'],
  ['multiclass_hinge([1], 0)', '2 classes or more'],
  ['multiclass_hinge([1, 2], [0.5, 0.5])', 'the target must be class numbers'],
  ['cosine_similarity([0, 0], [1, 1])', 'no direction'],
  ['cosine_similarity([1, 0], [1])', 'shapes (2) and (1) differ'],
  ['entropy([0.5, 0.4])', 'p must add up to 1, and 0.9 is their sum'],
  ['kl_divergence([0.5, 0.5], [1, 0])', 'the divergence is infinite'],
  ['cross_entropy_pq([0.5, 0.5], [1, 0])', 'H(p, q) is infinite'],
  ['perplexity_probs([0.5, 0])', 'must lie above 0'],
  ['perplexity(1000)', 'not a finite number'],
  ['kl_gaussian(0, 0)', 'standard deviations must be above 0'],
  ['kl_gaussian([0, 1], [1, 2, 3])', 'mu_p has shape (2) and sigma_p (3)'],
  ['precision_recall(tp=0, fp=0, fn=2)', 'precision does not exist'],
  ['precision_recall(tp=0, fp=2, fn=0)', 'recall does not exist'],
  ['precision_recall(tp=1, fp=0, fn=0, tn=0)', 'specificity does not exist'],
  ['fbeta(0, 0)', 'both 0'],
  ['accuracy([1, 2], 0, k=3)', 'k is larger than the 2 classes'],
  ['accuracy([1, 2], [0.5, 0.5])', 'must be class numbers'],
  ['confusion_matrix([0, 1], [0, 2], classes=2)', 'classes from 0 to 1'],
  ['confusion_matrix([0, 1], [0, -1])', 'classes from 0 to 1, and -1 is there'],
  ['auc([0.1, 0.2], [1, 1])', 'both positives and negatives'],
  ['auc([0.1, 0.2], [1, 2])', 'labels must be 0 or 1'],
  ['iou([0, 0], [0, 0])', 'the union is 0'],
  ['iou([0, 0.5], [0, 1])', 'masks hold only 0 and 1'],
  ['dice([0, 0], [0, 0])', 'the denominator is 0'],
  ['box_iou([0, 0, 0, 1], [0, 0, 1, 1])', 'x2 above x1'],
  ['box_iou([0, 0, 1], [0, 0, 1, 1])', 'x2 above x1'],
  ['mean_iou([[1, 0], [0, 0]])', 'class 1 does not occur'],
  ['mean_iou([[1, 0]])', 'must be square'],
])('%s is refused', (formula, message) => {
  expect(() => formulaOf(formula)).toThrow(message);
});

describe('regression', () => {
  test('per sample the errors of all outputs add up', () => {
    fc.assert(
      fc.property(fc.array(vector(3), { minLength: 1, maxLength: 6 }), vector(3), (rows, row) => {
        const target = rows.map(() => row);
        expectSame('mse(p, t, per=sample)', 'mse(p, t) * 3', { p: rows, t: target });
        expectSame('mse(p, t, per=sample)', 'mse(p, t) * 3', { p: rows[0] as number[], t: row });
      }),
    );
  });

  test('huber is smooth_l1 times delta, half the square for small errors and nearly the absolute error for a small beta', () => {
    fc.assert(
      fc.property(vector(5), vector(5), tenths(0.1, 3), (p, t, d) => {
        expectSame('huber(p, t, delta=d)', 'd * smooth_l1(p, t, beta=d)', { p, t, d });
        expectSame('huber(p, t, delta=100)', 'mse(p, t) / 2', { p, t });
        expectSame('smooth_l1(p, t, beta=1e-9)', 'l1_loss(p, t)', { p, t }, 8);
      }),
    );
  });

  test('the steps of a squared error sum only where there are several', () => {
    const told = (text: string): string[] => trace([['a', formulaOf(text)]]).map(({ tex }) => tex);
    expect(told('mse(2, 1)')).toEqual(['L = \\left(2 - 1\\right)^{2} = 1']);
    expect(told('mse([2, 0], [1, 1], reduction=none)')[0]).toMatch(/^\\ell = .* = \\begin\{bmatrix\} 1 \\\\ 1 /);
    expectSame('mse(p, t, reduction=sum)', 'sum((p - t)^2)', { p: [1, 2, 5], t: [0, 3, 3] });
  });

  test('a list of many numbers is summed without writing each', () => {
    const many = Array.from({ length: 5000 }, (_, i) => (i % 7) - 3);
    expectSame('mse(p, t)', 'mean((p - t)^2)', { p: many, t: many.toReversed() });
  });
});

describe('cross-entropy', () => {
  test('says what the last step is: of a class, of smoothed targets, of weighted ones', () => {
    const why = (options: string): string | null | undefined =>
      trace([['a', formulaOf(`cross_entropy([2, 1, 0], 1${options})`)]]).at(-1)?.why;
    expect(why('')).toMatch(/negative log-likelihood.*count from 0/);
    expect(why(', label_smoothing=0.1')).toMatch(/smoothed target/);
    expect(why(', weights=[1, 2, 3]')).toMatch(/divides by the weights/);
  });

  test('from logits, log-probabilities and probabilities is the same', () => {
    fc.assert(
      fc.property(vector(4), fc.integer({ min: 0, max: 3 }), tenths(-3, 3), (z, k, shift) => {
        expectSame('cross_entropy(z, k)', 'nll(log_softmax(z), k)', { z, k });
        expectSame('cross_entropy(z, k)', 'cross_entropy_probs(softmax(z), k)', { z, k });
        expectSame('cross_entropy(z, k)', 'cross_entropy(z, one_hot(k, 4))', { z, k });
        expectSame('cross_entropy(z, k)', 'cross_entropy(z + shift, k)', { z, k, shift });
      }),
    );
  });

  test('of equal logits is ln C, and huge logits do not overflow', () => {
    expect(valueIn('cross_entropy([3, 3, 3, 3, 3], 2)')).toBeCloseTo(Math.log(5), 12);
    expect(valueIn('cross_entropy([1000, 0], 1)')).toBe(1000);
    expect(valueIn('cross_entropy([[1000, 0], [0, 5000]], [1, 0])')).toBe(3000);
    expect(valueIn('binary_cross_entropy_logits(-2000, 1)')).toBe(2000);
  });

  test('of many samples is the mean of theirs, also where one has a weight', () => {
    fc.assert(
      fc.property(fc.array(vector(3), { minLength: 2, maxLength: 8 }), vector(3, 0.1, 2), (z, w) => {
        const y = z.map((_, n) => n % 3);
        const each = z.map((row, n) => valueIn('cross_entropy(row, k)', { row, k: n % 3 }));
        const weights = y.map(k => w[k] as number);
        const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
        expect(valueIn('cross_entropy(z, y)', { z, y })).toBeCloseTo(sum(each) / z.length, 10);
        const weighted = sum(each.map((loss, n) => loss * (weights[n] as number))) / sum(weights);
        expect(valueIn('cross_entropy(z, y, weights=w)', { z, y, w })).toBeCloseTo(weighted, 10);
      }),
    );
  });

  test('with smoothed targets is the smoothed loss', () => {
    fc.assert(
      fc.property(vector(4), fc.integer({ min: 0, max: 3 }), tenths(0, 1), (z, k, eps) => {
        const smoothed = 'cross_entropy_probs(softmax(z), label_smoothing(k, eps, classes=4))';
        expectSame('cross_entropy(z, k, label_smoothing=eps)', smoothed, { z, k, eps });
      }),
    );
  });

  test('its gradient is p − y, sums to 0 and is what autograd finds', () => {
    fc.assert(
      fc.property(vector(3), fc.integer({ min: 0, max: 2 }), (z, k) => {
        const values = { z, k };
        expectSame('cross_entropy_gradient(z, k)', 'softmax(z) - one_hot(k, 3)', values);
        expectSame('cross_entropy_gradient(z, k)', 'grad(cross_entropy(z, k), z)', values);
        expect(valueIn('sum(cross_entropy_gradient(z, k))', values)).toBeCloseTo(0, 12);
      }),
    );
  });

  test('of two classes is the binary one of the difference of the logits', () => {
    fc.assert(
      fc.property(vector(2), fc.constantFrom(0, 1), ([a, b], y) => {
        const values = { z: [a as number, b as number], y, d: (b as number) - (a as number) };
        expectSame('cross_entropy(z, y)', 'binary_cross_entropy_logits(d, y)', values);
        expectSame('binary_cross_entropy_logits(d, y)', 'binary_cross_entropy(sigmoid(d), y)', values);
        expectSame('grad(binary_cross_entropy_logits(d, y), d)', 'sigmoid(d) - y', values);
      }),
    );
  });

  test('of several labels adds them up per sample', () => {
    fc.assert(
      fc.property(fc.array(vector(3), { minLength: 1, maxLength: 4 }), z => {
        const y = z.map(row => row.map(x => (x > 1 ? 1 : 0)));
        const both = 'binary_cross_entropy_logits(z, y) * 3';
        expectSame('binary_cross_entropy_logits(z, y, per=sample)', both, { z, y });
        expectSame('binary_cross_entropy(sigmoid(z), y, per=sample)', both, { z, y });
      }),
    );
  });
});

describe('softmax', () => {
  test('its Jacobian is symmetric, its rows sum to 0, and each is the gradient of a probability', () => {
    for (const n of [2, 4, 6]) {
      fc.assert(
        fc.property(vector(n), z => {
          const values = { z };
          expectSame('softmax_jacobian(z)', 'transpose(softmax_jacobian(z))', values);
          for (const sum of arrayOf('sum(softmax_jacobian(z), axis=1)', values)) expect(sum).toBeCloseTo(0, 12);
          expectSame('softmax_jacobian(z)[1]', 'grad(softmax(z)[1], z)', values);
        }),
        { numRuns: 20 },
      );
    }
  });

  test('a temperature of 1 changes nothing, a high one evens out, a low one decides', () => {
    expectSame('softmax_temperature(z)', 'softmax(z)', { z: [1, -2, 0.5] });
    expectSame('softmax_temperature(z, 1e9)', '[1/3, 1/3, 1/3]', { z: [1, -2, 0.5] }, 8);
    expectSame('softmax_temperature(z, 1e-3)', '[1, 0, 0]', { z: [1, -2, 0.5] });
  });

  test('smoothed targets still add up to 1', () => {
    fc.assert(
      fc.property(distribution(5), tenths(0, 1), (y, eps) => {
        expect(valueIn('sum(label_smoothing(y, eps))', { y, eps })).toBeCloseTo(1, 12);
        expect(valueIn('sum(label_smoothing(y, eps, spread=others))', { y, eps })).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('margins and distances', () => {
  test('two classes are one score', () => {
    fc.assert(
      fc.property(vector(2), fc.constantFrom(0, 1), (s, k) => {
        const d = ((s[1] as number) - (s[0] as number)) * 1;
        expectSame('multiclass_hinge(s, k, over=sum)', 'hinge(d, 2 * k - 1)', { s, k, d });
        expectSame('multiclass_hinge(s, k, over=sum)', 'multiclass_hinge(s, k, over=max)', { s, k });
        expectSame('multiclass_hinge(s, k, over=sum)', '2 * multiclass_hinge(s, k)', { s, k });
      }),
    );
  });

  test('a cosine depends on directions alone', () => {
    fc.assert(
      fc.property(vector(3), vector(3), tenths(0.1, 5), (a, b, t) => {
        fc.pre(a.some(x => x !== 0) && b.some(x => x !== 0));
        expectSame('cosine_similarity(a, b)', 'cosine_similarity(t * a, b)', { a, b, t });
        expectSame('cosine_similarity(a, a)', '1', { a });
        expectSame('cosine_similarity(a, 0 - a)', '-1', { a });
      }),
    );
  });

  test('triplets and pairs are moved without changing their loss', () => {
    fc.assert(
      fc.property(vector(3), vector(3), vector(3), (a, p, n) => {
        expectSame('triplet(a, p, n, margin=2)', 'triplet(a + 5, p + 5, n + 5, margin=2)', { a, p, n });
        expectSame('triplet(a, p, p, margin=2)', '2', { a, p });
        expectSame('contrastive(a, p, same=1)', 'mse(a, p, per=sample) / 2', { a, p });
        expectSame('contrastive(a, a, same=0, margin=3)', '9 / 2', { a });
      }),
    );
  });
});

describe('information', () => {
  test('H(p, q) = H(p) + KL(p ‖ q), KL is never negative, and 0 only for equal ones', () => {
    for (const n of [2, 4, 6]) {
      fc.assert(
        fc.property(distribution(n, 0), distribution(n), (p, q) => {
          const values = { p, q };
          expectSame('cross_entropy_pq(p, q)', 'entropy(p) + kl_divergence(p, q)', values);
          expectSame('cross_entropy_pq(p, q)', 'cross_entropy_probs(q, p)', values);
          expect(valueIn('kl_divergence(p, q)', values)).toBeGreaterThanOrEqual(-1e-12);
          expectSame('kl_divergence(p, p)', '0', values);
        }),
        { numRuns: 40 },
      );
    }
  });

  test('JS is symmetric, at most ln 2, and the mean of two divergences', () => {
    fc.assert(
      fc.property(distribution(5, 0), distribution(5, 0), (p, q) => {
        const values = { p, q };
        expectSame('js_divergence(p, q)', 'js_divergence(q, p)', values);
        expect(valueIn('js_divergence(p, q)', values)).toBeLessThanOrEqual(Math.log(2) + 1e-12);
        const halves = '(kl_divergence(p, (p + q) / 2) + kl_divergence(q, (p + q) / 2)) / 2';
        expectSame('js_divergence(p, q)', halves, values);
      }),
    );
    expect(valueIn('js_divergence([1, 0], [0, 1], unit=bits)')).toBeCloseTo(1, 12);
  });

  test('bits are nats divided by ln 2', () => {
    const values = { p: [0.2, 0.3, 0.5], q: [0.6, 0.3, 0.1] };
    for (const call of ['entropy(p', 'cross_entropy_pq(p, q', 'kl_divergence(p, q', 'js_divergence(p, q']) {
      expectSame(`${call}, unit=bits) * ln(2)`, `${call})`, values);
    }
  });

  test('the perplexity of n equally likely tokens is n, in nats and in bits', () => {
    for (const n of [2, 5, 9]) {
      const p = Array<number>(n).fill(1 / n);
      expectSame('perplexity(entropy(p))', 'n', { p, n });
      expectSame('perplexity(entropy(p, unit=bits), unit=bits)', 'n', { p, n });
      expectSame('perplexity_probs(p)', 'n', { p, n });
    }
  });

  test('divergence of normal distributions: 0 for equal ones, and that of the code of a VAE', () => {
    fc.assert(
      fc.property(vector(3), vector(3, 0.1, 4), (m, s) => {
        expectSame('kl_gaussian(m, s, m, s)', '0', { m, s });
        expectSame('kl_gaussian(m, s)', 'vae_kl(m, 2 * ln(s))', { m, s }, 9);
        expectSame('kl_gaussian(m, s)', 'kl_gaussian(m, s, 0 * m, s / s)', { m, s });
        expectSame('kl_gaussian(m, s, [0, 0, 0], [1, 1, 1])', 'kl_gaussian(m, s)', { m, s });
      }),
    );
  });
});

describe('evaluation', () => {
  test('precision and recall are those of the confusion matrix, and F1 is Dice', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 20 }), pairs => {
        const samples = [[1, 1] as const, [1, 0] as const, [0, 1] as const, ...pairs];
        const values = { p: samples.map(([p]) => p), t: samples.map(([, t]) => t) };
        const counts = arrayOf('confusion_matrix(p, t)', values);
        const [tn, fp, fn, tp] = counts as [number, number, number, number];
        const call = 'precision_recall(tp, fp, fn, tn)';
        const named = { ...values, tp, fp, fn, tn };
        expectSame(`${call}.f1`, 'dice(p, t)', named);
        expectSame(`${call}.f1`, `fbeta(${call}.precision, ${call}.recall)`, named);
        expectSame('iou(p, t)', 'dice(p, t) / (2 - dice(p, t))', named);
        expectSame('iou(p, t)', 'mean_iou(confusion_matrix(p, t)).iou[1]', named);
        expectSame(`${call}.accuracy`, 'mean(p == t)', named);
        expectSame(`${call}.specificity`, 'tn / sum(confusion_matrix(p, t)[0])', named);
      }),
    );
  });

  test('without a hit F1 is 0', () => {
    expect(valueIn('precision_recall(tp=0, fp=2, fn=3).f1')).toBe(0);
  });

  test('fbeta runs from precision to recall', () => {
    expect(valueIn('fbeta(0.8, 0.2, beta=1e-6)')).toBeCloseTo(0.8, 9);
    expect(valueIn('fbeta(0.8, 0.2, beta=1e6)')).toBeCloseTo(0.2, 9);
  });

  test('AUC rests on the order alone, and turns round with the labels', () => {
    fc.assert(
      fc.property(vector(6, 0, 3), fc.array(fc.constantFrom(0, 1), { minLength: 6, maxLength: 6 }), (s, y) => {
        fc.pre(y.includes(0) && y.includes(1));
        expectSame('auc(s, y)', 'auc(exp(s), y)', { s, y });
        expectSame('auc(s, y)', '1 - auc(s, 1 - y)', { s, y });
        expectSame('auc(s, y)', '1 - auc(0 - s, y)', { s, y });
      }),
    );
    expect(valueIn('auc([1, 1, 1], [1, 0, 1])')).toBe(0.5);
  });

  test('accuracy grows with k up to 1, and ties make it rest on a convention', () => {
    fc.assert(
      fc.property(fc.array(vector(4), { minLength: 1, maxLength: 6 }), z => {
        const y = z.map((_, n) => n % 4);
        const rates = [1, 2, 3, 4].map(k => valueIn(`accuracy(z, y, k=${k})`, { z, y }));
        expect(rates).toEqual(rates.toSorted((a, b) => a - b));
        expect(rates.at(-1)).toBe(1);
      }),
    );
    expect(formulaOf('accuracy([1, 1, 0], 0)').degenerate).toBe(true);
    expect(formulaOf('accuracy([1, 1, 0], 2)').degenerate).toBe(true);
    expect(formulaOf('accuracy([2, 1, 1], 1, k=2)').degenerate).toBe(true);
    expect(formulaOf('accuracy([2, 1, 1], 0, k=2)').degenerate).toBe(false);
    expect(formulaOf('accuracy([2, 1, 1], 1, k=3)').degenerate).toBe(false);
  });

  test('boxes that do not meet share nothing, equal ones everything', () => {
    expect(valueIn('box_iou([0, 0, 1, 1], [2, 0, 3, 1])')).toBe(0);
    expect(valueIn('box_iou([0, 0, 1, 1], [2, 2, 3, 3])')).toBe(0);
    expect(valueIn('box_iou([-1, 0, 3, 2], [-1, 0, 3, 2])')).toBe(1);
  });
});

/** What is differentiated; its slopes are compared with differences of values. */
const DIFFERENTIABLE: Readonly<Record<string, readonly string[]>> = {
  mse: ['prediction', 'target'],
  l1_loss: ['prediction'],
  huber: ['prediction', 'target'],
  smooth_l1: ['prediction'],
  cross_entropy: ['logits', 'weights'],
  nll: ['log_probs'],
  binary_cross_entropy_logits: ['logits', 'pos_weight'],
  hinge: ['score'],
  multiclass_hinge: ['scores'],
  cosine_similarity: ['a', 'b'],
  triplet: ['anchor', 'positive', 'negative'],
  contrastive: ['a', 'b'],
  kl_gaussian: ['mu_p', 'sigma_p', 'mu_q', 'sigma_q'],
  perplexity: ['loss'],
  log_softmax: ['logits'],
  softmax_temperature: ['logits'],
};

const WIDTH = 1e-5;

/** One number of the value of a call, with one number of an argument moved. */
function moved(name: string, args: Readonly<Record<string, Nested | string>>, by: string, at: number): number {
  const row = losses.find(other => other.name === name);
  if (!row) throw new Error(`no function ${name}`);
  const given = argumentsOf(args);
  const node = given.get(by) as Node;
  const data = node.data.map((x, i) => (i === at ? x + WIDTH : x));
  given.set(by, input({ name: by, tex: by }, nested({ shape: node.shape, data })));
  return callLibrary(row, given).data[0] as number;
}

test.each(Object.entries(DIFFERENTIABLE))('gradients flow through %s', (name, parameters) => {
  const row = losses.find(other => other.name === name);
  if (!row) throw new Error(`no function ${name}`);
  let compared = 0;
  for (const { args } of fixtures(name)) {
    for (const by of parameters.filter(parameter => parameter in args)) {
      const given = argumentsOf(args);
      const value = callLibrary(row, given);
      expect(fieldsOf(value)).toBeNull();
      const first = value.shape.reduce((node: string) => `${node}[0]`, 'value');
      const y = formulaOf(first, { value });
      const x = given.get(by) as Node;
      const slope = gradient(y, x);
      if (slope.degenerate) continue;
      const scale = Math.max(1, ...slope.data.map(Math.abs));
      slope.data.forEach((expected, i) => {
        const found = (moved(name, args, by, i) - numberIn(y)) / WIDTH;
        expect(Math.abs(found - expected) / scale, `${name} ${JSON.stringify(args)} by ${by}`).toBeLessThan(2e-3);
        compared++;
      });
    }
  }
  expect(compared).toBeGreaterThan(5);
});
