import { describe, expect, it } from 'vitest';
import { AS_IT_COMES, type LookWishes } from '../../src/app/settings/look.ts';
import { depthOf } from '../../src/tui/look/depth.ts';
import { lookOf, paletteOf, pensOf } from '../../src/tui/look/look.ts';
import { PALETTES, type PaletteName } from '../../src/tui/look/palettes.ts';
import { backgroundByVariable, createReplies } from '../../src/tui/look/replies.ts';
import { styled } from '../../src/tui/styled.ts';
import type { Token } from '../../src/tui/theme.ts';

type Rgb = readonly [number, number, number];

const rgb = (hex: string): Rgb => {
  const value = Number.parseInt(hex.replace('#', ''), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** Colour 16 … 255 of xterm's palette: a cube, and then greys. */
function of256(index: number): Rgb {
  if (index >= 232) return [8 + 10 * (index - 232), 8 + 10 * (index - 232), 8 + 10 * (index - 232)];
  const level = (step: number): number => (step === 0 ? 0 : 55 + 40 * step);
  const place = index - 16;
  return [level(Math.floor(place / 36)), level(Math.floor(place / 6) % 6), level(place % 6)];
}

/** The sixteen as xterm and the consoles of PCs have them. */
const SIXTEEN = [
  '000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff',
  '000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff',
].map(palette => palette.split(' ').map(rgb));

/** Relative luminance, and contrast, by WCAG 2. */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map(part => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Backgrounds that terminals come with: black, VS Code, One Dark, Solarized; white, One Light, Solarized. */
const [DARK, LIGHT] = [
  ['000000', '1e1e1e', '282c34', '002b36'],
  ['ffffff', 'fafafa', 'fdf6e3'],
] as const;

const GROUNDS: readonly (readonly [PaletteName, readonly string[], least: number])[] = [
  ['dark', DARK, 4.5],
  ['light', LIGHT, 4.5],
  ['contrast-dark', DARK.slice(0, 2), 7],
  ['contrast-light', LIGHT.slice(0, 2), 7],
];

const coloursOf = (name: PaletteName) =>
  Object.entries(PALETTES[name]).flatMap(([token, { colour }]) => (colour ? [{ token, colour }] : []));

describe.each(GROUNDS)('the theme "%s"', (name, backgrounds, least) => {
  it('can be read on every usual background, in 256 colours and in all', () => {
    const weak = coloursOf(name).flatMap(({ token, colour: [, index, full] }) =>
      backgrounds.flatMap(ground =>
        [of256(index), rgb(full)]
          // Rules and the fold are no text; for those WCAG asks 3 : 1.
          .filter(colour => contrast(colour, rgb(ground)) < (token === 'border' ? 3 : least))
          .map(colour => `${token} ${colour} on ${ground}: ${contrast(colour, rgb(ground)).toFixed(2)}`),
      ),
    );
    expect(weak).toEqual([]);
  });

  it('tells what is drawn from code, which is read letter by letter', () => {
    const { chart, code } = PALETTES[name];
    expect(chart.colour?.[2]).toMatch(/^#/);
    expect(chart.colour).not.toEqual(code.colour);
  });

  it('can be read in sixteen colours, on black or white, as both usual palettes have them', () => {
    const ground = rgb(backgrounds[0] ?? '');
    const weak = coloursOf(name).flatMap(({ token, colour: [index] }) =>
      index === null
        ? []
        : SIXTEEN.filter(p => contrast(p[index] ?? ground, ground) < 4.5).map(() => `${token} ${index}`),
    );
    expect(weak).toEqual([]);
  });
});

describe('what is sent', () => {
  const pen = (palette: PaletteName, depth: 'none' | '16' | '256' | 'true', token: Token) =>
    pensOf(palette, depth)[token];

  it('is of the depth that is there, and ends what it begins', () => {
    expect(pen('dark', 'true', 'accent')).toEqual(['\x1b[1m\x1b[38;2;95;208;215m', '\x1b[22m\x1b[39m']);
    expect(pen('dark', '256', 'key')).toEqual(['\x1b[38;5;80m', '\x1b[39m']);
    expect(pen('dark', '16', 'good')).toEqual(['\x1b[1m\x1b[92m', '\x1b[22m\x1b[39m']);
    expect(pen('light', '16', 'bad')).toEqual(['\x1b[1m\x1b[31m', '\x1b[22m\x1b[39m']);
    expect(pen('dark', '16', 'muted')).toEqual(['\x1b[2m', '\x1b[22m']);
    expect(pen('light', '16', 'muted')).toEqual(['', '']);
  });

  it('is no colour without colours, but bold and underlined all the same', () => {
    const look = lookOf(AS_IT_COMES, { variables: { NO_COLOR: '1', TERM: 'xterm-256color' }, background: 'light' });
    const tokens = Object.keys(PALETTES.none) as Token[];
    expect(look.paint(tokens.map(token => styled('x', token)))).not.toMatch(/\[(?:3[^m]|9\d|4\d)/);
    expect(look.paint([styled('x', 'heading')])).toContain('\x1b[4m');
  });
});

describe('the number of colours', () => {
  const depth = (variables: Record<string, string>, wishes: Partial<LookWishes> = {}) =>
    depthOf({ ...AS_IT_COMES, ...wishes }, variables);

  it('is what the terminal says, unless it is forced', () => {
    expect(depth({})).toBe('16');
    expect(depth({ TERM: 'xterm-256color' })).toBe('256');
    expect(depth({ TERM: 'tmux-256color', TMUX: 'x', COLORTERM: 'truecolor' })).toBe('true');
    expect(depth({ TERM: 'xterm-kitty' })).toBe('true');
    expect(depth({ TERM: 'linux', COLORTERM: 'truecolor' })).toBe('16');
    expect(depth({ TERM: 'xterm', FORCE_COLOR: '3' })).toBe('true');
    expect(depth({ TERM: 'xterm-256color', FORCE_COLOR: '0' })).toBe('none');
    expect(depth({ TERM: 'xterm', FORCE_COLOR: '3', NO_COLOR: '1' })).toBe('none');
    expect(depth({ TERM: 'xterm', NO_COLOR: '' })).toBe('16');
  });

  it('is what the student wishes before all that', () => {
    expect(depth({ NO_COLOR: '1', FORCE_COLOR: '0', TERM: 'xterm' }, { colors: '256' })).toBe('256');
    expect(depth({ NO_COLOR: '1', FORCE_COLOR: '0', TERM: 'xterm-256color' }, { theme: 'light' })).toBe('256');
    expect(depth({ TERM: 'xterm-256color' }, { theme: 'none', colors: 'true' })).toBe('none');
  });

  it('chooses a theme with the background', () => {
    expect(paletteOf({ theme: 'auto' }, '256', 'light')).toBe('light');
    expect(paletteOf({ theme: 'auto' }, '256', null)).toBe('dark');
    expect(paletteOf({ theme: 'contrast' }, '256', 'light')).toBe('contrast-light');
    expect(paletteOf({ theme: 'light' }, '256', 'dark')).toBe('light');
    expect(paletteOf({ theme: 'light' }, 'none', 'dark')).toBe('none');
  });
});

describe('what the terminal answers', () => {
  /** Keys and background that come of chunks. */
  const heard = (...chunks: string[]) => {
    const replies = createReplies();
    const keys = chunks.map(replies.keysIn);
    return { keys: keys.join(''), background: replies.background(), complete: replies.areComplete() };
  };
  const WHITE = '\x1b]11;rgb:ffff/ffff/ffff\x07';
  const KIND = '\x1b[?62;22c';

  it('is told from keys, however it is cut', () => {
    const all = `a${WHITE}b${KIND}\x1b[A`;
    for (let at = 0; at <= all.length; at++) {
      const { keys, background, complete } = heard(all.slice(0, at), all.slice(at));
      expect([background, complete]).toEqual(['light', true]);
      expect(keys).toBe('ab\x1b[A');
    }
  });

  it('is told from Escape, cut at any two places of its bytes', () => {
    const all = `${WHITE}\x1b[A`;
    for (let one = 0; one <= all.length; one++) {
      for (let two = one; two <= all.length; two++) {
        const { keys, background } = heard(all.slice(0, one), all.slice(one, two), all.slice(two));
        expect([keys, background], `${one} ${two}`).toEqual(['\x1b[A', 'light']);
      }
    }
  });

  it('lets an Escape go behind which nothing comes, and still knows the rest of an answer', () => {
    const replies = createReplies();
    expect([replies.keysIn('a\x1b'), replies.isHolding(), replies.letGo(), replies.isHolding()]).toEqual([
      'a',
      true,
      '\x1b',
      false,
    ]);
    expect([replies.letGo(), replies.keysIn(WHITE.slice(1)), replies.background()]).toEqual(['', '', 'light']);
    expect([replies.keysIn('\x1b'), replies.keysIn('x')]).toEqual(['', '\x1bx']);
    expect([replies.keysIn(KIND), replies.keysIn('\x1b'), replies.isHolding()]).toEqual(['', '\x1b', false]);
  });

  it('is dark or light, in as many digits as it likes, or nothing that is known', () => {
    expect(heard('\x1b]11;rgb:00/2b/36\x1b\\').background).toBe('dark');
    expect(heard('\x1b]11;rgba:fdfd/f6f6/e3e3/ffff\x07').background).toBe('light');
    expect(heard('\x1b]11;orange\x07', KIND)).toEqual({ keys: '', background: null, complete: true });
    expect(['15;0', '0;15', '0;default;7', '7;8', 'x', undefined].map(backgroundByVariable)).toEqual([
      'dark',
      'light',
      'light',
      'dark',
      null,
      null,
    ]);
  });

  it('leaves keys alone that only look like it', () => {
    expect(heard('\x1b]', 'x').keys).toBe('\x1b]x');
    expect(heard('\x1b', '[A').keys).toBe('\x1b[A');
    expect(heard('\x1b', '\x1b').keys).toBe('\x1b\x1b');
    expect(heard(KIND, '\x1b]11;rgb').keys).toBe('\x1b]11;rgb');
  });
});
