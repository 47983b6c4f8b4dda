import type { PreviewEvent, PreviewState } from '../../app/preview/state.ts';
import { meant } from '../dispatch.ts';
import type { Press } from '../input.ts';
import type { Frame } from '../layout.ts';
import { activePreviewBindings } from './keys.ts';

/** What a key press means in the preview, where nothing is typed. */
export function previewEventFor(press: Press, state: PreviewState, drawn: () => Frame): PreviewEvent | null {
  const event = meant(press, activePreviewBindings(state), drawn, false);
  return event && (event.type === 'action' || event.type === 'scroll') ? event : null;
}
