import type { BrowserWish } from '../app/browser/state.ts';
import type { Event } from '../app/events.ts';
import type { Context } from './context.ts';

/** What the browser asks of the bank. */
export function browse(_context: Context, _wish: BrowserWish): Event {
  return { type: 'opened', screen: { name: 'browser', rows: [], row: 0, variant: null } };
}
