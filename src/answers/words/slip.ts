/** One slip of the hand: a letter missing, added or wrong, or two neighbours swapped. */

/** The word that was meant, and what was written in its place. */
export interface Slip {
  readonly meant: string;
  readonly written: string;
}

/** Short words differ by a letter too easily. */
const SHORT_WORD = 3;

/** The slip that makes one phrase the other, or null: there is none, there are several, or it is none to forgive. */
export function slip(meant: readonly string[], written: readonly string[]): Slip | null {
  const wrong = meant.flatMap((word, i) => (word === written[i] ? [] : [i]));
  const [only = 0] = wrong;
  return meant.length === written.length && wrong.length === 1
    ? inWord(meant[only] as string, written[only] as string)
    : inPhrase(meant, written.join(''));
}

function inWord(meant: string, written: string): Slip | null {
  return meant.length > SHORT_WORD && edit(meant, written) !== null ? { meant, written } : null;
}

/** Where blanks and hyphens are set otherwise: the words around the slip are those of the phrase that was meant. */
function inPhrase(words: readonly string[], written: string): Slip | null {
  const whole = words.join('');
  const found = edit(whole, written);
  if (found === null) return null;
  const { at, removed, added } = found;
  const touched = words.flatMap((word, i) => {
    const start = words.slice(0, i).join('').length;
    const end = start + word.length;
    // What is added between two words belongs to both.
    const isTouched = removed === 0 ? at >= start && at <= end : at < end && at + removed > start;
    return isTouched ? [{ start, end }] : [];
  });
  if (touched.some(({ start, end }) => end - start <= SHORT_WORD)) return null;
  const start = touched[0]?.start ?? 0;
  const end = touched.at(-1)?.end ?? whole.length;
  return { meant: whole.slice(start, end), written: written.slice(start, end + added - removed) };
}

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly added: number;
}

function edit(from: string, to: string): Edit | null {
  if (from === to || Math.abs(from.length - to.length) > 1) return null;
  const shorter = Math.min(from.length, to.length);
  let at = 0;
  while (at < shorter && from[at] === to[at]) at++;
  let same = 0;
  while (same < shorter - at && from.at(-1 - same) === to.at(-1 - same)) same++;
  const removed = from.slice(at, from.length - same);
  const added = to.slice(at, to.length - same);
  const isSwap = removed.length === 2 && removed === [...added].reverse().join('');
  if (!isSwap && (removed.length > 1 || added.length > 1)) return null;
  // A digit is never a slip: L1 is not L2.
  return /^\p{L}+$/u.test(removed + added) ? { at, removed: removed.length, added: added.length } : null;
}
