/**
 * Text as it is printed. Paper has no cursor to steer, so joiners, which some scripts need, may stay; control characters
 * have no look, and those that change the direction of what follows would tell another text than the one that is stored.
 */

const CONTROLS = /[[\p{Cc}\p{Cf}]--[\n\u200c\u200d]]/gv;
const LINE_ENDS = /\r\n?|[\p{Zl}\p{Zp}]/gu;

/** Text of several lines; a tab becomes four spaces. */
export function printable(text: string): string {
  return text.replace(LINE_ENDS, '\n').replaceAll('\t', '    ').replace(CONTROLS, '').toWellFormed();
}

/** One line of text. */
export function printableLine(text: string): string {
  return printable(text).replaceAll(/\s*\n\s*/g, ' ');
}
