import type { Background } from './palettes.ts';

/** What a terminal answers when it is asked for its background, among the keys that are typed meanwhile. */

/**
 * Asks for the colour of the background, and then for what kind of terminal it is: nearly every terminal answers that, and
 * answers in order, so that its answer tells when there is none to the first.
 */
export const QUESTION = '\x1b]11;?\x07\x1b[c';

export interface Replies {
  /** Takes what comes from the terminal. @returns the keys among it, but for an Escape that may begin an answer */
  readonly keysIn: (chunk: string) => string;
  /** Whether an Escape waits for what may come behind it. */
  readonly isHolding: () => boolean;
  /** Nothing came behind it, so that it was a key. @returns it; empty where none waits */
  readonly letGo: () => string;
  /** Whether nothing more is to come. */
  readonly areComplete: () => boolean;
  /** null as long as it did not tell. */
  readonly background: () => Background | null;
}

const ESC = '\\u001b';
const REPLY = new RegExp(`${ESC}\\]11;([^\\u0007${ESC}]{0,60})(?:\\u0007|${ESC}\\\\)|${ESC}\\[\\?[\\d;]*c`, 'g');
/**
 * Alt with ] or [ begins like an answer, and waits for the next key; what other keys send comes in one piece. Behind another
 * Escape, one is a key.
 */
const BEGUN = new RegExp(
  `${ESC}(?:\\](?:1(?:1(?:;[^\\u0007${ESC}]{0,60}${ESC}?)?)?)?|\\[(?:\\?[\\d;]{0,40})?)$|(?<!${ESC})${ESC}$`,
);
const ESCAPE = '\x1b';

export function createReplies(): Replies {
  let held = '';
  let escapeIsOut = false;
  let complete = false;
  let background: Background | null = null;
  return {
    keysIn: chunk => {
      if (complete) return chunk;
      // When an answer was cut in two, and its Escape could wait no longer, the rest is still none.
      const isOut = held === '' && escapeIsOut && /^[\][]/.test(chunk);
      let known = isOut ? 1 : 0;
      const text = (isOut ? `${ESCAPE}${chunk}` : held + chunk).replaceAll(
        REPLY,
        (_, colour: string | undefined, at: number) => {
          if (at === 0) known = 0;
          if (colour === undefined) complete = true;
          else background = backgroundOf(colour);
          return '';
        },
      );
      held = complete ? '' : (BEGUN.exec(text)?.[0] ?? '');
      const keys = text.slice(known, text.length - held.length);
      escapeIsOut = keys.endsWith(ESCAPE);
      return keys;
    },
    isHolding: () => held === ESCAPE,
    letGo: () => {
      if (held !== ESCAPE) return '';
      held = '';
      escapeIsOut = true;
      return ESCAPE;
    },
    areComplete: () => complete,
    background: () => background,
  };
}

/** Above it black letters are easier to read than white ones. */
const MIDDLE = 0.179;

/** @param colour as terminals write it: `rgb:1e1e/1e1e/1e1e`, of one to four hexadecimal digits each */
function backgroundOf(colour: string): Background | null {
  const parts = /^rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(colour)?.slice(1);
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts.map(part => linear(Number.parseInt(part, 16) / (16 ** part.length - 1)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > MIDDLE ? 'light' : 'dark';
}

/** The light that a value of sRGB stands for. */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Of 16 colours, those that make a light background: light grey, and the bright ones but for grey. */
const LIGHT: ReadonlySet<string | undefined> = new Set(['7', '9', '10', '11', '12', '13', '14', '15']);

/** @param variable COLORFGBG, such as `15;0` or `0;default;15`: letters, and background as the last */
export function backgroundByVariable(variable: string | undefined): Background | null {
  const last = variable?.split(';').at(-1);
  if (last === undefined || !/^\d+$/.test(last)) return null;
  return LIGHT.has(last) ? 'light' : 'dark';
}
