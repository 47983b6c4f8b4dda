import { apply, type ComponentRule, constant, LEVEL, type Node, type Operation } from '../node.ts';
import { isNoise, sizeOf, stridesOf, type Tensor } from '../tensor.ts';
import { divide, times } from './arithmetic.ts';
import { axesOf, reduce, reducedShape } from './axes.ts';
import { broadcastTo } from './broadcast.ts';
import { valueAt } from './component.ts';
import { longSumBy } from './elided.ts';
import { reshape } from './reshape.ts';

/** Reductions over axes. Attributes: `axes` (absent: all), `keep` [1] where the reduced axes stay with length 1. */

export interface Reduction {
  readonly name: string;
  /** LaTeX of the function, and whether its argument stands in parentheses. */
  readonly tex: string;
  readonly bare?: true;
  readonly f: (numbers: Float64Array) => number;
  readonly gradient: Operation['gradient'];
  readonly flat?: true;
  readonly kink?: (numbers: Float64Array) => boolean;
  readonly ambiguous?: (numbers: Float64Array) => boolean;
  /** Of one group: how many fall together, each of them, and the result. */
  readonly component?: (count: number, term: (k: number) => Node, result: number) => Node;
}

export const axesIn = (shape: readonly number[], { axes }: Node['attributes']): number[] => axesOf(shape, axes);

/** A reduced node stretched to the shape that it came from. */
export function stretched(reduced: Node, from: Node, attributes: Node['attributes']): Node {
  const axes = axesIn(from.shape, attributes);
  // Axes are aligned at the right, so leading ones come back by themselves.
  const isLeading = axes.every((axis, i) => axis === i);
  const kept = isLeading ? reduced : reshape(reduced, reducedShape(from.shape, axes, true));
  return broadcastTo(kept, from.shape);
}

export const largestOf = (numbers: Float64Array): number => numbers.reduce((a, b) => Math.max(a, b));
const smallestOf = (numbers: Float64Array): number => numbers.reduce((a, b) => Math.min(a, b));
/** The sum; 0 where it is smaller than the rounding of its terms. */
export function totalOf(numbers: Float64Array): number {
  let [sum, sizes] = [0, 0];
  for (const number of numbers) {
    sum += number;
    sizes += Math.abs(number);
  }
  return isNoise(sum, sizes) ? 0 : sum;
}
const occursTwice = (numbers: Float64Array, value: number): boolean =>
  numbers.filter(n => isNoise(n - value, Math.abs(value))).length > 1;

/** Where a reduction found its result: 1 there, else 0. The slope of the largest and the smallest. */
const attained: Operation = {
  name: 'attained',
  evaluate: ([value, result]) => {
    const [a, b] = [value as Tensor, result as Tensor];
    return { shape: a.shape, data: a.data.map((x, i) => (x === b.data[i] ? 1 : 0)) };
  },
  write: ([value, result], show) => ({
    tex: `\\left[${show(value as Node, LEVEL.sum)} = ${show(result as Node, LEVEL.sum)}\\right]`,
    level: LEVEL.atom,
  }),
  flat: true,
  gradient: () => [null, null],
  opaque: true,
};

const throughAttained: Operation['gradient'] = (node, upstream, value) => {
  const [from] = node.args as [Node];
  const back = (reduced: Node): Node => stretched(reduced, from, node.attributes);
  return [times(back(upstream), apply(attained, [from, back(value)]))];
};

