import fc from 'fast-check';
import type { AnswerKey, KindName } from '../../src/answers/answers.ts';
import type { ChoiceKey } from '../../src/answers/choice/choice.ts';
import type { NumberKey, NumberMistake } from '../../src/answers/number/number.ts';
import { acceptedInterval, DEFAULT_TOLERANCE, EXACT, type Tolerance } from '../../src/answers/number/tolerance.ts';

/** What the conformance suite needs to know of a kind of answer. An eleventh kind is one more row. */
export interface KindCase {
  readonly keys: fc.Arbitrary<AnswerKey>;
  /** Texts that this kind reads. */
  readonly replies: fc.Arbitrary<string>;
  /** Wrong replies to a fixed key, and what their comment says. */
  readonly mistakes: readonly (readonly [reply: string, key: AnswerKey, comment: RegExp])[];
}

/** Options a, b, c …, right where `rights` has an x. */
export function choiceKey(rights: string, many = true): ChoiceKey {
  const options = [...rights].map((mark, i) => {
    const label = String.fromCharCode(97 + i);
    return { label, text: `option ${label}`, right: mark === 'x', why: i % 2 === 0 ? `reason ${label}` : null };
  });
  return { kind: 'choice', many, options };
}

export function numberKey(value: number, tolerance: Tolerance = EXACT, mistakes: readonly number[] = []): NumberKey {
  const mistake = (wrong: number): NumberMistake => {
    return {
      value: wrong,
      accepts: acceptedInterval(wrong, tolerance),
      tag: `tag ${wrong}`,
      because: `because ${wrong}`,
    };
  };
  return { kind: 'number', value, accepts: acceptedInterval(value, tolerance), mistakes: mistakes.map(mistake) };
}

const tolerance: fc.Arbitrary<Tolerance> = fc.oneof(
  fc.constant(EXACT),
  fc.constant(DEFAULT_TOLERANCE),
  fc.double({ min: 0, max: 10, noNaN: true }).map((by): Tolerance => ({ rule: 'absolute', by })),
  fc.integer({ min: 1, max: 12 }).map((by): Tolerance => ({ rule: 'digits', by })),
  fc.integer({ min: 0, max: 12 }).map((by): Tolerance => ({ rule: 'decimals', by })),
);
/** No key is −0: the engine never yields it. */
const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(value => value + 0);
const boxes = fc.string({ unit: fc.constantFrom('x', '-'), minLength: 2, maxLength: 8 });

export const kindCases: Readonly<Record<KindName, KindCase>> = {
  choice: {
    keys: fc.oneof(
      boxes.map(rights => choiceKey(rights)),
      fc.nat(5).map(right => choiceKey('------'.slice(0, right).concat('x', '------'.slice(right + 1)), false)),
    ),
    replies: fc.string({ unit: fc.constantFrom('a', 'b', 'c', ',', ' '), minLength: 1, maxLength: 6 }),
    mistakes: [
      ['a', choiceKey('-x', false), /\*\*a\*\* is wrong: reason a[\s\S]*\*\*b\*\* is right\./],
      ['none', choiceKey('x-'), /^- \*\*a\*\* is right: reason a$/],
      ['a,b', choiceKey('x-'), /^- \*\*b\*\* is wrong\.$/],
      ['a', choiceKey('--'), /\*\*a\*\* is wrong: reason a/],
    ],
  },
  number: {
    keys: fc.tuple(finite, tolerance).map(([value, rule]) => numberKey(value, rule)),
    replies: fc.oneof(
      finite.map(String),
      fc.constantFrom('16*7*7', '3/8', '1 024', '√2', '5 %', '0.1 + 0.2', '1e-7', ',5'),
    ),
    mistakes: [
      ['32', numberKey(33, EXACT, [32, 17]), /^because 32$/],
      ['0.5', numberKey(0.25, DEFAULT_TOLERANCE, [0.5]), /^because 0\.5$/],
      ['1/2', numberKey(0.25, DEFAULT_TOLERANCE, [0.5]), /^because 0\.5$/],
      ['0.501', numberKey(0.25, DEFAULT_TOLERANCE, [0.5]), /^because 0\.5$/],
    ],
  },
};
