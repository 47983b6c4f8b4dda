import type { TextEntry } from '../../app/entries/text.ts';
import { clip, columns } from '../../notation/columns.ts';
import { BLANK, clipped, type StyledLine, styled } from '../styled.ts';

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

/** Why a text cannot be read. */
export interface Objection {
  readonly reason: string;
  /** 0-based offset into it, in UTF-16 code units. */
  readonly position: number;
}

/**
 * The line below a field that says calmly what is wrong with its text, with a caret below the place; empty as long as it
 * may only lack its end.
 *
 * @param isWhole nothing more is to come, so that a missing end is wrong too
 * @param margin columns before the field
 * @param room columns of the field
 */
export function objectionLine(
  field: Pick<TextEntry, 'characters' | 'cursor'>,
  { reason, position }: Objection,
  { margin, room, width }: { readonly margin: number; readonly room: number; readonly width: number },
  isWhole = false,
): StyledLine {
  const text = field.characters.join('');
  if (!isWhole && position >= text.trimEnd().length && position > 0) return BLANK;
  const column = columnOf(field, position, room);
  const before = margin + (column ?? 0);
  // What to do instead is said on Enter as well, so the caret goes before it.
  for (const words of column === null ? [] : [reason, reason.split('; ')[0] ?? '']) {
    const needed = columns(words) + 2;
    if (before + needed <= width) return [styled(' '.repeat(before)), styled(`^ ${words}`.trimEnd(), 'muted')];
    if (needed <= before) return [styled(' '.repeat(before - needed + 1)), styled(`${words} ^`, 'muted')];
  }
  const start = Math.max(0, Math.min(margin, width - columns(reason)));
  return clipped([styled(' '.repeat(start)), styled(reason, 'muted')], width);
}

/** Where the character at an offset stands within the field; null where it is not in sight. */
function columnOf(
  { characters, cursor }: Pick<TextEntry, 'characters' | 'cursor'>,
  position: number,
  room: number,
): number | null {
  const from = windowStart(characters, cursor, room);
  let offset = 0;
  const at = characters.findIndex(character => {
    offset += character.length;
    return offset > position;
  });
  const end = at < 0 ? characters.length : at;
  if (end < from) return null;
  const column = (from > 0 ? 1 : 0) + columns(characters.slice(from, end).join(''));
  return column <= room ? column : null;
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
