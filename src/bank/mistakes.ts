import type { NumberMistake } from '../answers/number/number.ts';
import { acceptedInterval, accepts, type Tolerance } from '../answers/number/tolerance.ts';
import { GradientError } from '../compute/gradient.ts';
import { ArgumentError } from '../compute/library/function.ts';
import { inOrder, type Node } from '../compute/node.ts';
import { replace } from '../compute/replace.ts';
import { ShapeError } from '../compute/tensor.ts';
import { explanation } from '../compute/trace.ts';
import { LanguageError } from '../language/error.ts';
import { evaluate, FormulaError, type Names } from './formula.ts';
import { startOf } from './located.ts';
import { fill } from './placeholders.ts';
import type { Located, Mistake, Place } from './template.ts';

/** What a misconception makes of a part, beside the part's own key. */

interface Target {
  readonly name: string;
  readonly node: Node;
  readonly tolerance: Tolerance;
  /** The only part with a number takes every mistake that names no part. */
  readonly only: boolean;
}

/**
 * The mistakes that bear on one part; `collision` tells of the first whose value cannot be told from the key, or has none.
 */
export function mistakesOf(
  mistakes: readonly Mistake[],
  target: Target,
  names: Names,
  words: ReadonlyMap<string, string>,
): { readonly found: NumberMistake[]; readonly collision: Collision | null } {
  const key = acceptedInterval(target.node.data[0] as number, target.tolerance);
  const visible = mistakes.length === 0 ? names : withInnerSteps(target.node, names);
  const found: NumberMistake[] = [];
  let collision: Collision | null = null;
  for (const mistake of mistakes) {
    const node = wrongNode(mistake, target, visible, names);
    if (node === null) continue;
    const value = node === 'undefined' ? Number.NaN : (node.data[0] as number);
    if (!Number.isFinite(value) || accepts(key, value)) {
      const what = Number.isFinite(value)
        ? `gives ${value}, too near to the key ${target.node.data[0]}`
        : 'has no value';
      collision ??= { message: `the mistake of line ${mistake.line} ${what}`, place: startOf(mistake) };
      continue;
    }
    found.push({
      value,
      accepts: acceptedInterval(value, target.tolerance),
      tag: mistake.tag ?? mistake.because.text,
      because: fill(mistake.because, names, words),
    });
  }
  return { found, collision };
}

interface Collision {
  readonly message: string;
  readonly place: Place;
}

/** A mistake that replaces what no answer rests on would never be recognised: most likely its name is misspelt. */
export function idleReplacements(mistakes: readonly Mistake[], answers: readonly Node[]): Collision[] {
  if (mistakes.every(({ instead }) => instead.length === 0)) return [];
  const known = new Set([...explanation(answers)].flatMap(({ label }) => (label ? [label.name] : [])));
  return mistakes
    .flatMap(({ instead }) => instead)
    .filter(([name]) => !known.has(name))
    .map(([name, formula]) => {
      const message = `instead.${name}: no answer rests on a step or variable of this name; they are ${[...known].join(', ')}`;
      return { message, place: startOf(formula) };
    });
}

/** Steps that functions and gradients brought along can be named too, such as dL_dh1. */
function withInnerSteps(node: Node, names: Names): Names {
  const inner = inOrder([node]).flatMap((step): [string, Node][] => (step.label ? [[step.label.name, step]] : []));
  return new Map([...inner, ...names]);
}

/** null: the mistake does not touch this part; `undefined`: it does, and leads to no number. */
function wrongNode(mistake: Mistake, target: Target, names: Names, own: Names): Node | null | 'undefined' {
  if (mistake.part === null ? mistake.value && !target.only : mistake.part !== target.name) return null;
  try {
    if (mistake.value) return single(mistake.value, evaluate(mistake.value, names));
    const replacements = new Map(mistake.instead.map(([name, formula]) => [name, evaluate(formula, names)]));
    const node = replace(target.node, replacements, own);
    return node === target.node ? null : node;
  } catch (error) {
    if (error instanceof FormulaError && error.mendable) return 'undefined';
    if (error instanceof ArgumentError) return 'undefined';
    if (error instanceof ShapeError || error instanceof GradientError)
      throw unfit(mistake.instead[0]?.[1] ?? mistake.because, error.message);
    throw error;
  }
}

function single(formula: Located, node: Node): Node {
  if (node.shape.length > 0) throw unfit(formula, 'a mistake leads to a single number, not to a list');
  return node;
}

function unfit(formula: Located, message: string): FormulaError {
  return new FormulaError(formula, new LanguageError(message, 0));
}