const rows: readonly Reduction[] = [
  {
    name: 'sum',
    tex: '\\sum',
    bare: true,
    f: totalOf,
    gradient: (node, upstream) => [stretched(upstream, node.args[0] as Node, node.attributes)],
    component: longSumBy,
  },
  {
    name: 'mean',
    tex: '\\operatorname{mean}',
    f: numbers => totalOf(numbers) / numbers.length,
    gradient: (node, upstream) => {
      const [from] = node.args as [Node];
      const share = constant(from.data.length / Math.max(1, node.data.length));
      return [stretched(apply(divide, [upstream, share]), from, node.attributes)];
    },
    component: (n, term, mean) => apply(divide, [longSumBy(n, term, mean * n), constant(n)]),
  },
  {
    name: 'largest',
    tex: '\\max',
    f: largestOf,
    gradient: throughAttained,
    kink: numbers => occursTwice(numbers, largestOf(numbers)),
  },
  {
    name: 'smallest',
    tex: '\\min',
    f: smallestOf,
    gradient: throughAttained,
    kink: numbers => occursTwice(numbers, smallestOf(numbers)),
  },
  {
    name: 'argmax',
    tex: '\\operatorname{argmax}',
    flat: true,
    f: numbers => numbers.indexOf(largestOf(numbers)),
    gradient: null,
    ambiguous: numbers => occursTwice(numbers, largestOf(numbers)),
  },
  {
    name: 'argmin',
    tex: '\\operatorname{argmin}',
    flat: true,
    f: numbers => numbers.indexOf(smallestOf(numbers)),
    gradient: null,
    ambiguous: numbers => occursTwice(numbers, smallestOf(numbers)),
  },
];

/** `_{\text{axis } 1}` where not everything is reduced. */
export function axesTex(attributes: Node['attributes']): string {
  const { axes, keep } = attributes;
  if (axes === undefined) return '';
  const named = `\\text{${axes.length === 1 ? 'axis' : 'axes'} ${axes.join(', ')}${keep ? ' kept' : ''}}`;
  return `_{${named}}`;
}

export function reductionOperation({
  flat,
  name,
  tex,
  bare,
  f,
  gradient,
  kink,
  ambiguous,
  component,
}: Reduction): Operation {
  const some = (test: (numbers: Float64Array) => boolean): NonNullable<Operation['kink']> => {
    return ([value], attributes) =>
      reduce(value as Tensor, axesIn((value as Tensor).shape, attributes), true, numbers =>
        test(numbers) ? 1 : 0,
      ).data.includes(1);
  };
  return {
    name,
    evaluate: ([value], attributes) => {
      const { shape } = value as Tensor;
      return reduce(value as Tensor, axesIn(shape, attributes), attributes.keep?.[0] === 1, f);
    },
    write: ([value], show, _, attributes) => {
      const head = `${tex}${axesTex(attributes)}`;
      if (bare) return { tex: `${head} ${show(value as Node, LEVEL.product)}`, level: LEVEL.sum };
      return { tex: `${head}\\left(${show(value as Node, LEVEL.relation, true)}\\right)`, level: LEVEL.atom };
    },
    gradient,
    ...(flat ? { flat } : {}),
    ...(kink ? { kink: some(kink) } : {}),
    ...(ambiguous ? { ambiguous: some(ambiguous) } : {}),
    ...(component ? { component: reductionComponent(component) } : {}),
  };
}

function reductionComponent(combine: NonNullable<Reduction['component']>): ComponentRule {
  return (node, index, of) => {
    const [from] = node.args as [Node];
    const axes = axesIn(from.shape, node.attributes);
    const keep = node.attributes.keep?.[0] === 1;
    const lengths = axes.map(axis => from.shape[axis] as number);
    const strides = stridesOf(lengths);
    const term = (k: number): Node => {
      let next = 0;
      const whole = from.shape.map((_, axis) => {
        const at = axes.indexOf(axis);
        if (at >= 0) return Math.floor(k / (strides[at] as number)) % (lengths[at] as number);
        return index[keep ? axis : next++] as number;
      });
      return of(from, whole);
    };
    return combine(sizeOf(lengths), term, valueAt(node, index));
  };
}

export const reductions: readonly Operation[] = [...rows.map(reductionOperation), attained];

/** The sum over axes, or over everything. */
export function sumOver(node: Node, axes?: readonly number[], keep = false): Node {
  return apply(reductionNamed('sum'), [node], reductionAttributes(axes, keep));
}

export function reductionAttributes(axes: readonly number[] | undefined, keep: boolean): Node['attributes'] {
  return { ...(axes ? { axes } : {}), ...(keep ? { keep: [1] } : {}) };
}

export function reductionNamed(name: string): Operation {
  return reductions.find(row => row.name === name) as Operation;
}
