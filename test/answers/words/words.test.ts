import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerSheet } from '../../../src/answers/answers.ts';
import { LOOKALIKES } from '../../../src/answers/words/lookalikes.ts';
import { phrase } from '../../../src/answers/words/phrase.ts';
import { american, british, canonical, plural, singular } from '../../../src/answers/words/spelling.ts';
import { TERMS } from '../../../src/answers/words/terms.ts';
import { type WordsKey, wordsKind } from '../../../src/answers/words/words.ts';
import { anyTerm, wordsKey } from './case.ts';
import { accepted, refused, rejected, slips } from './replies.ts';

function marked(text: string, key: WordsKey): ReturnType<typeof wordsKind.mark> {
  const reading = wordsKind.read(text, key);
  if (reading.status !== 'read') throw new Error(`${text} is not read`);
  return wordsKind.mark(reading.reply, key);
}

const RIGHT = { credit: 1, mistake: null, comment: null };
const WRONG = { credit: 0, mistake: null, comment: null };

describe('what is taken for the term', () => {
  test.each(accepted)('%j is %s', (reply, answer) => {
    expect(marked(reply, wordsKey([answer]))).toEqual(RIGHT);
  });

  test.each(slips)('%j is %s, spelt wrong', (reply, answer) => {
    const comment = `Right; it is spelt **${answer}**.`;
    expect(marked(reply, wordsKey([answer]))).toEqual({ ...RIGHT, comment });
  });

  test('synonyms count as much', () => {
    const key = wordsKey(['overfitting', 'high variance']);
    expect(marked('high-variance', key)).toEqual(RIGHT);
    expect(marked('high varience', key)).toMatchObject({ credit: 1, comment: /spelt \*\*high variance\*\*/ });
  });
});

describe('what is not', () => {
  test.each(rejected)('%j is not %s', (reply, answer) => {
    expect(marked(reply, wordsKey([answer]))).toEqual(WRONG);
  });

  test.each(refused)('%j is refused', (text, reason, position) => {
    expect(wordsKind.read(text, wordsKey(['overfitting']))).toEqual({ status: 'unreadable', reason, position });
  });

  test('what joins words in the key may join them in a reply', () => {
    const key = wordsKey(['bias and variance', 'A/B test']);
    expect(marked('variance and bias', key)).toEqual(WRONG);
    expect(marked('Bias and Variance.', key)).toEqual(RIGHT);
    expect(marked('a/b tests', key)).toEqual(RIGHT);
    expect(wordsKind.read('bias or variance', key).status).toBe('unreadable');
  });

  test('a term of the field is one term, whatever joins its words', () => {
    expect(marked('squeeze and excitation', wordsKey(['attention']))).toEqual(WRONG);
  });

  test('nothing but what cannot be seen is no answer', () => {
    expect(wordsKind.read('\u0000\u200b', wordsKey(['overfitting']))).toEqual({ status: 'empty' });
  });

  test('the reply is shown as it was, without what cannot be seen', () => {
    const text = ' It  is\u001b\tOver\u202efitting\ud800. ';
    expect(wordsKind.read(text, wordsKey(['overfitting']))).toMatchObject({ readAs: 'It is Overfitting.' });
  });
});

describe('mistakes and other terms', () => {
  const key = wordsKey(['precision'], ['precession', 'means'], ['recall', 'accuracy']);

  test.each([
    ['recall', 'recall'],
    ['It is the Recalls.', 'recall'],
    ['acuracy', 'accuracy'],
  ])('%j is told as %s', (reply, mistake) => {
    expect(marked(reply, key)).toEqual({ credit: 0, mistake: `tag ${mistake}`, comment: `because ${mistake}` });
  });

  test('another term of the question is no slip', () => {
    expect(marked('precesion', wordsKey(['precision']))).toMatchObject({ credit: 1 });
    expect(marked('precession', key)).toEqual(WRONG);
  });

  test('what is as near to another term of the question is neither', () => {
    expect(marked('precesion', key)).toEqual({
      credit: 0,
      mistake: null,
      comment: 'This is one letter from **precision** and one from **precession**: it can mean either.',
    });
  });

  test('a plural is another term where the question says so', () => {
    expect(marked('means', wordsKey(['mean']))).toEqual(RIGHT);
    expect(marked('means', wordsKey(['mean'], ['means']))).toEqual(WRONG);
    expect(marked('means', wordsKey(['mean', 'means'], ['means']))).toEqual(RIGHT);
  });
});

