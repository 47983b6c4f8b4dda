import type { Preview } from '../../app/preview/machine.ts';
import type { PreviewState } from '../../app/preview/state.ts';
import type { Heard, HeardLine } from '../reader-heard.ts';
import { linearVariant } from '../reader-linear.ts';
import { type Listening, news, type Transcript } from '../reader-transcript.ts';
import { spokenKey, spokenLine } from '../reader-words.ts';
import type { StyledLine } from '../styled.ts';
import type { Room } from '../view.ts';
import { activePreviewBindings } from './keys.ts';
import type { Excerpt } from './trouble.ts';
import { previewView } from './view.ts';

/** A preview for listening: after a save only what has changed is said. */

/** No line is broken: terminals and readers do that themselves. */
const UNLIMITED: Room = { columns: 10_000, rows: 10_000, side: 0, spoken: true };

function heardPreview(state: PreviewState, excerpt: Excerpt): Heard {
  const variant = state.variant && linearVariant(state.variant);
  const { place, corner, above, body, below } = previewView({ ...state, variant }, UNLIMITED, excerpt);
  return {
    scene: [state.help === null, state.seed],
    place: ['dl-tutor', ...place.split(' · '), corner].join(', '),
    body: [...above, ...body].map(heardLine).filter(({ text }) => text !== ''),
    panel: below.map(heardLine).filter(({ text }) => text !== ''),
    notice: [],
    toggles: [],
    objection: null,
    current: '',
    keys: activePreviewBindings(state).flatMap(({ keys: [key = ''], footer }) =>
      footer === undefined ? [] : [`${spokenKey(key)} ${footer}`],
    ),
  };
}

function heardLine(line: StyledLine): HeardLine {
  return { ...spokenLine(line), inFocus: false, isField: false };
}

export function listenToPreview({ state, subscribe }: Preview, excerpt: Excerpt): Listening {
  let last = heardPreview(state(), excerpt);
  let transcript: Transcript = { said: news(null, last), current: '' };
  const listeners = new Set<() => void>();
  subscribe(() => {
    const now = heardPreview(state(), excerpt);
    if (!state().over) transcript = { said: [...transcript.said, ...news(last, now)], current: '' };
    last = now;
    for (const listener of listeners) listener();
  });
  return {
    transcript: () => transcript,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
