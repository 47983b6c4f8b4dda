/** How screens are to look, as a student wishes it; what the terminal can do is for the screens to find out. */

/** `auto` goes by the terminal's background; `none` has no colour, only bold, dim and underlined. */
export const THEMES = ['auto', 'dark', 'light', 'contrast', 'none'] as const;
type ThemeName = (typeof THEMES)[number];

/** How many colours the terminal can show; `auto` goes by what it says of itself. */
export const COLOR_DEPTHS = ['auto', '16', '256', 'true'] as const;
type ColorDepth = (typeof COLOR_DEPTHS)[number];

/** `ascii` for fonts and locales that lack box drawing and mathematical signs. */
export const SIGNS = ['auto', 'unicode', 'ascii'] as const;
export type SignsName = (typeof SIGNS)[number];

export interface LookWishes {
  readonly theme: ThemeName;
  readonly colors: ColorDepth;
  readonly signs: SignsName;
}

/** What is wished for now: the settings screen changes it, and every screen follows at once. */
export interface Looks {
  readonly current: () => LookWishes;
  readonly set: (wishes: LookWishes) => void;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

export const AS_IT_COMES: LookWishes = { theme: 'auto', colors: 'auto', signs: 'auto' };

export function createLooks(initial: LookWishes = AS_IT_COMES): Looks {
  let wishes = initial;
  const listeners = new Set<() => void>();
  return {
    current: () => wishes,
    set: next => {
      wishes = next;
      for (const listener of listeners) listener();
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
