import type { Action } from '../events.ts';
import type { Next } from '../session.ts';
import type { State } from '../state.ts';
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

export function updatePlan(state: State, { planned, goal }: PlanScreen, action: Action): Next {
  const { draft, today } = planned;
  const change = CHANGES[action];
  if (change) {
    const wanted = change(draft);
    const next: PlanDraft = {
      ...wanted,
      exam: Math.min(today + LONGEST_DAYS, Math.max(today + 1, wanted.exam)),
      minutes: Math.min(MOST_MINUTES, Math.max(5, wanted.minutes)),
    };
    const isSame = next.exam === draft.exam && next.minutes === draft.minutes;
    return [{ ...state, notice: null }, isSame ? [] : [{ type: 'try-plan', draft: next }]];
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
      return [{ ...state, notice: null }, [{ type: 'load-home', summary: false }]];
    default:
      return [state, []];
  }
}
