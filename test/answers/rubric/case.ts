import fc from 'fast-check';
import type { RubricKey } from '../../../src/answers/rubric/rubric.ts';
import type { KindCase } from '../kinds.ts';

/** A point for each of the credits. */
export function rubricKey(credits: readonly number[], model: string | null = null): RubricKey {
  const points = credits.map((worth, i) => ({ text: `says thing ${i + 1}`, credits: worth }));
  return { kind: 'rubric', points, model };
}

export const rubricKeys: fc.Arbitrary<RubricKey> = fc
  .tuple(
    fc.array(fc.constantFrom(0.1, 0.5, 1, 1.5, 2), { minLength: 1, maxLength: 9 }),
    fc.constantFrom(null, 'Because $a = b$.\n\nAnd so on.'),
  )
  .map(([credits, model]) => rubricKey(credits, model));

const list = fc.oneof(
  fc.constantFrom('all', 'none', '0', '1', '1 2', '(1), 2', '2 and 1'),
  fc.string({ unit: fc.constantFrom('1', '2', '3', ',', ' '), minLength: 1, maxLength: 6 }),
);
const written = fc.string({ unit: 'grapheme', maxLength: 60 });

export const rubricCase: KindCase<RubricKey> = {
  keys: rubricKeys,
  replies: fc.tuple(list, fc.constantFrom('', '\n', '\n\n'), written).map(parts => parts.join('')),
  mistakes: [
    ['1', rubricKey([1, 2]), /^Not granted:\n\n- says thing 2$/],
    ['none', rubricKey([1, 2]), /- says thing 1\n- says thing 2$/],
    ['2\n\nBecause.', rubricKey([1, 2, 1]), /- says thing 1\n- says thing 3$/],
  ],
};
