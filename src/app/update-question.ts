import type { Reading } from '../answers/kind.ts';
import type { VariantPart } from '../bank/variant.ts';
import { acted, focusedPart, type Typed, withPage, written } from './answering.ts';
import { type Entry, entrySituations, gapIn, goTo, howToAnswer, readEntry } from './entries/entries.ts';
import { pageText } from './entries/page.ts';
import { remembered, typedReplies } from './entries/recall.ts';
import type { Action, Event, Moment } from './events.ts';
import { openedPad } from './scratch/pad.ts';
import type { QuestionScreen } from './screens.ts';
import { type Next, presentNext } from './session.ts';
import type { State } from './state.ts';
import { handIn } from './update-judge.ts';

type Input = Typed | { readonly type: 'action'; readonly action: Action };

export function updateQuestion(state: State, screen: QuestionScreen, input: Input, moment: Moment): Next {
  const { parts, hint } = screen.presented.variant;
  const show = (changes: Partial<QuestionScreen>): Next => [
    { ...state, screen: { ...screen, complaint: null, asked: null, ...changes }, scroll: null, notice: null },
    [],
  ];
  if (input.type !== 'action') {
    const { sheet, complaint } = written(screen, parts, input);
    return show({ ...sheet, complaint, asked: null });
  }
  const done = acted(screen, parts, input.action, () => state.typed);
  if (typeof done !== 'string') return show({ ...done, complaint: null, asked: null });
  switch (done) {
    case 'hint':
      return hint === null ? [{ ...state, notice: 'This question has no hint.' }, []] : show({ hint: true });
    case 'guess':
      return show({ guess: !screen.guess });
    case 'skip':
      return skip(state);
    case 'edit-page': {
      const { entry } = focusedPart(screen, parts);
      return entry.kind === 'page'
        ? [{ ...state, notice: null }, [{ type: 'edit-page', part: screen.focus, text: pageText(entry) }]]
        : [state, []];
    }
    case 'undo-edit':
    case 'redo-edit':
    case 'earlier-reply':
    case 'later-reply':
      return [{ ...state, notice: NOTHING[done] }, []];
    case 'scratch':
      return [{ ...state, screen: { ...screen, pad: openedPad(screen.pad) }, scroll: null, notice: null }, []];
    case 'submit': {
      const typed = remembered(state.typed, typedReplies(screen.entries, parts));
      return submit({ ...state, typed }, screen, moment);
    }
    default:
      return [state, []];
  }
}

const NOTHING = {
  'undo-edit': 'There is nothing to undo in this reply.',
  'redo-edit': 'There is nothing to redo in this reply.',
  'earlier-reply': 'Nothing else was typed into such a field before in this session.',
  'later-reply': 'This is what was typed last.',
} as const;

/** What comes back from the student's own editor takes the place of the page. */
export function takePage(state: State, event: Extract<Event, { type: 'page-edited' }>): Next {
  const { screen } = state;
  const page = screen?.name === 'question' ? withPage(screen, event) : null;
  if (screen?.name !== 'question' || page === null) return [state, []];
  const { sheet, notice } = page;
  if (sheet === screen) return [{ ...state, notice }, []];
  return [{ ...state, screen: { ...screen, ...sheet, complaint: null, asked: null }, scroll: null, notice }, []];
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
