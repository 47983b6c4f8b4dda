import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Node, step } from '../../src/compute/node.ts';
import { type Nested, nested } from '../../src/compute/tensor.ts';
import { trace } from '../../src/compute/trace.ts';
import { authorText } from './latex.ts';
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

function computed(text: string, scope: Record<string, Node>): Node | null {
  try {
    return formulaOf(text, scope);
  } catch {
    return null;
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
      const steps = trace([['y', scope.y as Node]]);
      for (const { tex, substituted, value } of steps) {
        expect(tex).not.toMatch(/NaN|Infinity|--|\+ -|- -|\\cdot -|undefined/);
        expect(tex, 'no negative zero').not.toMatch(/-0(?![.\d])/);
        expect(tex, 'no noise').not.toMatch(/\.\d*(?:0{9}|9{9})\d/);
        expect(tex.split(/ = | \\approx /), 'no doubled part').toSatisfy((parts: string[]) =>
          parts.every((part, i) => part !== parts[i - 1]),
        );
        checkAgain(tex, substituted, value as number);
        checked++;
      }
      expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
    }),
    { numRuns: 1500 },
  );
  expect(checked).toBeGreaterThan(1500);
});

/** What was shown exactly gives the very result; what was rounded gives it as far as rounding allows. */
function checkAgain(tex: string, substituted: string, value: number): void {
  const isRounded = tex.includes('\\approx');
  const again = computed(authorText(substituted), {});
  if (again === null) {
    // Rounding may have made a divisor 0, or the root of a number that was barely positive impossible.
    expect(isRounded, `${substituted} is ${authorText(substituted)}`).toBe(true);
    return;
  }
  if (!isRounded)
    expect(closeTo(numberIn(again), value, 1e-9, magnitude(substituted)), `${tex}: ${numberIn(again)}`).toBe(true);
}

/** Cancellation magnifies what was noise in the largest number of a formula. */
function magnitude(substituted: string): number {
  const numbers = [...authorText(substituted).matchAll(/\d+(?:\.\d+)?/g)].map(([text]) => Math.abs(Number(text)));
  return Math.max(1, ...numbers);
}

function closeTo(found: number, expected: number, relative: number, scale: number): boolean {
  return Math.abs(found - expected) <= relative * Math.max(Math.abs(expected), 1e-3 * scale);
}

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
