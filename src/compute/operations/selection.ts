import { apply, constant, LEVEL, type Node, type Operation } from '../node.ts';
import { allocate, ShapeError, shapeText, sizeOf, type Tensor, zip } from '../tensor.ts';
import { subtract, times } from './arithmetic.ts';
import { reduceTo } from './broadcast.ts';
import { notEqual } from './comparison.ts';
import { stretchedIndex } from './component.ts';
import { narrow } from './slice.ts';

/** Tensors joined, a choice between two by a mask, and ones in chosen places. */

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

/** What stands in one pair of Iverson's brackets. */
const CONDITION = /^\\left\[((?:(?!\\left\[|\\right\]).)*)\\right\]$/;

/** The first where the mask is not 0, else the second. The mask takes no gradient. */
const chosen: Operation = {
  name: 'where',
  evaluate: ([mask, a, b]) => {
    const first = zip(mask as Tensor, a as Tensor, (m, x) => (m !== 0 ? x : 0));
    const second = zip(mask as Tensor, b as Tensor, (m, y) => (m !== 0 ? 0 : y));
    return zip(first, second, (x, y) => x + y);
  },
  // A single number is told by cases, as in a book.
  write: (args, show) => {
    const [mask, a, b] = args.map(arg => show(arg, LEVEL.relation, true)) as [string, string, string];
    if (args.every(({ shape }) => shape.length === 0)) {
      const condition = CONDITION.exec(mask)?.[1] ?? `${mask} \\ne 0`;
      return {
        tex: `\\begin{cases} ${a} & ${condition} \\\\ ${b} & \\text{else} \\end{cases}`,
        level: LEVEL.bareMinus,
      };
    }
    return { tex: `\\operatorname{where}\\left(${mask},\\; ${a},\\; ${b}\\right)`, level: LEVEL.atom };
  },
  gradient: (node, upstream) => {
    const [mask, a, b] = node.args as [Node, Node, Node];
    const on = mask.data.every(m => m === 0 || m === 1) ? mask : apply(notEqual, [mask, constant(0)]);
    const share = (part: Node, to: Node): Node => reduceTo(times(upstream, part), to.shape);
    return [null, share(on, a), share(apply(subtract, [constant(1), on]), b)];
  },
  component: (node, index, of) =>
    apply(
      chosen,
      node.args.map(arg => of(arg, stretchedIndex(index, arg.shape))),
    ),
};

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
  flat: true,
  gradient: () => [null],
};

/** @throws ShapeError where a number is no class */
export function oneHot(index: Node, classes: number): Node {
  return apply(oneHotOf, [index], { classes: [classes] });
}

export const selection = [oneHotOf, joined, chosen];
