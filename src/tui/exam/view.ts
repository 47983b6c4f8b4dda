import { judgedQuestions } from '../../app/exam/after.ts';
import { judgedOf } from '../../app/exam/outcome.ts';
import type { ExamState } from '../../app/exam/state.ts';
import { literal } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { judgingView } from '../views/judge.ts';
import { answersView, examMarkView } from './answers.ts';
import { examHelp } from './help.ts';
import { confirmView, overviewView } from './overview.ts';
import { placeOf } from './places.ts';
import { examQuestionView } from './question.ts';
import { reportView } from './report.ts';
import { startView } from './start.ts';

/** An exam before it is cut to the window. */
export function examView(state: ExamState, room: Room): View {
  const { screen, outcome, help } = state;
  if (help) return page('Help', examHelp(state, room.columns));
  switch (screen.name) {
    case 'start':
      return startView(state, room);
    case 'question':
      return examQuestionView(state, room);
    case 'overview':
      return overviewView(state, screen.row, screen.open, room);
    case 'confirm':
      return confirmView(state, room);
    case 'judge':
      return judgeView(state, screen.which, screen.row, room);
    case 'report':
      if (outcome) return reportView(state, outcome, room);
      break;
    case 'answers':
      if (outcome) return answersView(state, outcome, screen.row, room);
      break;
    case 'mark':
      if (outcome) return examMarkView(state, outcome, screen.which, room);
      break;
  }
  return page(placeOf(state, room), literal('All is handed in. What it came to is being written down.', room.columns));
}

function page(place: string, body: View['body']): View {
  return { place, corner: '', body, panel: [], focus: [] };
}

function judgeView(state: ExamState, which: number, row: number, room: Room): View {
  const judged = judgedQuestions(state);
  const i = judged[which] ?? 0;
  return {
    place: placeOf(state, room, state.questions[i]?.question.number ?? '', 'mark yourself'),
    corner: `${which + 1} of ${judged.length}`,
    ...judgingView(judgedOf(state, i), row, room.columns),
  };
}
