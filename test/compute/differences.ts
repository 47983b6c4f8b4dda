import { expect } from 'vitest';
import { gradient } from '../../src/compute/gradient.ts';
import type { Node } from '../../src/compute/node.ts';
import { type Nested, nested, tensor } from '../../src/compute/tensor.ts';
import { compute, constant, numberIn, sum, variable } from './support.ts';

/** Gradients against central differences. */

type Build = (args: readonly Node[]) => Node;

/** A number that weighs every element differently and not linearly, so that second derivatives are not 0 either. */
export function weighed(node: Node): Node {
  const weights = nested({ shape: node.shape, data: Float64Array.from(node.data, (_, i) => 1 + 0.3 * i) });
  return sum(compute('mul', [compute('sin', [node]), constant(weights)]));
}

const inputs = (point: readonly Nested[]): Node[] => point.map((value, i) => variable(`x${i}`, value));

/** @throws AssertionError where the gradient by an argument is not what differences show, or is marked degenerate */
export function expectGradients(build: Build, point: readonly Nested[]): void {
  const args = inputs(point);
  const y = build(args);
  args.forEach((x, which) => {
    const found = gradient(y, x);
    expect(found.shape).toEqual(x.shape);
    expect(found.degenerate).toBe(false);
    const expected = slopes(values => numberIn(build(inputs(values))), point, which);
    const scale = Math.max(1, ...expected.map(Math.abs));
    expected.forEach((slope, i) => {
      expect(Math.abs((found.data[i] as number) - slope) / scale, `argument ${which}`).toBeLessThan(1e-6);
    });
  });
}

function slopes(f: (values: readonly Nested[]) => number, point: readonly Nested[], which: number): number[] {
  const base = tensor(point[which] as Nested);
  const at = (i: number, by: number): number => {
    const data = base.data.slice();
    data[i] = (data[i] as number) + by;
    return f(point.map((value, k) => (k === which ? nested({ shape: base.shape, data }) : value)));
  };
  return Array.from(base.data, (_, i) => (at(i, 1e-5) - at(i, -1e-5)) / 2e-5);
}
