import type { ScrollBy } from './keys/binding.ts';
import type { Frame } from './layout.ts';
import type { Range, View } from './view.ts';

/** The first visible line after scrolling; beyond either end it is for whoever keeps the place. */
export function scrolledBy(by: ScrollBy, { scroll, furthest, page }: Omit<Frame, 'lines'>): number {
  // A page keeps two lines of the one before, so that the eye finds its place.
  const step = Math.max(1, page - 2);
  const targets: Readonly<Record<ScrollBy, number>> = {
    'line-up': scroll - 1,
    'line-down': scroll + 1,
    'page-up': scroll - step,
    'page-down': scroll + step,
    top: 0,
    bottom: furthest,
  };
  return targets[by];
}

/** Scrolled just far enough that what is in focus can be seen. */
export function keepInSight({ focus, body }: Pick<View, 'focus' | 'body'>, page: number): number {
  if (body.length <= page) return 0;
  return focus.reduce((scroll, range) => scrolledTo(range, scroll, body.length, page), 0);
}

/** Of what is taller than a page the beginning is shown. The last line of a page may be taken by "more". */
function scrolledTo([first, last]: Range, scroll: number, length: number, page: number): number {
  const lowest = last - page + (last >= length - 1 ? 1 : 2);
  return Math.max(0, Math.min(first, Math.max(scroll, lowest)));
}
