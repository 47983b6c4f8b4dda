import { setAside, showAsides, showLook, updateAside } from './aside/update.ts';
import { updateBrowser } from './browser/update.ts';
import type { Action, Event, Moment } from './events.ts';
import { updateExams } from './exams/update.ts';
import { takeNews, updateHistory, updatePast } from './history/update.ts';
import { leaveSession, leaveSummary, warned, warnedAtHome } from './leaving.ts';
import { updatePicker } from './picker/update.ts';
import { showPlan, updatePlan } from './plan/update.ts';
import { isUntouched, leftOpen, presented } from './presented.ts';
import type { Pad } from './scratch/pad.ts';
import { updateScratch } from './scratch/update.ts';
import type { QuestionScreen } from './screens.ts';
import { beginSession, type Next, presentNext } from './session.ts';
import { updateSettings } from './settings/update.ts';
import type { State } from './state.ts';
import { isStepping } from './steps.ts';
import { updateHome } from './update-home.ts';
import { updateJudge } from './update-judge.ts';
import { updateMark } from './update-mark.ts';
import { takePage, updateQuestion } from './update-question.ts';

/** The whole behaviour of a session: a state and an event give the next state and what the outer world has to do. */

export function update(state: State, event: Event, moment: Moment): Next {
  // Keys that were typed ahead of the end mean nothing any more.
  if (state.over) return [state, []];
  switch (event.type) {
    case 'home-loaded': {
      const screen = event.summary ? ({ name: 'summary', home: event.home } as const) : homeScreen(state, event.home);
      return [{ ...state, screen, scroll: null }, []];
    }
    case 'presented':
      return [presented(state, event.presented, moment), []];
    case 'recorded':
      return [
        { ...state, screen: event.screen, scroll: null, notice: null, answered: [...state.answered, event.answered] },
        [],
      ];
    case 'statistics-loaded':
      return [{ ...state, screen: event.screen, scroll: 0 }, []];
    case 'planned':
      return showPlan(state, event.screen);
    case 'opened':
      return [{ ...state, screen: event.screen, scroll: null }, []];
    case 'asides-loaded':
      return showAsides(state, event.rows);
    case 'looked':
      return [showLook(state, event.look), []];
    case 'history':
      return takeNews(state, event.news);
    case 'undone':
      return undone(state, event);
    case 'notice':
      return [{ ...state, notice: event.text }, []];
    case 'scroll':
      return [{ ...state, scroll: Math.max(0, Math.min(event.to, event.furthest)) }, []];
    case 'page-edited':
      return takePage(state, event);
    case 'text':
    case 'edit':
      return write(state, event, moment);
    case 'action':
      return act(state, event.action, moment);
  }
}

function write(state: State, event: Extract<Event, { type: 'text' | 'edit' }>, moment: Moment): Next {
  const { screen, help, why } = state;
  if (help || why) return [state, []];
  const pad = padInUse(screen);
  if (pad) return updateScratch(state, ...pad, event);
  if (screen?.name === 'question') return updateQuestion(state, screen, event, moment);
  switch (screen?.name) {
    case 'history':
      return updateHistory(state, screen, event);
    case 'picker':
      return updatePicker(state, screen, event);
    case 'browser':
      return updateBrowser(state, screen, event);
    case 'settings':
      return updateSettings(state, screen, event);
  }
  return screen?.name === 'judge' && event.type === 'text' ? updateJudge(state, screen, event, moment) : [state, []];
}

/** The question whose scratch pad the keys go to. */
function padInUse(screen: State['screen']): readonly [QuestionScreen, Pad] | null {
  return screen?.name === 'question' && screen.pad?.active ? [screen, screen.pad] : null;
}

