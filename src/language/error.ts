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

/** The text is well-formed, but has no value for these numbers: a division by zero, a kernel larger than its input. */
export class ValueError extends LanguageError {}
