import { laneName } from '../app/lane.ts';
import type { State } from '../app/state.ts';
import { framed } from './framing.ts';
import { activeBindings } from './keymap.ts';
import type { Frame, Split } from './layout.ts';
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

/** Exactly as many lines as the window has rows, none wider than it. */
export function frame(state: State, size: Size, zone: string): Frame {
  const { notice, help, scroll } = state;
  const told = { keys: activeBindings(state), notice: help ? null : notice, scroll, split: splitFor(state) };
  return framed(room => viewOf(state, room, zone), told, size);
}

/** Beside these lists stands a question, which is read as much as they are. */
function splitFor({ screen, help }: State): Split {
  if (help) return 'text';
  if (screen?.name === 'browser') return screen.reading ? 'text' : 'even';
  return screen?.name === 'aside' || screen?.name === 'history' ? 'even' : 'text';
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
      return questionView(screen, state.answered, place, size);
    case 'judge':
      return judgeView(screen, place, size);
    case 'mark':
      return markView(screen, place, zone, size);
    case 'plan':
      return planView(screen, size);
    case 'statistics':
      return statisticsView(screen, size);
    case 'aside':
      return asideView(screen, size);
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
