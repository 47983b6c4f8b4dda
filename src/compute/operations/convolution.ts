import { apply, constant, LEVEL, type Node, type Operation, sameShape } from '../node.ts';
import { allocate, isNoise, type Shape, ShapeError, shapeText, type Tensor } from '../tensor.ts';
import { product } from './arithmetic.ts';
import { eachRowOfProducts, type Form, formOf, type Role, type Roles } from './correlation-form.ts';
import { longSum } from './elided.ts';
import { reshape } from './reshape.ts';
import { indexAt, offsetOf, slidingTex } from './sliding.ts';
import { element } from './structure.ts';

/** The correlation of two tensors and its two adjoints, each made of the same form; and a number for each channel. */

/** Where in each triple of `meetings` the offset of a factor stands. */
const PLACE_IN_MEETING: Roles<number> = { u: 0, k: 1, x: 2 };

/** A sum of more products explains nothing, and its terms take long to make. */
const MOST_TERMS = 2000;

/** Looser than a product, so that it keeps its parentheses beside ⊙, and tighter than a sum. */
const BESIDE_PRODUCTS = 1.5;

const ROLES: readonly Role[] = ['x', 'k', 'u'];
const NAMES: Roles<string> = { u: 'correlate', x: 'correlate_input', k: 'correlate_kernel' };

/** The operation whose result has the role `target`; its arguments have the other two, in the order x, k, u. */
function derivativeBy(target: Role): Operation {
  const [left, right] = ROLES.filter(role => role !== target) as [Role, Role];
  const [inTarget, inLeft, inRight] = [target, left, right].map(role => PLACE_IN_MEETING[role]) as [
    number,
    number,
    number,
  ];
  const formFor = (args: readonly { readonly shape: Shape }[], attributes: Node['attributes']): Form => {
    const given: Record<string, Shape> = { [target]: attributes.shape as Shape };
    given[left] = args[0]?.shape as Shape;
    given[right] = args[1]?.shape as Shape;
    const { x, k, u } = given as Partial<Roles<Shape>>;
    const form = formOf(x as Shape, k as Shape, attributes);
    if (u && !sameShape(u, form.shapes.u)) {
      throw new ShapeError(
        `a correlation of shapes ${shapeText(x as Shape)} and ${shapeText(k as Shape)} has shape ${shapeText(form.shapes.u)}, not ${shapeText(u)}`,
      );
    }
    return form;
  };
  return {
    name: NAMES[target],
    evaluate: (args, attributes) => {
      const form = formFor(args, attributes);
      const [a, b] = args.map(({ data }) => data) as [Float64Array, Float64Array];
      const shape = form.shapes[target];
      const [data, sizes] = [allocate(shape), allocate(shape)];
      const across = form.windows.columns.meetings;
      eachRowOfProducts(form, starts => {
        const [to, from, other] = [starts[target], starts[left], starts[right]];
        for (let j = 0; j < across.length; j += 3) {
          const at = to + (across[j + inTarget] as number);
          const term =
            (a[from + (across[j + inLeft] as number)] as number) *
            (b[other + (across[j + inRight] as number)] as number);
          data[at] = (data[at] as number) + term;
          sizes[at] = (sizes[at] as number) + Math.abs(term);
        }
      });
      return { shape, data: data.map((sum, i) => (isNoise(sum, sizes[i] as number) ? 0 : sum + 0)) };
    },
    write: (args, show, leading, attributes) => {
      const [a, b] = args as [Node, Node];
      const tex = `${show(a, LEVEL.fraction, leading)} ${SIGNS[target](attributes)} ${show(b, LEVEL.fraction)}`;
      return { tex, level: BESIDE_PRODUCTS };
    },
    gradient: (node, upstream) => {
      const [a, b] = node.args as [Node, Node];
      const nodes = { [target]: upstream, [left]: a, [right]: b } as Roles<Node>;
      return [left, right].map(role => contraction(role, nodes, node.attributes));
    },
    workedOut: true,
    component: (node, index, of) => {
      const [a, b] = node.args as [Node, Node];
      const form = formFor(node.args, node.attributes);
      const wanted = offsetOf(index, node.shape);
      const terms: [number, number][] = [];
      const across = form.windows.columns.meetings;
      const width = node.shape.at(-1) as number;
      eachRowOfProducts(form, starts => {
        const inRow = wanted - starts[target];
        if (inRow < 0 || inRow >= width) return;
        for (let j = 0; j < across.length; j += 3) {
          if (across[j + inTarget] !== inRow) continue;
          terms.push([starts[left] + (across[j + inLeft] as number), starts[right] + (across[j + inRight] as number)]);
        }
      });
      if (terms.length === 0) return constant(0);
      if (terms.length > MOST_TERMS) return index.reduce(element, node);
      return longSum(terms.map(([i, j]) => product(of(a, indexAt(i, a.shape)), of(b, indexAt(j, b.shape)))));
    },
  };
}

