import { columns, pad } from '../columns.ts';
import { type Box, beside, EMPTY_BOX, isTall, type SetBox, stacked, textBox } from './box.ts';
import { enclosed } from './brackets.ts';
import { linear } from './linear.ts';
import { type Script, script, scriptTexts } from './scripts.ts';
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

/** A box with a blank row above it, or below it. */
function withRow(box: Box, place: 'above' | 'below'): Box {
  const blank = ' '.repeat(box.width);
  const isAbove = place === 'above';
  const lines = isAbove ? [blank, ...box.lines] : [...box.lines, blank];
  return { ...box, lines, baseline: box.baseline + (isAbove ? 1 : 0) };
}

/** Scripts of a tall base stand at its corners; one that is no small characters, not in the row of the text. */
function cornerScripts(base: Box, below: Script | undefined, above: Script | undefined): Box {
  const { light = false, baseline, lines } = base;
  const first = light ? baseline : 0;
  const last = light ? baseline : lines.length - 1;
  const top = above && above.form !== 'small' && first === baseline ? baseline - 1 : first;
  const bottom = below && below.form !== 'small' && last === baseline ? baseline + 1 : last;
  if (top < 0) return cornerScripts(withRow(base, 'above'), below, above);
  if (bottom >= lines.length) return cornerScripts(withRow(base, 'below'), below, above);
  // In a corner the row alone tells that a script is one, so it needs neither a mark nor parentheses.
  const written = (of: Script | undefined): string => (of && of.form !== 'small' ? of.plain : (of?.text ?? ''));
  const texts = lines.map((_, row) => (row === bottom ? written(below) : '') + (row === top ? written(above) : ''));
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
  const bare = set(node.base);
  // Beside a fraction or a root a script would seem to belong to its last letter.
  const isOpen = isTall(bare) && (node.base.kind === 'fraction' || node.base.kind === 'root');
  const base = isOpen ? enclosed('(', ')', bare, false) : bare;
  if (isTall(base)) return cornerScripts(base, below, above);
  const smallAbove = !above || above.form === 'small';
  const oneLine = smallAbove && below?.form !== 'group';
  if (oneLine && node.base.kind === 'fence') return beside([base, textBox(scriptTexts(node, linear))]);
  if (oneLine || itemsOf(node.base).length > 1) return textBox(linear(node));
  if (above && below?.form === 'small') {
    return raisedScripts(textBox(linear({ ...node, sup: undefined })), undefined, above);
  }
  return raisedScripts(base, below, above);
}
