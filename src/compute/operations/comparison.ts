import { apply, LEVEL, type Node, type Operation, type Show } from '../node.ts';
import { isNoise, type Tensor, zip } from '../tensor.ts';
import { times } from './arithmetic.ts';
import { reduceTo } from './broadcast.ts';
import { elementwise } from './component.ts';
import { operand } from './stretched.ts';

/** Comparisons, which yield 1 or 0 and are written in Iverson's brackets, and the smaller and the larger of two numbers. */

const beside = (a: Node | undefined, b: Node | undefined, show: Show, level: number): string =>
  operand(a as Node, b as Node, show, level, true);

/** Equal but for rounding: 0.1 + 0.2 is 0.3. */
const isSame = (x: number, y: number): boolean => isNoise(x - y, Math.max(Math.abs(x), Math.abs(y)));

/** Where the two are equal. */
const meets: Operation['kink'] = ([a, b]) =>
  zip(a as Tensor, b as Tensor, (x, y) => (isSame(x, y) ? 1 : 0)).data.includes(1);

const comparison = (name: string, tex: string, holds: (x: number, y: number) => boolean): Operation => ({
  name,
  evaluate: ([a, b]) => zip(a as Tensor, b as Tensor, (x, y) => (holds(x, y) ? 1 : 0)),
  write: ([a, b], show) => ({
    tex: `\\left[${beside(a, b, show, LEVEL.sum)} ${tex} ${beside(b, a, show, LEVEL.sum)}\\right]`,
    level: LEVEL.atom,
  }),
  component: elementwise,
  flat: true,
  gradient: () => [null, null],
  kink: meets,
});

/** 1 where the first is chosen over the second, else 0; the slope of max and min. */
const chosenOver = (name: 'max' | 'min'): Operation => ({
  ...comparison(
    `${name}_slope`,
    name === 'max' ? '>' : '<',
    (x, y) => (name === 'max' ? x > y : x < y) && !isSame(x, y) && !isSame(x, y),
  ),
  opaque: true,
});

const extreme = (name: 'max' | 'min'): Operation => {
  const slope = chosenOver(name);
  return {
    name,
    evaluate: ([a, b]) => zip(a as Tensor, b as Tensor, Math[name]),
    write: ([a, b], show) => ({
      tex: `\\${name}\\left(${beside(a, b, show, LEVEL.relation)},\\; ${beside(b, a, show, LEVEL.relation)}\\right)`,
      level: LEVEL.atom,
    }),
    component: elementwise,
    gradient: (node, upstream) => {
      const [a, b] = node.args as unknown as readonly [Node, Node];
      const share = (first: Node, second: Node): Node =>
        reduceTo(times(upstream, apply(slope, [first, second])), first.shape);
      return [share(a, b), share(b, a)];
    },
    kink: meets,
  };
};

export const notEqual = comparison('ne', '\\ne', (x, y) => !isSame(x, y));

export const comparisons = [
  comparison('eq', '=', isSame),
  notEqual,
  comparison('lt', '<', (x, y) => x < y && !isSame(x, y)),
  comparison('le', '\\le', (x, y) => x <= y || isSame(x, y)),
  comparison('gt', '>', (x, y) => x > y && !isSame(x, y)),
  comparison('ge', '\\ge', (x, y) => x >= y || isSame(x, y)),
  extreme('max'),
  extreme('min'),
];
