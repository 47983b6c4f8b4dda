import type { PreviewAction, PreviewState } from '../../app/preview/state.ts';
import { type ScrollBy, type Suspending, scrolling } from '../keys/binding.ts';
import { suspendKeys } from '../keys/everywhere.ts';

/** Every key of the preview, once: the dispatcher, the footer and the help all come from this table, in this order. */

type Deed = { readonly action: PreviewAction } | { readonly scroll: ScrollBy } | Suspending;

export interface PreviewBinding {
  readonly keys: readonly string[];
  readonly does: Deed;
  /** Where it works; everywhere unless told. */
  readonly on?: 'question' | 'help';
  readonly help: string;
  /** Shown in the footer in so few words; left out, it stands in the help alone. */
  readonly footer?: string;
}

const act = (action: PreviewAction): Deed => ({ action });
const by = (scroll: ScrollBy): Deed => scrolling(scroll) as Deed;

export const previewBindings: readonly PreviewBinding[] = [
  {
    keys: ['r', 'right', ']'],
    does: act('next'),
    on: 'question',
    help: 'draw again: the next seed',
    footer: 'draw again',
  },
  { keys: ['left', '['], does: act('previous'), on: 'question', help: 'the seed before', footer: 'seed before' },
  { keys: ['g'], does: act('given'), on: 'question', help: "the given variant: the source's numbers", footer: 'given' },
  { keys: ['up', 'k'], does: by('line-up'), help: 'scroll up' },
  { keys: ['down', 'j'], does: by('line-down'), help: 'scroll down' },
  { keys: ['pageup'], does: by('page-up'), help: 'a page up' },
  { keys: ['pagedown', 'space'], does: by('page-down'), help: 'a page down' },
  { keys: ['home'], does: by('top'), help: 'to the top' },
  { keys: ['end', 'G'], does: by('bottom'), help: 'to the bottom: warnings, if there are any' },
  { keys: ['?'], does: act('help'), on: 'question', help: 'show the keys', footer: 'help' },
  { keys: ['q', 'escape'], does: act('back'), on: 'question', help: 'leave', footer: 'leave' },
  { keys: ['?', 'escape', 'q', 'enter'], does: act('help'), on: 'help', help: 'close the help', footer: 'close' },
  { keys: ['ctrl-c'], does: act('quit'), help: 'leave at once' },
  ...suspendKeys,
];

export function activePreviewBindings({ help }: Pick<PreviewState, 'help'>): readonly PreviewBinding[] {
  const here = help === null ? 'question' : 'help';
  return previewBindings.filter(({ on = here }) => on === here);
}
