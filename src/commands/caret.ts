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
  const left = lastOf(before, Math.max(half, room - after.length));
  const right = firstOf(after, Math.max(room - half, room - before.length));
  return [`${INDENT}${left}${right}`, `${INDENT}${' '.repeat(columns(left))}^`];
}

/** Tabs and other control characters would move the caret. */
function shown(text: string): string {
  return safeLine(text.replaceAll(/\p{Cc}/gu, ' '));
}

function lastOf(text: string, most: number): string {
  return text.length <= most ? text : `…${text.slice(text.length - most + 1)}`;
}

function firstOf(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
