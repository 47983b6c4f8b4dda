import { digitsTex, exactDigits, type Shown, shownDigits } from './digits.ts';
import { CONSTANT, INPUT, LEVEL, type Node, type Show, STEP, type Written } from './node.ts';
import { type Nested, nested, type Shape, shapeText } from './tensor.ts';

/** LaTeX of a node: by names (the formula) or with the names' values put in (the substitution). */

export interface Text {
  readonly tex: string;
  /** False where some number in it was rounded for showing. */
  readonly exact: boolean;
  /** False where a tensor in it is too large to be shown and only its shape is named. */
  readonly whole: boolean;
}

const LARGEST_SHOWN_SIDE = 4;

/** Whether a tensor is shown number by number. */
export function isSmall(shape: Shape): boolean {
  return shape.length <= 2 && shape.every(side => side <= LARGEST_SHOWN_SIDE);
}

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
  return { tex: numbers.of(node, isGiven(node), true).tex, exact: numbers.exact, whole: numbers.whole };
}

/** More operations than this in one formula are shown by dots. Shared nodes are written wherever they are used. */
const MOST_WRITTEN = 1000;
/** Stands for a formula that is too long to be read. */
export const TOO_LONG: Text = { tex: '\\dots', exact: true, whole: true };

function write(root: Node, substituted: boolean, symbolOf: (node: Node) => string): Text {
  const numbers = new Numbers();
  let left = MOST_WRITTEN;
  const writeNode = (node: Node, leading: boolean): Written => {
    if (left-- <= 0) return { tex: TOO_LONG.tex, level: LEVEL.atom };
    if (node.operation === CONSTANT) return numbers.of(node, true, leading);
    if (node.label && !substituted) return { tex: symbolOf(node), level: symbolLevel(symbolOf(node)) };
    if (node.label || (substituted && node.operation.opaque)) return numbers.of(node, isGiven(node), leading);
    return node.operation.write(node.args, show, leading, node.attributes);
  };
  const show: Show = (node, level, leading = false) => {
    const first = writeNode(node, true);
    const enclosed = `\\left(${first.tex}\\right)`;
    if (first.level < level) return enclosed;
    // Only what begins with a minus sign reads otherwise behind another sign.
    if (leading || !first.tex.startsWith('-')) return first.tex;
    const { tex, level: bound } = writeNode(node, false);
    return bound >= level ? tex : enclosed;
  };
  const { tex } = writeNode(root, true);
  return left < 0 ? TOO_LONG : { tex, exact: numbers.exact, whole: numbers.whole };
}

/** A step that only renames a number, and what only picks or arranges given ones. */
const PASSED_ON = new Set([STEP.name, 'element', 'slice', 'reshape', 'permute', 'broadcast_to']);

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

/** With raised marks of its own, as in h^{(f)}_{1}: it needs parentheses only before it is raised again. */
const RAISED_SYMBOL = /^\\?[A-Za-z]+(?:[_^](?:\w|\\[a-z]+|\{[^{}]*\}))*$/;
const FRACTION_SYMBOL = /^\\frac\{(?:[^{}]|\{[^{}]*\})*\}\{(?:[^{}]|\{[^{}]*\})*\}$/;

const NORM_SYMBOL = /^\\lVert [^|]*\\rVert$/;

/** A name of several marks needs parentheses before it is raised. */
function symbolLevel(tex: string): number {
  if (PLAIN_SYMBOL.test(tex) || NORM_SYMBOL.test(tex)) return LEVEL.atom;
  if (RAISED_SYMBOL.test(tex)) return LEVEL.power;
  return FRACTION_SYMBOL.test(tex) ? LEVEL.fraction : LEVEL.product;
}

/** Writes numbers, and remembers whether any was rounded. */
class Numbers {
  exact = true;
  whole = true;

  of(node: Node, given: boolean, leading: boolean): Written {
    if (node.shape.length === 0) return this.number(node.data[0] as number, given, leading);
    if (!isSmall(node.shape)) {
      this.whole = false;
      return { tex: `\\text{(a tensor of shape ${shapeText(node.shape)})}`, level: LEVEL.atom };
    }
    const rows = nested(node) as readonly Nested[];
    const cells = (row: Nested): string =>
      (Array.isArray(row) ? row : [row]).map(cell => this.number(cell as number, given, true).tex).join(' & ');
    // A vector is a column.
    const body = rows.map(cells).join(' \\\\ ');
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
