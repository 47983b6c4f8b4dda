import { CONSTANT, INPUT, type Node } from '../compute/node.ts';
import { LanguageError, ValueError } from '../language/error.ts';
import { buildAuthor, parseAuthor } from '../language/evaluate.ts';
import type { Expression } from '../language/syntax.ts';
import type { Located } from './template.ts';

/** What the names of a question stand for in one variant. */
export type Names = ReadonlyMap<string, Node>;

/** A formula of a question file that cannot be computed. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly line: number;
  /** Other numbers may mend it: it is not the formula itself that is wrong. */
  readonly mendable: boolean;

  constructor(formula: Located, error: LanguageError) {
    super(`"${formula.text}": ${error.message}, at character ${error.position + 1}`);
    this.line = formula.line;
    this.mendable = error instanceof ValueError;
  }
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

/** @throws FormulaError */
export function evaluate(formula: Located, names: Names): Node {
  try {
    return buildAuthor(parseOnce(formula.text), names);
  } catch (error) {
    if (error instanceof LanguageError) throw new FormulaError(formula, error);
    throw error;
  }
}

/** Neither drawn nor written in the question. */
export function isComputed(node: Node): boolean {
  return node.operation !== INPUT && node.operation !== CONSTANT;
}