function act(state: State, action: Action, moment: Moment): Next {
  if (action === 'quit') return [{ ...state, over: 'interrupted' }, [{ type: 'leave' }]];
  if (action === 'help') {
    return [state.help ? uncovered(state, { help: false }) : covered(state, { help: true, scroll: null }), []];
  }
  if (state.help) return action === 'back' ? [uncovered(state, { help: false }), []] : [state, []];
  const { screen } = state;
  const pad = state.why ? null : padInUse(screen);
  if (pad) return updateScratch(state, ...pad, { type: 'action', action });
  if (action === 'set-aside' && (screen?.name === 'question' || screen?.name === 'mark')) {
    return setAside(state, screen.presented);
  }
  if (action === 'why' && (screen?.name === 'question' || screen?.name === 'mark')) {
    return [state.why ? uncovered(state, { why: false }) : covered(state, { why: true, scroll: 0, notice: null }), []];
  }
  if (state.why) return action === 'back' ? [uncovered(state, { why: false }), []] : [state, []];
  if (screen?.name === 'history') return updateHistory(state, screen, { type: 'action', action });
  if (screen?.name === 'past') return updatePast(state, screen, action);
  if (screen?.name === 'picker') return updatePicker(state, screen, { type: 'action', action });
  if (screen?.name === 'browser') return updateBrowser(state, screen, { type: 'action', action });
  if (screen?.name === 'exams') return updateExams(state, screen, action);
  if (screen?.name === 'settings') return updateSettings(state, screen, { type: 'action', action });
  if (action === 'undo') return undo(state);
  switch (screen?.name) {
    case 'home':
      return warnedAtHome(state, action) ?? updateHome(state, screen, action);
    case 'question':
      return (
        warned(state, screen, action) ??
        (action === 'back'
          ? leaveSession({ ...state, open: leftOpen(state, screen, moment) }, state.fromHome && !isUntouched(screen))
          : updateQuestion(state, screen, { type: 'action', action }, moment))
      );
    case 'judge':
      return updateJudge(state, screen, { type: 'action', action }, moment);
    case 'mark':
      return (action === 'back' && !isStepping(screen.steps)) || (action === 'next' && state.lane.kind === 'replay')
        ? leaveSession(state)
        : updateMark(state, screen, action);
    case 'statistics':
      return action === 'back' ? [state, [{ type: 'load-home', summary: false }]] : [state, []];
    case 'plan':
      return updatePlan(state, screen, action);
    case 'aside':
      return updateAside(state, screen, action);
    case 'summary':
      if (action === 'more' && screen.home.met > 0) return beginSession(state, { kind: 'more' });
      return action === 'back' || action === 'next' ? leaveSummary(state) : [state, []];
    case undefined:
      return [state, []];
  }
}

/** With a text over the screen, and one over that. */
function covered(state: State, by: Partial<State>): State {
  return { ...state, beneath: [...(state.beneath ?? []), state.scroll], ...by };
}

function uncovered({ beneath = [], ...state }: State, by: Partial<State>): State {
  const rest = beneath.slice(0, -1);
  return { ...state, ...(rest.length > 0 ? { beneath: rest } : {}), scroll: beneath.at(-1) ?? null, ...by };
}

/** Taking an answer back shows its question, so what stands in the fields of another would be lost. */
function undo(state: State): Next {
  const { screen } = state;
  if (screen?.name === 'judge' || (screen?.name === 'question' && !isUntouched(screen))) {
    return [{ ...state, notice: 'Your reply would be lost: empty it, then take the last answer back.' }, []];
  }
  return [state, [{ type: 'undo' }]];
}

/** What was taken back is asked again at once, with fresh numbers. */
function undone(state: State, { review, question, title }: Extract<Event, { type: 'undone' }>): Next {
  const { screen } = state;
  const answered = state.answered.filter(entry => entry.review !== review);
  const notice = `Taken back: ${title}`;
  const next = { ...state, answered, notice };
  if (screen?.name === 'home' || screen?.name === 'summary') {
    return [next, [{ type: 'load-home', summary: screen.name === 'summary' }]];
  }
  return [{ ...next, notice: `${notice}. Here it is again, drawn anew.` }, [presentNext(next, question)]];
}

function homeScreen(state: State, home: Extract<Event, { type: 'home-loaded' }>['home']): State['screen'] {
  const row = state.screen?.name === 'home' ? state.screen.row : 0;
  return { name: 'home', home, row: Math.max(0, Math.min(row, home.topics.length - 1)) };
}
