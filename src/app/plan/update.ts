import type { Action, Effect } from '../events.ts';
import type { Home } from '../home.ts';
import type { Next } from '../session.ts';
import type { State } from '../state.ts';
import { draftOf } from './draft.ts';
import type { PlanDraft, PlanScreen } from './state.ts';

/** Trying dates and minutes, and putting a plan in force. */

const LONGEST_DAYS = 365;
const MOST_MINUTES = 600;

const CHANGES: Partial<Readonly<Record<Action, (draft: PlanDraft) => PlanDraft>>> = {
  'exam-earlier': draft => ({ ...draft, exam: draft.exam - 1 }),
  'exam-later': draft => ({ ...draft, exam: draft.exam + 1 }),
  'exam-week-earlier': draft => ({ ...draft, exam: draft.exam - 7 }),
  'exam-week-later': draft => ({ ...draft, exam: draft.exam + 7 }),
  'minutes-fewer': draft => ({ ...draft, minutes: 5 * (Math.ceil(draft.minutes / 5) - 1) }),
  'minutes-more': draft => ({ ...draft, minutes: 5 * (Math.floor(draft.minutes / 5) + 1) }),
};

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** Question-days that are reckoned in about 0.1 seconds: what stands there for less would only flicker. */
const AT_ONCE = 2000;
/** The same in days, once what is known of the student has been worked out. */
const FELT_DAYS = 21;

/** From the home screen: the page stands there before its plan is reckoned, where that takes a moment that can be felt. */
export function openPlan(state: State, { goal, today, topics }: Pick<Home, 'goal' | 'today' | 'topics'>): Next {
  const draft = draftOf(goal, today);
  const questions = topics.reduce((sum, { total }) => sum + total, 0);
  const isFelt = questions * (draft.exam - today) >= AT_ONCE;
  const planned = { draft, today, plan: null };
  return [
    { ...state, notice: null, ...(isFelt ? { screen: { name: 'plan', planned, goal }, scroll: null } : {}) },
    [{ type: 'try-plan', draft: null }],
  ];
}

/** A plan that was made anew, or put in force or ended, is left to where it was opened from. */
export function showPlan(state: State, screen: PlanScreen): Next {
  const { screen: before } = state;
  const fromSettings = before?.name === 'settings' || (before?.name === 'plan' && before.fromSettings === true);
  return [{ ...state, screen: { ...screen, fromSettings }, scroll: before?.name === 'plan' ? state.scroll : null }, []];
}

/** What the command put in force may lie beyond what the keys reach: it stays where it is. */
export function updatePlan(state: State, screen: PlanScreen, action: Action): Next {
  const { planned, goal, fromSettings } = screen;
  // What is typed meanwhile is held until the plan is there.
  if (planned.plan === null) return action === 'back' ? leave(state, fromSettings) : [state, []];
  const { draft, today } = planned;
  const change = CHANGES[action];
  if (change) {
    const wanted = change(draft);
    const next: PlanDraft = {
      ...wanted,
      exam: within(wanted.exam, Math.min(today + 1, draft.exam), Math.max(today + LONGEST_DAYS, draft.exam)),
      minutes: within(wanted.minutes, Math.min(5, draft.minutes), Math.max(MOST_MINUTES, draft.minutes)),
    };
    const isSame = next.exam === draft.exam && next.minutes === draft.minutes;
    if (isSame) return [{ ...state, notice: null }, []];
    const shown = next.exam - today >= FELT_DAYS ? { ...screen, wanted: next } : screen;
    return [{ ...state, screen: shown, notice: null }, [{ type: 'try-plan', draft: next }]];
  }
  switch (action) {
    case 'adopt':
      return [
        { ...state, notice: 'This plan is in force: what is asked each day follows it.' },
        [{ type: 'adopt-plan', planned }],
      ];
    case 'drop-plan':
      if (goal === null) return [{ ...state, notice: 'There is no plan in force.' }, []];
      return [{ ...state, notice: 'No plan is in force any more.' }, [{ type: 'drop-plan', planned }]];
    case 'back':
      return leave(state, fromSettings);
    default:
      return [state, []];
  }
}

function leave(state: State, fromSettings = false): Next {
  const effect: Effect = fromSettings
    ? { type: 'settings', wish: { kind: 'open', onExam: true } }
    : { type: 'load-home', summary: false };
  return [{ ...state, notice: null }, [effect]];
}
