import type { ChoiceKey } from '../answers/choice/choice.ts';
import type { Reading } from '../answers/kind.ts';
import type { VariantPart } from '../bank/variant.ts';
import { type Edit, type Entry, edit, insert, moveRow, readEntry, replyText, tick } from './entry.ts';
import { markVariant, reviewOf } from './marking.ts';
import type { Next } from './session.ts';
import type { Action, Moment, QuestionScreen, State } from './state.ts';

type Input =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'edit'; readonly edit: Edit }
  | { readonly type: 'action'; readonly action: Action };

export function updateQuestion(state: State, screen: QuestionScreen, input: Input, moment: Moment): Next {
  const show = (changes: Partial<QuestionScreen>): Next => [
    { ...state, screen: { ...screen, complaint: null, asked: null, ...changes }, scroll: null, notice: null },
    [],
  ];
  const focused = focusedPart(screen);
  const enter = (entry: Entry): Next => show({ entries: screen.entries.with(screen.focus, entry) });
  if (input.type === 'text') return enter(type(focused, input.text));
  if (input.type === 'edit')
    return focused.entry.kind === 'text' ? enter(edit(focused.entry, input.edit)) : [state, []];
  switch (input.action) {
    case 'hint': {
      const { hint } = screen.presented.variant;
      return hint === null ? [{ ...state, notice: 'This question has no hint.' }, []] : show({ hint: true });
    }
    case 'skip':
      return skip(state);
    case 'next-part':
      return show({ focus: (screen.focus + 1) % screen.entries.length });
    case 'previous-part':
      return show({ focus: (screen.focus - 1 + screen.entries.length) % screen.entries.length });
    case 'up':
    case 'down':
      return enter(move(focused, input.action === 'up' ? -1 : 1));
    case 'toggle':
      return enter(
        focused.boxes ? tick(focused.boxes.entry, focused.boxes.entry.row, focused.boxes.key) : focused.entry,
      );
    case 'none':
      return enter(
        focused.boxes?.key.many
          ? tick(focused.boxes.entry, focused.boxes.key.options.length, focused.boxes.key)
          : focused.entry,
      );
    case 'submit':
      return submit(state, screen, moment);
    default:
      return [state, []];
  }
}

interface Focused {
  readonly part: VariantPart;
  readonly entry: Entry;
  /** Set where the part is answered by boxes. */
  readonly boxes: { readonly key: ChoiceKey; readonly entry: Extract<Entry, { kind: 'boxes' }> } | null;
}

function focusedPart({ presented, entries, focus }: QuestionScreen): Focused {
  const part = presented.variant.parts[focus] as VariantPart;
  const entry = entries[focus] as Entry;
  const boxes = part.key.kind === 'choice' && entry.kind === 'boxes' ? { key: part.key, entry } : null;
  return { part, entry, boxes };
}

/** In a text field characters are text; among boxes a letter ticks the option that bears it, a digit the one in that place. */
function type({ entry, boxes }: Focused, text: string): Entry {
  if (entry.kind === 'text') return insert(entry, text);
  let ticked = entry;
  for (const character of boxes ? text.toLowerCase() : '') {
    const row = boxes?.key.options.findIndex(({ label }, i) => label === character || `${i + 1}` === character) ?? -1;
    if (boxes && row >= 0) ticked = tick(ticked, row, boxes.key);
  }
  return ticked;
}

function move({ entry, boxes }: Focused, by: number): Entry {
  return boxes ? moveRow(boxes.entry, by, boxes.key) : entry;
}

/** In the practice lane a question can be passed over; the schedule's questions wait for an answer. */
function skip(state: State): Next {
  const { lane, shown } = state;
  return lane.kind === 'drill' ? [state, [{ type: 'present', lane, shown, first: null }]] : [state, []];
}

/**
 * The first part that is empty or cannot be read gets the focus instead; nothing is marked before all can be read. A part
 * may stay empty, but only on purpose: with a second Enter.
 */
function submit(state: State, screen: QuestionScreen, moment: Moment): Next {
  const { variant, card, earlierMs } = screen.presented;
  const givenUp = new Set(screen.givenUp);
  for (const i of fromFocus(screen)) {
    const part = variant.parts[i] as VariantPart;
    const entry = screen.entries[i] as Entry;
    const reading = readEntry(entry, part);
    if (reading.status === 'read') continue;
    if (reading.status === 'empty' && (givenUp.has(i) || (screen.asked === i && screen.focus === i))) {
      givenUp.add(i);
      continue;
    }
    const waiting = { ...screen, focus: i, givenUp: [...givenUp], ...objection(screen, i, reading) };
    return [{ ...state, screen: waiting, scroll: null, notice: null }, []];
  }
  const replies = screen.entries.map(replyText);
  const mark = markVariant(variant, replies);
  const row = reviewOf(variant, replies, mark, {
    lane: state.lane.kind,
    card,
    earlierMs,
    hint: screen.hint,
    ms: Math.round(moment.monotonic - screen.since),
    at: moment.at,
    zone: moment.zone,
    rating: null,
  });
  return [state, [{ type: 'record', row, presented: screen.presented, mark }]];
}

/** The parts from the focused one on, around to the one before it. */
function fromFocus({ entries, focus }: QuestionScreen): number[] {
  return entries.map((_, i) => (focus + i) % entries.length);
}

/** What to say about a part that has no readable answer; one that the student has not come to yet is only focused. */
function objection(
  { focus, presented, entries }: QuestionScreen,
  i: number,
  reading: Exclude<Reading<unknown>, { status: 'read' }>,
): Pick<QuestionScreen, 'complaint' | 'asked'> {
  const part = presented.variant.parts[i] as VariantPart;
  const where = entries.length > 1 ? `Part ${part.name}: ` : '';
  if (reading.status === 'unreadable') return { complaint: `${where}${reading.reason}`, asked: null };
  if (i !== focus) return { complaint: null, asked: null };
  return { complaint: `${where}${howTo(part)} Enter again to leave it unanswered.`, asked: i };
}

function howTo({ key }: VariantPart): string {
  if (key.kind !== 'choice') return 'Type a number, such as 784, 3/8 or 1e-3.';
  return key.many ? 'Tick what is right, or 0 if nothing is.' : 'Tick the option that is right.';
}
