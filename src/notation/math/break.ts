import { type Box, beside, blankBox, EMPTY_BOX, widened } from './box.ts';
import { isChain, isOperator, isTerm } from './break-places.ts';
import { boxOf } from './display.ts';
import { stackLines } from './display-grid.ts';
import { type Grid, itemsOf, type Node } from './tree.ts';

/** A chain of up to so many relations is broken before each of them; a longer one only where a line is full. */
const ONE_RELATION_A_LINE = 5;

/** How far a line that goes on stands to the right of the one it continues. */
const INDENT = 2;

/** Cuts a row before every item that starts a new part. The first part may be empty. */
function cut(items: readonly Node[], starts: (node: Node, index: number) => boolean): Node[][] {
  const parts: Node[][] = [[]];
  items.forEach((item, index) => {
    if (starts(item, index)) parts.push([]);
    parts.at(-1)?.push(item);
  });
  return parts;
}

function rowBox(items: readonly Node[]): Box {
  return boxOf({ kind: 'row', items });
}

/** Puts boxes side by side as long as they fit, then goes on in the next line. */
function filled(boxes: readonly Box[], width: number): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const last = lines.at(-1);
    if (last && last.width + 1 + box.width <= width) lines[lines.length - 1] = beside([last, blankBox(1), box]);
    else lines.push(box);
  }
  return lines;
}

/** A part that starts with the operator it was cut at, which stays an operator and does not become a sign. */
function termBox(items: readonly Node[], index: number): Box {
  const [first, ...rest] = items;
  return index > 0 && first ? beside([boxOf(first), blankBox(1), rowBox(rest)]) : rowBox(items);
}

/** One side of a relation, broken before its terms when it is too wide, or else before any operator. */
function sideLines(items: readonly Node[], width: number): Box[] | undefined {
  const whole = rowBox(items);
  if (whole.width <= width) return [whole];
  for (const starts of [isTerm, isOperator]) {
    const parts = cut(items, starts).map(termBox);
    const [first, ...rest] = filled(parts, width - INDENT);
    const lines = first && [first, ...rest.map(box => beside([blankBox(INDENT), box]))];
    if (lines?.every(line => line.width <= width)) return lines;
  }
  return undefined;
}

/** The lines of everything right of the first relation, or `undefined` if a part cannot be broken so far. */
function sidesLines(sides: readonly (readonly Node[])[], width: number): Box[] | undefined {
  const blocks = sides.map(side => sideLines(side, width));
  if (!blocks.every(block => block !== undefined)) return undefined;
  const single = sides.length > ONE_RELATION_A_LINE && blocks.every(block => block.length === 1);
  return single ? filled(blocks.flat(), width) : blocks.flat();
}

/** Lines to the right of a margin that the first of them shares with `start`. */
function hung(start: Box, lines: readonly Box[]): Box[] {
  return lines.map((line, index) => beside([index ? blankBox(start.width) : start, blankBox(1), line]));
}

/** A formula over several lines, the relations one below the other. */
function brokenChain(items: readonly Node[], width: number): Box[] | undefined {
  const [left = [], ...sides] = cut(items, isChain);
  if (sides.length === 0) return sideLines(left, width);
  if (left.length === 0) return sidesLines(sides, width);
  const start = rowBox(left);
  if (start.width + 1 <= width / 2) {
    const lines = sidesLines(sides, width - start.width - 1);
    return lines && hung(start, lines);
  }
  const opening = sideLines(left, width);
  const lines = sidesLines(sides, width - INDENT);
  return opening && lines && [...opening, ...lines.map(line => beside([blankBox(INDENT), line]))];
}

/** A derivation in two columns, its right column broken; `undefined` if that does not help. */
function brokenDerivation(grid: Grid, width: number): Box[] | undefined {
  const lefts = grid.rows.map(([cell]) => (cell ? boxOf(cell) : EMPTY_BOX));
  const margin = Math.max(0, ...lefts.map(box => box.width));
  const blocks = grid.rows.map(([, ...cells], index) => {
    const sides = cut(cells.flatMap(itemsOf), isChain).filter(side => side.length > 0);
    const lines = sidesLines(sides, width - margin - 1);
    return lines && hung(widened(lefts[index] ?? EMPTY_BOX, margin, 'right'), lines.length ? lines : [EMPTY_BOX]);
  });
  return blocks.every(block => block !== undefined) ? blocks.flat() : undefined;
}

/** Formulas side by side, kept apart by `\quad`, each get lines of their own. */
function brokenFormulas(items: readonly Node[], width: number): Box[] | undefined {
  const formulas = cut(items, node => node.kind === 'space' && node.columns >= 2);
  const lines = formulas.map(([first, ...rest], index) => {
    const formula = index > 0 || !first ? rest : [first, ...rest];
    const whole = rowBox(formula);
    return whole.width <= width ? [whole] : brokenChain(formula, width);
  });
  return lines.every(line => line !== undefined) ? lines.flat().filter(line => line.width > 0) : undefined;
}

/** Sets a formula in at most `width` columns; `undefined` where it cannot be broken so far. */
export function fitted(node: Node, width: number): Box | undefined {
  const whole = boxOf(node);
  if (whole.width <= width) return whole;
  const isDerivation = node.kind === 'grid' && node.derivation;
  const lines = isDerivation ? brokenDerivation(node, width) : brokenFormulas(itemsOf(node), width);
  return lines && stackLines(lines, 'left');
}
