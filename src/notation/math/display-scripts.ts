import { columns, pad } from '../columns.ts';
import { type Box, beside, EMPTY_BOX, isTall, type SetBox, stacked, textBox } from './box.ts';
import { linear } from './linear.ts';
import { type Script, script } from './scripts.ts';
import { itemsOf, type Node, type Scripts } from './tree.ts';

function limitBox(node: Node, set: SetBox): Box {
  return node.kind === 'grid' ? set(node) : textBox(linear(node, true));
}

/** Limits below and above: sums, maxima, labels of braces. */
export function limitsBox({ base, sub, sup }: Scripts, set: SetBox): Box {
  const boxes = [set(base)];
  if (sup) boxes.unshift(limitBox(sup, set));
  if (sub) boxes.push(limitBox(sub, set));
  return stacked(boxes, sup ? 1 : 0);
}

/** Scripts of a tall base stand at its corners. */
function cornerScripts(base: Box, below: Script | undefined, above: Script | undefined): Box {
  const first = base.light ? base.baseline : 0;
  const last = base.light ? base.baseline : base.lines.length - 1;
  // In a corner the row alone tells that a script is one, so it needs neither a mark nor parentheses.
  const written = (row: number, of: Script | undefined): string =>
    of?.form === 'group' && row !== base.baseline ? of.plain : (of?.text ?? '');
  const texts = base.lines.map(
    (_, row) => (row === last ? written(row, below) : '') + (row === first ? written(row, above) : ''),
  );
  const width = Math.max(...texts.map(columns));
  return beside([base, { ...base, lines: texts.map(text => pad(text, width)), width }]);
}

/** Scripts without small characters get rows of their own above and below the line. */
function raisedScripts(base: Box, below: Script | undefined, above: Script | undefined): Box {
  const rows = [EMPTY_BOX];
  if (above) rows.unshift(textBox(above.plain));
  if (below) rows.push(textBox(below.plain));
  return beside([base, { ...stacked(rows, above ? 1 : 0, 'left'), light: true }]);
}

/** A base and its scripts: small characters beside it where they exist, else rows of their own. */
export function scriptsBox(node: Scripts, set: SetBox): Box {
  const below = node.sub && script(node.sub, 'sub', linear);
  const above = node.sup && script(node.sup, 'sup', linear);
  const base = set(node.base);
  if (isTall(base)) return cornerScripts(base, below, above);
  const smallAbove = !above || above.form === 'small';
  const oneLine = smallAbove && below?.form !== 'group';
  if (oneLine || itemsOf(node.base).length > 1) return textBox(linear(node));
  if (above && below?.form === 'small') {
    return raisedScripts(textBox(linear({ ...node, sup: undefined })), undefined, above);
  }
  return raisedScripts(base, below, above);
}
