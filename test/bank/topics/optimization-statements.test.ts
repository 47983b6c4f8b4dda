import { describe, expect, test } from 'vitest';
import { markReply } from '../../../src/answers/answers.ts';
import { partOf } from './formulas.ts';
import { choiceOf, longestIsRight, poolOf } from './option-pools.ts';
import { type Vars, variantOf } from './second-path.ts';

/** Questions on optimizers: options, terms, formulas as students write them, and points. */

const total = (row: readonly number[]): number => row.reduce((sum, x) => sum + x, 0);

describe("one step of Newton's method, asked as a choice", () => {
  /** The lowest point of the parabola through three points of the function, close together. */
  const vertex = ({ a, b, w }: Vars): number => {
    const f = (x: number): number => a * x ** 4 + b * x ** 2;
    const h = 1e-3;
    return w - (f(w + h) - f(w - h)) / (2 * h) / ((f(w + h) - 2 * f(w) + f(w - h)) / h ** 2);
  };

  test('the right option, and no other, is where the parabola is lowest', () => {
    for (const seed of [null, ...Array.from({ length: 300 }, (_, i) => i)]) {
      const { vars, parts } = variantOf('optimization/newton-step', seed);
      const key = parts[0]?.key;
      if (key?.kind !== 'choice') throw new Error('it is asked as a choice');
      const lowest = vertex(vars);
      const off = key.options.map(({ text }) => Math.abs(Number(text.replaceAll('$', '')) - lowest));
      expect(off.indexOf(Math.min(...off))).toBe(key.options.findIndex(({ right }) => right));
      expect(key.options).toHaveLength(5);
    }
  });

  test('of the given function', () => {
    expect(vertex(variantOf('optimization/newton-step', null).vars)).toBeCloseTo(0.5, 4);
  });
});

describe('pools of options', () => {
  test('the given options of the exam have its answer', () => {
    const { options } = choiceOf('optimization/momentum-benefit', 'a', null);
    expect(options.map(({ right }) => right)).toEqual([false, false, false, true]);
  });

  test.each([
    ['optimization/momentum-benefit', 'a', 17, 5, 0.3],
    ['optimization/gd-against-sgd', 'statements', 15, 7, 0.55],
  ])('%s: every option comes up, and length gives none away', (id, name, size, right, chance) => {
    const pool = poolOf(id, name);
    expect(pool.size).toBe(size);
    expect([...pool.values()].filter(Boolean)).toHaveLength(right);
    expect(longestIsRight(id, name)).toBeLessThan(chance);
  });
});

/** What students write, and what it earns. */
test.each([
  ['optimization/momentum-as-average', 'recursion', 'βuₜ₋₁ − δ(1−β)gₜ', 1],
  ['optimization/momentum-as-average', 'recursion', 'beta*u_(t-1) + delta*(beta - 1)*g_t', 1],
  ['optimization/momentum-as-average', 'recursion', 'βuₜ₋₁ − δgₜ', 0],
  ['optimization/momentum-as-average', 'delta', '\\frac{\\varepsilon}{1-\\alpha}', 1],
  ['optimization/momentum-as-average', 'delta', 'ε(1-α)', 0],
  ['optimization/unrolled-average', 'weight', '(1-β)βᵗ⁻ⁱ', 1],
  ['optimization/unrolled-average', 'weight', '\\beta^{t-i}(1-\\beta)', 1],
  ['optimization/unrolled-average', 'weight', 'β^(t-i) - β^(t+1-i)', 1],
  ['optimization/unrolled-average', 'weight', '(1-β)β^t/β^i', 1],
  ['optimization/unrolled-average', 'weight', '(1-β)βⁱ', 0],
  ['optimization/unrolled-average', 'weight', 'β^(t-i)', 0],
  ['optimization/newton-formula', 'slope', '8w³ + 6w − 8', 1],
  ['optimization/newton-formula', 'curvature', '6(4w^2 + 1)', 1],
  ['optimization/newton-formula', 'update', '(8w³ + 4)/(12w² + 3)', 1],
  ['optimization/newton-formula', 'update', 'w - (8w^3+6w-8)/(24w^2+6)', 1],
  ['optimization/newton-formula', 'update', 'w - (2w^4+3w^2-8w)/(8w^3+6w-8)', 0],
  ['optimization/adam-combines', 'first', 'Momentum', 1],
  ['optimization/adam-combines', 'first', 'SGD with momentum', 1],
  ['optimization/adam-combines', 'first', 'momentum optimization', 1],
  ['optimization/adam-combines', 'first', 'heavy-ball method', 1],
  ['optimization/adam-combines', 'first', 'heavy-ball momentum', 1],
  ['optimization/adam-combines', 'first', 'SGDM', 1],
  ['optimization/adam-combines', 'first', 'RMSProp', 0],
  ['optimization/adam-combines', 'first', 'moment', 0],
  ['optimization/adam-combines', 'first', 'Nesterov momentum', 0],
  ['optimization/adam-combines', 'first', 'SGD', 0],
  ['optimization/adam-combines', 'second', 'rmsprop', 1],
  ['optimization/adam-combines', 'second', 'RMS-Prop', 1],
  ['optimization/adam-combines', 'second', 'RMSprop algorithm', 1],
  ['optimization/adam-combines', 'second', 'root mean square propagation', 1],
  ['optimization/adam-combines', 'second', 'AdaGrad', 0],
  ['optimization/adam-combines', 'second', 'Adadelta', 0],
  ['optimization/adam-combines', 'second', 'Rprop', 0],
  ['optimization/adam-combines', 'second', 'momentum', 0],
])('%s, part %s: %s earns %i', (id, name, reply, credit) => {
  expect(markReply(name, reply, partOf(id, name).key)).toMatchObject({ credit, error: null });
});

test.each([
  ['optimization/small-batches', ['advantage', 'disadvantage'], 2],
  ['optimization/sgd-advantages', ['advantages'], 2],
  ['optimization/global-minimum', ['reason'], 1],
  ['optimization/closed-form', ['advantage'], 1.5],
  ['optimization/rmsprop-step', ['problem', 'remedy'], 2],
  ['optimization/bias-correction-why', ['why'], 2],
  ['optimization/newton-advantage', ['advantage'], 1],
])('the points of %s are worth the credits of their parts', (id, names, credits) => {
  const worth = names.map(name => {
    const { key, credits: own } = partOf(id, name);
    if (key.kind !== 'rubric') throw new Error('it is a rubric');
    expect(total(key.points.map(point => point.credits))).toBe(own);
    return own;
  });
  expect(total(worth)).toBe(credits);
});
