import type { FormulaToken } from './token-row.ts';

/** `-[y ln p + (1 - y) ln q]`: square brackets that hold one formula, as people write them around parentheses. */

/** Such brackets become parentheses; those with a comma or a semicolon of their own stay matrices. */
export function withGroups(tokens: readonly FormulaToken[]): FormulaToken[] {
  const found = [...tokens];
  const open: { readonly at: number; isMatrix: boolean }[] = [];
  tokens.forEach(({ kind, text }, i) => {
    if (kind !== 'symbol') return;
    const inner = open.at(-1);
    if (text === '[' || text === '(') open.push({ at: i, isMatrix: text === '(' });
    else if ((text === ',' || text === ';') && inner) inner.isMatrix = true;
    else if ((text === ']' || text === ')') && inner) {
      open.pop();
      if (inner.isMatrix || text === ')') return;
      found[inner.at] = { ...(tokens[inner.at] as FormulaToken), text: '(' };
      found[i] = { ...(tokens[i] as FormulaToken), text: ')' };
    }
  });
  return found;
}
