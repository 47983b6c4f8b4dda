import { type HistoryRow, outcomeOf } from '../../app/history/rows.ts';
import type { HistoryScreen } from '../../app/history/state.ts';
import { localTime } from '../../app/local-time.ts';
import { clip, columns as columnsOf } from '../../notation/columns.ts';
import { signOf } from '../marks/marked.ts';
import { clipped, literal, recoloured, type StyledLine, type StyledSpan, styled, widthOf } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { fieldLine } from '../widgets/field.ts';
import { remarksOf, rowSide } from './history-side.ts';

/** Lines of a window that are not for the list: two above it, one for a notice, and the keys. */
const FRAME = 4;
/** In fewer columns the time of day is left out. */
const WIDE = 60;
/** The longest is `taken back`. */
const OUTCOME = 10;

/** The answers, newest first: of a long list only what there is room for is drawn. */
export function historyView(screen: HistoryScreen, room: Room): View {
  const { query, search, rows, row, more } = screen;
  const place = query === '' ? 'History' : `History · “${query}”`;
  const head = search ? searchLines(search, room) : [];
  const lines = rows.length === 0 ? emptyLines(query, room) : listLines(screen, room, room.rows - FRAME - head.length);
  const at = lines.findIndex(line => line[0]?.text.startsWith('▸'));
  return {
    place,
    corner: rows.length === 0 ? '' : `${row + 1} of ${rows.length}${more ? ' or more' : ''}`,
    body: [...head, ...lines],
    panel: [],
    focus: search ? [[0, 0]] : at < 0 ? [] : [[at, at]],
    ...(room.side > 0 ? { side: rowSide(screen, room.side) } : {}),
  };
}

function searchLines(search: NonNullable<HistoryScreen['search']>, { columns }: Room): StyledLine[] {
  return [
    [styled('Search: ', 'accent'), ...fieldLine(search, true, Math.max(8, columns - 10))],
    clipped([styled(HOW, 'muted')], columns),
  ];
}

/** A long history takes a moment to be read through, so that it is not done at every key. */
const HOW = 'Enter looks for it in all answers.';

function emptyLines(query: string, { columns }: Room): readonly StyledLine[] {
  const text =
    query === ''
      ? 'There are no answers yet: studying and drilling make them.'
      : `No question, reply or recognised mistake has “${query}” in it. Esc shows all answers again.`;
  return literal(text, columns);
}

/** By ear the newest answers are told at once, and the others as the cursor comes to them. */
const TOLD = 10;

/** The window over the rows, with the cursor in its middle. */
function listLines({ rows, row, search }: HistoryScreen, room: Room, height: number): StyledLine[] {
  const count = room.spoken ? Math.max(TOLD, row + 1) : Math.max(1, height);
  const first = room.spoken ? 0 : Math.max(0, Math.min(row - Math.floor(count / 2), rows.length - count));
  return rows.slice(first, first + count).map((one, i) => rowLine(one, first + i === row && !search, room));
}

function rowLine(row: HistoryRow, selected: boolean, { columns, spoken }: Room): StyledLine {
  const { title, at, zone, credit, undone } = row;
  const marker = styled(selected ? '▸ ' : '  ', 'accent');
  const remarks = remarksOf(row);
  const time = localTime(at, zone);
  if (spoken) {
    const said = [title, outcomeOf(row), ...remarks, time].join(', ');
    return [marker, signOf({ credit }), styled(said)];
  }
  const line: StyledSpan[] = [
    styled(columns < WIDE ? `${time.slice(5, 10)} ` : `${time}  `, 'muted'),
    styled(columns < WIDE ? `${outcomeOf(row).padEnd(OUTCOME)} ` : `${outcomeOf(row).padEnd(OUTCOME)}  `),
  ];
  const remarked = remarks.map(remark => `  (${remark})`).join('');
  // A title that is cut says so, and what is remarked is left to the answer itself.
  const left = columns - widthOf([marker, signOf({ credit }), ...line]);
  const isRoom = columnsOf(title) + columnsOf(remarked) <= left;
  line.push(styled(clip(title, left), selected ? 'strong' : undefined), styled(isRoom ? remarked : '', 'muted'));
  return [marker, signOf({ credit }), ...(undone ? recoloured([line], 'muted').flat() : line)];
}
