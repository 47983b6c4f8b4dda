/**
 * Characters that take no room and would still take a step of the cursor: marks of direction, word joiners, byte order
 * marks. What joins letters and signs (U+200C, U+200D) stays, as it is a part of these.
 */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** A text as it can be edited; a half of a character becomes the sign for what is none. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(UNSEEN, '').toWellFormed();
}
