import { EMPTY_TEXT, edit, insert, textOf } from '../entries/text.ts';
import type { Action, Effect, Event } from '../events.ts';
import { beginSession, type Next } from '../session.ts';
import type { State } from '../state.ts';
import { isStepping } from '../steps.ts';
import { stepsAfter } from '../update-steps.ts';
import { solutionOf } from './past.ts';
import type { HistoryNews, HistoryScreen, HistoryWish, PastScreen } from './state.ts';

/** Walking through the history. */

/** So many answers are fetched at once, and so many rows before the end the next ones are. */
const FETCHED = 100;
const AHEAD = 20;
/** Rows of a large step. */
const LARGE_STEP = 10;

type Input = Extract<Event, { type: 'action' | 'text' | 'edit' }>;

const wishing = (wish: HistoryWish): Effect => ({ type: 'history', wish });

const listing = (query: string, select: string | null = null, count = FETCHED): Effect =>
  wishing({ type: 'list', query, before: null, count, select });

/** The newest answers. */
export function openHistory(state: State): Next {
  return [{ ...state, notice: null }, [listing('')]];
}

/** Back from trying an answer again, which has added one of its own. */
export function backToHistory(state: State, { query, rows, row }: HistoryScreen): Next {
  const count = Math.max(FETCHED, rows.length + 1);
  return [{ ...state, lane: { kind: 'study' } }, [listing(query, rows[row]?.review ?? null, count)]];
}

export function updateHistory(state: State, screen: HistoryScreen, input: Input): Next {
  if (screen.search) return updateSearch(state, screen, screen.search, input);
  return input.type === 'action' ? looking(screen, act(state, screen, input.action)) : [state, []];
}

/** Wherever the cursor has come to another answer, that is looked up. */
function looking(before: HistoryScreen | null, [state, effects]: Next): Next {
  const { screen } = state;
  const review = screen?.name === 'history' ? chosenIn(screen) : undefined;
  if (review === undefined || (before && chosenIn(before) === review)) return [state, effects];
  return [state, [wishing({ type: 'look', review }), ...effects]];
}

const chosenIn = ({ rows, row }: HistoryScreen): string | undefined => rows[row]?.review;

function updateSearch(
  state: State,
  screen: HistoryScreen,
  search: NonNullable<HistoryScreen['search']>,
  input: Input,
): Next {
  const show = (changes: Partial<HistoryScreen>): Next => [
    { ...state, screen: { ...screen, ...changes }, notice: null },
    [],
  ];
  if (input.type === 'text') return show({ search: insert(search, input.text) });
  if (input.type === 'edit') return show({ search: edit(search, input.edit) });
  if (input.action === 'back') return show({ search: null });
  return input.action === 'submit' ? [state, [listing(textOf(search).trim())]] : [state, []];
}

const STEPS: Partial<Readonly<Record<Action, number>>> = {
  up: -1,
  down: 1,
  'rows-up': -LARGE_STEP,
  'rows-down': LARGE_STEP,
  newest: Number.NEGATIVE_INFINITY,
};

function act(state: State, screen: HistoryScreen, action: Action): Next {
  const step = STEPS[action];
  if (step !== undefined) return moved(state, screen, step);
  if (action === 'search') {
    return [{ ...state, screen: { ...screen, search: EMPTY_TEXT }, scroll: null, notice: null }, []];
  }
  if (action === 'back') {
    return screen.query === ''
      ? [{ ...state, notice: null }, [{ type: 'load-home', summary: false }]]
      : [{ ...state, notice: null }, [listing('')]];
  }
  const review = screen.rows[screen.row]?.review;
  return review === undefined ? [state, []] : onReview(state, review, action);
}

/** The next older ones are fetched before the cursor comes to the end of those that are here. */
function moved(state: State, screen: HistoryScreen, by: number): Next {
  const { rows, more, query } = screen;
  const row = Math.max(0, Math.min(screen.row + by, rows.length - 1));
  const last = rows.at(-1)?.review ?? null;
  const wish: HistoryWish = { type: 'list', query, before: last, count: FETCHED, select: null };
  const isNear = by > 0 && more && row >= rows.length - AHEAD;
  return [{ ...state, screen: { ...screen, row }, scroll: null, notice: null }, isNear ? [wishing(wish)] : []];
}

function onReview(state: State, review: string, action: Action): Next {
  switch (action) {
    case 'open':
      return [state, [wishing({ type: 'open', review })]];
    case 'undo':
      return [state, [wishing({ type: 'turn', review })]];
    case 'replay':
      return [state, [wishing({ type: 'retry', review })]];
    default:
      return [state, []];
  }
}

export function updatePast(state: State, screen: PastScreen, action: Action): Next {
  const { past, list } = screen;
  if (action === 'back' && !isStepping(screen.steps)) {
    return [{ ...state, screen: list, scroll: null, notice: null }, []];
  }
  const steps = stepsAfter(screen.steps, solutionOf(past), action);
  if (steps !== undefined) return [{ ...state, screen: { ...screen, steps }, scroll: null, notice: null }, []];
  return action === 'open' ? [state, []] : onReview(state, past.written.id, action);
}

/** What the outer world has found or done. */
export function takeNews(state: State, news: HistoryNews): Next {
  const { screen } = state;
  switch (news.type) {
    case 'listed':
      return looking(news.before !== null && screen?.name === 'history' ? screen : null, [
        { ...state, screen: listed(screen, news), scroll: null },
        [],
      ]);
    case 'looked':
      return screen?.name === 'history' ? [{ ...state, screen: { ...screen, look: news.given } }, []] : [state, []];
    case 'opened':
      return screen?.name === 'history'
        ? [
            { ...state, screen: { name: 'past', past: news.past, steps: null, list: screen }, scroll: 0, notice: null },
            [],
          ]
        : [state, []];
    case 'turned':
      return [{ ...state, screen: turned(screen, news), notice: news.text }, []];
    case 'ready': {
      const back = screen?.name === 'past' ? screen.list : screen?.name === 'history' ? screen : null;
      return beginSession(state, { kind: 'replay', review: news.review, back });
    }
  }
}

type News<Type> = Extract<HistoryNews, { type: Type }>;

function listed(screen: State['screen'], { query, before, rows, more, select }: News<'listed'>): HistoryScreen {
  if (before !== null && screen?.name === 'history') return { ...screen, rows: [...screen.rows, ...rows], more };
  const row = Math.max(
    0,
    rows.findIndex(({ review }) => review === select),
  );
  return { name: 'history', query, search: null, rows, more, row };
}

function turned(screen: State['screen'], { row, past }: News<'turned'>): State['screen'] {
  const inList = (list: HistoryScreen): HistoryScreen => ({
    ...list,
    rows: list.rows.map(one => (one.review === row.review ? row : one)),
  });
  if (screen?.name === 'history') return inList(screen);
  return screen?.name === 'past' ? { ...screen, past, list: inList(screen.list) } : screen;
}
