import type { Action } from '../events.ts';
import type { Next } from '../session.ts';
import type { Errand, State } from '../state.ts';
import type { ExamRow, ExamsScreen } from './state.ts';

export function updateExams(state: State, screen: ExamsScreen, action: Action): Next {
  if (screen.report) {
    return action === 'back'
      ? [{ ...state, screen: { ...screen, report: null }, scroll: null, notice: null }, []]
      : [state, []];
  }
  const chosen = screen.rows[screen.row];
  switch (action) {
    case 'up':
      return moved(state, screen, screen.row - 1);
    case 'down':
      return moved(state, screen, screen.row + 1);
    case 'open':
      return chosen ? opened(calm(state, screen), screen, chosen) : [state, []];
    case 'expect':
      return chosen?.kind === 'blueprint'
        ? [calm(state, screen), [{ type: 'exams', wish: { kind: 'expect', from: calmed(screen) } }]]
        : [state, []];
    case 'drop-exam':
      return chosen?.kind === 'unfinished' ? dropped(state, screen, chosen) : [state, []];
    case 'back':
      return [{ ...state, notice: null }, [{ type: 'load-home', summary: false }]];
    default:
      return [state, []];
  }
}

const calmed = (screen: ExamsScreen): ExamsScreen => ({ ...screen, dropping: false });

/** Nothing is about to be thrown away any more. */
function calm(state: State, screen: ExamsScreen): State {
  return { ...state, screen: calmed(screen), notice: null };
}

function moved(state: State, screen: ExamsScreen, to: number): Next {
  const row = Math.max(0, Math.min(to, screen.rows.length - 1));
  return [{ ...calm(state, { ...screen, row }), scroll: null }, []];
}

function opened(state: State, screen: ExamsScreen, row: ExamRow): Next {
  switch (row.kind) {
    case 'unfinished':
      return left(state, { kind: 'go-on-with-exam', attempt: row.attempt });
    case 'blueprint': {
      const open = screen.rows.find(other => other.kind === 'unfinished' && other.clock !== 'none');
      if (open?.kind !== 'unfinished') return left(state, { kind: 'take-exam', blueprint: row.blueprint });
      return [
        { ...state, notice: `“${open.title}” is not finished: go on with it, or throw it away (x), before another.` },
        [],
      ];
    }
    case 'broken':
      return [{ ...state, notice: row.problem }, []];
    case 'taken':
      return [state, [{ type: 'exams', wish: { kind: 'report', exam: row.exam, from: calmed(screen) } }]];
  }
}

/** Exams have screens of their own: these close, and come back after it. */
function left(state: State, errand: Errand): Next {
  return [{ ...state, errand, over: 'left' }, [{ type: 'leave' }]];
}

function dropped(
  state: State,
  screen: ExamsScreen,
  { attempt, title }: Extract<ExamRow, { kind: 'unfinished' }>,
): Next {
  if (screen.dropping) return [calm(state, screen), [{ type: 'exams', wish: { kind: 'drop', attempt, title } }]];
  const notice = `All answers of “${title}” would be gone for good. The same key again throws it away.`;
  return [{ ...state, screen: { ...screen, dropping: true }, notice }, []];
}
