import { LanguageError } from './error.ts';
import type { Token } from './syntax.ts';

/** A place in a row of tokens, the last of which is the end. */
export class Cursor {
  private next = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  peek(): Token {
    return this.tokens[this.next] as Token;
  }

  /** Whether the next token is this sign or word. */
  at(text: string): boolean {
    return this.peek().text === text;
  }

  /** Whether the token behind the next one is this sign. */
  precedes(text: string): boolean {
    return this.tokens[this.next + 1]?.text === text;
  }

  take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.next++;
    return token;
  }

  /** Takes the next token only where it is this sign. */
  skip(text: string): boolean {
    if (!this.at(text)) return false;
    this.take();
    return true;
  }

  close(text: string, open: Token): void {
    const token = this.peek();
    if (token.kind === 'end') throw new LanguageError(`"${open.text}" is never closed`, open.at);
    if (token.text !== text) this.unexpected(token);
    this.take();
  }

  unexpected(token: Token): never {
    if (token.kind === 'end') {
      const before = this.tokens[this.next - 1];
      const what = before ? `something is missing after "${before.text.slice(0, 20)}"` : 'there is nothing to read';
      throw new LanguageError(what, token.at);
    }
    throw new LanguageError(`"${token.text.slice(0, 20)}" is not expected here`, token.at);
  }
}
