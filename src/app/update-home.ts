import { beginSession, type Next } from './session.ts';
import type { Action, HomeScreen, State } from './state.ts';

export function updateHome(state: State, screen: HomeScreen, action: Action): Next {
  const { topics } = screen.home;
  const move = (by: number): Next => {
    const row = Math.max(0, Math.min(screen.row + by, topics.length - 1));
    return [{ ...state, screen: { ...screen, row }, scroll: null }, []];
  };
  switch (action) {
    case 'study':
      return beginSession(state, { kind: 'study' });
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
