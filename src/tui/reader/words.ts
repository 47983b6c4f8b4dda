import { signsInLine } from '../../notation/spoken/signs-in-line.ts';
import { keyName } from '../key-name.ts';
import { PAGE_EDGE } from '../page-text.ts';
import { type StyledLine, type StyledSpan, textOf } from '../styled.ts';

/** A drawn line in words: what its signs say, and nothing of what only guides the eye. */

export interface SpokenLine {
  /** The same whether or not the focus is there. */
  readonly text: string;
  /** Marked as being in focus. */
  readonly marked: boolean;
  /** The character that the cursor stands on; empty behind the text, null where there is no cursor. */
  readonly cursor: string | null;
  /** Of a page of text. */
  readonly ofPage: boolean;
}

type Words = readonly (readonly [sign: RegExp, words: string])[];

/** Where letters are not mathematics. */
const SIGNS: Words = [
  // A box is drawn by itself; within a sentence or a figure the same signs mean something else.
  [/^(?:\[x\]|\(•\)) $|[☑☒]/gu, 'ticked  '],
  [/^(?:\[ \]|\( \)) $|☐/gu, 'not ticked  '],
  [/^\[·\] $/gu, 'nothing given: '],
  [/^\[(\p{L})\] $/gu, '$1 given: '],
  [/^right: \[(\p{L})\] $/gu, 'right: $1, '],
  [/^ {2}✓ $/gu, 'in use: '],
  [/\(✓ is in use\)/gu, ''],
  [/✓/gu, 'right: '],
  [/✗/gu, 'wrong: '],
  [/◐/gu, 'partly right: '],
  [/^→ $/gu, 'comment: '],
  // What became of a share or a rating; elsewhere what stands for a blank.
  [/(?<=%|again|hard|good|easy) → (?=\d|again|hard|good|easy)/gu, ' to '],
  [/ → /gu, ': '],
  [/(?<=\d)–(?=\d)/gu, ' to '],
  [/(?<=(?<![\d.])1) cr\b/gu, ' credit'],
  [/(?<=\d) cr\b/gu, ' credits'],
  [/^= $/gu, 'answer: '],
  [/‹/gu, 'here: '],
  [/›/gu, ' '],
  [/•|◦/gu, ' '],
  // Voices pass over the signs of numbers.
  [/≈ ?/gu, 'approximately '],
  [/(?<!(?:\p{N}|(?<!\p{L})\p{L}) )−(?=[\p{L}\p{N}.])/gu, 'minus '],
  [/ − /gu, ' minus '],
  [/(?<=[\p{L}\p{N}]) ?× ?(?=[\p{L}\p{N}])/gu, ' by '],
  [/ ?± ?/gu, ' plus or minus '],
  [/ ?≤ ?/gu, ' is at most '],
  [/ ?≥ ?/gu, ' is at least '],
];

/** Also within mathematics. */
const EVERYWHERE: Words = [
  [/\s*▢\s*/gu, ' blank '],
  [/│/gu, ', '],
  // Frames, bars, and brackets that are drawn over several lines.
  [/[\u2500-\u259f\u239b-\u23b3]/gu, ' '],
];

const OTHER_SHAPES = /[\u25a0-\u25ff\u2700-\u27bf]/gu;

/** An empty cell, or a field that is not in focus. */
const NOTHING = /^[\s·…]*[·…][\s·…]*$/u;

function words(text: string, table: Words): string {
  return table.reduce((now, [sign, said]) => now.replaceAll(sign, said), text);
}

function spanWords({ text, token }: StyledSpan, formulas: Formulas): string {
  if (token === 'math') return formulas.get(text) ?? signsInLine(words(text, EVERYWHERE));
  if (token === 'key') return text.trim().split(' ').map(spokenKey).join(' or ').concat('  ');
  if (NOTHING.test(text)) return text.replaceAll(/[·…]/gu, 'empty');
  return words(words(text, SIGNS), EVERYWHERE).replaceAll(OTHER_SHAPES, ' ');
}

/** Formulas as they are drawn in a line → as they are said. What is not among them is said sign by sign. */
export type Formulas = ReadonlyMap<string, string>;

const NO_FORMULAS: Formulas = new Map();

export function spokenLine(line: StyledLine, formulas = NO_FORMULAS): SpokenLine {
  const ofPage = line.some(span => span.text.trimStart().startsWith(PAGE_EDGE));
  const at = line.findIndex(span => span.token === 'cursor');
  const [from, to] = at >= 0 ? [at - 1, at + 2] : ofPage ? [line.length - 1, line.length] : [0, 0];
  // What a student writes is said as it is: before the cursor, under it, and behind it.
  // Behind the last of it there is nothing under the cursor but a blank.
  const isBehind = at >= 0 && textOf(line.slice(at, to)).trim() === '';
  const typed = textOf(line.slice(from, isBehind ? at : to));
  const said = (spans: StyledLine): string => spans.map(span => spanWords(span, formulas)).join('');
  const isEmpty = at >= 0 && typed.trim() === '';
  return {
    text: ofPage
      ? isEmpty
        ? 'empty'
        : typed.trim()
      : tidy(`${said(line.slice(0, from))}${isEmpty ? 'empty ' : typed && TYPED}${said(line.slice(to))}`).replace(
          TYPED,
          () => typed,
        ),
    marked: line.some(span => span.text.includes('▸')),
    cursor: at < 0 ? null : isBehind ? '' : (line[at]?.text ?? ''),
    ofPage,
  };
}

/** Stands for what a student writes, whose signs and blanks are no pauses; no text has it. */
const TYPED = '\u{f8ff}';

/** Gaps between columns become pauses, and a sign does not say again what stands beside it. */
function tidy(text: string): string {
  return text
    .replaceAll(/(?<=[^\s.:;(,]) {2,}(?=\S)/g, ', ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?: ?,)+ ?(?=,)| (?=,)/g, '')
    .replaceAll(/(?<=[.:;(]) ?, ?/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/g, '')
    .replaceAll(TOLD_BY_FORMULA, '')
    .replace(/^(right|wrong|partly right): (?=\1\b)/i, '')
    .replace(OPTION, '$1ly $2, $3 is $4: ');
}

/** A text names what its formula says by itself: the derivative dh/dx. */
const TOLD_BY_FORMULA = /\bthe (?:partial )?derivative (?=the (?:partial )?derivative of )/gi;

/** An option beside its mark: whether it was rightly ticked or not, and whether it is right itself. */
const OPTION = /^(right|wrong): ((?:not )?ticked), (\S+), (right|wrong), /;

const KEYS: Readonly<Record<string, string>> = {
  '↑': 'Up',
  '↓': 'Down',
  '←': 'Left',
  '→': 'Right',
  PgUp: 'Page up',
  PgDn: 'Page down',
  Esc: 'Escape',
  '?': 'question mark',
  '!': 'exclamation mark',
  // Voices pass over them, or pause.
  ',': 'comma',
  '.': 'full stop',
  '/': 'slash',
  '-': 'minus',
  '+': 'plus',
  '=': 'equals',
  '<': 'less than',
  '>': 'greater than',
  '[': 'opening bracket',
  ']': 'closing bracket',
  _: 'underscore',
};

/** The name of a key as it is said, after those that are held down with it. */
export function spokenKey(key: string): string {
  const [, held = '', name = ''] = /^((?:[^-]+-)*)(.+)$/u.exec(keyName(key)) ?? [];
  return `${held}${KEYS[name] ?? (held === '' && /^\p{Lu}$/u.test(name) ? `Shift-${name}` : name)}`;
}
