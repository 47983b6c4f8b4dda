import { apply, LEVEL, type Node, type Operation } from '../node.ts';
import { allocate, type Shape, ShapeError, shapeText, sizeOf, stridesOf, type Tensor, zip } from '../tensor.ts';
import { reduceTo } from './broadcast.ts';
import { stretchedIndex } from './component.ts';

/** Parts of tensors, tensors joined, and a choice between two by a mask. */

/** What is taken along one axis: `length` places from `start`, `step` apart. A single place drops the axis. */
export interface Range {
  readonly start: number;
  readonly length: number;
  readonly step: number;
  readonly drop: boolean;
}

interface SliceAttributes {
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  readonly steps: readonly number[];
  readonly drops: readonly number[];
}

const keptLengths = ({ lengths, drops }: SliceAttributes): number[] => lengths.filter((_, axis) => drops[axis] === 0);

/** Offset in the whole of the first element and, for each element of the part, its offset from there. */
function offsetsOf(whole: Shape, part: SliceAttributes): Int32Array {
  const strides = stridesOf(whole);
  let offsets = [0];
  whole.forEach((_, axis) => {
    const stride = strides[axis] as number;
    offsets = offsets.flatMap(base =>
      Array.from(
        { length: part.lengths[axis] as number },
        (_unused, i) => base + ((part.starts[axis] as number) + i * (part.steps[axis] as number)) * stride,
      ),
    );
  });
  return Int32Array.from(offsets);
}

const asSlice = (attributes: Node['attributes']): SliceAttributes => attributes as unknown as SliceAttributes;

/** W_{1:2,:} – places counted from 1, both ends taken. */
function placesTex({ starts, lengths, steps, drops }: SliceAttributes, shape: Shape): string {
  return shape
    .map((length, axis) => {
      const [start, taken, step] = [starts[axis], lengths[axis], steps[axis]] as [number, number, number];
      if (drops[axis] === 1) return `${start + 1}`;
      if (start === 0 && step === 1 && taken === length) return ':';
      const last = start + (taken - 1) * step + 1;
      return step === 1 ? `${start + 1}:${last}` : `${start + 1}:${step}:${last}`;
    })
    .join(',');
}

const sliced: Operation = {
  name: 'slice',
  evaluate: ([value], attributes) => {
    const from = value as Tensor;
    const part = asSlice(attributes);
    const offsets = offsetsOf(from.shape, part);
    return { shape: keptLengths(part), data: Float64Array.from(offsets, at => from.data[at] as number) };
  },
  write: ([value], show, _, attributes) => ({
    tex: `{${show(value as Node, LEVEL.atom)}}_{${placesTex(asSlice(attributes), (value as Node).shape)}}`,
    level: LEVEL.atom,
  }),
  opaque: true,
  gradient: (node, upstream) => [
    apply(spread, [upstream], { ...node.attributes, shape: (node.args[0] as Node).shape }),
  ],
  component: (node, index, of) => {
    const { starts, steps, drops } = asSlice(node.attributes);
    let next = 0;
    const whole = starts.map((start, axis) =>
      drops[axis] === 1 ? start : start + (index[next++] as number) * (steps[axis] as number),
    );
    return of(node.args[0] as Node, whole);
  },
};

/** Zeros of the whole shape with the part in its places: the adjoint of a slice. */
const spread: Operation = {
  name: 'spread',
  evaluate: ([value], { shape, ...attributes }) => {
    const data = allocate(shape as Shape);
    offsetsOf(shape as Shape, asSlice(attributes)).forEach((at, i) => {
      data[at] = (value as Tensor).data[i] as number;
    });
    return { shape: shape as Shape, data };
  },
  write: ([value], show, _, { shape, ...attributes }) => ({
    tex: `\\operatorname{place}_{${placesTex(asSlice(attributes), shape as Shape)}}\\left(${show(value as Node, LEVEL.relation, true)}\\right)`,
    level: LEVEL.atom,
  }),
  gradient: (node, upstream) => {
    const { shape: _, ...attributes } = node.attributes;
    return [apply(sliced, [upstream], attributes)];
  },
};

/** @param ranges one for each axis @throws ShapeError for a wrong number of them */
export function slice(node: Node, ranges: readonly Range[]): Node {
  if (ranges.length !== node.shape.length) {
    throw new ShapeError(`${ranges.length} indices for shape ${shapeText(node.shape)}`);
  }
  return apply(sliced, [node], {
    starts: ranges.map(range => range.start),
    lengths: ranges.map(range => range.length),
    steps: ranges.map(range => range.step),
    drops: ranges.map(range => (range.drop ? 1 : 0)),
  });
}

const whole = (length: number): Range => ({ start: 0, length, step: 1, drop: false });

/** `length` places along one axis, from `start` on. */
export function narrow(node: Node, axis: number, start: number, length: number): Node {
  return slice(
    node,
    node.shape.map((full, i) => (i === axis ? { start, length, step: 1, drop: false } : whole(full))),
  );
}

