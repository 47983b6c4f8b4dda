import { clockText, leftMs } from '../../app/exam/clock.ts';
import type { ExamState } from '../../app/exam/state.ts';
import type { Room } from '../view.ts';

/** The top line of an exam: in a narrow window there is room for the time left, and for little else. */

const NARROW = 60;

export function isNarrow({ columns }: Pick<Room, 'columns'>): boolean {
  return columns < NARROW;
}

/** @param places what is on the screen, from the whole to its part */
export function placeOf(
  { facts, clock }: ExamState,
  room: Pick<Room, 'columns'>,
  ...places: readonly string[]
): string {
  const name = isNarrow(room)
    ? facts.form
    : clock === 'none'
      ? `Typing in form ${facts.form}`
      : `Exam, form ${facts.form}`;
  return [name, ...places].join(' · ');
}

/** The time left; for listeners only when they ask for it. */
export function timer({ watch, handedIn }: ExamState, room: Room): string {
  const left = watch && !handedIn && !room.spoken ? leftMs(watch) : null;
  return left === null ? '' : `${clockText(left)}${isNarrow(room) ? '' : ' left'}`;
}
