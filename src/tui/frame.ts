import type { Action } from '../app/events.ts';
import { laneName } from '../app/lane.ts';
import type { State } from '../app/state.ts';
import { activeBindings } from './keymap.ts';
import type { Binding } from './keys/binding.ts';
import { type Frame, laidOut, panes, type Shortcut, tooSmall } from './layout.ts';
import { keepInSight } from './scroll.ts';
import { BLANK, literal, recoloured, type StyledLine } from './styled.ts';
import type { Room, Size, View } from './view.ts';
import { asideView } from './views/aside.ts';
import { browserView } from './views/browser.ts';
import { examsView } from './views/exams.ts';
import { helpView } from './views/help.ts';
import { historyView } from './views/history.ts';
import { homeView } from './views/home.ts';
import { judgeView } from './views/judge.ts';
import { markView } from './views/mark.ts';
import { planView, statisticsView } from './views/pages.ts';
import { pastView } from './views/past.ts';
import { pickerView } from './views/picker.ts';
import { questionView } from './views/question.ts';
import { settingsView } from './views/settings.ts';
import { summaryView } from './views/summary.ts';
import { whyView } from './views/why.ts';

export const SMALLEST: Size = { columns: 40, rows: 12 };
/** Exactly as many lines as the window has rows, none wider than it. */
export function frame(state: State, size: Size, zone: string): Frame {
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) {
    return tooSmall(size, SMALLEST, 'Ctrl-C leaves; everything answered is saved.');
  }
  const { main: width, side: aside } = panes(size);
  const view = viewOf(state, { columns: width, rows: size.rows, side: aside, spoken: false }, zone);
  const { place, corner, above = [], body, turnsSide: turns = false } = view;
  const side = aside > 0 ? { lines: view.side ?? [], width: aside, turns } : undefined;
  const below = [...view.panel, ...notice(state, width)];
  const scrolled = side && turns ? { body: side.lines, focus: view.focus } : view;
  const scroll = (page: number): number => state.scroll ?? keepInSight(scrolled, page);
  return laidOut({ place, corner, above, body, side, below, shortcuts: shortcuts(state), scroll }, size, width);
}

export function viewOf(state: State, size: Room, zone: string): View {
  const { screen, lane } = state;
  const place = laneName(lane);
  if (state.help) return helpView(state, size);
  if (state.why && screen && 'presented' in screen) return whyView(screen, zone, size.columns);
  switch (screen?.name) {
    case 'home':
      return homeView(screen, size);
    case 'question':
      return questionView(screen, place, size);
    case 'judge':
      return judgeView(screen, place, size.columns);
    case 'mark':
      return markView(screen, place, zone, size);
    case 'plan':
      return planView(screen, size);
    case 'statistics':
      return statisticsView(screen, size);
    case 'aside':
      return asideView(screen, size.columns);
    case 'history':
      return historyView(screen, size);
    case 'past':
      return pastView(screen, zone, size);
    case 'picker':
      return pickerView(screen, size);
    case 'browser':
      return browserView(screen, size);
    case 'exams':
      return examsView(screen, size);
    case 'settings':
      return settingsView(screen, size);
    case 'summary':
      return summaryView(screen, state, size);
    case undefined:
      return { place: '', corner: '', body: [], panel: [], focus: [] };
  }
}

/** What just happened, in as many lines as it takes; one stays free for it, so that the body does not jump. */
function notice({ notice: text, help }: State, width: number): readonly StyledLine[] {
  if (text === null || help) return [BLANK];
  return recoloured(literal(text, width), 'warning');
}

/** What to do, how to leave and where the other keys are told come first where there is no room for all. */
const FIRST: readonly Action[] = ['submit', 'back', 'help'];

function rankOf({ does }: Binding): number {
  const rank = 'action' in does ? FIRST.indexOf(does.action) : -1;
  return rank < 0 ? FIRST.length : rank;
}

function shortcuts(state: State): readonly Shortcut[] {
  return activeBindings(state).flatMap(binding => {
    const [key] = binding.keys;
    const label = binding.footer;
    return key === undefined || label === undefined ? [] : [{ key, label, rank: rankOf(binding) }];
  });
}
