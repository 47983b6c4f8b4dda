import type { VariantPart } from '../bank/variant.ts';
import { emptyEntry, isEmpty } from './entries/entries.ts';
import type { Moment } from './events.ts';
import type { Presented, QuestionScreen } from './screens.ts';
import type { State } from './state.ts';

/** A question comes on the screen, or is taken up again where it was left. */

/** A question that was only looked at does not take the place of one with a reply begun. */
export function leftOpen({ open }: State, screen: QuestionScreen, { monotonic }: Moment): State['open'] {
  const isBegun = screen.hint || screen.pad !== undefined || !isUntouched(screen);
  return isBegun || !open ? { screen, spent: monotonic - screen.since } : open;
}

/** In less time nobody has read a question. */
const READ_MS = 15_000;

/** A question that was left open is taken up where it was left; no hint is forgotten by leaving and coming back. */
export function presented(state: State, question: Presented, { monotonic }: Moment): State {
  const { template, seed } = question.variant;
  const shown = [...state.shown, { question: template.id, seed }];
  const { open } = state;
  if (open && isSame(open.screen.presented, question)) {
    const reread = open.screen.reread || open.spent >= READ_MS;
    const screen = { ...open.screen, presented: question, since: monotonic - open.spent, reread };
    return { ...state, shown, screen, open: null, scroll: 0 };
  }
  return { ...state, shown, screen: questionScreen(question, monotonic), scroll: 0 };
}

function questionScreen(question: Presented, since: number): QuestionScreen {
  const entries = question.variant.parts.map(emptyEntry);
  return {
    name: 'question',
    presented: question,
    entries,
    focus: 0,
    hint: false,
    guess: false,
    reread: false,
    since,
    complaint: null,
    asked: null,
    givenUp: [],
    granted: entries.map(() => []),
  };
}

export function isUntouched({ entries, presented }: QuestionScreen): boolean {
  return entries.every((entry, i) => isEmpty(entry, presented.variant.parts[i] as VariantPart));
}

function isSame({ variant: one }: Presented, { variant: other }: Presented): boolean {
  return one.template.hash === other.template.hash && one.template.id === other.template.id && one.seed === other.seed;
}
