import { FILTER_WORDS } from '../../app/browser/filter.ts';
import type { BrowserScreen } from '../../app/browser/state.ts';
import { seedText } from '../../app/preview/sections.ts';
import { BLANK, literal, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { fieldLine } from '../widgets/field.ts';
import { browserList, spokenQuestion } from './browser-list.ts';
import { lookLines } from './browser-look.ts';

/** Lines of a window that are neither list nor question: two above, one for a notice, and the keys. */
const FRAME = 4;
/** In fewer rows than these, the list and a question have no room together. */
const SPLIT = 20;
/** So many rows about the cursor can be leafed through where the list is alone. */
const LEAFED = 100;
/** Of the room of both, so much is the list's. */
const LIST_SHARE = 0.4;

/** The list with the question beside it, below it, or on a level of its own, as the window has room. */
export function browserView(screen: BrowserScreen, room: Room): View {
  const { rows, row, filter, reading, search } = screen;
  const named = reading ? rows[row]?.template.id : filter === '' ? undefined : `“${filter}”`;
  const frame = {
    place: named === undefined ? 'Bank' : `Bank · ${named}`,
    corner: rows.length === 0 ? '' : `${row + 1} of ${rows.length}`,
    panel: [],
  };
  const head = search ? searchLines(screen, search.entry, room) : [];
  if (rows.length === 0) return { ...frame, body: [...head, ...emptyLines(screen, room)], focus: [] };
  if (reading) return { ...frame, ...readingAlone(screen, room) };
  if (room.spoken) return { ...frame, ...heard(screen, head) };
  return { ...frame, ...(room.side > 0 ? sideBySide(screen, head, room) : stacked(screen, head, room)) };
}

type Inner = Pick<View, 'above' | 'body' | 'focus' | 'side' | 'turnsSide'>;

function readingAlone(screen: BrowserScreen, room: Room): Inner {
  const { lines, focus } = lookLines(screen, room.columns, room.spoken, true);
  const list = room.side > 0 ? { side: browserList(screen, room.side, room.rows - FRAME) } : {};
  return { body: lines, focus: room.spoken ? [] : focus, ...list };
}

/** By ear the list is the question under the cursor. */
function heard({ rows, row, seed, reveal }: BrowserScreen, head: readonly StyledLine[]): Inner {
  const chosen = rows[row];
  const field = head.slice(0, 1);
  const drawn = [styled(reveal ? `${seedText(seed)}, with its answer` : seedText(seed), 'muted')];
  const body = [...field, ...(chosen ? [spokenQuestion(chosen)] : []), drawn, ...head.slice(1)];
  return { body, focus: [[0, field.length]] };
}

function sideBySide(screen: BrowserScreen, head: readonly StyledLine[], room: Room): Inner {
  const { lines, focus } = lookLines(screen, room.side, false, true);
  const list = browserList(screen, room.columns, room.rows - FRAME - head.length);
  return { body: [...head, ...list], side: lines, turnsSide: true, focus };
}

function stacked(screen: BrowserScreen, head: readonly StyledLine[], room: Room): Inner {
  const height = room.rows - FRAME - head.length;
  if (room.rows < SPLIT) {
    const body = browserList(screen, room.columns, LEAFED);
    const at = body.findIndex(line => line[0]?.text.startsWith('▸'));
    return { above: head, body, focus: [[at, at]] };
  }
  const list = browserList(screen, room.columns, Math.max(6, Math.floor(height * LIST_SHARE)));
  const rule = [styled('─'.repeat(room.columns), 'border')];
  const { lines, focus } = lookLines(screen, room.columns, false, false);
  return { above: [...head, ...list, rule], body: lines, focus };
}

function searchLines(
  { rows, all }: BrowserScreen,
  entry: NonNullable<BrowserScreen['search']>['entry'],
  { columns, spoken }: Room,
): StyledLine[] {
  const field = [styled('Filter: ', 'accent'), ...fieldLine(entry, true, Math.max(8, columns - 10))];
  const words = styled(`words, ${FILTER_WORDS.join(' ')}`, 'muted');
  return spoken ? [field, [styled(`${rows.length} of ${all.length} are left.`)]] : [field, [words], BLANK];
}

function emptyLines({ all, search }: BrowserScreen, { columns }: Room): readonly StyledLine[] {
  if (all.length === 0) return literal('The bank has no questions.', columns);
  const rest = search ? 'Erase some of it.' : 'Esc shows the others again.';
  return recoloured(literal(`No question is left by this filter. ${rest}`, columns), 'muted');
}
