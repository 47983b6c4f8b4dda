import { type Problem, QuestionError } from '../../bank/problem.ts';
import { readTemplate } from '../../bank/read-template.ts';
import { LARGEST_SEED } from '../../bank/streams.ts';
import { makeVariant } from '../../bank/variant.ts';
import { seedText } from './sections.ts';
import type { Found, PreviewAction, PreviewEvent, PreviewState, Trouble } from './state.ts';

/** How a preview goes on: the file is saved, another seed is wanted. */

interface Start {
  readonly id: string;
  readonly file: string;
  /** null: the given variant. */
  readonly seed: number | null;
  readonly found: Found;
}

export const FIRST_SEED = 1;

export function startPreview({ id, file, seed, found }: Start): PreviewState {
  const blank: PreviewState = {
    id,
    file,
    seed,
    lastSeed: seed ?? FIRST_SEED - 1,
    text: '',
    template: null,
    variant: null,
    trouble: null,
    undrawn: null,
    warnings: null,
    scroll: 0,
    help: null,
    notice: null,
    over: null,
  };
  return { ...taken(blank, found), notice: null };
}

export function updatePreview(state: PreviewState, event: PreviewEvent): PreviewState {
  // What was typed, or saved, after the end means nothing any more.
  if (state.over) return state;
  switch (event.type) {
    case 'found':
      return taken(state, event.found);
    case 'action':
      return act(state, event.action);
    case 'scroll': {
      const to = Math.max(0, Math.min(event.to, event.furthest));
      return state.help === null ? { ...state, scroll: to } : { ...state, help: to };
    }
    case 'checked':
      return event.hash === state.template?.hash ? { ...state, warnings: event.warnings } : state;
  }
}

function act(state: PreviewState, action: PreviewAction): PreviewState {
  if (action === 'quit') return { ...state, over: 'interrupted' };
  if (action === 'help') return { ...state, help: state.help === null ? 0 : null };
  if (state.help !== null) return action === 'back' ? { ...state, help: null } : state;
  if (action === 'back') return { ...state, over: 'left' };
  const seed = seedAfter(state, action);
  if (seed === state.seed) return { ...state, notice: seed === null ? GIVEN_ALREADY : NO_OTHER_SEED };
  return drawn({ ...state, seed, lastSeed: seed ?? state.lastSeed, notice: null });
}

const GIVEN_ALREADY = 'These are the numbers of the source; r draws others.';
const NO_OTHER_SEED = 'There is no seed beyond this one.';

/** From the given variant one comes back to the seed before it, or goes on to the one after. */
function seedAfter({ seed, lastSeed }: PreviewState, action: PreviewAction): number | null {
  if (action === 'given') return null;
  if (action === 'next') return Math.min(LARGEST_SEED, lastSeed + 1);
  return seed === null ? lastSeed : Math.max(0, seed - 1);
}

const SAVED = 'Saved, and read again.';

/** What was there stays as it was where the file has nothing better; seed and place stay in any case. */
function taken(state: PreviewState, found: Found): PreviewState {
  if ('missing' in found) return { ...state, trouble: { kind: 'missing' }, notice: null };
  if ('error' in found) return { ...state, trouble: { kind: 'unreadable', message: found.error }, notice: null };
  const text = found.text;
  const read = attempt(state.file, () => readTemplate(text, state.id, state.file));
  if ('problems' in read)
    return { ...state, text, trouble: { kind: 'problems', problems: read.problems }, notice: null };
  const template = read.value;
  const isSame = template.hash === state.template?.hash;
  const warnings = isSame ? state.warnings : null;
  return drawn({ ...state, text, template, trouble: null, warnings, notice: SAVED });
}

/** What cannot be drawn leaves the last variant in sight. */
function drawn(state: PreviewState): PreviewState {
  const { template, seed, file } = state;
  if (!template) return state;
  const made = attempt(file, () => makeVariant(template, seed));
  if ('value' in made) return { ...state, variant: made.value, undrawn: null };
  return { ...state, undrawn: { kind: 'problems', problems: made.problems }, notice: null };
}

type Attempt<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

/** A fault of the program is no reason to close an author's preview: it is told in the place of what it prevented. */
function attempt<T>(file: string, make: () => T): Attempt<T> {
  try {
    return { value: make() };
  } catch (error) {
    if (error instanceof QuestionError) return { problems: error.problems };
    const message = `the program itself fails at this question, please report it: ${error instanceof Error ? error.message : error}`;
    return { problems: [{ file, line: 1, message }] };
  }
}

/** All that is wrong at this moment, the file before the draw. */
export function troublesOf({ trouble, undrawn }: PreviewState): readonly Trouble[] {
  return trouble ? [trouble] : undrawn ? [undrawn] : [];
}

/** What the variant in sight is, where it is not what was asked for. */
export function staleText(state: PreviewState): string | null {
  const { variant } = state;
  if (troublesOf(state).length === 0 || !variant) return null;
  return state.trouble === null
    ? `Below: ${seedText(variant.seed)}, the last that could be drawn.`
    : `Below: ${seedText(variant.seed)} of the file as it was before.`;
}
