import type { Past } from '../../app/history/past.ts';
import type { Presented } from '../../app/screens.ts';
import type { State } from '../../app/state.ts';
import type { Variant } from '../../bank/variant.ts';
import { lettersOf } from '../../notation/spoken/markdown.ts';
import { heardLine, heardMarkdown } from './markdown.ts';

/** The same state, with every formula of its question in words, and its figures too. */
export function linearIn(state: State): State {
  const { screen } = state;
  switch (screen?.name) {
    case 'question':
      return { ...state, screen: { ...screen, presented: withVariant(screen.presented) } };
    case 'judge': {
      const question = { ...screen.question, presented: withVariant(screen.question.presented) };
      return { ...state, screen: { ...screen, question } };
    }
    case 'mark': {
      const { presented, mark, steps } = screen;
      const both = capitalsOf(presented.variant);
      return {
        ...state,
        screen: { ...screen, presented: withVariant(presented), mark: linear(mark, both), steps: linear(steps, both) },
      };
    }
    case 'past':
      return { ...state, screen: { ...screen, past: linearPast(screen.past) } };
    case 'history':
      return { ...state, screen: { ...screen, rows: screen.rows.map(titled) } };
    case 'aside':
      return { ...state, screen: { ...screen, rows: screen.rows.map(titled) } };
    case 'summary':
      return { ...state, answered: state.answered.map(titled) };
    case 'browser': {
      const { look } = screen;
      const variant = look?.variant;
      return variant ? { ...state, screen: { ...screen, look: { ...look, variant: linearVariant(variant) } } } : state;
    }
    default:
      return state;
  }
}

/** Lists draw titles as they are. */
function titled<T extends { readonly title: string }>(row: T): T {
  return { ...row, title: heardLine(row.title) };
}

function linearPast(past: Past): Past {
  const both = past.variant ? capitalsOf(past.variant) : NONE;
  return { ...past, variant: past.variant && linearVariant(past.variant), mark: linear(past.mark, both) };
}

function withVariant(presented: Presented): Presented {
  return { ...presented, variant: linearVariant(presented.variant) };
}

const NONE: ReadonlySet<string> = new Set();
const capitals = new WeakMap<Variant, ReadonlySet<string>>();

/** The letters that a question uses in both cases, in any of its texts. */
export function capitalsOf(variant: Variant): ReadonlySet<string> {
  const known = capitals.get(variant);
  if (known) return known;
  const letters = lettersOf(textsIn(textsOf(variant)));
  capitals.set(variant, letters);
  return letters;
}

/** What a student sees of a variant. Its steps and its template hold far more than texts. */
function textsOf({ stem, hint, solution, parts }: Variant): Pick<Variant, 'stem' | 'hint' | 'solution' | 'parts'> {
  return { stem, hint, solution, parts };
}

export function linearVariant(variant: Variant): Variant {
  const { template } = variant;
  const both = capitalsOf(variant);
  return {
    ...variant,
    ...linear(textsOf(variant), both),
    template: { ...template, title: linear(template.title, both) },
  };
}

/** Plain data with every text in it rewritten. */
export function linear<T>(data: T, both: ReadonlySet<string>): T {
  return rewritten(data, both) as T;
}

function rewritten(data: unknown, both: ReadonlySet<string>): unknown {
  if (typeof data === 'string') return heardMarkdown(data, both);
  if (Array.isArray(data)) return data.map(item => rewritten(item, both));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, rewritten(value, both)]));
}

function textsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  if (Array.isArray(data)) return data.flatMap(textsIn);
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}
