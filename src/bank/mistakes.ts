import type { Misconception } from '../answers/author.ts';
import { GradientError } from '../compute/gradient.ts';
import { ArgumentError } from '../compute/library/function.ts';
import { inOrder, type Node } from '../compute/node.ts';
import { replace } from '../compute/replace.ts';
import { ShapeError, shapeText } from '../compute/tensor.ts';
import { explanation } from '../compute/trace.ts';
import { LanguageError } from '../language/error.ts';
import { type Located, type Place, startOf } from '../language/located.ts';
import { evaluate, FormulaError, type Names } from './formula.ts';
import { fill } from './placeholders.ts';
import type { Mistake } from './template.ts';

/** What misconceptions make of a computed answer. */

/** Those that change the answer, and what each makes of it. */
export function misconceptions(
  mistakes: readonly Mistake[],
  answer: Node,
  names: Names,
  words: ReadonlyMap<string, string>,
): Misconception[] {
  if (mistakes.length === 0) return [];
  const visible = withInnerSteps(answer, names);
  return mistakes.flatMap((mistake): Misconception[] => {
    const node = wrongNode(mistake, answer, visible, names);
    if (node === answer) return [];
    const { tag, because } = mistake;
    return [{ ...startOf(mistake), node, tag: tag ?? because.text, because: fill(because, names, words) }];
  });
}

interface Idle {
  readonly message: string;
  readonly place: Place;
}

/** A mistake that replaces what no answer rests on would never be recognised: most likely its name is misspelt. */
export function idleReplacements(mistakes: readonly Mistake[], answers: readonly Node[]): Idle[] {
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

/** The answer itself: the mistake does not touch it; null: it does, and leads to no value. */
function wrongNode(mistake: Mistake, answer: Node, names: Names, own: Names): Node | null {
  try {
    if (mistake.value) return alike(mistake.value, evaluate(mistake.value, names), answer);
    const replacements = new Map(mistake.instead.map(([name, formula]) => [name, evaluate(formula, names)]));
    return replace(answer, replacements, own);
  } catch (error) {
    if (error instanceof FormulaError && error.mendable) return null;
    if (error instanceof ArgumentError) return null;
    if (error instanceof ShapeError || error instanceof GradientError)
      throw unfit(mistake.instead[0]?.[1] ?? mistake.because, error.message);
    throw error;
  }
}

/** A mistake leads to what the answer is: a number, or a tensor of its shape. */
function alike(formula: Located, node: Node, answer: Node): Node {
  if (node.shape.join() === answer.shape.join()) return node;
  const what = ({ shape }: Node): string =>
    shape.length === 0 ? 'a single number' : `a list of shape ${shapeText(shape)}`;
  throw unfit(formula, `this is ${what(node)}, and the answer ${what(answer)}`);
}

function unfit(formula: Located, message: string): FormulaError {
  return new FormulaError(formula, new LanguageError(message, 0));
}
