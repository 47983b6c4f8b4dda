import type { Past } from '../app/history/past.ts';
import type { Presented } from '../app/screens.ts';
import type { State } from '../app/state.ts';
import type { Variant } from '../bank/variant.ts';
import { heardMarkdown } from './reader-markdown.ts';

/** The same state, with every formula of its question to stand in the text, and its figures in words. */
export function linearIn(state: State): State {
  const { screen } = state;
  switch (screen?.name) {
    case 'question':
      return { ...state, screen: { ...screen, presented: withVariant(screen.presented) } };
    case 'judge': {
      const question = { ...screen.question, presented: withVariant(screen.question.presented) };
      return { ...state, screen: { ...screen, question } };
    }
    case 'mark':
      return { ...state, screen: { ...screen, presented: withVariant(screen.presented), mark: linear(screen.mark) } };
    case 'past':
      return { ...state, screen: { ...screen, past: linearPast(screen.past) } };
    default:
      return state;
  }
}

function linearPast(past: Past): Past {
  return { ...past, variant: past.variant && linearVariant(past.variant), mark: linear(past.mark) };
}

function withVariant(presented: Presented): Presented {
  return { ...presented, variant: linearVariant(presented.variant) };
}

/** What a student sees of a variant. Its steps and its template hold far more than texts. */
export function linearVariant(variant: Variant): Variant {
  const { stem, hint, solution, parts } = variant;
  return { ...variant, ...linear({ stem, hint, solution, parts }) };
}

/** Plain data with every text in it rewritten. */
export function linear<T>(data: T): T {
  return rewritten(data) as T;
}

function rewritten(data: unknown): unknown {
  if (typeof data === 'string') return heardMarkdown(data);
  if (Array.isArray(data)) return data.map(rewritten);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, rewritten(value)]));
}
