import { parseLatex } from '../math/latex.ts';
import type { Node } from '../math/tree.ts';
import { spoken } from './say.ts';

/** LaTeX for listening. */

const NONE: ReadonlySet<string> = new Set();

/** A formula in words; `undefined` where it cannot be read. */
export function spokenFormula(latex: string, both: ReadonlySet<string> = NONE): string | undefined {
  const node = parseLatex(latex);
  return node && (spoken(node, both) || undefined);
}

/** The Latin letters, in lower case, that stand in these formulas in both cases. */
export function lettersInBothCases(formulas: Iterable<string>): ReadonlySet<string> {
  const met = new Set<string>();
  for (const latex of formulas) {
    const node = parseLatex(latex);
    if (node) collect(node, met);
  }
  return new Set([...met].filter(letter => letter !== letter.toUpperCase() && met.has(letter.toUpperCase())));
}

const LETTER = /^[A-Za-z]$/;

function collect(node: Node, met: Set<string>): void {
  switch (node.kind) {
    case 'symbol': {
      const letter = node.text.normalize('NFKC');
      if (LETTER.test(letter)) met.add(letter);
      return;
    }
    case 'space':
      return;
    case 'row':
      for (const item of node.items) collect(item, met);
      return;
    case 'grid':
      for (const cell of node.rows.flat()) collect(cell, met);
      return;
    default:
      for (const part of partsOf(node)) if (part) collect(part, met);
  }
}

type Composed = Exclude<Node, { kind: 'symbol' | 'space' | 'row' | 'grid' }>;

function partsOf(node: Composed): readonly (Node | undefined)[] {
  switch (node.kind) {
    case 'fraction':
      return [node.top, node.bottom];
    case 'root':
      return [node.body, node.index];
    case 'scripts':
      return [node.base, node.sub, node.sup];
    case 'accent':
    case 'brace':
      return [node.base];
    case 'fence':
    case 'frame':
      return [node.body];
  }
}
