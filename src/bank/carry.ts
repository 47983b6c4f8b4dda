import { authorOf } from '../answers/authors.ts';
import type { Earlier, Rekeyed } from '../answers/parts.ts';
import { GradientError } from '../compute/gradient.ts';
import { ArgumentError } from '../compute/library/function.ts';
import { inOrder, input, type Label, type Node, sameShape } from '../compute/node.ts';
import { replace } from '../compute/replace.ts';
import { nested, ShapeError, type Tensor } from '../compute/tensor.ts';
import { makingOf, type Streams } from './making.ts';
import { bind } from './names.ts';
import { type Shown, shownIn, withValues } from './sources.ts';
import type { PartTemplate } from './template.ts';
import { isTooEasy } from './too-easy.ts';
import type { Variant } from './variant.ts';

/** Error carried forward: a step is replaced by the student's own value of it, and what follows is recomputed. */

/** Nothing is drawn where a key is only recomputed. */
const NOTHING_DRAWN: Streams = { next: null, shuffle: low => low, fade: null };

/** Steps with the student's own values, by name, and which step is meant by each name. */
interface Own {
  readonly values: Map<string, Node>;
  readonly owners: Map<string, Node>;
}

/**
 * The key of a part as it follows from the student's own values of earlier parts, and of earlier cells of its own.
 *
 * @returns null where the part does not rest on them, where they are too easy to work with, or where what follows from
 * them is no fair question
 */
export function recomputedKey({ template, vars, parts }: Variant, part: number, earlier: Earlier): Rekeyed | null {
  const wanted = template.parts[part] as PartTemplate;
  const author = authorOf(wanted.answer);
  // A choice among fixed options is no computation of the student's.
  if (!author.node || parts[part]?.key.kind !== wanted.answer.kind) return null;
  const bindings = bind(template, vars);
  const makingFor = (one: PartTemplate) => makingOf(template, one, bindings, NOTHING_DRAWN, false);
  const nodeOf = (one: PartTemplate): Node | null =>
    authorOf(one.answer).node?.(one.answer, one.name, makingFor(one)) ?? null;
  const answer = nodeOf(wanted);
  if (!answer) return null;
  const own: Own = { values: new Map(), owners: new Map(bindings.names) };
  const rests = inOrder([answer]);
  const from = new Set<string>();
  for (const before of template.parts.slice(0, part)) {
    const values = earlier.parts.get(before.name);
    const shown = values && nodeOf(before);
    if (!values || !shown || isTooEasy(values, shown, answer)) continue;
    for (const step of shownIn(shown) ?? []) {
      put(own, step, values);
      if (rests.some(other => other === step.step || isSameGradient(other, step.step))) from.add(before.name);
    }
  }
  const node = followed(answer, own, earlier.cells);
  return node && { key: author.key(wanted.answer, makingFor(wanted), node), from };
}

/** What was said of other places of the same step before stays. */
function put({ values, owners }: Own, shown: Shown, replies: Tensor): void {
  const label = shown.step.label as Label;
  const before = (owners.get(shown.name) === shown.step && values.get(shown.name)) || shown.step;
  values.set(shown.name, input(label, nested(withValues(shown, before, replies))));
  owners.set(shown.name, shown.step);
}

/**
 * The answer with each of its steps recomputed from the student's own values of the steps before. A step that was asked
 * for before keeps its right value: one slip is not to be rewarded twice.
 */
function followed(answer: Node, own: Own, cells: Tensor | null): Node | null {
  const shown = shownIn(answer);
  if (!shown) return recomputed(answer, own);
  const data = Float64Array.from(answer.data);
  let single: Node | null = null;
  let isChanged = false;
  for (const one of shown) {
    const isOther = (name: string): boolean => name !== one.name && !isSameGradient(one.step, own.owners.get(name));
    const before: Own = { ...own, values: new Map([...own.values].filter(([name]) => isOther(name))) };
    const step = recomputed(one.step, before);
    one.places.forEach((place, cell) => {
      if (place >= 0 && step) data[cell] = step.data[place] as number;
    });
    isChanged ||= step !== null;
    single = step;
    if (cells && differs(one, answer, cells)) put(own, one, cells);
  }
  if (!isChanged) return null;
  // A single step keeps its graph, so that mistakes in it are still recognised.
  const isSingle = shown.length === 1 && single && sameShape(single.shape, answer.shape);
  return isSingle ? single : input({ name: '', tex: '' }, nested({ shape: answer.shape, data }));
}

/** Whether the student has another value anywhere in this step. */
function differs({ places }: Shown, answer: Node, cells: Tensor): boolean {
  return places.some((place, cell) => place >= 0 && cells.data[cell] !== answer.data[cell]);
}

/** null where nothing changes, or where what comes out is no fair question. */
function recomputed(node: Node, own: Own): Node | null {
  const steps = inOrder([node]);
  const { values, owners } = withGradients(own, steps);
  const rests = steps.some(
    ({ label }, i) => label && values.has(label.name) && (owners.get(label.name) ?? steps[i]) === steps[i],
  );
  if (!rests) return null;
  try {
    const fresh = replace(node, values, owners, 'kept');
    const isSound =
      (node.degenerate || !fresh.degenerate) && sameShape(fresh.shape, node.shape) && fresh.data.every(Number.isFinite);
    return isSound ? fresh : null;
  } catch (error) {
    // The student's values need not fit: an index that is not whole, a size below 1.
    if (error instanceof ShapeError || error instanceof ArgumentError || error instanceof GradientError) return null;
    throw error;
  }
}

/** Every gradient brings its own chain of steps along; one that was asked for may be a step of another's. */
function withGradients({ values, owners }: Own, steps: readonly Node[]): Own {
  const all: Own = { values: new Map(values), owners: new Map(owners) };
  for (const step of steps) {
    const asked = [...values].find(([name]) => isSameGradient(step, owners.get(name)));
    const name = step.label?.name;
    if (!asked || name === undefined) continue;
    const owner = owners.get(name);
    // The author may mean something else by this name.
    if (owner && !isSameGradient(step, owner)) continue;
    all.values.set(name, asked[1]);
    all.owners.delete(name);
  }
  return all;
}

function isSameGradient(step: Node, other: Node | undefined): boolean {
  const [one, two] = [step.label?.adjoint, other?.label?.adjoint];
  return one !== undefined && one.of === two?.of && one.by === two.by;
}
