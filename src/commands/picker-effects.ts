import type { Event } from '../app/events.ts';
import type { Context } from './context.ts';

/** What the picker asks of the bank. */
export function find(_context: Context, query: string): Event {
  return { type: 'opened', screen: { name: 'picker', query, found: [], row: 0 } };
}
