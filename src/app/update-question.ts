import { readReply } from '../answers/answers.ts';
import type { Reading } from '../answers/kind.ts';
import type { VariantPart } from '../bank/variant.ts';
import {
  actOn,
  type Entry,
  editEntry,
  entrySituations,
  gapIn,
  goTo,
  howToAnswer,
  readEntry,
  replyText,
  typeInto,
} from './entries/entries.ts';
import type { Edit, EntryAction } from './entries/entry.ts';
import { cleanPage, LONGEST_PAGE, pageOf, pageText } from './entries/page.ts';
import type { Action, Event, Moment } from './events.ts';
import type { QuestionScreen } from './screens.ts';
import { type Next, presentNext } from './session.ts';
import type { State } from './state.ts';
import { handIn } from './update-judge.ts';

type Input =
  | { readonly type: 'text'; readonly text: string; readonly pasted?: boolean }
  | { readonly type: 'edit'; readonly edit: Edit }
  | { readonly type: 'action'; readonly action: Action };

/** Actions that belong to the entry in focus before they mean anything to the question. */
const OF_ENTRIES: ReadonlySet<Action> = new Set<EntryAction>([
  'up',
  'down',
  'toggle',
  'none',
  'next-part',
  'previous-part',
  'next-cell',
  'previous-cell',
  'move-up',
  'move-down',
  'fill',
  'newline',
]);

/** What a way through an entry becomes at its end, where there are other parts. */
const BEYOND: Partial<Readonly<Record<Action, Action>>> = {
  up: 'previous-part',
  down: 'next-part',
  'previous-cell': 'previous-part',
  'next-cell': 'next-part',
};

/** A single part is its own neighbour for Tab, which goes around; an arrow stops at the edge. */
function beyond(action: Action, { entries }: QuestionScreen): Action {
  const isArrow = action === 'up' || action === 'down';
  return isArrow && entries.length === 1 ? action : (BEYOND[action] ?? action);
}

export function updateQuestion(state: State, screen: QuestionScreen, input: Input, moment: Moment): Next {
  const show = (changes: Partial<QuestionScreen>): Next => [
    { ...state, screen: { ...screen, complaint: null, asked: null, ...changes }, scroll: null, notice: null },
    [],
  ];
  const { part, entry } = focusedPart(screen);
  const enter = (changed: Entry): Next => show({ entries: screen.entries.with(screen.focus, changed) });
  if (input.type === 'text') {
    const pasted = input.pasted ?? false;
    const changed = typeInto(entry, input.text, part, pasted);
    const complaint = pasted ? refusal(input.text, entry, changed, part) : null;
    return show({ entries: screen.entries.with(screen.focus, changed), complaint });
  }
  if (input.type === 'edit') return enter(editEntry(entry, input.edit, part));
  if (OF_ENTRIES.has(input.action)) {
    const changed = actOn(entry, input.action as EntryAction, part);
    if (changed) return enter(changed);
  }
  const action = beyond(input.action, screen);
  switch (action) {
    case 'hint': {
      const { hint } = screen.presented.variant;
      return hint === null ? [{ ...state, notice: 'This question has no hint.' }, []] : show({ hint: true });
    }
    case 'guess':
      return show({ guess: !screen.guess });
    case 'skip':
      return skip(state);
    case 'next-part':
      return show(onPart(screen, 1));
    case 'previous-part':
      return show(onPart(screen, -1));
    case 'edit-page':
      return entry.kind === 'page'
        ? [{ ...state, notice: null }, [{ type: 'edit-page', part: screen.focus, text: pageText(entry) }]]
        : [state, []];
    case 'submit':
      return submit(state, screen, moment);
    default:
      return [state, []];
  }
}

/** Where only certain signs mean anything, a whole paste can come to nothing. */
const TAKE_SIGNS: ReadonlySet<Entry['kind']> = new Set(['boxes', 'lines', 'pairs']);

/** Why a paste changed nothing of the reply; null where it did, or repeats what is there. */
function refusal(text: string, before: Entry, after: Entry, part: VariantPart): string | null {
  if (!TAKE_SIGNS.has(before.kind) || replyText(before, part) !== replyText(after, part)) return null;
  const reading = readReply(text, part.key);
  return reading.status === 'unreadable' ? `Nothing was taken from this paste: ${reading.reason}` : null;
}

