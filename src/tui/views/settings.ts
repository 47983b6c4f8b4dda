import type { SettingRow, SettingsScreen } from '../../app/settings/state.ts';
import { GROUPS } from '../../app/settings/table.ts';
import { shownValue } from '../../app/settings/value.ts';
import { clip } from '../../notation/columns.ts';
import { BLANK, type StyledLine, styled } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { fieldLine } from '../widgets/field.ts';
import { aboutLines, examText, groupOf, ORIGINS, objectionLines, titleOf } from './settings-about.ts';

/** The settings by group: each with its value and where it comes from, and what the one under the cursor means. */

const TITLE = 18;
/** The longest word of `ORIGINS`, with what stands before it. */
const ORIGIN = 22;
/** From so many rows on there are gaps between groups, and room for where all this is kept. */
const SPACED = 20;
const ROOMY = 26;
/** In fewer columns where a value comes from is told only of the one under the cursor. */
const WIDE = 70;

export function settingsView(screen: SettingsScreen, room: Room): View {
  const { rows, row, file } = screen;
  const body: StyledLine[] = [];
  let at = 0;
  for (const group of GROUPS) {
    if (body.length > 0 && room.rows >= SPACED) body.push(BLANK);
    body.push([styled(group, 'heading')]);
    for (const [i, one] of rows.entries()) {
      if (groupOf(one) !== group) continue;
      if (i === row) at = body.length;
      body.push(room.spoken ? spoken(one, i, screen) : drawn(one, i, screen, room));
    }
  }
  const kept = room.rows < ROOMY ? [] : [BLANK, [styled(clip(`Kept in ${file}`, room.columns), 'muted')]];
  const chosen = rows[row];
  const beside = room.side > 0;
  const about = chosen ? aboutLines(chosen, beside ? room.side : room.columns, room) : [];
  const objection = chosen && screen.typed ? objectionLines(chosen, screen.typed, room.columns) : [];
  return {
    place: 'Settings',
    corner: `${row + 1} of ${rows.length}`,
    body: [...body, ...kept],
    panel: [...(beside ? [] : about), ...objection],
    focus: [[at, at]],
    ...(beside ? { side: about } : {}),
  };
}

function drawn(one: SettingRow, i: number, { row, typed }: SettingsScreen, { columns }: Room): StyledLine {
  const isChosen = i === row;
  const head = [
    styled(isChosen ? '▸ ' : '  ', 'accent'),
    styled(titleOf(one).padEnd(TITLE), isChosen ? 'title' : undefined),
  ];
  const isWide = columns >= WIDE;
  const room = columns - TITLE - 2 - (isWide ? ORIGIN : 0);
  if (isChosen && typed) return [...head, ...fieldLine(typed, true, Math.max(8, room - 1))];
  const value = clip(one.kind === 'exam' ? examText(one, !isWide) : shownValue(one.value), room);
  const origin = one.kind === 'exam' || !isWide ? '' : ORIGINS[one.source](one);
  return [
    ...head,
    styled(origin === '' ? value : value.padEnd(Math.min(room, 40)), isChosen ? 'strong' : undefined),
    styled(origin === '' ? '' : `  ${origin}`, 'muted'),
  ];
}

/** A row as a sentence. */
function spoken(one: SettingRow, i: number, { row, typed }: SettingsScreen): StyledLine {
  const mark = styled(i === row ? '▸ ' : '  ', 'accent');
  const title = styled(`${titleOf(one)}: `);
  if (i === row && typed) return [mark, title, ...fieldLine(typed, true, 1000)];
  if (one.kind === 'exam') return [mark, title, styled(examText(one, false))];
  return [mark, title, styled(`${shownValue(one.value)}, ${ORIGINS[one.source](one)}`)];
}
