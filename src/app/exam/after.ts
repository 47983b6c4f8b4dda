import type { Action, Moment } from '../events.ts';
import { judgedParts, judgedPoints, numbered, toggled } from '../update-judge.ts';
import { judgedOf, outcomeOf } from './outcome.ts';
import type { ExamAction, ExamEffect, ExamNext, ExamScreen, ExamState, HandedIn } from './state.ts';

/** From handing in to the report: students grant the points of what they wrote, then all of it is marked. */

/** The questions with something written that students mark themselves, by their indices. */
export function judgedQuestions(state: ExamState): readonly number[] {
  return state.questions.flatMap((_, i) => (judgedParts(judgedOf(state, i)).length > 0 ? [i] : []));
}

export function handIn(state: ExamState, { at }: Moment): ExamNext {
  return handedIn(state, { at, byTime: false });
}

/** When the time was up, which may be long ago. */
export function handInByTime(state: ExamState, { at }: Moment): ExamNext {
  const { watch } = state;
  const end = watch?.policy === 'runs' ? Math.min(at.getTime(), watch.startedAt + watch.limitMs) : at.getTime();
  return handedIn(state, { at: new Date(end), byTime: true });
}

function handedIn(state: ExamState, how: HandedIn): ExamNext {
  const elapsedMs = Math.round(state.watch?.elapsedMs ?? 0);
  const [next, effects] = toJudge({ ...state, handedIn: how, help: false }, undefined);
  return [next, [{ type: 'hand-in', at: how.at, elapsedMs }, ...effects]];
}

/** @param from the number of the question that was being judged when the program was closed */
export function toJudge(state: ExamState, from: unknown): ExamNext {
  const judged = judgedQuestions(state);
  if (judged.length === 0) return closed(state);
  const found = judged.findIndex(i => state.questions[i]?.question.number === from);
  const notice = state.handedIn?.byTime ? 'The time is up: everything that you wrote is handed in.' : null;
  return [{ ...state, screen: { name: 'judge', which: Math.max(0, found), row: 0 }, scroll: 0, notice }, []];
}

/** All is marked at once, and written down. */
function closed(state: ExamState): ExamNext {
  const outcome = outcomeOf(state);
  const next: ExamState = { ...state, outcome, screen: { name: 'closing' }, scroll: 0, notice: null };
  return [next, finishing(next)];
}

function finishing(state: ExamState): readonly ExamEffect[] {
  const { handedIn, outcome } = state;
  return handedIn && outcome ? [{ type: 'finish', state, handedIn, outcome }] : [];
}

type JudgeScreen = Extract<ExamScreen, { name: 'judge' }>;
type Input =
  | { readonly type: 'action'; readonly action: ExamAction }
  | { readonly type: 'text'; readonly text: string };

export function updateJudging(state: ExamState, screen: JudgeScreen, input: Input): ExamNext {
  const judged = judgedQuestions(state);
  const { which, row } = screen;
  const i = judged[which] ?? 0;
  const question = judgedOf(state, i);
  const show = (to: Partial<JudgeScreen>, granted = state.granted): ExamNext => [
    { ...state, granted, screen: { ...screen, ...to }, scroll: 'which' in to ? 0 : null, notice: null },
    [],
  ];
  if (input.type === 'text') {
    const { question: after = question, row: to = row } = numbered({ question, row }, input.text);
    return show({ row: to }, after === question ? state.granted : state.granted.with(i, after.granted));
  }
  const points = judgedPoints(question);
  switch (input.action) {
    case 'up':
      return show({ row: Math.max(0, row - 1) });
    case 'down':
      return show({ row: Math.min(points.length - 1, row + 1) });
    case 'toggle': {
      const point = points[row];
      return point ? show({}, state.granted.with(i, toggled(question, point).granted)) : [state, []];
    }
    case 'previous':
      return which > 0 ? show({ which: which - 1, row: 0 }) : [state, []];
    case 'submit':
      return which < judged.length - 1 ? show({ which: which + 1, row: 0 }) : closed(state);
    default:
      return [state, []];
  }
}

/** The report, the answers, and the mark of each. */
export function updateReading(state: ExamState, action: ExamAction): ExamNext {
  const { screen, questions } = state;
  const show = (to: ExamScreen): ExamNext => [{ ...state, screen: to, scroll: to.name === 'answers' ? null : 0 }, []];
  const last = questions.length - 1;
  switch (screen.name) {
    case 'closing':
      return action === 'submit' ? [{ ...state, notice: null }, finishing(state)] : [state, []];
    case 'report':
      return action === 'submit' ? show({ name: 'answers', row: 0 }) : [state, []];
    case 'answers': {
      if (action === 'back') return show({ name: 'report' });
      if (action === 'submit') return show({ name: 'mark', which: screen.row });
      const row = screen.row + (STEPS[action as Action] ?? 0);
      return show({ name: 'answers', row: Math.max(0, Math.min(last, row)) });
    }
    case 'mark': {
      if (action === 'back') return show({ name: 'answers', row: screen.which });
      const which = screen.which + (action === 'next' ? 1 : action === 'previous' ? -1 : 0);
      return which === screen.which || which < 0 || which > last ? [state, []] : show({ name: 'mark', which });
    }
    default:
      return [state, []];
  }
}

const STEPS: Partial<Readonly<Record<Action, number>>> = { up: -1, down: 1 };
