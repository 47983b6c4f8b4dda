import { apply, LEVEL, type Node, type Operation } from '../node.ts';
import { allocate, type Shape, ShapeError, shapeText, stridesOf, type Tensor } from '../tensor.ts';

/** Parts of tensors. */

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

export const slices = [sliced, spread];
