import { itemsOf, type Node } from '../math/tree.ts';

/** How wide a formula will be, roughly: enough to tell whether it has to be broken. In ems of the text around it. */

const LETTER = 0.55;
const DIGIT = 0.5;
const WIDE_LETTER = 0.8;
/** With the blanks on either side. */
const RELATION = 1.35;
const OPERATOR = 1.22;
const POINT = 0.75;
const BRACKET = 0.4;
const COMMA = 0.45;
const SMALL = 0.7;

function symbolWidth({ text, role }: Node & { kind: 'symbol' }): number {
  if (role === 'relation') return RELATION;
  if (role === 'binary') return text === '·' ? POINT : OPERATOR;
  if (role === 'open' || role === 'close' || text === '|') return BRACKET;
  if (role === 'punctuation') return COMMA;
  if (/^[\d.]+$/.test(text)) return DIGIT * text.length - (text.includes('.') ? 0.2 : 0);
  const letters = [...text].reduce((sum, letter) => sum + (/[\p{Lu}mw∑∏]/u.test(letter) ? WIDE_LETTER : LETTER), 0);
  return role === 'text' ? letters * 0.85 : role === 'word' ? letters * 0.9 + 0.17 : letters;
}

const together = (nodes: readonly Node[]): number => nodes.reduce((sum, node) => sum + formulaWidth(node), 0);
const optional = (node: Node | undefined): number => (node ? formulaWidth(node) : 0);

/** An estimate, in ems. */
export function formulaWidth(node: Node): number {
  switch (node.kind) {
    case 'symbol':
      return symbolWidth(node);
    case 'space':
      return [0, 0.22, 1][node.columns] ?? node.columns / 2;
    case 'row':
      return together(itemsOf(node));
    case 'fraction':
      return Math.max(formulaWidth(node.top), formulaWidth(node.bottom)) + 0.25;
    case 'root':
      return formulaWidth(node.body) + 0.9;
    case 'scripts': {
      const small = SMALL * Math.max(optional(node.sub), optional(node.sup));
      return node.limits ? Math.max(formulaWidth(node.base), small) + 0.17 : formulaWidth(node.base) + small;
    }
    case 'accent':
    case 'brace':
      return formulaWidth(node.base);
    case 'fence':
      return formulaWidth(node.body) + 2 * BRACKET;
    case 'grid': {
      const columns = Math.max(0, ...node.rows.map(cells => cells.length));
      const gap = node.derivation ? 0 : 0.5;
      const widths = Array.from({ length: columns }, (_, i) => Math.max(...node.rows.map(cells => optional(cells[i]))));
      return widths.reduce((sum, width) => sum + width + gap, gap);
    }
    case 'frame':
      return formulaWidth(node.body) + 0.6;
  }
}
