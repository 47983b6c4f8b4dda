import type { VariantPart } from '../../bank/variant.ts';
import { acted, focusedPart, type Sheet, type Typed, withPage, written } from '../answering.ts';
import { isEmpty } from '../entries/entries.ts';
import { pageText } from '../entries/page.ts';
import { type TypedReply, typedReplies } from '../entries/recall.ts';
import type { Action } from '../events.ts';
import { clockWords, leftMs } from './clock.ts';
import { overviewRows } from './standing.ts';
import type { ExamAction, ExamNext, ExamScreen, ExamState } from './state.ts';

/** While answers can be given: on the questions, and on the overview of all. */

function sheetAt({ sheets, at }: ExamState): Sheet {
  return sheets[at] as Sheet;
}

function partsAt({ questions, at }: ExamState): readonly VariantPart[] {
  return questions[at]?.question.parts ?? [];
}

function withSheet(state: ExamState, sheet: Sheet): ExamState {
  return { ...state, sheets: state.sheets.with(state.at, sheet), scroll: null, notice: null };
}

export function typedInto(state: ExamState, event: Typed): ExamNext {
  const { sheet, complaint } = written(sheetAt(state), partsAt(state), event);
  return [{ ...withSheet(state, sheet), notice: complaint }, []];
}

/** What comes back from the student's own editor. */
export function pageEdited(state: ExamState, event: { readonly part: number; readonly text: string }): ExamNext {
  const page = withPage(sheetAt(state), event);
  if (!page) return [state, []];
  return [{ ...withSheet(state, page.sheet), notice: page.notice }, []];
}

export function onQuestion(state: ExamState, action: ExamAction): ExamNext {
  const own = OWN[action as keyof typeof OWN];
  if (own) return [own(state), []];
  const sheet = sheetAt(state);
  const parts = partsAt(state);
  const done = acted(sheet, parts, action as Action, () => typedElsewhere(state));
  if (typeof done !== 'string') return [withSheet(state, done), []];
  if (done === 'submit') return [onwards(state), []];
  if (done !== 'edit-page') return [state, []];
  const { entry } = focusedPart(sheet, parts);
  if (entry.kind !== 'page') return [state, []];
  return [{ ...state, notice: null }, [{ type: 'edit-page', part: sheet.focus, text: pageText(entry) }]];
}

/** What stands in the fields of the other questions, in their order. */
function typedElsewhere({ questions, sheets, at }: ExamState): readonly TypedReply[] {
  return sheets.flatMap(({ entries }, i) =>
    i === at ? [] : typedReplies(entries, questions[i]?.question.parts ?? []),
  );
}

/** What keys mean on a question, beside making its reply. */
const OWN = {
  next: (state: ExamState): ExamState => goTo(state, state.at + 1),
  previous: (state: ExamState): ExamState => goTo(state, state.at - 1),
  overview: (state: ExamState): ExamState => overview(state),
  back: (state: ExamState): ExamState => overview(state),
  flag: (state: ExamState): ExamState => flagged(state, state.at),
  story: (state: ExamState): ExamState => ({ ...state, story: !state.story, scroll: state.story ? null : 0 }),
  time: (state: ExamState): ExamState => {
    const left = state.watch && leftMs(state.watch);
    return left === null ? state : { ...state, notice: `${clockWords(left)} left.` };
  },
  'hand-in': (state: ExamState): ExamState => ({ ...state, screen: { name: 'confirm' }, scroll: 0, notice: null }),
} as const;

/** The next part that is empty; after the last one the next question; after that the overview. */
function onwards(state: ExamState): ExamState {
  const sheet = sheetAt(state);
  const parts = partsAt(state);
  const focus = sheet.entries.findIndex((entry, i) => {
    const part = parts[i];
    return i > sheet.focus && part !== undefined && isEmpty(entry, part);
  });
  if (focus >= 0) return withSheet(state, { ...sheet, focus });
  return state.at < state.questions.length - 1 ? goTo(state, state.at + 1) : overview(state);
}

function goTo(state: ExamState, at: number): ExamState {
  if (at < 0 || at >= state.questions.length) return { ...state, notice: at < 0 ? FIRST : LAST };
  // What is read first is seen from its beginning.
  const isNew = (state.spent[at] ?? 0) === 0;
  return { ...state, at, screen: { name: 'question' }, story: false, scroll: isNew ? 0 : null, notice: null };
}

const FIRST = 'This is the first question.';
const LAST = 'This is the last question.';

export function overview(state: ExamState): ExamState {
  return { ...state, screen: { name: 'overview', row: state.at, open: false }, scroll: null, notice: null };
}

function flagged(state: ExamState, i: number): ExamState {
  return { ...state, flags: state.flags.with(i, !state.flags[i]), notice: null };
}

export function onOverview(
  state: ExamState,
  screen: Extract<ExamScreen, { name: 'overview' }>,
  action: ExamAction,
): ExamNext {
  const rows = overviewRows(state, screen.open);
  const row = Math.min(screen.row, Math.max(0, rows.length - 1));
  const chosen = rows[row];
  const move = (to: number): ExamNext => [
    { ...state, screen: { ...screen, row: Math.max(0, Math.min(rows.length - 1, to)) }, scroll: null, notice: null },
    [],
  ];
  switch (action) {
    case 'up':
      return move(row - 1);
    case 'down':
      return move(row + 1);
    case 'submit':
      return [chosen === undefined ? state : goTo(state, chosen), []];
    case 'flag':
      return [chosen === undefined ? state : flagged(state, chosen), []];
    case 'only-open': {
      const open = !screen.open;
      const shown = overviewRows(state, open);
      const to = shown.findIndex(i => i >= (chosen ?? state.at));
      return [{ ...state, screen: { name: 'overview', open, row: Math.max(0, to) }, scroll: null, notice: null }, []];
    }
    case 'back':
      return [goTo(state, state.at), []];
    case 'hand-in':
    case 'time':
      return [OWN[action](state), []];
    default:
      return [state, []];
  }
}
