import { constant, type Node } from '../compute/node.ts';
import { authorGrammar } from './author.ts';
import { build } from './build.ts';
import { authorFunctions, studentFunctions } from './functions.ts';
import { parse } from './parser.ts';
import { studentGrammar } from './student.ts';
import type { Expression } from './syntax.ts';

const CONSTANTS: ReadonlyMap<string, Node> = new Map([
  ['pi', constant(Math.PI)],
  ['e', constant(Math.E)],
]);

/** @throws LanguageError */
export function parseAuthor(text: string): Expression {
  return parse(text, authorGrammar);
}

/** @throws LanguageError */
export function buildAuthor(expression: Expression, names: ReadonlyMap<string, Node>): Node {
  return build(expression, { names, functions: authorFunctions });
}

/**
 * The number that a student's text means: `16*7*7`, `3/8`, `1 024`, `5 %`, `√(2/192)`.
 *
 * @throws LanguageError that says why it cannot be read
 */
export function readNumber(text: string): number {
  const expression = parse(
    plainWidth(text).replace(LEAD, lead => ' '.repeat(lead.length)),
    studentGrammar,
  );
  return build(expression, { names: CONSTANTS, functions: studentFunctions }).data[0] as number;
}

/** `k = 784`: what the number is called does not matter. */
const LEAD = /^\s*(?:\p{L}[\p{L}\p{M}\p{N}_]*\s*)?[=≈~]\s*/u;

/** Full-width forms (１２) as their plain counterparts, offset by offset. */
function plainWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
