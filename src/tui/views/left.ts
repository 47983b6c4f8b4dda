import type { Left } from '../../app/screens.ts';
import type { Room } from '../view.ts';

const MINUTE = 60_000;

/**
 * `7 left, 12 min`; `about 7 left, 2 to repeat, 12 min`: what is asked for the first time today only gets less, or time
 * decides about it. Where there is no room for all, the first words.
 *
 * @param place that stands before it
 */
export function leftText({ questions, again, ms, timed }: Left, place: string, room: Room): string {
  const about = timed && questions > 0 ? 'about ' : '';
  const first = questions > 0 || again === 0 ? [`${about}${questions} left`] : [];
  const repeats = again > 0 ? [`${again} to repeat`] : [];
  return longest([...first, ...repeats, minutesText(ms)], place, room);
}

/** `6 left after this, 1 to repeat` */
export function leftAfterText({ questions, again, timed }: Omit<Left, 'ms'>, place: string, room: Room): string {
  if (questions === 0 && again > 0) return `${again} to repeat after this`;
  const count = timed ? (questions === 0 ? 'hardly any' : `about ${questions}`) : `${questions}`;
  return longest([`${count} left after this`, ...(again > 0 ? [`${again} to repeat`] : [])], place, room);
}

/** The id of a question, unless it is drilled by it: the place says it then. */
export function idBeside(id: string, place: string): string {
  return place.endsWith(` ${id}`) ? '' : id;
}

/** Columns of the top line beside the place and the corner, of those that a room has. */
const AROUND = 'dl-tutor'.length + 3;

function longest(parts: readonly string[], place: string, { columns }: Room): string {
  const fits = (count: number): boolean => parts.slice(0, count).join(', ').length + place.length + AROUND <= columns;
  const count = parts.findLastIndex((_, i) => i === 0 || fits(i + 1)) + 1;
  return parts.slice(0, count).join(', ');
}

/** `about 12 min`; what is under a minute is that without a doubt. */
export function aboutText(ms: number): string {
  const text = minutesText(ms);
  return /^\d/.test(text) ? `about ${text}` : text;
}

/** `under a minute`, `12 min`, `2 h 5 min` */
export function minutesText(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 1) return ms > 0 ? 'under a minute' : '0 min';
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