const NOT_WAITED =
  'Nothing was changed. An editor with a window of its own must be told to wait, such as EDITOR="code --wait".';

/** What comes back from the student's own editor takes the place of the page. */
export function takePage(state: State, { part, text }: Extract<Event, { type: 'page-edited' }>): Next {
  const { screen } = state;
  const before = screen?.name === 'question' ? screen.entries[part] : undefined;
  if (screen?.name !== 'question' || before?.kind !== 'page') return [state, []];
  // Editors end the last line too.
  const clean = cleanPage(text).replace(/\n$/, '');
  if (clean === pageText(before)) return [{ ...state, notice: NOT_WAITED }, []];
  const notice = clean.length > LONGEST_PAGE ? `Only the first ${LONGEST_PAGE} characters are kept.` : null;
  const entries = screen.entries.with(part, pageOf(clean));
  return [{ ...state, screen: { ...screen, entries, complaint: null, asked: null }, scroll: null, notice }, []];
}

function focusedPart({ presented, entries, focus }: QuestionScreen): { part: VariantPart; entry: Entry } {
  return { part: presented.variant.parts[focus] as VariantPart, entry: entries[focus] as Entry };
}

/** The focus on the next part or the one before, around the ends; its cursor stands at the near end. */
function onPart(screen: QuestionScreen, by: 1 | -1): Pick<QuestionScreen, 'focus' | 'entries'> {
  const { entries } = screen;
  const focus = (screen.focus + by + entries.length) % entries.length;
  const { part, entry } = focusedPart({ ...screen, focus });
  return { focus, entries: entries.with(focus, goTo(entry, by === 1 ? 'first' : 'last', part)) };
}

/** In the practice lane a question can be passed over; the schedule's questions wait for an answer. */
function skip(state: State): Next {
  return state.lane.kind === 'study' ? [state, []] : [state, [presentNext(state)]];
}

/**
 * The first part that is empty or cannot be read gets the focus instead; nothing is marked before all can be read. A part
 * or a place in it may stay empty, but only on purpose: with a second Enter.
 */
function submit(state: State, screen: QuestionScreen, moment: Moment): Next {
  const { variant } = screen.presented;
  const givenUp = new Set(screen.givenUp);
  for (const i of fromFocus(screen)) {
    const part = variant.parts[i] as VariantPart;
    const entry = screen.entries[i] as Entry;
    const reading = readEntry(entry, part);
    const gap = reading.status === 'read' ? gapIn(entry, part) : null;
    if (reading.status === 'read' && gap === null) continue;
    if (reading.status !== 'unreadable' && (givenUp.has(i) || (screen.asked === i && screen.focus === i))) {
      givenUp.add(i);
      continue;
    }
    const entries = screen.entries.with(i, goTo(entry, 'unfinished', part));
    const waiting = { ...screen, entries, focus: i, givenUp: [...givenUp], ...objection(screen, i, reading, gap) };
    return [{ ...state, screen: waiting, scroll: null, notice: null }, []];
  }
  return handIn(state, { ...screen, givenUp: [...givenUp] }, moment);
}

/** The parts from the focused one on, around to the one before it. */
function fromFocus({ entries, focus }: QuestionScreen): number[] {
  return entries.map((_, i) => (focus + i) % entries.length);
}

/** What to say about a part that has no readable or no whole answer; one that the student has not come to yet is only focused. */
function objection(
  { focus, presented, entries }: QuestionScreen,
  i: number,
  reading: Reading<unknown>,
  gap: string | null,
): Pick<QuestionScreen, 'complaint' | 'asked'> {
  const part = presented.variant.parts[i] as VariantPart;
  const where = entries.length > 1 ? `Part ${part.name}: ` : '';
  if (reading.status === 'unreadable') return { complaint: `${where}${reading.reason}`, asked: null };
  if (i !== focus) return { complaint: null, asked: null };
  const again = entrySituations(entries[i] as Entry, part).includes('page') ? 'Ctrl-D again' : 'Enter again';
  const advice =
    gap === null ? `${howToAnswer(part)} ${again} to leave it unanswered.` : `${gap} ${again} to submit it as it is.`;
  return { complaint: `${where}${advice}`, asked: i };
}