describe('the vocabulary', () => {
  test('holds no term twice', () => {
    expect(new Set(TERMS.map(term => phrase(term).normal)).size).toBe(TERMS.length);
    for (const group of LOOKALIKES) expect(new Set(group.map(canonical)).size, `${group}`).toBe(group.length);
  });

  test('no term is taken for another', { timeout: 60_000 }, () => {
    for (const term of TERMS) {
      const key = wordsKey(TERMS.filter(other => other !== term));
      expect(marked(term, key), term).toEqual(WRONG);
      expect(marked(term, wordsKey([term])), term).toEqual(RIGHT);
    }
  });

  test('no word is taken for one that looks like it, alone or in a phrase', () => {
    for (const group of LOOKALIKES) {
      for (const one of group) {
        for (const other of group.filter(word => word !== one)) {
          expect(marked(other, wordsKey([one])).credit, `${other} for ${one}`).toBe(0);
          expect(marked(`${other}s kernel`, wordsKey([`${one} kernels`])).credit, `${other} for ${one}`).toBe(0);
        }
      }
    }
  });

  test('one slip in a long word is forgiven, unless it makes another word', () => {
    const words = new Set([...TERMS.flatMap(term => phrase(term).words), ...LOOKALIKES.flat()].map(canonical));
    const terms = new Set(TERMS.map(term => phrase(term).normal));
    fc.assert(
      fc.property(
        anyTerm,
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
        fc.nat(3),
        (...drawn) => {
          const [term, anyWord, anyPlace, letter, way] = drawn;
          const all = term.split(' ');
          // Beginnings are where opposites differ.
          const long = all.flatMap((word, i) => (/^[a-z]{4,}$/.test(word) ? [i] : []));
          fc.pre(long.length > 0 && phrase(term).normal.replace(/\P{L}/gu, '').length >= 6);
          const place = long[anyWord % long.length] as number;
          const word = all[place] as string;
          const at = 2 + (anyPlace % (word.length - 2));
          const slipped = slipIn(word, at, letter, way);
          fc.pre(slipped !== word && !words.has(canonical(slipped)));
          const reply = all.with(place, slipped).join(' ');
          fc.pre(!terms.has(phrase(reply).normal) && !LOOKALIKES.some(group => swaps(group, word, slipped)));
          const mark = marked(reply, wordsKey([term]));
          expect(mark.credit, reply).toBe(1);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

/** A letter missing, wrong, added, or swapped with the next. */
function slipIn(word: string, at: number, letter: string, way: number): string {
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  const swapped = `${before}${after.slice(0, 1)}${word[at]}${after.slice(1)}`;
  return (
    [`${before}${after}`, `${before}${letter}${after}`, `${before}${letter}${word.slice(at)}`, swapped][way] ?? word
  );
}

function swaps(group: readonly string[], word: string, slipped: string): boolean {
  return group.some(one => word.includes(one) && group.some(other => word.replace(one, other) === slipped));
}

describe('spelling', () => {
  test.each([
    ['normalise', 'normalize'],
    ['optimisers', 'optimizers'],
    ['initialisation', 'initialization'],
    ['neighbouring', 'neighboring'],
    ['litres', 'liters'],
    ['centring', 'centering'],
    ['unlabelled', 'unlabeled'],
    ['catalogues', 'catalogs'],
    ['judgement', 'judgment'],
  ])('%s is %s', (one, other) => {
    expect(american(one)).toBe(other);
    expect(british(other)).toBe(one);
  });

  test.each(['noise', 'precise', 'exercise', 'supervised', 'revised', 'four', 'hour', 'score', 'acre', 'filled'])(
    '%s is the same on both sides',
    word => {
      expect(american(word)).toBe(word);
    },
  );

  test.each([
    ['matrices', 'matrix'],
    ['biases', 'bias'],
    ['entropies', 'entropy'],
    ['classes', 'class'],
    ['boxes', 'box'],
    ['patches', 'patch'],
    ['axes', 'axis'],
    ['phases', 'phase'],
    ['sizes', 'size'],
    ['derivatives', 'derivative'],
    ['layers', 'layer'],
    ['keys', 'key'],
  ])('%s are more than one %s', (several, one) => {
    expect(singular(several)).toBe(one);
    expect(singular(one)).toBe(one);
    if (several !== 'sizes') expect(plural(one)).toBe(several);
  });

  test.each(['bias', 'loss', 'bus', 'axis', 'corpus', 'series', 'gas', 'Bayes'.toLowerCase(), 'analysis'])(
    '%s is one',
    word => {
      expect(singular(word)).toBe(word);
    },
  );
});

describe('the key', () => {
  const key = wordsKey(['overfitting', 'over-training', 'high variance'], ['high bias'], ['underfitting']);

  test('as scripts see it', () => {
    expect(wordsKind.data(key)).toEqual({ key: ['overfitting', 'over-training', 'high variance'] });
    expect(wordsKind.mistakes?.(key)).toEqual([
      { value: 'underfitting', shown: 'underfitting', tag: 'tag underfitting', because: 'because underfitting' },
    ]);
  });

  test('as a reader sees it', () => {
    expect(wordsKind.show(key)).toBe('**overfitting**, also over-training, high variance');
    expect(wordsKind.show(wordsKey(['dropout']))).toBe('**dropout**');
  });

  test('paper does not give it away', () => {
    expect(answerSheet(key)).toBe(answerSheet(wordsKey(['dropout'])));
  });
});
