import type { Preview } from '../../app/preview/machine.ts';
import type { PreviewState } from '../../app/preview/state.ts';
import { type Heard, type HeardLine, heardPlace, UNLIMITED } from '../reader/heard.ts';
import { heardKeys } from '../reader/keys.ts';
import { linearVariant } from '../reader/linear.ts';
import { type Listening, listenWith } from '../reader/transcript.ts';
import { spokenLine } from '../reader/words.ts';
import type { StyledLine } from '../styled.ts';
import { activePreviewBindings } from './keys.ts';
import type { Excerpt } from './trouble.ts';
import { previewView } from './view.ts';

/** A preview for listening: after a save only what has changed is said. */

function heardPreview(state: PreviewState, excerpt: Excerpt): Heard {
  const variant = state.variant && linearVariant(state.variant);
  const view = previewView({ ...state, variant }, UNLIMITED, excerpt);
  return {
    scene: [state.help === null, state.seed],
    place: heardPlace(view),
    body: [...view.above, ...view.body].map(heardLine).filter(({ text }) => text !== ''),
    panel: view.below.map(heardLine).filter(({ text }) => text !== ''),
    notice: [],
    toggles: [],
    objection: null,
    current: '',
    keys: heardKeys(activePreviewBindings(state)),
  };
}

function heardLine(line: StyledLine): HeardLine {
  return { ...spokenLine(line), inFocus: false, isField: false };
}

export function listenToPreview(preview: Preview, excerpt: Excerpt): Listening {
  // Nothing is told beside what it shows, so no event brings news of its own.
  return listenWith({ ...preview, latest: () => null }, state => heardPreview(state, excerpt));
}
