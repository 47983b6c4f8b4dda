import type { PartMark } from '../../answers/kind.ts';
import type { Given } from '../../app/history/state.ts';
import { storedParts } from '../../app/history/stored.ts';
import { commentLines } from '../marks/head.ts';
import { signOf } from '../marks/marked.ts';
import { drawMark } from '../marks/marks.ts';
import { hanging, indented, literal, type StyledLine, styled } from '../styled.ts';
import type { Room } from '../view.ts';

/** What was answered, and its mark of then: as it is drawn after an answer, or what the log alone knows. */
export function givenLines(given: Given, room: Pick<Room, 'columns' | 'spoken'>): readonly StyledLine[] {
  return given.agrees ? marks(given, room) : stored(given, room.columns);
}

function marks({ variant, mark, written }: Given, { columns: width, spoken }: Parameters<typeof givenLines>[1]) {
  const parts = variant?.parts ?? [];
  return parts.flatMap((part, i) => [
    ...drawMark({
      part,
      mark: mark.parts[i] as PartMark,
      reply: written.reply[i] ?? '',
      several: parts.length > 1,
      width,
      spoken,
    }),
  ]);
}

function stored(given: Given, width: number): StyledLine[] {
  const parts = storedParts(given);
  return parts.flatMap(({ mark, reply, key }) => {
    const name = parts.length > 1 ? [styled(`${mark.name}  `, 'strong')] : [];
    const text = `${reply.trim() === '' ? 'no answer' : reply} — the key was ${key}`;
    const comment = mark.comment === null ? [] : indented(commentLines(mark.comment, mark.mistake, width - 6), 4);
    return [...hanging([signOf(mark), ...name], literal(text, width - 6)), ...comment];
  });
}
