import { parseLatex } from '../math/latex.ts';
import { linear } from '../math/linear.ts';
import { isSymbol, itemsOf, type Node } from '../math/tree.ts';
import { safeLine } from '../safe.ts';
import { displayLines } from './formula-lines.ts';
import { typstOf } from './formula-parts.ts';
import { formulaWidth } from './formula-width.ts';
import { typstString } from './quote.ts';
import { rawMarkup } from './raw.ts';
import { remembered, rememberedByWidth } from './remembered.ts';

/** Formulas as Typst markup. */

/** The room for a display where the caller names none: A4 with usual margins, in ems of its text. */
export const TEXT_WIDTH = 40;

/** Typst has bounds of its own, which no formula that can be read comes near. */
const MOST_NESTED = 16;

function nesting(node: Node | undefined): number {
  if (node === undefined) return 0;
  switch (node.kind) {
    case 'symbol':
    case 'space':
      return 0;
    case 'row':
      return deepest(node.items);
    case 'fraction':
      return 1 + deepest([node.top, node.bottom]);
    case 'root':
      return 1 + deepest([node.body, node.index]);
    case 'scripts':
      return 1 + deepest([node.base, node.sub, node.sup]);
    case 'accent':
    case 'brace':
      return 1 + nesting(node.base);
    case 'fence':
    case 'frame':
      return 1 + nesting(node.body);
    case 'grid':
      return 1 + deepest(node.rows.flat());
  }
}

function deepest(nodes: readonly (Node | undefined)[]): number {
  return nodes.reduce((most, node) => Math.max(most, nesting(node)), 0);
}

/** A formula within a line that is no wider stays whole, in ems. */
const UNBROKEN = 10;

/** Whether Typst could end a line within the formula: behind an operator, also in brackets. */
function isBreakable(node: Node): boolean {
  return itemsOf(node).some(item => {
    if (item.kind === 'fence') return isBreakable(item.body);
    return isSymbol(item) && (item.role === 'relation' || item.role === 'binary');
  });
}

/** The tree; none where LaTeX cannot be set. */
function readable(latex: string): Node | undefined {
  const node = parseLatex(latex);
  return nesting(node) > MOST_NESTED ? undefined : node;
}

/** Read aloud in place of the signs, as on a screen: without it a reader would tell neither scripts nor fractions. */
function inWords(node: Node, latex: string): string {
  return typstString(safeLine(linear(node)).trim() || safeLine(latex).trim() || ' ');
}

const inline = remembered(latex => {
  const node = readable(latex);
  if (node === undefined) return rawMarkup(latex.trim(), false);
  const body = typstOf(node) || '""';
  // What could bear scripts is one piece. A box would be, too, but stands on the line with its bottom and no baseline.
  const whole = isBreakable(node) && formulaWidth(node) <= UNBROKEN ? `scripts(${body})` : body;
  return `#math.equation(alt: ${inWords(node, latex)}, $${whole}$);`;
});

const displayed = rememberedByWidth((latex, width) => {
  const node = readable(latex);
  if (node === undefined) return rawMarkup(latex.trim(), true);
  const lines = displayLines(node, width).filter(line => line !== '');
  const body = lines.join(' \\\n  ') || '""';
  return `#math.equation(block: true, alt: ${inWords(node, latex)}, $ ${body} $);`;
});

/**
 * LaTeX as Typst markup: an equation, or its source where it cannot be set.
 *
 * @param width the room for a display, in ems; wider ones are broken over lines
 */
export function mathTypst(latex: string, display: boolean, width: number = TEXT_WIDTH): string {
  return display ? displayed(latex, width) : inline(latex);
}
