/** `x = 3; y = x^2; grad(y, x)`: definitions before a formula. */

export interface Statement {
  /** What it defines; null for a formula that is only computed. */
  readonly name: string | null;
  /** Of the name, or of the formula, in the whole text. */
  readonly at: number;
  /** The formula with blanks in place of all that stands before it, so that its offsets are those of the whole text. */
  readonly formula: string;
}

const DEFINITION = /^\s*([A-Za-z]\w*)\s*=(?!=)/;

/** A text taken apart at the semicolons outside of brackets. One at its end separates nothing. */
export function statements(text: string): Statement[] {
  const ends = [...separators(text), text.length];
  const parts = ends.map((end, i) => statement(text, i === 0 ? 0 : (ends[i - 1] as number) + 1, end));
  const isClosed = parts.length > 1 && parts.at(-1)?.formula.trim() === '';
  return isClosed ? parts.slice(0, -1) : parts;
}

/** The formula with blanks for everything before `start`. */
export function blanked(text: string, start: number, end = text.length): string {
  return ' '.repeat(start) + text.slice(start, end);
}

function statement(text: string, start: number, end: number): Statement {
  const own = text.slice(start, end);
  const at = start + own.length - own.trimStart().length;
  const [whole, name] = DEFINITION.exec(own) ?? [''];
  return { name: name ?? null, at, formula: blanked(text, start + whole.length, end) };
}

function separators(text: string): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
    if (character === ';' && depth === 0) found.push(i);
  }
  return found;
}
