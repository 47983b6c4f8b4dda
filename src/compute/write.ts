import { digitsTex, exactDigits, type Shown, shownDigits } from './digits.ts';
import { CONSTANT, INPUT, LEVEL, type Node, type Show, STEP, type Written } from './node.ts';
import { type Nested, nested, shapeText } from './tensor.ts';

/** LaTeX of a node: by names (the formula) or with the names' values put in (the substitution). */

export interface Text {
  readonly tex: string;
  /** False where some number in it was rounded for showing. */
  readonly exact: boolean;
}

const LARGEST_SHOWN_SIDE = 4;

/** The right-hand side of a step: one level of names. */
export function formula(node: Node, symbolOf: (node: Node) => string = ownSymbol): Text {
  return write(node, false, symbolOf);
}

/** The same with each name's value in its place. */
export function substitution(node: Node): Text {
  return write(node, true, ownSymbol);
}

export function ownSymbol(node: Node): string {
  return node.label?.tex ?? '';
}

/** A node's own value. */
export function result(node: Node): Text {
  const numbers = new Numbers();
  return { tex: numbers.of(node, isGiven(node), true).tex, exact: numbers.exact };
}

function write(root: Node, substituted: boolean, symbolOf: (node: Node) => string): Text {
  const numbers = new Numbers();
  const writeNode = (node: Node, leading: boolean): Written => {
    if (node.operation === CONSTANT) return numbers.of(node, true, leading);
    if (node.label && !substituted) return { tex: symbolOf(node), level: symbolLevel(symbolOf(node)) };
    if (node.label || (substituted && node.operation.opaque)) return numbers.of(node, isGiven(node), leading);
    return node.operation.write(node.args, show, leading, node.attributes);
  };
  const show: Show = (node, level, leading = false) => {
    const { tex, level: bound } = writeNode(node, leading);
    return bound >= level ? tex : `\\left(${writeNode(node, true).tex}\\right)`;
  };
  return { tex: writeNode(root, true).tex, exact: numbers.exact };
}

/** A step that only renames a number, and an element of a given list. */
const PASSED_ON = new Set([STEP.name, 'element']);

/** Numbers that stand in the question are shown in full; computed ones are rounded for reading. */
function isGiven(node: Node): boolean {
  return (
    node.operation === CONSTANT ||
    node.operation === INPUT ||
    (PASSED_ON.has(node.operation.name) && isGiven(node.args[0] as Node))
  );
}

/** One letter, command or accented letter, with an index or without. */
const PLAIN_SYMBOL = /^(?:\\?[A-Za-z]+|\\[a-z]+ ?(?:\{[^{}]*\}|\\?[A-Za-z]+))'*(?:_(?:\w|\\[a-z]+|\{[^{}]*\}))?$/;

/** A name of several marks, such as a fraction or one with a superscript, needs parentheses before it is raised. */
function symbolLevel(tex: string): number {
  return PLAIN_SYMBOL.test(tex) ? LEVEL.atom : LEVEL.product;
}

/** Writes numbers, and remembers whether any was rounded. */
class Numbers {
  exact = true;

  of(node: Node, given: boolean, leading: boolean): Written {
    if (node.shape.length === 0) return this.number(node.data[0] as number, given, leading);
    if (node.shape.length > 2 || node.shape.some(side => side > LARGEST_SHOWN_SIDE)) {
      return { tex: `\\text{(a tensor of shape ${shapeText(node.shape)})}`, level: LEVEL.atom };
    }
    const rows = nested(node) as readonly Nested[];
    const cells = (row: Nested): string =>
      (Array.isArray(row) ? row : [row]).map(cell => this.number(cell as number, given, true).tex).join(' & ');
    const body = node.shape.length === 1 ? cells(rows) : rows.map(cells).join(' \\\\ ');
    return { tex: `\\begin{bmatrix} ${body} \\end{bmatrix}`, level: LEVEL.atom };
  }

  private number(value: number, given: boolean, leading: boolean): Written {
    const shown: Shown = given ? exactDigits(value) : shownDigits(value);
    if (!shown.exact) this.exact = false;
    const tex = digitsTex(shown.text);
    const compound = tex.includes('\\cdot') ? LEVEL.product : tex.includes('^') ? LEVEL.power : LEVEL.atom;
    if (!tex.startsWith('-')) return { tex, level: compound };
    return { tex, level: leading ? LEVEL.product : LEVEL.bareMinus };
  }
}
