import type { TextEntry } from '../../app/entries/text.ts';
import { clip, columns } from '../../notation/columns.ts';
import { type StyledLine, styled } from '../styled.ts';

/** The text with its cursor; of a long one as much as there is room for, up to the cursor. */
export function fieldLine(
  { characters, cursor }: Pick<TextEntry, 'characters' | 'cursor'>,
  focused: boolean,
  room: number,
): StyledLine {
  const from = windowStart(characters, cursor, room);
  const shown = clip(characters.slice(from).join(''), room);
  if (!focused) return [characters.length === 0 ? styled('…', 'muted') : styled(shown)];
  const before = characters.slice(from, cursor).join('');
  const under = characters[cursor] ?? ' ';
  return [
    styled(`${from > 0 ? '…' : ''}${before}`),
    styled(under, 'cursor'),
    styled(shown.slice(before.length + under.length)),
  ];
}

/** The first character from which all up to the one under the cursor fit. */
function windowStart(characters: readonly string[], cursor: number, room: number): number {
  let used = columns(characters[cursor] ?? ' ');
  let from = cursor;
  while (from > 0) {
    used += columns(characters[from - 1] as string);
    if (used > room) break;
    from--;
  }
  return from;
}
