import fc from 'fast-check';
import { CHOICE_RULES, type ChoiceKey, type ChoiceRule } from '../../../src/answers/choice/choice.ts';
import type { KindCase } from '../kinds.ts';

/** Options a, b, c …, right where `rights` has an x. */
export function choiceKey(rights: string, many = true, rule: ChoiceRule = 'all-or-nothing'): ChoiceKey {
  const options = [...rights].map((mark, i) => {
    const label = String.fromCharCode(97 + i);
    return { label, text: `option ${label}`, right: mark === 'x', why: i % 2 === 0 ? `reason ${label}` : null };
  });
  return { kind: 'choice', many, rule, options };
}

const boxes = fc.string({ unit: fc.constantFrom('x', '-'), minLength: 2, maxLength: 8 });
const oneRight = fc.nat(5).map(right => '------'.slice(0, right).concat('x', '------'.slice(right + 1)));
const rule = fc.constantFrom(...CHOICE_RULES);

export const choiceKeys: fc.Arbitrary<ChoiceKey> = fc.oneof(
  fc.tuple(boxes, rule).map(([rights, by]) => choiceKey(rights, true, by)),
  fc.tuple(oneRight, rule).map(([rights, by]) => choiceKey(rights, false, by)),
);

export const choiceCase: KindCase<ChoiceKey> = {
  keys: choiceKeys,
  replies: fc.string({ unit: fc.constantFrom('a', 'b', 'c', ',', ' '), minLength: 1, maxLength: 6 }),
  mistakes: [
    ['a', choiceKey('-x', false), /\*\*a\*\* is wrong: reason a[\s\S]*\*\*b\*\* is right\./],
    ['none', choiceKey('x-'), /^- \*\*a\*\* is right: reason a$/],
    ['a,b', choiceKey('x-'), /^- \*\*b\*\* is wrong\.$/],
    ['a', choiceKey('--'), /\*\*a\*\* is wrong: reason a/],
    ['b', choiceKey('xx--', true, 'per-option'), /^- \*\*a\*\* is right: reason a$/],
    ['a,b,c', choiceKey('xx--', true, 'negative'), /^- \*\*c\*\* is wrong: reason c$/],
  ],
};
