import type { Found, PickerScreen } from '../../app/picker/state.ts';
import { BLANK, literal, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Range, Room, View } from '../view.ts';
import { fieldLine } from '../widgets/field.ts';
import { foundRow, headOf } from './picker-rows.ts';
import { foundSide } from './picker-side.ts';

/** The field, and what is found below it. */
export function pickerView(screen: PickerScreen, room: Room): View {
  const { found, row, entry } = screen;
  const field = [styled('Find: ', 'accent'), ...fieldLine(entry, true, Math.max(8, room.columns - 8))];
  const remarks = recoloured(literal(remarkOf(screen), room.columns), 'muted');
  const chosen = found[row];
  const frame = { place: 'Find', corner: found.length === 0 ? '' : `${row + 1} of ${screen.total}`, panel: [] };
  if (room.spoken) {
    // By ear the list is what is under the cursor; all of it at each key would be too much.
    const body = [field, ...(chosen ? [foundRow(chosen, true, room)] : []), ...remarks];
    return { ...frame, body, focus: [[0, chosen ? 1 : 0]] };
  }
  const { lines, at } = listOf(screen, room);
  return {
    ...frame,
    above: [field, ...(found.length > 0 && room.rows < ROOMY ? [] : [BLANK])],
    body: found.length > 0 ? lines : remarks,
    panel: found.length > 0 ? remarks : [],
    focus: [at],
    ...(room.side > 0 && chosen ? { side: foundSide(chosen, room.side) } : {}),
  };
}

/** In fewer rows nothing is left blank. */
const ROOMY = 16;

/** Topics and questions under heads of their own, and where the cursor is. */
function listOf(
  { found, row }: PickerScreen,
  room: Room,
): { readonly lines: readonly StyledLine[]; readonly at: Range } {
  const lines: StyledLine[] = [];
  let at: Range = [0, 0];
  for (const [i, one] of found.entries()) {
    if (one.kind !== found[i - 1]?.kind) lines.push(...(i > 0 ? [BLANK] : []), headOf(one.kind, room));
    if (i === row) at = [i === 0 ? 0 : lines.length, lines.length];
    lines.push(foundRow(one, i === row, room));
  }
  return { lines, at };
}

/** Without a query there are the topics. */
function emptyRemark(first: Found | undefined): string {
  if (first?.kind !== 'topic') return 'The bank has no questions.';
  return first.recall === null ? 'Type a few letters of a topic or a title.' : 'What is recalled least comes first.';
}

function remarkOf({ entry, found, total, read }: PickerScreen): string {
  const isEmpty = entry.characters.join('').trim() === '';
  if (isEmpty) return emptyRemark(found[0]);
  if (found.length === 0) return 'Nothing is called that. Topics, titles and ids are searched; Ctrl-U starts again.';
  const spelled = read === null ? [] : [`Nothing is spelled so; found for “${read}”.`];
  const hidden = total - found.length;
  return [...spelled, ...(hidden > 0 ? [`${hidden} more: type on to narrow them.`] : [])].join(' ');
}
