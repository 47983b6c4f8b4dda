import { apply, constant, LEVEL, type Node, type Operation, type Show, type Written } from '../node.ts';
import { allocate, type Shape, type Tensor } from '../tensor.ts';
import { divide } from './arithmetic.ts';
import { longSum } from './elided.ts';
import {
  eachPooled,
  elementsOf,
  pooledShape,
  poolingBetween,
  poolingOf,
  poolTex,
  windowOf,
  winners,
} from './pooling-windows.ts';
import { reductionNamed } from './reduction.ts';
import { element } from './structure.ts';

/** Pooling and its adjoints. */

const isTied: NonNullable<Operation['kink']> = ([value], attributes) =>
  winners(value as Tensor, poolingOf((value as Tensor).shape, attributes)).tied;

/** A window of more numbers is not shown, and a sum of more explains nothing and takes long to make. */
const MOST_SHOWN = 25;
const MOST_TERMS = 2000;

const largest = (node: Node): Node => apply(reductionNamed('largest'), [node]);

const maxPool: Operation = {
  name: 'max_pool',
  evaluate: ([value], attributes) => {
    const from = value as Tensor;
    const pooling = poolingOf(from.shape, attributes);
    const { at } = winners(from, pooling);
    return { shape: pooledShape(pooling), data: Float64Array.from(at, i => from.data[i] as number) };
  },
  write: ([value], show, _, attributes) => ({
    tex: `${poolTex('maxpool', attributes)}\\left(${show(value as Node, LEVEL.relation, true)}\\right)`,
    level: LEVEL.atom,
  }),
  gradient: (node, upstream) => [apply(routed, [node.args[0] as Node, upstream], node.attributes)],
  kink: isTied,
  workedOut: true,
  component: (node, index, of) => {
    const [from] = node.args as [Node];
    const places = elementsOf(poolingOf(from.shape, node.attributes), from.shape, index);
    if (places.length > MOST_SHOWN) return index.reduce(element, node);
    return places.length === 1 ? of(from, places[0] as number[]) : largest(windowOf(from, places, of));
  },
};

/** Every number of the second sent to where the first was largest in that window, and 0 elsewhere. */
const routed: Operation = {
  name: 'max_pool_routed',
  evaluate: ([value, upstream], attributes) => {
    const { shape } = value as Tensor;
    const data = allocate(shape);
    const pooling = poolingBetween(shape, (upstream as Tensor).shape, attributes);
    winners(value as Tensor, pooling).at.forEach((target, i) => {
      data[target] = (data[target] as number) + ((upstream as Tensor).data[i] as number);
    });
    return { shape, data };
  },
  write: (args, show, _, attributes) => writeAt('^{\\top}', args, show, attributes),
  gradient: (node, upstream) => [null, apply(picked, [node.args[0] as Node, upstream], node.attributes)],
  kink: isTied,
  ambiguous: isTied,
};

/** The numbers of the second at the places where the first was largest in each window. */
const picked: Operation = {
  name: 'max_pool_picked',
  evaluate: ([value, from], attributes) => {
    const pooling = poolingOf((value as Tensor).shape, attributes);
    const { at } = winners(value as Tensor, pooling);
    return { shape: pooledShape(pooling), data: Float64Array.from(at, i => (from as Tensor).data[i] as number) };
  },
  write: (args, show, _, attributes) => writeAt('', args, show, attributes),
  gradient: (node, upstream) => [null, apply(routed, [node.args[0] as Node, upstream], node.attributes)],
  kink: isTied,
  ambiguous: isTied,
};

/** `maxpool(v; x)`: v pooled where x is largest; with ⊤ the adjoint of that. */
const writeAt = (
  mark: '' | '^{\\top}',
  [value, other]: readonly Node[],
  show: Show,
  attributes: Node['attributes'],
): Written => {
  const [x, v] = [value, other].map(arg => show(arg as Node, LEVEL.relation, true));
  return { tex: `${poolTex('maxpool', attributes)}${mark}\\left(${v};\\; ${x}\\right)`, level: LEVEL.atom };
};

const averagePool: Operation = {
  name: 'avg_pool',
  evaluate: ([value], attributes) => {
    const from = value as Tensor;
    const pooling = poolingOf(from.shape, attributes);
    const shape = pooledShape(pooling);
    const data = allocate(shape);
    eachPooled(pooling, (window, at) => {
      data[window] = (data[window] as number) + (from.data[at] as number);
    });
    return { shape, data: data.map(sum => sum / pooling.windows.sizes.kernel) };
  },
  write: ([value], show, _, attributes) => ({
    tex: `${poolTex('avgpool', attributes)}\\left(${show(value as Node, LEVEL.relation, true)}\\right)`,
    level: LEVEL.atom,
  }),
  gradient: (node, upstream) => [
    apply(averageSpread, [upstream], { ...node.attributes, shape: (node.args[0] as Node).shape }),
  ],
  workedOut: true,
  component: (node, index, of) => {
    const [from] = node.args as [Node];
    const pooling = poolingOf(from.shape, node.attributes);
    const places = elementsOf(pooling, from.shape, index);
    if (places.length > MOST_TERMS) return index.reduce(element, node);
    const terms = places.map(at => of(from, at));
    return apply(divide, [longSum(terms), constant(pooling.windows.sizes.kernel)]);
  },
};

/** Every number spread in equal shares over its window: the adjoint of average pooling. */
const averageSpread: Operation = {
  name: 'avg_pool_spread',
  evaluate: ([value], { shape, ...attributes }) => {
    const from = value as Tensor;
    const pooling = poolingBetween(shape as Shape, from.shape, attributes);
    const data = allocate(shape as Shape);
    eachPooled(pooling, (window, at) => {
      data[at] = (data[at] as number) + (from.data[window] as number) / pooling.windows.sizes.kernel;
    });
    return { shape: shape as Shape, data };
  },
  write: ([value], show, _, attributes) => ({
    tex: `${poolTex('avgpool', attributes)}^{\\top}\\left(${show(value as Node, LEVEL.relation, true)}\\right)`,
    level: LEVEL.atom,
  }),
  gradient: (node, upstream) => {
    const { shape: _, ...attributes } = node.attributes;
    return [apply(averagePool, [upstream], attributes)];
  },
};

export const poolings = [maxPool, routed, picked, averagePool, averageSpread];

/** One number for each pooled axis. */
export interface PoolSteps {
  readonly kernel: Shape;
  readonly stride: Shape;
  readonly padding: Shape;
}

/** @throws ShapeError where the window is larger than the padded input or lies in the padding */
export function maxPooled(x: Node, steps: PoolSteps): Node {
  return apply(maxPool, [x], { ...steps });
}

/** What reaches x when the adjoint of its max pooling is sent back. */
export function maxRouted(x: Node, upstream: Node, steps: PoolSteps): Node {
  return apply(routed, [x, upstream], { ...steps });
}

export function averagePooled(x: Node, steps: PoolSteps): Node {
  return apply(averagePool, [x], { ...steps });
}

/** What reaches an input of this shape when the adjoint of its average pooling is sent back. */
export function averageSpreadTo(upstream: Node, shape: Shape, steps: PoolSteps): Node {
  return apply(averageSpread, [upstream], { ...steps, shape });
}
