import { CONSTANT, INPUT, type Node } from '../compute/node.ts';
import { LanguageError, ValueError } from '../language/error.ts';
import { buildAuthor, parseAuthor } from '../language/evaluate.ts';
import type { Located, Place } from '../language/located.ts';
import { placeIn } from '../language/located.ts';
import { single } from '../language/records.ts';
import type { Expression } from '../language/syntax.ts';

/** What the names of a question stand for in one variant. */
export type Names = ReadonlyMap<string, Node>;

/** A formula of a question file that cannot be read or computed. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly place: Place;
  /** Other numbers may mend it: it is not the formula itself that is wrong. */
  readonly mendable: boolean;

  constructor(formula: Located, error: LanguageError) {
    const { place, exact } = placeIn(formula, error.position);
    const quoted = excerpt(formula.text, error.position);
    super(`"${quoted}": ${error.message}${exact ? '' : `, at character ${error.position + 1}`}`);
    this.place = place;
    this.mendable = error instanceof ValueError;
  }
}

const LONGEST_QUOTED = 80;

/** What stands around a place of a formula, on one line. */
function excerpt(text: string, position: number): string {
  const start = text.length <= LONGEST_QUOTED ? 0 : Math.max(0, position - LONGEST_QUOTED / 2);
  const end = Math.min(text.length, start + LONGEST_QUOTED);
  const shown = text.slice(start, end).replaceAll(/\s+/g, ' ');
  return `${start > 0 ? '…' : ''}${shown}${end < text.length ? '…' : ''}`;
}

const parsed = new Map<string, Expression>();
const MOST_KEPT = 10_000;

/** Formulas are parsed once and computed for every variant. */
function parseOnce(text: string): Expression {
  const known = parsed.get(text);
  if (known) return known;
  if (parsed.size >= MOST_KEPT) parsed.clear();
  const expression = parseAuthor(text);
  parsed.set(text, expression);
  return expression;
}

/** The value of a formula. @throws FormulaError also where it has several results */
export function evaluate(formula: Located, names: Names): Node {
  return located(formula, expression => single(expression, buildAuthor(expression, names)));
}

/** The same, and it may have several results. @throws FormulaError */
export function evaluateAny(formula: Located, names: Names): Node {
  return located(formula, expression => buildAuthor(expression, names));
}

/** Errors of the language get their place in the file. */
function located(formula: Located, compute: (expression: Expression) => Node): Node {
  try {
    return compute(parseOnce(formula.text));
  } catch (error) {
    if (error instanceof LanguageError) throw new FormulaError(formula, error);
    throw error;
  }
}

/** Neither drawn nor written in the question. */
export function isComputed(node: Node): boolean {
  return node.operation !== INPUT && node.operation !== CONSTANT;
}
