import { LARGEST_SEED } from '../../bank/streams.ts';
import { EMPTY_TEXT, edit, insert, type TextEntry, textOf } from '../entries/text.ts';
import type { Action, Event } from '../events.ts';
import { backToPicker } from '../picker/update.ts';
import { beginSession, type Next } from '../session.ts';
import type { State } from '../state.ts';
import { filtered } from './filter.ts';
import type { BrowserRow, BrowserScreen } from './state.ts';

type Input = Extract<Event, { type: 'text' | 'edit' | 'action' }>;

export function updateBrowser(state: State, screen: BrowserScreen, input: Input): Next {
  if (screen.search) return search(state, screen, screen.search, input);
  return input.type === 'action' ? act(state, screen, input.action) : [state, []];
}

/** The same screen with what it shows of the bank changed: the question under the cursor is drawn for it. */
function looking(state: State, screen: BrowserScreen): Next {
  return [{ ...state, screen, scroll: null, notice: null }, [{ type: 'browse', wish: { kind: 'look', screen } }]];
}

/** Without another question or other numbers. */
function showing(state: State, screen: BrowserScreen): Next {
  return [{ ...state, screen, scroll: null, notice: null }, []];
}

const STEPS: Partial<Readonly<Record<Action, number>>> = {
  up: -1,
  down: 1,
  newest: Number.NEGATIVE_INFINITY,
  'last-row': Number.POSITIVE_INFINITY,
};

function act(state: State, screen: BrowserScreen, action: Action): Next {
  const step = STEPS[action];
  if (step !== undefined) return movedTo(state, screen, screen.row + step);
  switch (action) {
    case 'back':
      return back(state, screen);
    case 'search': {
      const entry = screen.filter === '' ? EMPTY_TEXT : insert(EMPTY_TEXT, `${screen.filter} `);
      return showing(state, { ...screen, search: { entry, before: screen.filter } });
    }
    case 'find':
      return [{ ...state, notice: null }, [{ type: 'find', query: '' }]];
    default: {
      const chosen = screen.rows[screen.row];
      return chosen ? onQuestion(state, screen, chosen, action) : [state, []];
    }
  }
}

function onQuestion(state: State, screen: BrowserScreen, chosen: BrowserRow, action: Action): Next {
  switch (action) {
    case 'open':
      return showing(state, { ...screen, reading: true });
    case 'reveal':
      return showing(state, { ...screen, reveal: !screen.reveal });
    case 'redraw':
    case 'redraw-back':
    case 'given':
      return looking(state, withSeed(screen, seedAfter(screen, action)));
    case 'group-up':
      return movedTo(state, screen, groupAbove(screen));
    case 'group-down':
      return movedTo(state, screen, groupBelow(screen));
    case 'drill':
      return beginSession(state, { kind: 'drill', topic: chosen.template.id, back: screen });
    case 'set-aside':
      return turnedAside(state, screen, chosen);
    default:
      return [state, []];
  }
}

function movedTo(state: State, screen: BrowserScreen, to: number): Next {
  const row = Math.max(0, Math.min(to, screen.rows.length - 1));
  if (row !== screen.row) return looking(state, { ...screen, row });
  const [next, effects] = showing(state, screen);
  // In the list the ends are seen.
  return [
    { ...next, notice: screen.reading ? `This is the ${to < row ? 'first' : 'last'} question of the list.` : null },
    effects,
  ];
}

/** The first question of the topic, or of the one above where the cursor is there already. */
function groupAbove({ rows, row }: BrowserScreen): number {
  const first = (of: number): number => rows.findIndex(({ group }) => group === rows[of]?.group);
  return first(row) < row ? first(row) : first(Math.max(0, row - 1));
}

function groupBelow({ rows, row }: BrowserScreen): number {
  const group = rows[row]?.group;
  const next = rows.findIndex((other, i) => i > row && other.group !== group);
  return next < 0 ? rows.length - 1 : next;
}

/** The source's own numbers, and from there back to the seed before. */
function seedAfter({ seed, lastSeed }: BrowserScreen, action: Action): number | null {
  if (action === 'given') return seed === null ? lastSeed : null;
  if (seed === null) return lastSeed;
  return action === 'redraw' ? Math.min(LARGEST_SEED, seed + 1) : Math.max(0, seed - 1);
}

function withSeed(screen: BrowserScreen, seed: number | null): BrowserScreen {
  return { ...screen, seed, lastSeed: seed ?? screen.lastSeed };
}

function turnedAside(state: State, screen: BrowserScreen, { template: { id, title }, standing }: BrowserRow): Next {
  const notice = standing.aside
    ? `Brought back: ${title}`
    : `Set aside: ${title}. The schedule leaves it out until you bring it back; the same key does.`;
  const type = standing.aside ? 'bring-back' : 'set-aside';
  return [
    { ...state, notice },
    [
      { type, question: id },
      { type: 'browse', wish: { kind: 'refresh', screen } },
    ],
  ];
}

/** Level by level: from the question to the list, to the list as it was opened, and to where that was. */
function back(state: State, screen: BrowserScreen): Next {
  if (screen.reading) return showing(state, { ...screen, reading: false });
  if (screen.filter !== screen.base) return looking(state, narrowed(screen, screen.base));
  if (screen.back) return backToPicker(state, screen.back);
  return [{ ...state, notice: null }, [{ type: 'load-home', summary: false }]];
}

/** By another filter; the question under the cursor stays there if it can. */
function narrowed(screen: BrowserScreen, filter: string): BrowserScreen {
  const rows = filtered(screen.all, filter);
  const row = rows.findIndex(({ template }) => template.id === screen.rows[screen.row]?.template.id);
  return { ...screen, filter, rows, row: Math.max(0, row) };
}

function search(
  state: State,
  screen: BrowserScreen,
  { entry, before }: NonNullable<BrowserScreen['search']>,
  input: Input,
): Next {
  const typed = (next: TextEntry): Next => {
    const shown: BrowserScreen = { ...screen, search: { entry: next, before } };
    return textOf(next) === textOf(entry)
      ? showing(state, shown)
      : looking(state, narrowed(shown, textOf(next).trim()));
  };
  if (input.type === 'text') return typed(insert(entry, input.text));
  if (input.type === 'edit') return typed(edit(entry, input.edit));
  switch (input.action) {
    case 'submit':
      return showing(state, { ...screen, search: null });
    case 'back':
      return looking(state, { ...narrowed(screen, before), search: null });
    case 'up':
      return movedTo(state, screen, screen.row - 1);
    case 'down':
      return movedTo(state, screen, screen.row + 1);
    default:
      return [state, []];
  }
}
