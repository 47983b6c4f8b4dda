import { LOOKALIKES } from './lookalikes.ts';
import { phrase } from './phrase.ts';
import type { Slip } from './slip.ts';
import { canonical } from './spelling.ts';
import { TERMS } from './terms.ts';

/** What makes a slip another term: the terms of the field, their words, and words that look alike. */

interface Known {
  readonly terms: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly pairs: readonly (readonly [one: string, other: string])[];
}

let made: Known | null = null;

/** Made when the first term is marked, as it takes longer than the start of the program should. */
function known(): Known {
  made ??= make();
  return made;
}

function make(): Known {
  const phrases = TERMS.map(phrase);
  return {
    terms: new Set(phrases.map(({ normal }) => normal)),
    words: new Set([...phrases.flatMap(term => term.words), ...LOOKALIKES.flat()].map(canonical)),
    pairs: LOOKALIKES.flatMap(group =>
      group.flatMap(one => group.filter(other => other !== one).map(other => [one, other] as const)),
    ),
  };
}

/** Those of opposites: `decoder` is no slip of `recoder`. */
const PREFIXES = ['un', 'in', 'non', 'en', 'de', 're', 'dis', 'under', 'over'];
/** `enput` is no opposite of `input`. */
const SHORTEST_STEM = 4;

export function isTerm(normal: string): boolean {
  return known().terms.has(normal);
}

/** A slip that makes another word of the field, a word that looks alike, or an opposite. */
export function changesMeaning({ meant, written }: Slip): boolean {
  const normal = canonical(written);
  const { words, pairs } = known();
  return (
    (normal !== canonical(meant) && words.has(normal)) ||
    pairs.some(([one, other]) => meant.includes(one) && meant.replace(one, other) === written) ||
    (stems(meant).length > 0 && stems(written).some(stem => stems(meant).includes(stem)))
  );
}

/** What follows a prefix of opposites. */
function stems(word: string): string[] {
  return PREFIXES.filter(prefix => word.startsWith(prefix))
    .map(prefix => word.slice(prefix.length))
    .filter(stem => stem.length >= SHORTEST_STEM);
}
