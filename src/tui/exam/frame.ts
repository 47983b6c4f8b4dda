import type { ExamState } from '../../app/exam/state.ts';
import { type Frame, laidOut, panes, type Shortcut, SMALLEST, tooSmall } from '../layout.ts';
import { keepInSight } from '../scroll.ts';
import { BLANK, literal, recoloured, type StyledLine } from '../styled.ts';
import type { Size } from '../view.ts';
import { activeExamBindings } from './keys.ts';
import { examView } from './view.ts';

/** Exactly as many lines as the window has rows, none wider than it. */
export function examFrame(state: ExamState, size: Size): Frame {
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) {
    return tooSmall(size, SMALLEST, 'Ctrl-C leaves; everything is saved.');
  }
  // Beside the rules stands a table, and else a list that needs little room.
  const { main: width, side: aside } = panes(size, state.screen.name === 'start' && !state.help ? 'even' : 'text');
  const view = examView(state, { columns: width, rows: size.rows, side: aside, spoken: false });
  const { place, corner, body } = view;
  const below = [...view.panel, ...noticeLines(state, width)];
  const side = aside > 0 ? { lines: view.side ?? [], width: aside } : undefined;
  const scroll = (page: number): number => state.scroll ?? keepInSight(view, page);
  return laidOut({ place, corner, above: [], body, side, below, shortcuts: shortcuts(state), scroll }, size, width);
}

/** What just happened; one line stays free for it, so that the body does not jump. */
function noticeLines({ notice, help }: ExamState, width: number): readonly StyledLine[] {
  return notice === null || help ? [BLANK] : recoloured(literal(notice, width), 'warning');
}

/** What goes on, how to leave and where the other keys are told come first where there is no room for all. */
const FIRST: readonly string[] = ['submit', 'help', 'overview', 'hand-in', 'back', 'leave', 'quit', 'clock'];

function shortcuts(state: ExamState): readonly Shortcut[] {
  return activeExamBindings(state).flatMap(({ keys: [key], does, footer }) => {
    if (key === undefined || footer === undefined) return [];
    const rank = 'action' in does ? FIRST.indexOf(does.action) : -1;
    return [{ key, label: footer, rank: rank < 0 ? FIRST.length : rank }];
  });
}
