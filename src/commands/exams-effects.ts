import type { Event } from '../app/events.ts';
import type { Errand } from '../app/state.ts';
import type { Context } from './context.ts';

/** What the list of exams shows. */
export function examsNow(_context: Context): Event {
  return { type: 'opened', screen: { name: 'exams', rows: [], row: 0 } };
}

/** What has screens of its own. */
export async function runErrand(_context: Context, _errand: Errand): Promise<void> {}
