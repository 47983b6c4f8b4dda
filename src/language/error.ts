/** Why a text could not be read or computed, and where in it. */
export class LanguageError extends Error {
  override readonly name = 'LanguageError';
  /** 0-based offset into the text. */
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

/** A character that a message may quote: none that a terminal would obey. */
export function printable(character: string): string {
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)
    ? character
    : `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}

const LONGEST_QUOTED = 20;

/** The beginning of what was typed, in quotes and without characters that a terminal would obey. */
export function quotedStart(text: string): string {
  const start = [...text.slice(0, LONGEST_QUOTED)].map(printable).join('');
  return `"${start}${text.length > LONGEST_QUOTED ? '…' : ''}"`;
}

/** The text is well-formed, but has no value for these numbers: a division by zero, a kernel larger than its input. */
export class ValueError extends LanguageError {}
