import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BEGINNER, hiddenIn, weakLines } from '../../src/app/fading.ts';
import { face, nextVariant, type Past } from '../../src/app/presentation.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { fixture, kindFixture } from './support.ts';

const NUMBER = fixture('cnn/filter-weights');
const CHOICE = fixture('optimization/any-right');
const past = (rest: Partial<Past> = {}): Past => ({
  answers: 0,
  shown: [],
  device: 'd',
  presented: 0,
  skill: BEGINNER,
  ...rest,
});

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

const ORDER = kindFixture('order/average');
const hidden = (rest: Partial<Past>): string[] => hiddenIn(nextVariant(ORDER, past(rest)));

it('hides more of a derivation as the memory of it grows, and never from a beginner', () => {
  const counts = [null, 1, 3, 8, 400].map(stability => hidden({ skill: { stability, weak: new Set() } }).length);
  expect(counts).toEqual([0, 0, 1, 2, 2]);
});

it('hides first what went wrong before', () => {
  for (const name of ['once', 'all'])
    for (let answers = 0; answers < 10; answers++)
      expect(hidden({ answers, skill: { stability: 3, weak: new Set([name]) } })).toEqual([name]);
});

it('hides nothing at seeds that people choose', () => {
  fc.assert(
    fc.property(fc.nat(), seed => {
      expect(hiddenIn(makeVariant(ORDER, seed))).toEqual([]);
    }),
  );
});

it('knows weak lines from the marks in the log', () => {
  const marks = [
    {
      parts: [
        { name: 'a', mistake: 'order: once' },
        { name: 'b', mistake: null },
      ],
    },
    { parts: [{ name: 'a', mistake: 'blank: all' }] },
    null,
  ];
  expect([...weakLines(marks)]).toEqual(['once', 'all']);
});
