import type { PreviewEvent, PreviewState } from '../../app/preview/state.ts';
import type { Frame } from '../frame.ts';
import { asKey, type Press } from '../input.ts';
import type { ScrollBy } from '../keys/binding.ts';
import { activePreviewBindings } from './keys.ts';

/** What a key press means; null where it means nothing. The frame is drawn only for keys that scroll. */
export function previewEventFor(press: Press, state: PreviewState, drawn: () => Frame): PreviewEvent | null {
  const key = asKey(press);
  const binding = activePreviewBindings(state).find(({ keys }) => keys.includes(key));
  if (!binding) return null;
  const { does } = binding;
  if ('action' in does) return { type: 'action', action: does.action };
  const frame = drawn();
  return { type: 'scroll', to: target(does.scroll, frame), furthest: frame.furthest };
}

function target(by: ScrollBy, { scroll, furthest, page }: Frame): number {
  // A page keeps two lines of the one before, so that the eye finds its place.
  const step = Math.max(1, page - 2);
  const targets: Readonly<Record<ScrollBy, number>> = {
    'line-up': scroll - 1,
    'line-down': scroll + 1,
    'page-up': scroll - step,
    'page-down': scroll + step,
    top: 0,
    bottom: furthest,
  };
  return targets[by];
}
