import { pi } from '../compute/library/constants.ts';
import { constant, input, type Node } from '../compute/node.ts';
import { nested, type Tensor } from '../compute/tensor.ts';
import { arrays } from './arrays.ts';
import { authorGrammar } from './author.ts';
import { build } from './build.ts';
import { blanksOf, type Cells, checkRows, hasBlanks, withZeros } from './cells.ts';
import { Effort } from './effort.ts';
import { LanguageError } from './error.ts';
import { authorFunctions, studentFunctions } from './functions.ts';
import { paper } from './paper/paper.ts';
import { inWords } from './paper/shapes.ts';
import { parse } from './parser.ts';
import { single } from './records.ts';
import { studentGrammar } from './student.ts';
import type { Expression, Grammar } from './syntax.ts';

/** An author's formula is printed, and there π is π. */
const PI = ['pi', pi] as const;
const AUTHOR_CONSTANTS: ReadonlyMap<string, Node> = new Map([PI]);
const STUDENT_CONSTANTS: ReadonlyMap<string, Node> = new Map([PI, ['e', constant(Math.E)]]);
const NO_NAMES: ReadonlyMap<string, Node> = new Map();

/** @throws LanguageError */
export function parseAuthor(text: string): Expression {
  return parse(text, authorGrammar);
}

/** The node of a formula; a record where its function gives several results. @throws LanguageError */
export function buildAuthor(expression: Expression, names: ReadonlyMap<string, Node>): Node {
  return build(expression, {
    dialect: arrays,
    names,
    constants: AUTHOR_CONSTANTS,
    functions: authorFunctions,
    effort: new Effort(),
  });
}

/**
 * The number that a student's text means: `16*7*7`, `3/8`, `1 024`, `5 %`, `√(2/192)`.
 *
 * @throws LanguageError that says why it cannot be read
 */
export function readNumber(text: string): number {
  const expression = parseStudent(text, studentGrammar);
  const { shape, data } = buildStudent(expression);
  if (shape.length === 0) return data[0] as number;
  throw new LanguageError(`a single number is wanted, not ${inWords(shape)}`, expression.at);
}

/**
 * The numbers that a student's text means: `[1 2; 3 4]^T [5; 6]`. A column of n has shape [n, 1], a single number none.
 *
 * @throws LanguageError that says why it cannot be read
 */
export function readTensor(text: string): Tensor {
  return buildStudent(parseStudent(text, tensorGrammar));
}

/**
 * The same, cell by cell: a `_` stands for a cell left blank.
 *
 * @throws LanguageError that says why it cannot be read
 */
export function readCells(text: string): Cells {
  const expression = parseStudent(text, tensorGrammar);
  checkRows(expression);
  if (!hasBlanks(expression)) {
    const { shape, data } = buildStudent(expression);
    return { shape, values: [...data] };
  }
  const { shape, data } = buildStudent(withZeros(expression));
  const blanks = buildStudent(blanksOf(expression)).data;
  return { shape, values: Array.from(data, (value, i) => (blanks[i] === 1 ? null : value)) };
}

/**
 * What a student's calculation comes to, in which names stand for what was computed before. A column of n has shape [n, 1],
 * a single number none.
 *
 * @throws LanguageError that says why it cannot be read
 */
export function calculate(text: string, known: ReadonlyMap<string, Tensor>): Tensor {
  const names = new Map([...known].map(([name, value]) => [name, input({ name, tex: name }, nested(value))] as const));
  return buildStudent(parse(plainWidth(text), tensorGrammar), names);
}

/** Whether a name means something in every calculation of a student's: a function or a constant. */
export function isTaken(name: string): boolean {
  const [token, end] = studentGrammar.tokens(name);
  const isOther = token?.kind !== 'name' || token.text !== name || end?.kind !== 'end';
  return isOther || STUDENT_CONSTANTS.has(name) || studentFunctions.has(name);
}

/** Matrices take more room than numbers. */
const tensorGrammar: Grammar = { ...studentGrammar, longest: 4000 };

function parseStudent(text: string, grammar: Grammar): Expression {
  return parse(withoutLead(text), grammar);
}

/** The text behind `k =`, in plain characters; offset by offset. */
export function withoutLead(text: string): string {
  return plainWidth(text).replace(LEAD, lead => ' '.repeat(lead.length));
}

function buildStudent(expression: Expression, names: ReadonlyMap<string, Node> = NO_NAMES): Node {
  const node = build(expression, {
    dialect: paper,
    names,
    constants: STUDENT_CONSTANTS,
    functions: studentFunctions,
    effort: new Effort(),
  });
  return single(expression, node);
}

/** `k = 784`: what the number is called does not matter. */
const LEAD = /^\s*(?:\p{L}[\p{L}\p{M}\p{N}_]*\s*)?[=≈~]\s*/u;

/** Full-width forms (１２) as their plain counterparts, offset by offset. */
function plainWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
