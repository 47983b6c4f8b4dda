import type { Look } from '../browser/state.ts';
import type { Action, Effect } from '../events.ts';
import type { AsideScreen, Presented } from '../screens.ts';
import { beginSession, type Next, presentNext } from '../session.ts';
import type { State } from '../state.ts';
import type { AsideRow } from './advice.ts';

/** Setting a question aside, and the list of those that are. */

/** Out of the schedule with it, and on to the next; a reply that was begun means nothing any more. */
export function setAside(state: State, { variant }: Presented): Next {
  const { id, title } = variant.template;
  return [
    { ...state, why: false, notice: `Set aside: ${title}. The list on the home screen (x) brings it back.` },
    [{ type: 'set-aside', question: id }, presentNext(state)],
  ];
}

/** The cursor stays where it was, as far as there are rows. */
export function showAsides(state: State, rows: readonly AsideRow[]): Next {
  const row = state.screen?.name === 'aside' ? state.screen.row : 0;
  const screen: AsideScreen = { name: 'aside', rows, row: Math.max(0, Math.min(row, rows.length - 1)) };
  return [{ ...state, screen, scroll: null }, looking(screen)];
}

function looking({ rows, row }: AsideScreen): readonly Effect[] {
  const question = rows[row]?.question;
  return question === undefined ? [] : [{ type: 'look', question }];
}

/** The question under the cursor; of another one that was asked for before, nothing is wanted any more. */
export function showLook(state: State, look: Look): State {
  const { screen } = state;
  if (screen?.name !== 'aside' || screen.rows[screen.row]?.question !== look.question) return state;
  return { ...state, screen: { ...screen, look } };
}

export function updateAside(state: State, screen: AsideScreen, action: Action): Next {
  const { rows, row } = screen;
  const chosen = rows[row];
  const move = (to: number): Next => {
    const next: AsideScreen = { ...screen, row: Math.max(0, Math.min(to, rows.length - 1)) };
    return [{ ...state, screen: next, scroll: null, notice: null }, next.row === row ? [] : looking(next)];
  };
  switch (action) {
    case 'up':
      return move(row - 1);
    case 'down':
      return move(row + 1);
    case 'drill':
      return chosen ? beginSession(state, { kind: 'drill', topic: chosen.question, back: screen }) : [state, []];
    case 'bring-back':
      return chosen
        ? [
            { ...state, notice: `Brought back: ${chosen.title}` },
            [{ type: 'bring-back', question: chosen.question }, { type: 'load-asides' }],
          ]
        : [state, []];
    case 'back':
      return [{ ...state, notice: null }, [{ type: 'load-home', summary: false }]];
    default:
      return [state, []];
  }
}
