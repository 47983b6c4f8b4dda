import fc from 'fast-check';
import { expect, it } from 'vitest';
import { face, nextVariant, type Past } from '../../src/app/presentation.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { fixture } from './support.ts';

const NUMBER = fixture('cnn/filter-weights');
const CHOICE = fixture('optimization/any-right');
const past = (rest: Partial<Past> = {}): Past => ({ answers: 0, shown: [], device: 'd', presented: 0, ...rest });

it('never shows what was shown last, of numbers and of options in their order', () => {
  fc.assert(
    fc.property(fc.constantFrom(NUMBER, CHOICE), fc.nat(), fc.maxSafeNat(), (template, answers, seed) => {
      const variant = nextVariant(template, past({ answers, shown: [seed] }));
      expect(face(variant)).not.toBe(face(makeVariant(template, seed)));
    }),
  );
});

it('gives the same variant for the same history, and another when anything of it differs', () => {
  const seeds = [past(), past({ answers: 1 }), past({ presented: 1 }), past({ device: 'e' })].map(
    history => nextVariant(NUMBER, history).seed,
  );
  expect(nextVariant(NUMBER, past()).seed).toBe(seeds[0]);
  expect(new Set(seeds).size).toBe(4);
});

it('shows a question that has but one variant again and again', () => {
  const single = {
    ...NUMBER,
    vars: {},
    parts: NUMBER.parts.map(part => ({ ...part, answer: constant(part) })),
    mistakes: [],
    stem: { text: 'What?', line: 1 },
    solution: null,
  };
  expect(face(nextVariant(single, past({ shown: [1] })))).toBe(face(makeVariant(single, 1)));
});

it('draws seeds that a double holds exactly', () => {
  fc.assert(
    fc.property(fc.nat(), answers => {
      expect(Number.isSafeInteger(nextVariant(NUMBER, past({ answers })).seed)).toBe(true);
    }),
  );
});

it('tells faces apart by numbers and by the order of options, and by nothing else', () => {
  const variant = makeVariant(CHOICE, 1);
  const [part] = variant.parts;
  if (part?.key.kind !== 'choice') throw new Error('the fixture is a choice');
  const reversed = { ...variant, parts: [{ ...part, key: { ...part.key, options: part.key.options.toReversed() } }] };
  expect(face(reversed)).not.toBe(face(variant));
  expect(face({ ...variant, seed: 2 })).toBe(face(variant));
  expect(face({ ...variant, vars: { C: 1 } })).not.toBe(face(variant));
});

function constant({ answer }: (typeof NUMBER.parts)[number]): typeof answer {
  return answer.kind === 'number' ? { ...answer, value: { ...answer.value, text: '7' } } : answer;
}
