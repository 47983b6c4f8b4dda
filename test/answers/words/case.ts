import fc from 'fast-check';
import { TERMS } from '../../../src/answers/words/terms.ts';
import type { WordsKey, WordsMistake } from '../../../src/answers/words/words.ts';
import type { KindCase } from '../kinds.ts';

export function wordsKey(
  accepted: readonly string[],
  others: readonly string[] = [],
  mistakes: readonly string[] = [],
): WordsKey {
  const told = mistakes.map((text): WordsMistake => ({ text, tag: `tag ${text}`, because: `because ${text}` }));
  return { kind: 'words', accepted, others, mistakes: told };
}

export const anyTerm = fc.constantFrom(...TERMS);
const keys = fc
  .uniqueArray(anyTerm, { minLength: 1, maxLength: 6 })
  .chain(terms => fc.nat(terms.length - 1).map(last => [terms.slice(0, last + 1), terms.slice(last + 1)] as const))
  .map(([accepted, wrong]) => wordsKey(accepted, wrong.slice(0, 2), wrong.slice(2)));

export const wordsCase: KindCase<WordsKey> = {
  keys,
  replies: fc.oneof(
    anyTerm,
    fc.tuple(fc.constantFrom('it is ', 'the ', '  "', '¬'), anyTerm).map(([lead, term]) => `${lead}${term}`),
    fc.tuple(anyTerm, fc.constantFrom('.', '"', 's', ' ', '\u0000', '\u200b')).map(([term, tail]) => `${term}${tail}`),
  ),
  mistakes: [
    ['underfitting', wordsKey(['overfitting'], [], ['underfitting']), /^because underfitting$/],
    ['It is under-fiting.', wordsKey(['overfitting'], [], ['underfitting']), /^because underfitting$/],
    ['decoders', wordsKey(['encoder'], [], ['decoder']), /^because decoder$/],
    ['ecoder', wordsKey(['encoder'], [], ['decoder']), /from \*\*encoder\*\* and one from \*\*decoder\*\*/],
  ],
};
