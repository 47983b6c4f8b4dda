import { stripVTControlCharacters } from 'node:util';

// Control characters, invisible format characters (bidirectional overrides, joiners) and line separators.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const UNSAFE_IN_TEXT = /[[\p{Cc}\p{Cf}]--[\n]]/gv;
// Looked for from the beginning of white space only: from each blank of thousands it would take seconds.
const BREAK = /(?<!\s)\s*\n\s*/g;

/** One line of text that cannot steer a terminal. */
export function safeLine(text: string): string {
  return text.replace(BREAK, ' ').replace(UNSAFE, '').toWellFormed();
}

/** Text of several lines that cannot steer a terminal; a tab becomes four spaces. */
export function safeText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replaceAll('\t', '    ')
    .replace(UNSAFE_IN_TEXT, '')
    .toWellFormed();
}
