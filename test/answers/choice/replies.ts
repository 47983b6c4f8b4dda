import type { ChoiceRule } from '../../../src/answers/choice/choice.ts';

/** Ways to name options, and what ticks earn under each rule. Also documentation. */

/** Of four options, any number of them right: a text and what it is read as. */
export const accepted: readonly (readonly [text: string, readAs: string])[] = [
  ['b,d', 'b,d'],
  ['bd', 'b,d'],
  ['db', 'b,d'],
  ['B D', 'b,d'],
  ['b, d', 'b,d'],
  ['b; d.', 'b,d'],
  ['b and d', 'b,d'],
  ['b & d', 'b,d'],
  ['b+d', 'b,d'],
  ['b/d', 'b,d'],
  ['(b) (d)', 'b,d'],
  ['b) d)', 'b,d'],
  ['[b, d]', 'b,d'],
  ['{b, d}', 'b,d'],
  ['b\nd', 'b,d'],
  ['b,b,d', 'b,d'],
  ['a', 'a'],
  ['abcd', 'a,b,c,d'],
  ['bad', 'a,b,d'],
  ['none', 'none'],
  ['None', 'none'],
  ['none of them', 'none'],
  ['none of the above', 'none'],
  ['∅', 'none'],
  ['{}', 'none'],
  ['-', 'none'],
  ['–', 'none'],
  ['none.', 'none'],
  ['None of the options', 'none'],
  ['no option', 'none'],
  ['nothing', 'none'],
  ['[ ]', 'none'],
  ['ｂ,ｄ', 'b,d'],
  ['\u200bb\u2069,d', 'b,d'],
];

const NO_OPTION = (word: string): string =>
  `"${word}" names no option: they are a–d; several as a,b and no option as none`;

/** A text, why it is refused, and at which offset. */
export const rejected: readonly (readonly [text: string, reason: string, position: number])[] = [
  ['e', NO_OPTION('e'), 0],
  ['b, e', NO_OPTION('e'), 3],
  ['  e', NO_OPTION('e'), 2],
  ['a and n', NO_OPTION('n'), 6],
  ['1', NO_OPTION('1'), 0],
  ['both', NO_OPTION('both'), 0],
  ['ß', NO_OPTION('ß'), 0],
  ['\u001b[2J', NO_OPTION('U+001B'), 0],
  ['x'.repeat(50), NO_OPTION(`${'x'.repeat(20)}…`), 0],
  [',', 'name an option (a–d), or none', 0],
  ['( )', 'name an option (a–d), or none', 0],
];

/** The rule, the options (x where one is right), a reply, and its credit. */
export const credits: readonly (readonly [rule: ChoiceRule, options: string, reply: string, credit: number])[] = [
  // every box as it should be, or nothing
  ['all-or-nothing', '-x-x', 'b,d', 1],
  ['all-or-nothing', '-x-x', 'b', 0],
  ['all-or-nothing', '-x-x', 'd', 0],
  ['all-or-nothing', '-x-x', 'a,b,d', 0],
  ['all-or-nothing', '-x-x', 'none', 0],
  ['all-or-nothing', '-x-x', 'a,c', 0],
  ['all-or-nothing', '----', 'none', 1],
  ['all-or-nothing', '----', 'a', 0],
  // the share of the boxes that are as they should be
  ['per-option', '-x-x', 'b,d', 1],
  ['per-option', '-x-x', 'b', 3 / 4],
  ['per-option', '-x-x', 'a,b,d', 3 / 4],
  ['per-option', '-x-x', 'a,b', 1 / 2],
  ['per-option', '-x-x', 'none', 1 / 2],
  ['per-option', '-x-x', 'a,c', 0],
  ['per-option', '-x-x', 'a,b,c,d', 1 / 2],
  ['per-option', '----', 'none', 1],
  ['per-option', '----', 'c', 3 / 4],
  ['per-option', 'xxx', 'a,b', 2 / 3],
  ['per-option', 'xxx', 'none', 0],
  // right ticks earn equal shares, wrong ticks cost equal shares
  ['negative', '-x-x', 'b,d', 1],
  ['negative', '-x-x', 'b', 1 / 2],
  ['negative', '-x-x', 'a,b,d', 1 / 2],
  ['negative', '-x-x', 'a,b', 0],
  ['negative', '-x-x', 'none', 0],
  ['negative', '-x-x', 'a,c', 0],
  ['negative', '-x-x', 'a,b,c,d', 0],
  ['negative', 'x---', 'a', 1],
  ['negative', 'x---', 'a,b', 2 / 3],
  ['negative', 'x---', 'b', 0],
  ['negative', '----', 'none', 1],
  ['negative', '----', 'a', 3 / 4],
  ['negative', '----', 'a,b,c', 1 / 4],
  ['negative', '----', 'a,b,c,d', 0],
  ['negative', 'xxx', 'a,b,c', 1],
  ['negative', 'xxx', 'a,b', 2 / 3],
  ['negative', 'xxx', 'none', 0],
];
