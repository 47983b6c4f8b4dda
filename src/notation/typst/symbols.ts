import type { Role } from '../math/tree.ts';
import { table } from '../table.ts';
import { typstString } from './quote.ts';

/** The signs of formulas in Typst: letters, digits and known signs as they are, anything else escaped or quoted. */

/** Greek, letters of other styles, arrows and operators: in Typst's formulas they mean themselves, save for roots. */
const KNOWN =
  /^[°±·×÷¬\u0391-\u03f6′″‴†‡…‖\u2102-\u2138\u2190-\u2199\u21a3-\u22ff\u2308-\u230b\u27c0-\u27ff\u2980-\u2aff\u{1d400}-\u{1d7ff}]$/u;
const ROOTS = /[√∛∜]/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** Functions that Typst knows, with what stands below those that have limits. */
const FUNCTIONS = new Set(
  'arccos arcsin arctan arg cos cosh cot deg det dim exp gcd inf ker lim ln log max min sin sinh sup tan tanh'.split(
    ' ',
  ),
);

/** Signs that look or behave otherwise in Typst than in LaTeX. */
const LOOKS = table<string>({
  '*': '∗',
  ':=': '≔',
  ':': 'class("punctuation", \\:)',
  mod: 'class("binary", "mod")',
});
const RELATIONS = table<string>({ '|': '∣', '‖': '∥' });

/** One sign, safe anywhere in a formula. */
export function sign(character: string): string {
  if (/^[A-Za-z0-9=+]$/.test(character)) return character;
  if (KNOWN.test(character) && !ROOTS.test(character)) return character;
  const code = character.codePointAt(0) ?? 0x20;
  return code > 0x20 && code < 0x7f ? `\\${character}` : typstString(character);
}

/** A function's name, upright. */
function functionName(name: string): string {
  return FUNCTIONS.has(name) ? name : `op(${typstString(name)})`;
}

/** A symbol of the tree. */
export function symbolTypst(text: string, role: Role): string {
  if (role === 'text') return typstString(text);
  const look = (role === 'relation' ? RELATIONS[text] : undefined) ?? LOOKS[text];
  if (look !== undefined) return look;
  if (role === 'word') return functionName(text);
  if (NUMBER.test(text)) return text;
  return [...text].length === 1 ? sign(text) : typstString(text);
}
