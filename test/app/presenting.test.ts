import fc from 'fast-check';
import { expect, it } from 'vitest';
import { face } from '../../src/app/presentation.ts';
import { startSession } from '../../src/app/session.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import { fixtures, session } from './support.ts';

it('never shows a question as it was shown last, however a drill is answered and passed over', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 12, maxLength: 30 }),
      fc.constantFrom('optimization', 'cnn'),
      (answers, topic) => {
        const { act, answer, question } = session({ start: startSession({ kind: 'drill', topic }) });
        const faces = new Map<string, string>();
        for (const isAnswered of answers) {
          const { variant } = question().presented;
          expect(face(variant)).not.toBe(faces.get(variant.template.id));
          faces.set(variant.template.id, face(variant));
          if (isAnswered) answer('wrong');
          act(isAnswered ? 'next' : 'skip');
        }
      },
    ),
    { numRuns: 12 },
  );
});

it('asks all questions of a drill in turn', () => {
  const { act, question } = session({ start: startSession({ kind: 'drill', topic: 'optimization' }) });
  const asked = Array.from({ length: 6 }, () => {
    const { id } = question().presented.variant.template;
    act('skip');
    return id;
  });
  expect(asked.slice(2)).toEqual(asked.slice(0, -2));
  expect(new Set(asked).size).toBe(2);
});

const undrawable = readTemplate(
  '---\ntitle: Never\ntopics: [aaa]\nvars: { a: { given: 1, int: [1, 9] } }\nwhere: a > 10\nanswer: { number: a }\n---\nHow many?\n',
  'aaa/never',
  'aaa/never.md',
);

it('passes over a question that cannot be drawn, and says so', () => {
  const { question, state } = session({
    start: startSession({ kind: 'study' }),
    templates: [undrawable, ...fixtures()],
  });
  expect(question().presented.variant.template.id).not.toBe('aaa/never');
  expect(state().notice).toMatch(/passed over.*aaa\/never\.md:5/s);
});

it('ends with the reason where no question of a drill can be drawn', () => {
  expect(() => session({ start: startSession({ kind: 'drill', topic: 'aaa' }), templates: [undrawable] })).toThrow(
    /aaa\/never\.md/,
  );
});
