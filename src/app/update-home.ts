import type { Action } from './events.ts';
import { openHistory } from './history/update.ts';
import { openPlan } from './plan/update.ts';
import type { HomeScreen } from './screens.ts';
import { beginSession, type Next } from './session.ts';
import type { State } from './state.ts';

export function updateHome(state: State, screen: HomeScreen, action: Action): Next {
  const { topics } = screen.home;
  const move = (by: number): Next => {
    const row = Math.max(0, Math.min(screen.row + by, topics.length - 1));
    return [{ ...state, screen: { ...screen, row }, scroll: null }, []];
  };
  switch (action) {
    case 'study':
      return beginSession(state, { kind: 'study' });
    case 'study-minutes':
      return beginSession(state, { kind: 'study', minutes: screen.home.minutes });
    case 'more':
      return screen.home.met > 0 ? beginSession(state, { kind: 'more' }) : [state, []];
    case 'history':
      return openHistory(state);
    case 'statistics':
      return [{ ...state, notice: null }, [{ type: 'load-statistics' }]];
    case 'plan':
      return openPlan(state, screen.home);
    case 'asides':
      return screen.home.aside > 0 ? [{ ...state, notice: null }, [{ type: 'load-asides' }]] : [state, []];
    case 'find':
      return [{ ...state, notice: null }, [{ type: 'find', query: '' }]];
    case 'browse':
      return [{ ...state, notice: null }, [{ type: 'browse', wish: { kind: 'open', at: null } }]];
    case 'exams':
      return [{ ...state, notice: null }, [{ type: 'load-exams' }]];
    case 'settings':
      return [{ ...state, notice: null }, [{ type: 'settings', wish: { kind: 'open' } }]];
    case 'drill': {
      const topic = topics[screen.row]?.topic;
      return topic === undefined ? [state, []] : beginSession(state, { kind: 'drill', topic });
    }
    case 'up':
      return move(-1);
    case 'down':
      return move(1);
    case 'back':
      return [{ ...state, over: 'left' }, [{ type: 'leave' }]];
    default:
      return [state, []];
  }
}
