import type { Action } from '../app/events.ts';
import type { Binding } from './keys/binding.ts';
import { type Frame, laidOut, panes, type Shortcut, SMALLEST, type Split, tooSmall } from './layout.ts';
import { keepInSight } from './scroll.ts';
import { BLANK, literal, recoloured, type StyledLine } from './styled.ts';
import type { Room, Size, View } from './view.ts';

/** What stands around a view, whichever it is. */
interface Around {
  /** Those that work now. */
  readonly keys: readonly Binding[];
  readonly notice: string | null;
  /** First line of the body to be seen; null where it follows what is in focus. */
  readonly scroll: number | null;
  readonly split?: Split;
}

/** Exactly as many lines as the window has rows, none wider than it. */
export function framed(
  viewIn: (room: Room) => View,
  { keys, notice, scroll: wanted, split }: Around,
  size: Size,
): Frame {
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) {
    return tooSmall(size, SMALLEST, 'Ctrl-C leaves; everything answered is saved.');
  }
  const { main: width, side: aside } = panes(size, split);
  const view = viewIn({ columns: width, rows: size.rows, side: aside, spoken: false });
  const { place, corner, above = [], body, turnsSide: turns = false } = view;
  const side = aside > 0 ? { lines: view.side ?? [], width: aside, turns } : undefined;
  const below = [...view.panel, ...told(notice, width)];
  const scrolled = side && turns ? { body: side.lines, focus: view.focus } : view;
  const scroll = (page: number): number => wanted ?? keepInSight(scrolled, page);
  return laidOut({ place, corner, above, body, side, below, shortcuts: shortcuts(keys), scroll }, size, width);
}

/** What just happened, in as many lines as it takes; one stays free for it, so that the body does not jump. */
function told(notice: string | null, width: number): readonly StyledLine[] {
  return notice === null ? [BLANK] : recoloured(literal(notice, width), 'warning');
}

/** What to do, how to leave and where the other keys are told come first where there is no room for all. */
const FIRST: readonly Action[] = ['submit', 'back', 'help'];

function rankOf({ does }: Binding): number {
  const rank = 'action' in does ? FIRST.indexOf(does.action) : -1;
  return rank < 0 ? FIRST.length : rank;
}

function shortcuts(keys: readonly Binding[]): readonly Shortcut[] {
  return keys.flatMap(binding => {
    const [key] = binding.keys;
    const label = binding.footer;
    return key === undefined || label === undefined ? [] : [{ key, label, rank: rankOf(binding) }];
  });
}
