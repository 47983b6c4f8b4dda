import { ACCENTS } from './accents.ts';
import { type Box, beside, blankBox, EMPTY_BOX, isTall, stacked, textBox } from './box.ts';
import { enclosed } from './brackets.ts';
import { gridBox } from './display-grid.ts';
import { limitsBox, scriptsBox } from './display-scripts.ts';
import { isRootless, linear, rootSign } from './linear.ts';
import { blanks, placed } from './spacing.ts';
import { itemsOf, type Node } from './tree.ts';

function rowBox(items: readonly Node[]): Box {
  const boxes: Box[] = [];
  let before = EMPTY_BOX;
  for (const { gap, node } of placed(items, false)) {
    const next = boxOf(node);
    // a sign before a fraction would look like a longer bar
    const apart = node.kind === 'fraction' && SIGN.test(lineOf(before)) ? 1 : gap;
    boxes.push(blankBox(blanks(lineOf(before), lineOf(next), apart)), next);
    before = next;
  }
  return boxes.length ? beside(boxes) : EMPTY_BOX;
}

const SIGN = /[−+±]$/;

/** The text of a box of one line; a taller one has no text that could run into its neighbour's. */
function lineOf(box: Box): string {
  return isTall(box) ? '' : (box.lines[0] ?? '');
}

function fractionBox(top: Node, bottom: Node, bar: boolean): Box {
  const [above, below] = [boxOf(top), boxOf(bottom)];
  // the bar of a fraction of fractions is the longest
  const overhang = [above, below].some(part => isTall(part) && !part.light) ? 2 : 0;
  const width = Math.max(above.width, below.width) + overhang;
  return stacked([above, textBox((bar ? '─' : ' ').repeat(width)), below], 1);
}

function rootBox(body: Node, index: Node | undefined): Box {
  if (isRootless(body)) return textBox(linear({ kind: 'root', body, index }));
  const inner = boxOf(body);
  const sign = textBox(rootSign(index));
  if (!isTall(inner)) return beside([sign, stacked([textBox('_'.repeat(inner.width)), inner], 1)]);
  // A tall root: the sign stands at the bottom, a stroke leads from it to the roof.
  const stroke: Box = { lines: inner.lines.map(() => '│'), baseline: inner.baseline, width: 1 };
  const roof = textBox(`┌${'─'.repeat(inner.width + 1)}`);
  const covered = stacked([roof, beside([stroke, blankBox(1), inner])], 1);
  return beside([standing(sign, covered), covered]);
}

/** A line of text level with the last row of a box. */
function standing(text: Box, box: Box): Box {
  const lines = box.lines.map((_, row) =>
    row === box.lines.length - 1 ? (text.lines[0] ?? '') : ' '.repeat(text.width),
  );
  return { lines, baseline: box.baseline, width: text.width };
}

function accentBox(base: Node, accent: string): Box {
  const inner = boxOf(base);
  const look = ACCENTS[accent];
  if (!look || (!isTall(inner) && (inner.width <= 1 || (look.repeat && !look.below && itemsOf(base).length === 1))))
    return isTall(inner) ? inner : textBox(linear({ kind: 'accent', base, accent }));
  const sign = textBox(look.repeat ? look.sign.repeat(inner.width) : look.sign);
  return look.below ? stacked([inner, sign], 0) : stacked([sign, inner], 1);
}

function braceBox(base: Node, over: boolean): Box {
  const inner = boxOf(base);
  const half = '─'.repeat(Math.max(0, (inner.width - 3) >> 1));
  const rest = '─'.repeat(Math.max(0, inner.width - 3 - half.length));
  const brace = textBox(over ? `╭${half}┴${rest}╮` : `╰${half}┬${rest}╯`);
  return over ? stacked([brace, inner], 1) : stacked([inner, brace], 0);
}

function frameBox(body: Node): Box {
  const inner = boxOf(body);
  const line = '─'.repeat(inner.width + 2);
  const side: Box = { lines: inner.lines.map(() => '│'), baseline: inner.baseline, width: 1 };
  const middle = beside([side, blankBox(1), inner, blankBox(1), side]);
  return stacked([textBox(`┌${line}┐`), middle, textBox(`└${line}┘`)], 1);
}

/** Sets a formula in two dimensions. */
export function boxOf(node: Node): Box {
  switch (node.kind) {
    case 'symbol':
      return textBox(node.text);
    case 'space':
      return blankBox(node.columns);
    case 'row':
      return rowBox(node.items);
    case 'fraction':
      return fractionBox(node.top, node.bottom, node.bar);
    case 'root':
      return rootBox(node.body, node.index);
    case 'scripts':
      return node.limits ? limitsBox(node, boxOf) : scriptsBox(node, boxOf);
    case 'accent':
      return accentBox(node.base, node.accent);
    case 'brace':
      return braceBox(node.base, node.over);
    case 'fence':
      return enclosed(node.open, node.close, boxOf(node.body), node.body.kind === 'grid');
    case 'grid':
      return gridBox(node, boxOf);
    case 'frame':
      return frameBox(node.body);
  }
}
