import fc from 'fast-check';
import type { MatchKey } from '../../../src/answers/match/key.ts';
import type { KindCase } from '../kinds.ts';

const letter = (i: number): string => String.fromCharCode(97 + i);

/** Blanks 1, 2, 3 … with these options as answers, of as many options as asked for. */
export function matchKey(answers: string, options: number): MatchKey {
  return {
    kind: 'match',
    blanks: [...answers].map((answer, i) => ({
      label: String(i + 1),
      text: i % 2 === 0 ? `term ${i + 1}` : '',
      answer,
      why: i % 2 === 0 ? `reason ${i + 1}` : null,
    })),
    options: Array.from({ length: options }, (_, i) => ({ label: letter(i), text: `meaning ${letter(i)}` })),
  };
}

export const matchKeys: fc.Arbitrary<MatchKey> = fc
  .tuple(fc.integer({ min: 2, max: 14 }), fc.array(fc.nat(13), { minLength: 2, maxLength: 12 }))
  .map(([options, answers]) => matchKey(answers.map(i => letter(i % options)).join(''), options));

const pairs = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('=', ':', ' ', '', ') ', ' → '), fc.nat(4)), {
    minLength: 1,
    maxLength: 4,
  })
  .map(rows => rows.map(([blank, sign, option]) => `${blank}${sign}${letter(option)}`).join(' '));

export const matchCase: KindCase<MatchKey> = {
  keys: matchKeys,
  replies: fc.oneof(pairs, fc.string({ unit: fc.constantFrom('a', 'b', 'c', '_', ' '), minLength: 1, maxLength: 12 })),
  mistakes: [
    ['1=a 2=b', matchKey('ac', 3), /^- \*\*2\*\* is \*\*c\*\* \(meaning c\)\.$/],
    ['2=c', matchKey('ac', 3), /^- \*\*1\*\* is \*\*a\*\* \(meaning a\): reason 1$/],
    ['ca', matchKey('ac', 3), /\*\*1\*\* and \*\*2\*\* are swapped/],
  ],
};
