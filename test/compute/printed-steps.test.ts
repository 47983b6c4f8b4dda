import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Node, step } from '../../src/compute/node.ts';
import { type Nested, nested } from '../../src/compute/tensor.ts';
import { trace } from '../../src/compute/trace.ts';
import { ValueError } from '../../src/language/error.ts';
import { expectSoundSteps } from './sound-steps.ts';
import { formulaOf, numberIn, variable } from './support.ts';

/** Random formulas over drawn values, and over named steps K and M. */
const variables = fc.record({
  a: fc.integer({ min: -9, max: 9 }),
  b: fc.integer({ min: -90, max: 90 }).map(value => value / 10),
  c: fc.constantFrom(0.001, 1e-5, -1e-7, 0, 1, -1, 123_456, 1e6),
});
const leaf = fc.constantFrom('a', 'b', 'c', 'K', 'M', '1', '2', '0.5', '10', '1e-6');
const { term } = fc.letrec<{ term: string }>(tie => ({
  term: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(tie('term'), fc.constantFrom('+', '-', '*', '/'), tie('term')).map(([l, o, r]) => `(${l}) ${o} (${r})`),
    fc
      .tuple(tie('term'), fc.constantFrom('2', '3', '-1', '0.5'))
      .map(([base, exponent]) => `(${base}) ^ (${exponent})`),
    fc
      .tuple(fc.constantFrom('-', 'sqrt', 'exp', 'tanh', 'sigmoid', 'relu', 'abs', 'floor', 'ln'), tie('term'))
      .map(([name, inner]) => `${name}(${inner})`),
    fc.tuple(tie('term'), tie('term')).map(([l, r]) => `max(${l}, ${r})`),
    tie('term').map(inner => `leaky_relu(${inner}, 0.1)`),
  ),
}));

/** null where the formula has no value for these numbers. */
function computed(text: string, scope: Record<string, Node>): Node | null {
  try {
    return formulaOf(text, scope);
  } catch (error) {
    if (error instanceof ValueError) return null;
    throw error;
  }
}

test('a printed substitution, computed again, is the printed result, and nothing ugly is printed', () => {
  let checked = 0;
  fc.assert(
    fc.property(variables, term, term, term, (drawn, first, second, third) => {
      const scope: Record<string, Node> = Object.fromEntries(
        Object.entries(drawn).map(([name, value]) => [name, variable(name, value)]),
      );
      const definitions = { K: first.replaceAll(/[KM]/g, 'a'), M: second.replaceAll('M', 'b'), y: third };
      for (const [name, text] of Object.entries(definitions)) {
        const body = computed(text, scope);
        fc.pre(body !== null && Math.abs(numberIn(body)) < 1e12);
        scope[name] = step({ name, tex: name }, body as Node);
      }
      checked += expectSoundSteps(scope.y as Node);
    }),
    { numRuns: 1500 },
  );
  expect(checked).toBeGreaterThan(1500);
});

/** Random formulas over matrices and vectors. */
const small = fc.integer({ min: -30, max: 30 }).map(value => value / 10);
const square = fc.array(fc.array(small, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 });
const column = fc.array(small, { minLength: 2, maxLength: 2 });
const matrixTerm = fc.letrec<{ matrix: string; vector: string; number: string }>(tie => ({
  matrix: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('A', 'B'),
    fc
      .tuple(tie('matrix'), fc.constantFrom('+', '-', '*', '@'), tie('matrix'))
      .map(([l, o, r]) => `(${l}) ${o} (${r})`),
    fc.tuple(tie('number'), tie('matrix')).map(([l, r]) => `(${l}) * (${r})`),
    fc.tuple(tie('matrix'), tie('vector')).map(([l, r]) => `(${l}) + (${r})`),
    fc.tuple(tie('vector'), tie('vector')).map(([l, r]) => `outer(${l}, ${r})`),
    fc
      .tuple(fc.constantFrom('transpose', 'relu', 'sigmoid', '-', 'softmax', 'exp'), tie('matrix'))
      .map(([name, inner]) => `${name}(${inner})`),
    tie('matrix').map(inner => `(${inner})^2`),
    tie('matrix').map(inner => `(${inner}) - mean(${inner}, axis=0, keep=1)`),
  ),
  vector: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('u', 'v'),
    fc.tuple(tie('matrix'), tie('vector')).map(([l, r]) => `(${l}) @ (${r})`),
    fc.tuple(tie('vector'), tie('matrix')).map(([l, r]) => `(${l}) @ (${r})`),
    fc.tuple(tie('vector'), fc.constantFrom('+', '-', '*'), tie('vector')).map(([l, o, r]) => `(${l}) ${o} (${r})`),
    fc.tuple(tie('vector'), tie('number')).map(([l, r]) => `(${l}) / (1 + (${r})^2)`),
    fc.tuple(tie('matrix'), fc.constantFrom('0', '1')).map(([inner, axis]) => `sum(${inner}, axis=${axis})`),
    fc.tuple(fc.constantFrom('tanh', 'softmax', '-'), tie('vector')).map(([name, inner]) => `${name}(${inner})`),
    fc.tuple(tie('number'), tie('number')).map(([l, r]) => `[${l}, ${r}]`),
  ),
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', '2', '0.5'),
    fc.tuple(tie('vector'), tie('vector')).map(([l, r]) => `(${l}) @ (${r})`),
    fc.tuple(fc.constantFrom('sum', 'mean', 'norm', 'max', 'logsumexp'), tie('matrix')).map(([f, x]) => `${f}(${x})`),
    tie('vector').map(inner => `(${inner})[1]`),
  ),
}));

test('so it is with matrices and vectors, and with the gradients of such formulas', () => {
  let checked = 0;
  fc.assert(
    fc.property(square, square, column, column, matrixTerm.matrix, matrixTerm.vector, (A, B, u, v, first, second) => {
      const scope: Record<string, Node> = {
        A: variable('A', A),
        B: variable('B', B),
        u: variable('u', u),
        v: variable('v', v),
        a: variable('a', 1.5),
      };
      const definitions = { M: first, q: `${second} + M @ u`, L: 'sum(q^2)', G: 'grad(L, A)' };
      for (const [name, text] of Object.entries(definitions)) {
        const body = computed(text, scope);
        fc.pre(body?.data.every(x => Math.abs(x) < 1e6) ?? false);
        scope[name] = step({ name, tex: name }, body as Node);
      }
      checked += expectSoundSteps(scope.G as Node);
    }),
    { numRuns: 150 },
  );
  expect(checked).toBeGreaterThan(300);
});

test('named values stay consistent: each printed value is that of its step', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 99 }), (a, b) => {
      const scope: Record<string, Nested> = { a, b: b / 10 };
      const nodes = Object.fromEntries(Object.entries(scope).map(([name, value]) => [name, variable(name, value)]));
      const p = step({ name: 'p', tex: 'p' }, formulaOf('a / b', nodes));
      const q = step({ name: 'q', tex: 'q' }, formulaOf('p ^ 2 - a', { ...nodes, p }));
      for (const { name, value } of trace([['q', q]])) expect(value).toEqual(nested(name === 'p' ? p : q));
    }),
  );
});
