import { inOrder, input, type Node, STEP } from '../compute/node.ts';
import { replace } from '../compute/replace.ts';
import { nested, sizeOf, type Tensor } from '../compute/tensor.ts';

/** Which named steps an answer shows, and where: `h`, `cell.h[2]`, `[[f1, g1], [f2, g2]]`. */

/** Operations that only take or arrange what is there. */
const ARRANGING = new Set(['element', 'slice', 'reshape', 'permute', 'transpose', 'list', 'concat', 'interleave']);

/** A named step in an answer. */
export interface Shown {
  readonly name: string;
  readonly step: Node;
  /** For each number of the answer, in order, its place in the step; −1 where it comes from elsewhere. */
  readonly places: readonly number[];
}

/**
 * The steps whose values an answer consists of, each after those it rests on; null where anything else is computed on the
 * way, or two of them bear one name.
 */
export function shownIn(answer: Node): readonly Shown[] | null {
  const steps = stepsIn(answer);
  if (!steps) return null;
  const names = steps.map(step => step.label?.name as string);
  if (new Set(names).size < names.length) return null;
  const order = inOrder([answer]);
  const sorted = steps.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  return sorted.map(step => ({ name: step.label?.name as string, step, places: placesOf(step, steps, answer) }));
}

function stepsIn(node: Node): readonly Node[] | null {
  if (node.operation === STEP && node.label) {
    const inner = node.args[0] as Node;
    // `tex:` of an answer wraps the author's own step in a second one.
    return inner.operation === STEP ? stepsIn(inner) : [node];
  }
  if (!ARRANGING.has(node.operation.name)) return null;
  const steps = node.args.map(stepsIn);
  return steps.includes(null) ? null : [...new Set(steps.flatMap(found => found ?? []))];
}

/** Each number of the step is replaced by its place, the others by −1; then the answer shows what came where. */
function placesOf(step: Node, steps: readonly Node[], answer: Node): readonly number[] {
  const marked = steps.map(other => {
    const data = Float64Array.from({ length: sizeOf(other.shape) }, (_, i) => (other === step ? i : -1));
    return [other.label?.name as string, input({ name: '', tex: '' }, nested({ shape: other.shape, data }))] as const;
  });
  const owners = new Map(steps.map(other => [other.label?.name as string, other]));
  return [...replace(answer, new Map(marked), owners).data];
}

/** The step as it was before, with the values that an answer has where it shows them. */
export function withValues({ step, places }: Shown, before: Tensor, values: Tensor): Tensor {
  const data = Float64Array.from(before.data);
  places.forEach((place, cell) => {
    if (place >= 0) data[place] = values.data[cell] as number;
  });
  return { shape: step.shape, data };
}
