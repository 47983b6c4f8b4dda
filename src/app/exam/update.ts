import type { Moment } from '../events.ts';
import { handIn, handInByTime, judgedQuestions, updateJudging, updateReading } from './after.ts';
import { AWAKE_MS, leftMs, looked, started } from './clock.ts';
import { SLOTS, savesBetween, timesBetween } from './slots.ts';
import type { ExamAction, ExamEffect, ExamEvent, ExamNext, ExamState } from './state.ts';
import { onOverview, onQuestion, overview, pageEdited, typedInto } from './writing.ts';

/**
 * The whole behaviour of an exam: a state and an event give the next state and what the outer world has to do. Everything
 * that differs between the two states is saved, whatever the event was.
 */
export function updateExam(state: ExamState, event: ExamEvent, moment: Moment): ExamNext {
  // Keys that were typed ahead of the end mean nothing any more.
  if (state.over) return [state, []];
  if (event.type === 'elsewhere') return [{ ...state, over: 'elsewhere' }, []];
  if (event.type === 'action' && event.action === 'quit') return [{ ...state, over: 'interrupted' }, []];
  const now = timed(state, moment);
  const isUp = now.watch !== null && now.handedIn === null && leftMs(now.watch) === 0;
  // What is typed after the end does not count.
  const [next, effects] = isUp ? late(handInByTime(now, moment), event) : step(now, event, moment);
  // A full disk keeps nobody here: all is saved already but what went by since the last tick.
  if (next.over) return [next, []];
  return [
    next,
    [
      ...timesBetween(state, next, event.type === 'tick'),
      ...savesBetween(state, next),
      ...placeJudged(state, next),
      ...effects,
    ],
  ];
}

/** The editor of a page may be open when the time is up: the page counts as it was before. */
function late([state, effects]: ExamNext, { type }: ExamEvent): ExamNext {
  return [type === 'page-edited' ? { ...state, notice: TOO_LATE } : state, effects];
}

const TOO_LATE = 'The time was up while your editor was open: what you wrote in it came too late to count.';

/** Time goes on as long as answers can be given, and on the question that is in sight. */
function timed(state: ExamState, moment: Moment): ExamState {
  const { watch, handedIn, screen, spent, at } = state;
  if (!watch || handedIn) return state;
  const now = looked(watch, moment);
  const more = Math.min(AWAKE_MS, now.elapsedMs - watch.elapsedMs);
  if (more === 0) return { ...state, watch: now };
  return {
    ...state,
    watch: now,
    spent: screen.name === 'question' ? spent.with(at, (spent[at] ?? 0) + more) : spent,
  };
}

/** Where judging is. */
function placeJudged({ screen: before }: ExamState, after: ExamState): readonly ExamEffect[] {
  const { screen } = after;
  if (screen.name !== 'judge' || (before.name === 'judge' && before.which === screen.which)) return [];
  const number = after.questions[judgedQuestions(after)[screen.which] ?? 0]?.question.number;
  return [{ type: 'save', slot: SLOTS.judged, value: number }];
}

function step(state: ExamState, event: Exclude<ExamEvent, { type: 'elsewhere' }>, moment: Moment): ExamNext {
  const { screen, help } = state;
  switch (event.type) {
    case 'tick':
      return [state, []];
    case 'notice':
      return [{ ...state, notice: event.text }, []];
    case 'finished':
      return [{ ...state, screen: { name: 'report' }, scroll: 0, notice: null }, []];
    case 'scroll':
      return [{ ...state, scroll: Math.max(0, Math.min(event.to, event.furthest)) }, []];
    case 'page-edited':
      return screen.name === 'question' ? pageEdited(state, event) : [{ ...state, notice: TOO_LATE }, []];
    case 'text':
    case 'edit':
      if (help) return [state, []];
      if (screen.name === 'judge' && event.type === 'text') return updateJudging(state, screen, event);
      if (screen.name !== 'question') return [state, []];
      return typedInto(state, event);
    case 'action':
      return act(state, event.action, moment);
  }
}

function act(state: ExamState, action: ExamAction, moment: Moment): ExamNext {
  const { screen, help } = state;
  if (action === 'help') return [{ ...state, help: !help, scroll: help ? null : 0 }, []];
  if (help) return action === 'back' ? [{ ...state, help: false, scroll: null }, []] : [state, []];
  if (action === 'leave') return [{ ...state, over: 'left' }, []];
  switch (screen.name) {
    case 'start':
      return atStart(state, action, moment);
    case 'question':
      return onQuestion(state, action);
    case 'overview':
      return onOverview(state, screen, action);
    case 'confirm':
      if (action === 'submit') return handIn(state, moment);
      return action === 'back' ? [overview(state), []] : [state, []];
    case 'judge':
      return updateJudging(state, screen, { type: 'action', action });
    case 'closing':
    case 'report':
    case 'answers':
    case 'mark':
      return updateReading(state, action);
  }
}

function atStart(state: ExamState, action: ExamAction, moment: Moment): ExamNext {
  const { clock, facts } = state;
  if (action === 'clock' && clock !== 'none') return [{ ...state, clock: clock === 'runs' ? 'pauses' : 'runs' }, []];
  if (action !== 'submit') return [state, []];
  const watch = started(clock, facts.minutes * 60_000, moment);
  return [{ ...state, watch, screen: { name: 'question' }, scroll: 0 }, [{ type: 'begin', clock }]];
}
