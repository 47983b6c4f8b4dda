import { fieldsOf } from '../compute/fields.ts';
import { library } from '../compute/library.ts';
import { input, type Node } from '../compute/node.ts';
import { symbolTex } from '../compute/symbol.ts';
import { nested } from '../compute/tensor.ts';
import { type Step, trace } from '../compute/trace.ts';
import { LanguageError } from '../language/error.ts';
import { buildAuthor, parseAuthor } from '../language/evaluate.ts';
import { AUTHOR_WORDS } from '../language/operators.ts';
import type { Expression } from '../language/syntax.ts';
import { named, stepsOf } from './names.ts';
import { blanked, statements } from './statements.ts';

/** What a formula with its definitions comes to, and how. */
export interface Evaluation {
  /** A record where there are several results. */
  readonly value: Node;
  readonly steps: readonly Step[];
  /** It rests on a kink or a tie, where it is a matter of convention. */
  readonly degenerate: boolean;
}

/** A definition that stands before the formula: `name=formula` as a whole, and where the formula begins in it. */
export interface Let {
  readonly name: string;
  readonly text: string;
  readonly start: number;
}

/** Why there is no value, and where in which text. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
  readonly text: string;
  /** 0-based offset into the text. */
  readonly position: number;

  constructor(message: string, text: string, position: number) {
    super(message);
    this.text = text;
    this.position = position;
  }
}

type Names = Map<string, Node>;

/** @throws EvaluationError */
export function evaluateText(text: string, lets: readonly Let[]): Evaluation {
  const names: Names = new Map();
  for (const { name, text: whole, start } of lets) {
    located(whole, `--let ${name}: `, () => {
      names.set(name, definition(name, blanked(whole, start), names));
    });
  }
  const value = located(text, '', () => last(text, names));
  const roots = fieldsOf(value) ?? new Map([['value', value]]);
  const steps = trace([...roots], stepsOf([...names.values()]));
  return { value, steps, degenerate: [...roots.values()].some(node => node.degenerate) };
}

/** Why a name cannot be defined, or null. */
export function refusal(name: string, names: { has(name: string): boolean }): string | null {
  if (AUTHOR_WORDS.has(name)) return `"${name}" is a word of the language`;
  if (library.has(name)) return `"${name}" is a function of the language`;
  return names.has(name) ? `"${name}" is defined twice` : null;
}

function last(text: string, names: Names): Node {
  const all = statements(text);
  const values = all.map(({ name, at, formula }, i) => {
    if (name !== null) return define(name, at, formula, names);
    const value = buildAuthor(parseAuthor(formula), names);
    if (i === all.length - 1) return value;
    throw new LanguageError('only definitions, name = formula, stand before a semicolon', at);
  });
  // There is always one statement, if only an empty one, which does not parse.
  return values.at(-1) as Node;
}

function define(name: string, at: number, formula: string, names: Names): Node {
  const refused = refusal(name, names);
  if (refused !== null) throw new LanguageError(`${refused}: choose another name`, at);
  const value = definition(name, formula, names);
  names.set(name, value);
  return value;
}

/** Numbers are given; anything else is a step. */
function definition(name: string, formula: string, names: Names): Node {
  const expression = parseAuthor(formula);
  const value = buildAuthor(expression, names);
  if (isWritten(expression)) return input({ name, tex: symbolTex(name) }, nested(value));
  return named(value, { name, tex: null, why: null }, names);
}

/** A number, or lists of numbers. */
function isWritten(expression: Expression): boolean {
  if (expression.kind === 'unary') return expression.operator !== 'not' && isWritten(expression.operand);
  if (expression.kind === 'list') return expression.rows.every(row => row.every(isWritten));
  return expression.kind === 'number';
}

function located<T>(text: string, where: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof LanguageError) throw new EvaluationError(where + error.message, text, error.position);
    throw error;
  }
}
