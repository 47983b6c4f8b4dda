import type { PreviewEvent, PreviewState } from '../../app/preview/state.ts';
import { asKey, type Press } from '../input.ts';
import type { Frame } from '../layout.ts';
import { scrolledBy } from '../scroll.ts';
import { activePreviewBindings } from './keys.ts';

/** What a key press means; null where it means nothing. The frame is drawn only for keys that scroll. */
export function previewEventFor(press: Press, state: PreviewState, drawn: () => Frame): PreviewEvent | null {
  const key = asKey(press);
  const binding = activePreviewBindings(state).find(({ keys }) => keys.includes(key));
  if (!binding) return null;
  const { does } = binding;
  if ('action' in does) return { type: 'action', action: does.action };
  const frame = drawn();
  return { type: 'scroll', to: scrolledBy(does.scroll, frame), furthest: frame.furthest };
}
