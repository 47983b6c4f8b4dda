import { fieldsOf } from '../compute/fields.ts';
import type { Node } from '../compute/node.ts';
import { LanguageError } from './error.ts';
import { didYouMean, quoted } from './suggest.ts';
import type { Expression, Field } from './syntax.ts';

/** Functions with several results. */

/** What the author calls it. */
function called(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'call') return expression.callee;
  return expression.kind === 'field' ? `${called(expression.target)}.${expression.name}` : 'this';
}

/** The node itself. @throws LanguageError where it holds several results */
export function single(expression: Expression, node: Node): Node {
  const fields = fieldsOf(node);
  if (!fields) return node;
  const names = [...fields.keys()];
  const what = called(expression) + (expression.kind === 'call' ? '(…)' : '');
  throw new LanguageError(
    `${what} gives several results (${names.join(', ')}): name one, as in .${names.at(-1)}`,
    expression.at,
  );
}

/** @throws LanguageError where there is no such field */
export function fieldOf(expression: Field, target: Node): Node {
  const { name, at } = expression;
  const fields = fieldsOf(target);
  const what = `${called(expression.target)} has no field ${quoted(name)}`;
  if (!fields) throw new LanguageError(`${what}: only a function with several results has fields`, at);
  const found = fields.get(name);
  if (found) return found;
  const guess = didYouMean(name, fields.keys());
  throw new LanguageError(`${what}${guess}${guess ? '' : ':'} it has ${[...fields.keys()].join(', ')}`, at);
}
