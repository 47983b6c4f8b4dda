import type { ScrollBy } from './keys/binding.ts';
import type { Frame } from './layout.ts';

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
