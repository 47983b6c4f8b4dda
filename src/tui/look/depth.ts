import type { LookWishes } from '../../app/settings/look.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** How many colours are sent: none, sixteen, 256, or any. */
export type Depth = 'none' | '16' | '256' | 'true';

const FORCED: Readonly<Record<string, Depth>> = { '0': 'none', false: 'none', '1': '16', '2': '256', '3': 'true' };

/** Terminals that know every colour and say so by their name alone, as COLORTERM is lost on the way through SSH. */
const FULL = /-direct$|kitty|alacritty|foot|wezterm|ghostty|contour/;

/** A wish for a theme or a number of colours is nearer than the environment, which is nearer than what the terminal is. */
export function depthOf({ theme, colors }: Pick<LookWishes, 'theme' | 'colors'>, variables: Variables): Depth {
  if (theme === 'none') return 'none';
  const isWished = theme !== 'auto' || colors !== 'auto';
  if (!isWished && variables.NO_COLOR) return 'none';
  if (colors !== 'auto') return colors;
  const forced = FORCED[variables.FORCE_COLOR ?? ''];
  if (forced !== undefined && !(isWished && forced === 'none')) return forced;
  return ofTerminal(variables);
}

function ofTerminal({ TERM = '', COLORTERM = '', STY, TMUX, WT_SESSION }: Variables): Depth {
  if (TERM === 'linux') return '16';
  // Inside GNU screen COLORTERM is of the terminal around it, and screen passes no more than 256 on; tmux converts them.
  const isScreen = STY !== undefined && TMUX === undefined;
  if (!isScreen && (/^(?:truecolor|24bit)$/i.test(COLORTERM) || FULL.test(TERM) || WT_SESSION !== undefined))
    return 'true';
  return /-256(?:color)?$/.test(TERM) || isScreen ? '256' : '16';
}
