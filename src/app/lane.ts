import type { Lane } from './state.ts';

/** What a lane is called on a screen. */
export function laneName(lane: Lane): string {
  switch (lane.kind) {
    case 'study':
      return lane.minutes === undefined
        ? 'Study'
        : `Study · ${lane.minutes} ${lane.minutes === 1 ? 'minute' : 'minutes'}`;
    case 'drill':
      return `Drill ${lane.topic}`;
    case 'more':
      return 'More practice';
    case 'replay':
      return 'Tried again';
  }
}
