import { NAME_OF_GREEK } from '../../language/formula/greek.ts';
import { canonical } from './spelling.ts';

/** A term without what does not make it another one. */
export interface Phrase {
  /** In small letters, as they are spelt. */
  readonly words: readonly string[];
  /** The words joined: `over-fitting` is `overfitting`. */
  readonly plain: string;
  /** The same in one spelling and number. */
  readonly normal: string;
}

/** `A* search` and `A/B test` begin with no article. */
const ARTICLES = /^(?:(?:a|an|the)\s+)+(?=\S)/;

/** In this order. A ¬ or ! in front stays: it says the opposite. */
const REWRITTEN: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/\p{M}/gu, ''],
  [/[α-ω]/g, letter => NAME_OF_GREEK.get(letter) ?? letter],
  [/['’‘ʼ´`]s(?!\p{L})|['’‘ʼ´`]/gu, ''],
  [/^\s*[-–—•]\s+/, ''],
  [/(?<!\d)\.|\.(?!\d)/g, ''],
  [/[\s.,;:!?"“”„«»‹›…()[\]{}*_$]+$/, ''],
  [/^[\s.,;:"“”„«»‹›…()[\]{}*_$]+/, ''],
  [ARTICLES, ''],
  [/[\s\-‐‒–—_/,;:"“”„«»()[\]{}*$]+/g, ' '],
];

/** `I think it is called …`: what people say before a term. No word of it denies what follows. */
const LEAD_IN = new RegExp(
  '^(?:i (?:think|guess|believe) )?(?:we call (?:it|this) |(?:it|its|this|that|they|these|(?:the )?(?:answer|term|name)) )?' +
    '(?:(?:is|are|must be|should be) )?(?:called |named |known as )?(?:because of |due to |by using |by |using |use |with |via )?',
);

export function phrase(text: string): Phrase {
  const folded = text.normalize('NFKC').toLowerCase().normalize('NFD');
  const bare = REWRITTEN.reduce((line, [pattern, by]) => line.replace(pattern, by as string), folded);
  return ofWords(bare.split(' ').filter(word => word !== ''));
}

/** What a reply may mean: all of it, and what follows its lead-in. */
export function readings(text: string): readonly Phrase[] {
  const whole = phrase(text);
  const sentence = whole.words.join(' ');
  const rest = sentence.replace(LEAD_IN, '');
  return rest === sentence || rest === '' ? [whole] : [whole, ofWords(rest.replace(ARTICLES, '').split(' '))];
}

function ofWords(words: readonly string[]): Phrase {
  return { words, plain: words.join(''), normal: words.map(canonical).join('') };
}
