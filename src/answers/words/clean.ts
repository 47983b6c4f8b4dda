/** A reply without what cannot be seen. */

const UNSEEN = /\p{C}/u;

/** Collapsed blanks; no control characters and no halves of characters. Cleaning twice changes nothing. */
export function clean(text: string): string {
  return text
    .replace(/\p{C}/gu, character => (/\s/.test(character) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where in the text the character stands that has this offset in the cleaned text. */
export function offsetIn(text: string, offset: number): number {
  let left = clean(text).slice(0, offset).replaceAll(' ', '').length;
  let at = 0;
  for (const character of text) {
    const isSeen = !/\s/.test(character) && !UNSEEN.test(character);
    if (isSeen && left <= 0) return at;
    if (isSeen) left -= character.length;
    at += character.length;
  }
  return 0;
}
