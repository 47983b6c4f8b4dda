import { LanguageError } from '../../language/error.ts';
import { TRANSPOSED } from '../../language/operators.ts';
import { studentGrammar } from '../../language/student.ts';
import type { Token } from '../../language/syntax.ts';
import { isInParentheses } from './prepare.ts';

/** The cells of a matrix as they were typed, not what they are worth; null where the text is no matrix alone. */
export function cellTexts(text: string): string[][] | null {
  const tokens = tokensOf(text);
  if (!tokens) return null;
  const begin = tokens.findIndex(token => token.text !== '[');
  const end = tokens.findLastIndex(token => token.text === ']');
  const behind = tokens.slice(end + 1, -1);
  if (begin < 1 || behind.some(token => token.text !== TRANSPOSED)) return null;
  const rows = rowsBetween(tokens.slice(0, end + 1), text);
  return rows && behind.length % 2 === 1 ? transposed(rows) : rows;
}

function tokensOf(text: string): readonly Token[] | null {
  try {
    return studentGrammar.tokens(text);
  } catch (error) {
    if (error instanceof LanguageError) return null;
    throw error;
  }
}

/** A comma ends a cell, a semicolon or a bracket a row as well; within parentheses they do not. */
function rowsBetween(tokens: readonly Token[], text: string): string[][] | null {
  const rows: string[][] = [[]];
  let [brackets, parentheses] = [0, 0];
  let start: number | null = null;
  for (const [i, { text: sign, at }] of tokens.entries()) {
    if (sign === '(') parentheses++;
    if (sign === ')') parentheses--;
    const isOutside = parentheses === 0;
    if (isOutside && (sign === ',' || sign === ';' || sign === ']')) {
      if (start !== null) rows.at(-1)?.push(withoutParentheses(text.slice(start, at).trim()));
      start = null;
      if (sign !== ',' && rows.at(-1)?.length !== 0) rows.push([]);
      if (sign === ']' && --brackets === 0 && i < tokens.length - 1) return null;
    } else if (isOutside && sign === '[') {
      if (start !== null) return null;
      brackets++;
    } else start ??= at;
  }
  return brackets === 0 ? rows.filter(row => row.length > 0) : null;
}

/** `0,5` of `(0,5)`: between other cells it needed them. */
function withoutParentheses(cell: string): string {
  return isInParentheses(cell) ? cell.slice(1, -1).trim() : cell;
}

function transposed(rows: readonly (readonly string[])[]): string[][] {
  return (rows[0] ?? []).map((_, column) => rows.map(row => row[column] ?? ''));
}
