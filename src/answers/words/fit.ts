import { changesMeaning } from './known.ts';
import { type Phrase, phrase } from './phrase.ts';
import { slip } from './slip.ts';
import { american, british, canonical, plural, singular } from './spelling.ts';

/** Which of several terms a reply is. */

/** The term that the reply is, in any spelling and number; the very spelling goes first. */
export function same(replies: readonly Phrase[], terms: readonly string[]): string | null {
  const phrases = terms.map(phrase);
  for (const form of ['plain', 'normal'] as const) {
    const at = phrases.findIndex(term => replies.some(reply => reply[form] === term[form]));
    if (at >= 0) return terms[at] as string;
  }
  return null;
}

/** Short terms differ by a letter too easily, and the ending of a plural makes none longer. */
const FEWEST_LETTERS = 6;
const LONGEST_ENDING = 1;

/** The term that the reply is but for one slip of the hand that makes no other word of it. */
export function nearly(replies: readonly Phrase[], terms: readonly string[]): string | null {
  return (
    terms.find(term => {
      const { words: meant, plain, normal } = phrase(term);
      if (letters(plain) < FEWEST_LETTERS || letters(normal) < FEWEST_LETTERS - LONGEST_ENDING) return false;
      return replies.some(({ words }) => {
        return isNear(meant.map(canonical), words.map(canonical)) || spellings(meant).some(one => isNear(one, words));
      });
    }) ?? null
  );
}

function letters(text: string): number {
  return text.replace(/\P{L}/gu, '').length;
}

function isNear(meant: readonly string[], written: readonly string[]): boolean {
  const found = slip(meant, written);
  return found !== null && !changesMeaning(found);
}

/** A slip is one letter away from any of the ways to spell a term. */
function spellings(words: readonly string[]): readonly (readonly string[])[] {
  const last = words.at(-1) ?? '';
  const numbers = [last, singular(last), plural(singular(last))].map(word => [...words.slice(0, -1), word]);
  return numbers.flatMap(phrase => [phrase, phrase.map(american), phrase.map(british)]);
}
