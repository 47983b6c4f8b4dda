import { columns } from '../notation/columns.ts';
import { safeLine } from '../notation/safe.ts';

/** The line of a text that an error lies in, and a caret under the place. */

const INDENT = '  ';

export function caret(text: string, position: number, width: number): string[] {
  const start = text.lastIndexOf('\n', position - 1) + 1;
  const end = text.indexOf('\n', position);
  const before = shown(text.slice(start, position));
  const after = shown(text.slice(position, end < 0 ? text.length : end));
  const room = Math.max(20, width - INDENT.length);
  // Both sides get half of the room, and what one leaves the other.
  const half = Math.floor(room / 2);
  const left = lastOf(before, Math.max(half, room - columns(after)));
  const right = firstOf(after, Math.max(room - half, room - columns(before)));
  return [`${INDENT}${left}${right}`, `${INDENT}${' '.repeat(columns(left))}^`];
}

/** Tabs and other control characters would move the caret. */
function shown(text: string): string {
  return safeLine(text.replaceAll(/\p{Cc}/gu, ' '));
}

/** The end of a text that fits into so many columns, with a mark for what was cut off. */
function lastOf(text: string, most: number): string {
  return mirrored(firstOf(mirrored(text), most));
}

const mirrored = (text: string): string => [...text].reverse().join('');

function firstOf(text: string, most: number): string {
  if (columns(text) <= most) return text;
  let kept = '';
  for (const character of text) {
    if (columns(kept + character) >= most) break;
    kept += character;
  }
  return `${kept}…`;
}
