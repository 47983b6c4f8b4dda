import { LanguageError } from '../../language/error.ts';
import type { Token } from './tokens.ts';

/** Brackets of any shape, which close as they were opened. */

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** @throws LanguageError */
export function checkBrackets(all: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of all) {
    if (token.kind === 'open') open.push(token);
    else if (token.kind === 'close' && CLOSING[open.pop()?.text ?? ''] !== token.text) {
      throw new LanguageError(`"${token.text}" closes no bracket: give a shape such as (3, 5)`, token.at);
    }
  }
  const last = open.at(-1);
  if (last) throw new LanguageError(`"${last.text}" is not closed: "${CLOSING[last.text]}" is missing`, last.at);
}

/** How many brackets are open around each token; those that it opens or closes itself are not counted. */
export function depths(all: readonly Token[]): readonly number[] {
  let depth = 0;
  return all.map(({ kind }) => {
    if (kind === 'open') return depth++;
    return kind === 'close' ? --depth : depth;
  });
}

/** Without the brackets around the whole: `torch.Size([2, 3])` has two pairs. */
export function withoutBrackets(all: readonly Token[]): readonly Token[] {
  let inner = all;
  while (isBracketed(inner)) inner = inner.slice(1, -1);
  return inner;
}

function isBracketed(all: readonly Token[]): boolean {
  const depth = depths(all);
  return all[0]?.kind === 'open' && depth.indexOf(0, 1) === all.length - 1;
}
