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
