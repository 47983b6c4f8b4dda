import * as v from 'valibot';
import type { Located } from '../../language/located.ts';
import type { Author } from '../author.ts';
import { list, text } from '../fields.ts';
import type { WordsKey } from './words.ts';

/** `words: [overfitting, high variance]`, the first being shown, with other terms that are `not:` meant. */

interface WordsFields {
  readonly words: string | readonly string[];
  readonly not?: readonly string[];
}

export interface WordsAnswer {
  readonly kind: 'words';
  readonly accepted: readonly Located[];
  readonly others: readonly Located[];
}

const term = text('a term, such as overfitting');

export const wordsAuthor: Author<WordsFields, WordsAnswer, WordsKey> = {
  fields: {
    words: v.optional(
      v.union(
        [term, v.pipe(list(term, '[overfitting]'), v.minLength(1, 'needs at least one term'))],
        'must be a term or a list of them',
      ),
    ),
    not: v.optional(list(term, '[underfitting]')),
  },
  read: ({ words, not = [] }, { textAt }) => ({
    kind: 'words',
    accepted: typeof words === 'string' ? [textAt(words, 'words')] : words.map((one, i) => textAt(one, 'words', i)),
    others: not.map((one, i) => textAt(one, 'not', i)),
  }),
  formulas: () => [],
  texts: ({ accepted, others }) => [...accepted, ...others],
  problems: () => [],
  recognises: true,
  shuffles: () => false,
  key: ({ accepted, others }, making) => ({
    kind: 'words',
    accepted: accepted.map(making.fill),
    others: others.map(making.fill),
    mistakes: making.told.map(({ value, tag, because }) => ({ text: making.fill(value), tag, because })),
  }),
};
