/** What to type instead of a number that cannot be read. The language says what is wrong; here a number is wanted. */

interface Row {
  /** Of the language's message. */
  readonly message: RegExp;
  /** What stands before the place of the error. */
  readonly before?: RegExp;
  /** What stands from there on. */
  readonly after?: RegExp;
  readonly advice: string;
}

/** The first that fits counts. */
const ROWS: readonly Row[] = [
  { message: /^unknown name "(?:percent|per|pct|prozent)"/i, advice: 'write 5 % or 0.05' },
  {
    message: /^unknown name "(?:[kKM]|thousand|mio|mrd|millions?|billions?)"/,
    before: /\d\s*$/,
    advice: 'write thousands as 10e3 and millions as 10e6',
  },
  {
    message: /is not a number$|^"…"/,
    after: /^(?:\d*[.,]\d*\.\.|…)/,
    advice: 'write repeating digits as a fraction: 1/3',
  },
  {
    message: /^unknown name/,
    before: /[\d)\]⁰¹²³⁴-⁹½-¾%]\s*$/u,
    advice: 'give the number alone, without a unit or a word',
  },
  { message: /^unknown name/, advice: 'give a number such as 784, 3/8, 1e-3 or sqrt(2)' },
  {
    message: /^an operator is missing/,
    before: /\d\s*$/,
    after: /^(?:\d+\s*[/⁄]|[¼-¾⅐-⅞])/u,
    advice: 'a mixed number is written 1 + 1/2 or 1.5',
  },
  { message: /^"±"/, advice: 'give one number, without its uncertainty' },
  { message: /^"‰"/, advice: 'write 5 ‰ as 0.005 or 0.5 %' },
  { message: /^"∞"/, advice: 'the answer is finite' },
  { message: /^"[<>≤≥]"/, advice: 'give one number, not a range' },
];

/** The message, with what to type instead where that is known. */
export function advised(message: string, text: string, position: number): string {
  // Neither side is looked at further than the rows need.
  const before = text.slice(Math.max(0, position - 20), position);
  const after = text.slice(position, position + 20);
  const row = ROWS.find(
    candidate =>
      candidate.message.test(message) &&
      (candidate.before?.test(before) ?? true) &&
      (candidate.after?.test(after) ?? true),
  );
  return row ? `${message}; ${row.advice}` : message;
}
