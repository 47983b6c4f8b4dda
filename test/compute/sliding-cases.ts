import fc from 'fast-check';
import type { Attributes, Node } from '../../src/compute/node.ts';
import type { Nested } from '../../src/compute/tensor.ts';
import type { Case } from './gradient-cases.ts';
import { compute } from './support.ts';

/** The operations of sliding windows, and of interleaving, at points where each has a gradient. */

const anywhere = fc.integer({ min: -200, max: 200 }).map(n => n / 100);

/** A tensor of any numbers. */
export function filled(...shape: number[]): fc.Arbitrary<Nested> {
  const [length, ...rest] = shape;
  return length === undefined ? anywhere : fc.array(filled(...rest), { minLength: length, maxLength: length });
}

/** A tensor of numbers that are well apart, so that no two tie for the largest. */
export function apart(...shape: number[]): fc.Arbitrary<Nested> {
  const count = shape.reduce((product, length) => product * length, 1);
  const order = fc.shuffledSubarray(
    Array.from({ length: count }, (_, i) => i),
    { minLength: count, maxLength: count },
  );
  return order.map(numbers => {
    let next = 0;
    const build = ([length, ...rest]: readonly number[]): Nested =>
      length === undefined ? (numbers[next++] as number) / 10 - 1 : Array.from({ length }, () => build(rest));
    return build(shape);
  });
}

const row = (name: string, attributes: Attributes, ...points: fc.Arbitrary<Nested>[]): [string, Case] => [
  name,
  { build: args => compute(name, args, attributes), points: fc.tuple(...points) },
];

const STEPS = { stride: [2, 1], padding: [1, 0], dilation: [1, 2] };
const POOL = { kernel: [2, 2], stride: [1, 2], padding: [1, 0] };
const ALONG = { stride: [2], padding: [1], dilation: [1] };
const UNFOLD = { kernel: [2, 2], stride: [1, 2], padding: [0, 1], dilation: [2, 1] };

export const slidingCases: ReadonlyMap<string, Case> = new Map([
  row('correlate', STEPS, filled(2, 3, 4), filled(2, 2, 2, 2)),
  row('correlate_input', { ...STEPS, shape: [2, 3, 4] }, filled(2, 2, 2, 2), filled(2, 2, 2)),
  row('correlate_kernel', { ...STEPS, shape: [2, 2, 2, 2] }, filled(2, 3, 4), filled(2, 2, 2)),
  row('per_channel', { rank: [2] }, filled(3)),
  row('im2col', UNFOLD, filled(2, 3, 3)),
  row('col2im', { ...UNFOLD, shape: [2, 3, 3] }, filled(8, 2)),
  row('max_pool', POOL, apart(2, 3, 4)),
  row('max_pool_routed', POOL, apart(3, 4), filled(4, 2)),
  row('max_pool_picked', POOL, apart(3, 4), filled(3, 4)),
  row('avg_pool', POOL, filled(2, 3, 4)),
  row('avg_pool_spread', { ...POOL, shape: [3, 4] }, filled(4, 2)),
  row('interleave', {}, filled(2, 3), filled(2, 3)),
]);

/** The other forms of a correlation: along one axis, and without axes of channels or filters. */
export const forms: readonly (readonly [string, Case])[] = [
  ['one axis', ALONG, filled(5), filled(2)],
  ['one axis, channels', ALONG, filled(2, 5), filled(3, 2, 2)],
  ['a plain image', STEPS, filled(3, 4), filled(2, 2)],
  ['one filter over channels', STEPS, filled(2, 3, 4), filled(2, 2, 2)],
  ['filters on a plain image', STEPS, filled(3, 4), filled(2, 2, 2)],
].map(([name, attributes, x, k]) => [
  name as string,
  {
    build: (args: readonly Node[]) => compute('correlate', args, attributes as Attributes),
    points: fc.tuple(x as fc.Arbitrary<Nested>, k as fc.Arbitrary<Nested>),
  },
]);