/**
 * How each is written, with what is not as usual below the star: x ⋆ k; k ⋆ᵀ u, which spreads u out through k; and
 * x ⋆ u, for of single channels the adjoint for k is a correlation too, with stride and dilation exchanged.
 */
const SIGNS: Roles<(attributes: Node['attributes']) => string> = {
  u: attributes => `\\star${marks(attributes)}`,
  x: attributes => `\\star^{\\top}${marks(attributes)}`,
  k: ({ stride, dilation, ...attributes }) =>
    `\\star${marks({ ...attributes, stride: dilation as Shape, dilation: stride as Shape })}`,
};

function marks({ stride, padding, dilation }: Node['attributes']): string {
  return slidingTex({ s: [stride as Shape, 1], p: [padding as Shape, 0], d: [dilation as Shape, 1] });
}

const DERIVATIVES: Roles<Operation> = { x: derivativeBy('x'), k: derivativeBy('k'), u: derivativeBy('u') };

export interface Steps {
  readonly stride: Shape;
  readonly padding: Shape;
  readonly dilation: Shape;
}

/** The derivative of the form by one of the three; of that one nothing but the shape matters. */
function contraction(target: Role, nodes: Roles<Pick<Node, 'shape'>>, attributes: Node['attributes']): Node {
  const { stride, padding, dilation } = attributes as unknown as Steps;
  const args = ROLES.filter(role => role !== target).map(role => nodes[role] as Node);
  const { shape } = nodes[target];
  const steps = { stride, padding, dilation };
  return apply(DERIVATIVES[target], args, target === 'u' ? steps : { ...steps, shape });
}

const NOWHERE = { shape: [] };

/** @throws ShapeError where the channels differ or the kernel is larger than the padded input */
export function correlate(x: Node, k: Node, steps: Steps): Node {
  return contraction('u', { x, k, u: NOWHERE }, { ...steps });
}

/** What reaches an input of this shape when u is sent back through the kernel. */
export function correlateInput(k: Node, u: Node, shape: Shape, steps: Steps): Node {
  return contraction('x', { x: { shape }, k, u }, { ...steps });
}

/** What reaches a kernel of this shape when u is sent back to it. */
export function correlateKernel(x: Node, u: Node, shape: Shape, steps: Steps): Node {
  return contraction('k', { x, k: { shape }, u }, { ...steps });
}

/** One number for each channel, ready to be added to all of its positions, and written as if it were one number. */
const perChannel: Operation = {
  name: 'per_channel',
  evaluate: ([value], { rank }) => {
    const { shape, data } = value as Tensor;
    return { shape: [...shape, ...new Array<number>(rank?.[0] as number).fill(1)], data };
  },
  write: ([value], show, leading) => ({ tex: show(value as Node, LEVEL.atom, leading), level: LEVEL.atom }),
  gradient: (node, upstream) => [reshape(upstream, (node.args[0] as Node).shape)],
  component: (node, [channel = 0], of) => of(node.args[0] as Node, [channel]),
};

/** @param rank the number of axes that follow that of the channels */
export function forEachChannel(vector: Node, rank: number): Node {
  return apply(perChannel, [vector], { rank: [rank] });
}

export const convolutions = [...Object.values(DERIVATIVES), perChannel];
