/** The symbols that a question declares for its shapes. */

/** The declared symbol that a word means, in either case where only one is meant. */
export function declared(word: string, symbols: readonly string[]): string | null {
  if (symbols.includes(word)) return word;
  const alike = symbols.filter(symbol => symbol.toLowerCase() === word.toLowerCase());
  return alike.length === 1 ? (alike[0] as string) : null;
}

/** x stands for ×, unless it is a symbol here. */
export function isSign(word: string, symbols: readonly string[]): boolean {
  return /^x$/i.test(word) && !symbols.some(symbol => /^x$/i.test(symbol));
}

/** For messages: what may be used. */
export function symbolsHere(symbols: readonly string[]): string {
  const [only, ...rest] = symbols.slice(0, 6);
  if (only === undefined) return 'every dimension is a number here';
  return rest.length === 0
    ? `give numbers, and the symbol ${only}`
    : `give numbers, and the symbols ${[only, ...rest].join(', ')}`;
}
