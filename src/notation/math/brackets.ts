import { columns } from '../columns.ts';
import { table } from '../table.ts';
import { type Box, beside, blankBox, isTall, textBox } from './box.ts';

/** The pieces of a tall bracket, from the top down; the waist sits at the baseline. */
const PIECES = table<{ top: string; middle: string; bottom: string; waist?: string }>({
  '(': { top: '⎛', middle: '⎜', bottom: '⎝' },
  ')': { top: '⎞', middle: '⎟', bottom: '⎠' },
  '[': { top: '⎡', middle: '⎢', bottom: '⎣' },
  ']': { top: '⎤', middle: '⎥', bottom: '⎦' },
  '{': { top: '⎧', middle: '⎪', bottom: '⎩', waist: '⎨' },
  '}': { top: '⎫', middle: '⎪', bottom: '⎭', waist: '⎬' },
  '|': { top: '│', middle: '│', bottom: '│' },
  '‖': { top: '║', middle: '║', bottom: '║' },
  '⌊': { top: '⎢', middle: '⎢', bottom: '⎣' },
  '⌋': { top: '⎥', middle: '⎥', bottom: '⎦' },
  '⌈': { top: '⎡', middle: '⎢', bottom: '⎢' },
  '⌉': { top: '⎤', middle: '⎥', bottom: '⎥' },
});

function tallBracket(bracket: string, height: number, baseline: number): Box {
  const pieces = PIECES[bracket];
  const width = columns(bracket);
  const lines = Array.from({ length: height }, (_, index) => {
    if (!pieces) return index === baseline ? bracket : ' '.repeat(width);
    if (index === 0) return pieces.top;
    if (index === height - 1) return pieces.bottom;
    return index === baseline && pieces.waist ? pieces.waist : pieces.middle;
  });
  return { lines, baseline, width };
}

/** Braces need three rows for their waist: a box of two rows gets an empty one between. */
function roomForWaist(box: Box): Box {
  if (box.lines.length !== 2) return box;
  const [top = '', bottom = ''] = box.lines;
  return { lines: [top, ' '.repeat(box.width), bottom], baseline: 1, width: box.width };
}

// Straight strokes need air to tell them from what they enclose.
const STRAIGHT = /^[|‖⌊⌋⌈⌉[\]]$/;

/**
 * Encloses a box in brackets as tall as it is. An empty bracket takes no room.
 *
 * @param airy whether there is a blank column inside, as in matrices
 */
export function enclosed(open: string, close: string, body: Box, airy: boolean): Box {
  if (!airy && (!isTall(body) || body.light)) return beside([textBox(open), body, textBox(close)]);
  const inner = open === '{' || close === '}' ? roomForWaist(body) : body;
  const bracket = (text: string) =>
    isTall(inner) ? tallBracket(text, inner.lines.length, inner.baseline) : textBox(text);
  const air = (text: string) => blankBox(text && (airy || STRAIGHT.test(text)) ? 1 : 0);
  const left = open ? [bracket(open), air(open)] : [];
  const right = close ? [air(close), bracket(close)] : [];
  return beside([...left, inner, ...right]);
}

/** Text on one line in parentheses. */
export function parenthesized(text: string): string {
  return `(${text})`;
}