const joined: Operation = {
  name: 'concat',
  evaluate: (args, { axis }) => {
    const [first, ...others] = args as [Tensor, ...Tensor[]];
    const along = axis?.[0] as number;
    const odd = others.find(
      ({ shape }) => shape.length !== first.shape.length || shape.some((n, i) => i !== along && n !== first.shape[i]),
    );
    if (odd || along >= first.shape.length) {
      throw new ShapeError(
        `shapes ${shapeText(first.shape)} and ${shapeText((odd ?? first).shape)} cannot be joined along axis ${along}`,
      );
    }
    const length = args.reduce((sum, { shape }) => sum + (shape[along] as number), 0);
    const shape = first.shape.map((n, i) => (i === along ? length : n));
    const data = allocate(shape);
    const inner = sizeOf(shape.slice(along + 1));
    const blocks = sizeOf(shape.slice(0, along));
    let at = 0;
    for (let block = 0; block < blocks; block++) {
      for (const arg of args) {
        const width = (arg.shape[along] as number) * inner;
        data.set(arg.data.subarray(block * width, (block + 1) * width), at);
        at += width;
      }
    }
    return { shape, data };
  },
  write: (args, show, _, { axis }) => ({
    tex: `\\operatorname{concat}${axis?.[0] ? `_{\\text{axis } ${axis[0]}}` : ''}\\left(${args.map(arg => show(arg, LEVEL.relation, true)).join(',\\; ')}\\right)`,
    level: LEVEL.atom,
  }),
  gradient: (node, upstream) => {
    const along = node.attributes.axis?.[0] as number;
    let start = 0;
    return node.args.map(arg => {
      const length = arg.shape[along] as number;
      start += length;
      return narrow(upstream, along, start - length, length);
    });
  },
  component: (node, index, of) => {
    const along = node.attributes.axis?.[0] as number;
    let at = index[along] as number;
    for (const arg of node.args) {
      const length = arg.shape[along] as number;
      if (at < length)
        return of(
          arg,
          index.map((i, axis) => (axis === along ? at : i)),
        );
      at -= length;
    }
    throw new ShapeError('the index lies outside');
  },
};

/** @throws ShapeError where the other axes differ */
export function concat(items: readonly Node[], axis: number): Node {
  return apply(joined, items, { axis: [axis] });
}

/** The first where the mask is not 0, else the second. The mask takes no gradient. */
const chosen: Operation = {
  name: 'where',
  evaluate: ([mask, a, b]) => {
    const first = zip(mask as Tensor, a as Tensor, (m, x) => (m !== 0 ? x : 0));
    const second = zip(mask as Tensor, b as Tensor, (m, y) => (m !== 0 ? 0 : y));
    return zip(first, second, (x, y) => x + y);
  },
  write: (args, show) => {
    const [mask, a, b] = args.map(arg => show(arg, LEVEL.relation, true));
    return { tex: `\\operatorname{where}\\left(${mask},\\; ${a},\\; ${b}\\right)`, level: LEVEL.atom };
  },
  gradient: (node, upstream) => {
    const [mask, a, b] = node.args as [Node, Node, Node];
    const share = (part: Operation, to: Node): Node => reduceTo(apply(part, [mask, upstream]), to.shape);
    return [null, share(masked, a), share(unmasked, b)];
  },
  component: (node, index, of) =>
    apply(
      chosen,
      node.args.map(arg => of(arg, stretchedIndex(index, arg.shape))),
    ),
};

const through = (name: string, tex: string, passes: (m: number) => boolean): Operation => ({
  name,
  evaluate: ([mask, value]) => zip(mask as Tensor, value as Tensor, (m, x) => (passes(m) ? x : 0)),
  write: ([mask, value], show) => ({
    tex: `\\left[${show(mask as Node, LEVEL.sum, true)} ${tex} 0\\right] \\odot ${show(value as Node, LEVEL.power)}`,
    level: LEVEL.product,
  }),
  gradient: (node, upstream) => {
    const [mask, value] = node.args as [Node, Node];
    return [null, reduceTo(apply(node.operation, [mask, upstream]), value.shape)];
  },
});
const masked = through('masked', '\\ne', m => m !== 0);
const unmasked = through('unmasked', '=', m => m === 0);

export function where(mask: Node, a: Node, b: Node): Node {
  return apply(chosen, [mask, a, b]);
}

/** A 1 at the place that each number names, counted from 0, along a new last axis of length `classes`. */
const oneHotOf: Operation = {
  name: 'one_hot',
  evaluate: ([index], { classes }) => {
    const places = index as Tensor;
    const n = classes?.[0] as number;
    const data = allocate([...places.shape, n]);
    places.data.forEach((place, i) => {
      if (!(Number.isInteger(place) && place >= 0 && place < n)) {
        throw new ShapeError(`${place} is no class of ${n}, counted from 0`);
      }
      data[i * n + place] = 1;
    });
    return { shape: [...places.shape, n], data };
  },
  write: ([index], show, _, { classes }) => ({
    tex: `\\operatorname{onehot}_{${classes?.[0]}}\\left(${show(index as Node, LEVEL.relation, true)}\\right)`,
    level: LEVEL.atom,
  }),
  gradient: () => [null],
};

/** @throws ShapeError where a number is no class */
export function oneHot(index: Node, classes: number): Node {
  return apply(oneHotOf, [index], { classes: [classes] });
}

export const selection = [oneHotOf, sliced, spread, joined, chosen, masked, unmasked];
