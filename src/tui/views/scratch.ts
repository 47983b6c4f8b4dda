import { type Pad, type PadLine, resultSoFar } from '../../app/scratch/pad.ts';
import { BLANK, clipped, hanging, indented, literal, recoloured, type StyledLine, styled, widthOf } from '../styled.ts';
import type { Room } from '../view.ts';
import { fieldLine, objectionLine } from '../widgets/field.ts';

/** The scratch pad: beside the question in wide windows, and else below it for as long as it is in use. */

/** What the frame of a window takes, above and below. */
const AROUND = 6;
/** Lines of the pad that are no results: its head, the field, and the line for remarks. */
const FIXED = 3;
/** A higher window shows more results below the question: one for so many of its rows, less those that the question needs. */
const ROWS_A_RESULT = 4;
const FOR_QUESTION = 2;
const MOST_BELOW = 6;

/** All that there is room for; with a hint as long as nothing was worked out. */
export function padBeside(pad: Pad, { side, rows }: Room): readonly StyledLine[] {
  const results = lastOf(pad, side, Math.max(1, rows - AROUND - FIXED - 1));
  return [heading(), BLANK, ...results, ...fieldOf(pad, side)];
}

/** The field and the last results. */
export function padBelow(pad: Pad, { columns, rows, spoken }: Room): readonly StyledLine[] {
  const most = spoken
    ? pad.lines.length
    : Math.max(1, Math.min(MOST_BELOW, Math.floor(rows / ROWS_A_RESULT) - FOR_QUESTION));
  const { problem } = pad;
  if (!spoken) return [heading(), ...lastOf(pad, columns, most), ...fieldOf(pad, columns)];
  const said = problem ? literal(`${problem.reason}, at character ${problem.position + 1}`, columns) : [];
  return [heading(), ...lastOf(pad, columns, most), ...said, ...(isNew(pad) ? [[styled(HINT, 'muted')]] : [])];
}

function heading(): StyledLine {
  return [styled('Scratch pad', 'heading')];
}

function lastOf({ lines }: Pad, width: number, most: number): readonly StyledLine[] {
  const drawn: StyledLine[] = [];
  for (let i = lines.length - 1; i >= 0 && drawn.length < most; i--)
    drawn.unshift(...result(lines[i] as PadLine, width));
  return drawn.slice(-most);
}

/** The value stands behind what was typed, or below it where there is no room. */
function result({ text, computed }: PadLine, width: number): readonly StyledLine[] {
  if (!computed) return recoloured(hanging([styled('  ')], literal(text, width - 2)), 'muted');
  const typed = styled(`  ${text}`);
  const value = [styled(' = ', 'muted'), styled(computed.text, 'strong')];
  const line = [typed, ...value];
  if (widthOf(line) <= width) return [line];
  return [clipped([typed], width), ...indented(literal(`= ${computed.text}`, width - 4), 4)];
}

const HINT = 'a = 2*3 keeps a name, ans is the last value, # begins a note';

function isNew({ active, lines, field }: Pad): boolean {
  return active && lines.length === 0 && field.characters.length === 0;
}

function fieldOf(pad: Pad, width: number): readonly StyledLine[] {
  const { field, active, problem } = pad;
  const room = width - 3;
  const line = [styled(active ? '▸ ' : '  ', 'accent'), ...fieldLine(field, active, room)];
  if (problem) return [line, objectionLine(field, problem, { margin: 2, room, width }, true)];
  const remark = isNew(pad) ? HINT : soFar(pad);
  return [line, remark === null ? BLANK : clipped([styled(`  ${remark}`, 'muted')], width)];
}

function soFar(pad: Pad): string | null {
  const result = pad.active ? resultSoFar(pad) : null;
  return result === null ? null : `= ${result}`;
}
