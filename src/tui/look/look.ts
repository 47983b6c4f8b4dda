import type { LookWishes } from '../../app/settings/look.ts';
import { hasOnlyAscii } from '../../notation/signs.ts';
import { asciiOf } from '../../notation/stand-ins.ts';
import type { StyledLine } from '../styled.ts';
import type { Token } from '../theme.ts';
import { type Depth, depthOf } from './depth.ts';
import { type Background, PALETTES, type PaletteName, type Style } from './palettes.ts';

/** How lines look in a terminal, as the student wishes it and the terminal can show it. */
export interface Look {
  /** A line as the terminal takes it: its text, with escape codes for what it means. */
  readonly paint: (line: StyledLine) => string;
  /** It has no signs but ASCII. */
  readonly isAscii: boolean;
}

/** What is known of the terminal. */
export interface Known {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** null where it did not tell. */
  readonly background: Background | null;
  /** Has somebody told when it tells later. @returns a function that ends that */
  readonly late?: (tell: (background: Background) => void) => () => void;
}

/** What a token is written between. */
export type Pen = readonly [before: string, after: string];

export function lookOf(wishes: LookWishes, { variables, background }: Known): Look {
  const depth = depthOf(wishes, variables);
  const pens = pensOf(paletteOf(wishes, depth, background), depth);
  const isAscii = wishes.signs === 'ascii' || (wishes.signs === 'auto' && hasOnlyAscii(variables));
  const signs = isAscii ? asciiOf : (text: string): string => text;
  return {
    isAscii,
    paint: line =>
      line
        .map(({ text, token }) => {
          const [before, after] = token ? pens[token] : BARE;
          return before + signs(text) + after;
        })
        .join(''),
  };
}

const BARE: Pen = ['', ''];

/** The theme that is meant on this ground; terminals that do not tell are dark, as most are. */
export function paletteOf(
  { theme }: Pick<LookWishes, 'theme'>,
  depth: Depth,
  background: Background | null,
): PaletteName {
  if (depth === 'none') return 'none';
  if (theme === 'contrast') return `contrast-${background ?? 'dark'}`;
  return theme === 'auto' ? (background ?? 'dark') : theme;
}

/** One for each token. */
export function pensOf(palette: PaletteName, depth: Depth): Readonly<Record<Token, Pen>> {
  const styles = Object.entries(PALETTES[palette]);
  return Object.fromEntries(styles.map(([token, style]) => [token, penOf(style, depth)])) as Record<Token, Pen>;
}

function penOf({ colour, bold, italic, underline, dim }: Style, depth: Depth): Pen {
  const isDim = dim === 'always' || (dim === 'of-sixteen' && depth === '16');
  const foreground = colour ? foregroundOf(colour, depth) : null;
  const codes = [bold && '1', isDim && '2', italic && '3', underline && '4', foreground].filter(Boolean);
  const ends = [(bold || isDim) && '22', italic && '23', underline && '24', foreground && '39'].filter(Boolean);
  return codes.length === 0 ? BARE : [codes.map(sgr).join(''), ends.map(sgr).join('')];
}

function foregroundOf([sixteen, of256, full]: NonNullable<Style['colour']>, depth: Depth): string | null {
  if (depth === 'none') return null;
  if (depth === '16') return sixteen === null ? null : `${sixteen < 8 ? 30 + sixteen : 82 + sixteen}`;
  if (depth === '256') return `38;5;${of256}`;
  const value = Number.parseInt(full.slice(1), 16);
  return `38;2;${value >> 16};${(value >> 8) & 255};${value & 255}`;
}

function sgr(code: string | false | undefined | null): string {
  return `\x1b[${code}m`;
}
