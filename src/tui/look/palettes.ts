import type { Token } from '../theme.ts';

/** The themes as tables. Their contrast is measured by test/tui/theme.test.ts. */

/** The ground that a palette is made for. */
export type Background = 'dark' | 'light';

export type PaletteName = Background | 'contrast-dark' | 'contrast-light' | 'none';

/** One colour in the words of each depth; null where none of the sixteen can be read on every usual background. */
type Colour = readonly [sixteen: number | null, of256: number, true: `#${string}`];

export interface Style {
  readonly colour?: Colour;
  readonly bold?: true;
  /** For themes without colours, and for the sixteen, which have no grey that can be read everywhere. */
  readonly dim?: 'always' | 'of-sixteen';
  readonly italic?: true;
  readonly underline?: true;
}

type Palette = Readonly<Record<Token, Style>>;

/** What has no colour in any theme. The terminal's own cursor stands at `cursor`. */
const PLAIN = {
  strong: { bold: true },
  emphasis: { italic: true },
  math: {},
  heading: { bold: true, underline: true },
  title: { bold: true },
  cursor: {},
} as const;

/** The bright ones of sixteen: the others are too dark on black, and one of them is a background in Solarized. */
const dark: Palette = {
  ...PLAIN,
  code: { colour: [11, 180, '#d7af87'] },
  chart: { colour: [14, 80, '#5fd0d7'] },
  dim: { colour: [null, 247, '#9ea3aa'], dim: 'of-sixteen' },
  accent: { colour: [14, 80, '#5fd0d7'], bold: true },
  good: { colour: [10, 114, '#87d787'], bold: true },
  bad: { colour: [9, 210, '#ff8787'], bold: true },
  warning: { colour: [11, 221, '#ffd75f'] },
  muted: { colour: [null, 247, '#9ea3aa'], dim: 'of-sixteen' },
  border: { colour: [null, 243, '#7a7f87'], dim: 'of-sixteen' },
  key: { colour: [14, 80, '#5fd0d7'] },
};

/** Of sixteen only blue, red and magenta: green, cyan, yellow and whatever is bright vanish on white. */
const light: Palette = {
  ...PLAIN,
  code: { colour: [5, 90, '#7b1f7b'] },
  chart: { colour: [4, 25, '#005faf'] },
  dim: { colour: [null, 241, '#5b6068'] },
  accent: { colour: [4, 25, '#005faf'], bold: true },
  good: { colour: [4, 22, '#005f00'], bold: true },
  bad: { colour: [1, 124, '#af0000'], bold: true },
  warning: { colour: [5, 94, '#7f5500'] },
  muted: { colour: [null, 241, '#5b6068'] },
  border: { colour: [null, 244, '#80858c'] },
  key: { colour: [4, 25, '#005faf'] },
};

const contrastDark: Palette = {
  ...PLAIN,
  code: { colour: [11, 229, '#ffffaf'] },
  chart: { colour: [14, 123, '#87ffff'] },
  dim: { colour: [null, 252, '#d0d0d0'] },
  accent: { colour: [14, 123, '#87ffff'], bold: true },
  good: { colour: [10, 120, '#87ff87'], bold: true },
  bad: { colour: [9, 217, '#ffafaf'], bold: true },
  warning: { colour: [11, 227, '#ffff5f'], bold: true },
  muted: { colour: [null, 252, '#d0d0d0'] },
  border: { colour: [null, 250, '#bcbcbc'] },
  key: { colour: [14, 123, '#87ffff'], bold: true },
};

const contrastLight: Palette = {
  ...PLAIN,
  code: { colour: [null, 54, '#5f0087'] },
  chart: { colour: [4, 18, '#000087'] },
  dim: { colour: [null, 237, '#3a3a3a'] },
  accent: { colour: [4, 18, '#000087'], bold: true },
  good: { colour: [null, 22, '#004f00'], bold: true },
  bad: { colour: [1, 88, '#870000'], bold: true },
  warning: { colour: [null, 53, '#5f005f'], bold: true },
  muted: { colour: [null, 237, '#3a3a3a'] },
  border: { colour: [null, 239, '#4e4e4e'] },
  key: { colour: [4, 18, '#000087'], bold: true },
};

const none: Palette = {
  ...PLAIN,
  code: {},
  chart: {},
  dim: { dim: 'always' },
  accent: { bold: true },
  good: { bold: true },
  bad: { bold: true },
  warning: {},
  muted: { dim: 'always' },
  border: { dim: 'always' },
  key: { bold: true },
};

export const PALETTES: Readonly<Record<PaletteName, Palette>> = {
  dark,
  light,
  'contrast-dark': contrastDark,
  'contrast-light': contrastLight,
  none,
};
