import type { PreviewState } from '../../app/preview/state.ts';
import { type Frame, laidOut, type Shortcut, SMALLEST, tooSmall } from '../layout.ts';
import type { Size } from '../view.ts';
import { activePreviewBindings } from './keys.ts';
import type { Excerpt } from './trouble.ts';
import { previewView } from './view.ts';

/** Long lines are hard to read, so a wide window gets margins. */
const WIDEST = 100;

export function previewFrame(state: PreviewState, size: Size, excerpt: Excerpt): Frame {
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) return tooSmall(size, SMALLEST, 'Ctrl-C leaves.');
  const width = Math.min(size.columns, WIDEST) - 2;
  const view = previewView(state, { columns: width, rows: size.rows, side: 0, spoken: false }, excerpt);
  const corner = beginningCut(view.corner, width - view.place.length - ' dl-tutor    '.length);
  return laidOut(
    { ...view, corner, shortcuts: shortcuts(state), scroll: () => state.help ?? state.scroll },
    size,
    width,
  );
}

/** Of a path the end says most. */
function beginningCut(path: string, room: number): string {
  return path.length <= room ? path : `…${path.slice(path.length - Math.max(1, room - 1))}`;
}

/** How to leave and where the other keys are told come first where there is no room for all. */
const FIRST = ['back', 'help', 'next'];

function shortcuts(state: PreviewState): readonly Shortcut[] {
  return activePreviewBindings(state).flatMap(({ keys: [key], does, footer }) => {
    if (key === undefined || footer === undefined) return [];
    const rank = 'action' in does ? FIRST.indexOf(does.action) : -1;
    return [{ key, label: footer, rank: rank < 0 ? FIRST.length : rank }];
  });
}
