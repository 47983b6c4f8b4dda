import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consequenceOf } from '../../src/app/history/consequence.ts';
import { correctionTexts } from '../../src/app/history/corrections.ts';
import { rebuild } from '../../src/app/history/past.ts';
import { sameData } from '../../src/app/history/same-data.ts';
import { effectText } from '../../src/app/history/turn-text.ts';
import type { Template } from '../../src/bank/template.ts';
import { FADING_SEEDS, makeVariant, makeVariantOf } from '../../src/bank/variant.ts';
import { createScheduler } from '../../src/schedule/memory.ts';
import type { Correction } from '../../src/schedule/review.ts';
import { UNTUNED } from '../../src/schedule/tuning.ts';
import { answerTo, at, question, SUM } from './history-support.ts';
import { fixtures, kindFixtures } from './support.ts';

const all = [...fixtures(), ...kindFixtures()];
const seeds = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 1000 }),
  fc.integer({ min: FADING_SEEDS, max: FADING_SEEDS + 1000 }),
);

describe('a question made again', () => {
  it('is the very variant that was shown, of every kind of answer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), seeds, (template, seed) => {
        const variant = makeVariant(template, seed);
        const kept = JSON.parse(JSON.stringify(template)) as typeof template;
        const review = JSON.parse(JSON.stringify(answerTo(variant, []))) as ReturnType<typeof answerTo>;
        const rebuilt = rebuild(review, kept);
        expect(rebuilt).toMatchObject({ agrees: true, caveat: null });
        expect({ ...rebuilt.variant, template }).toEqual({ ...variant, template });
      }),
      { numRuns: 100, seed: 20261120 },
    );
  });

  it('keeps what was stored where the program computes another key today', () => {
    const was = at(question(SUM('a + b')), 5);
    const rebuilt = rebuild({ ...answerTo(was, ['1']), key: { a: 12_345 } }, was.template);
    expect(rebuilt.agrees).toBe(false);
    expect(rebuilt.caveat).toMatch(/another key today/);
    expect(rebuilt.variant?.vars).toEqual(was.vars);
  });

  it('keeps the numbers of then where the program draws others today', () => {
    const template = question(SUM('a + b'));
    const review = { ...answerTo(at(template, 5), ['1']), vars: { a: 20_000, b: 3 }, key: { a: 20_003 } };
    const rebuilt = rebuild(review, template);
    expect(rebuilt).toMatchObject({ agrees: false, variant: { vars: { a: 20_000, b: 3 } } });
    expect(rebuilt.variant?.stem).toContain('20000');
    expect(rebuilt.caveat).toMatch(/other numbers/);
  });

  it('says so where the question is not kept, or cannot be made any more', () => {
    const template = question(SUM('a + b'));
    const review = answerTo(at(template, 5), ['1']);
    expect(rebuild(review, null)).toMatchObject({
      variant: null,
      agrees: false,
      caveat: expect.stringMatching(/not kept/),
    });
    const strange = { ...template, parts: undefined } as unknown as typeof template;
    expect(rebuild(review, strange)).toMatchObject({ variant: null, agrees: false });
    expect(rebuild(review, strange).caveat).toMatch(/cannot make this question any more/);
    const unequal = { ...review, vars: { a: 'a word', b: 3 } };
    expect(rebuild(unequal, template)).toMatchObject({ variant: null, agrees: false });
  });

  it('takes a last digit that another processor rounds otherwise for the same', () => {
    expect(sameData({ a: [0.1 + 0.2, 'x', null] }, { a: [0.3, 'x', null] })).toBe(true);
    for (const [one, other] of [
      [0.3, 0.30001],
      [{ a: 1 }, { b: 1 }],
      [{ a: 1 }, { a: 1, b: 2 }],
      [[1, 2], [1]],
      [[1], { 0: 1 }],
      [null, 0],
      ['1', 1],
    ] as const) {
      expect(sameData(one, other)).toBe(false);
    }
    expect(sameData(Number.NaN, Number.NaN)).toBe(true);
    expect(sameData(Number.POSITIVE_INFINITY, 1)).toBe(false);
  });
});

describe('a variant of given values', () => {
  it('is that of the seed where they are its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), seeds, (template, seed) => {
        const variant = makeVariant(template, seed);
        expect(makeVariantOf(template, variant)).toEqual(variant);
      }),
      { numRuns: 100, seed: 20261120 },
    );
  });

  it('has them whatever the question would draw', () => {
    const template = question(SUM('a + b'));
    const variant = makeVariantOf(template, { seed: 5, vars: { a: -7, b: 0.5 }, attempt: 0 });
    expect(variant).toMatchObject({ vars: { a: -7, b: 0.5 }, parts: [{ key: { value: -6.5 } }] });
  });

  it('is refused where the question cannot be asked with them', () => {
    const template = question(SUM('a + b', 'where: [a < 10000]\n'));
    expect(() => makeVariantOf(template, { seed: 5, vars: { a: 10_000, b: 1 }, attempt: 0 })).toThrow(/does not hold/);
    expect(() => makeVariantOf(template, { seed: null, vars: { a: 1 }, attempt: 0 })).toThrow(/b/);
  });
});

describe('what an answer did', () => {
  const scheduler = createScheduler(UNTUNED);
  const template = fixtures()[0] as Template;
  const row = (n: number, rest: Partial<ReturnType<typeof answerTo>>): ReturnType<typeof answerTo> =>
    answerTo(at(template, n), ['1'], {
      id: `019a0000-0000-7000-8000-00000000000${n}`,
      at: new Date(Date.UTC(2026, 10, 20 + n, 12)),
      day: 20_777 + n,
      ...rest,
    });

  it('is what the replay up to it gives', () => {
    const rows = [row(1, { rating: 'good' }), row(4, { rating: 'again' }), row(5, { rating: 'good' })];
    for (const [i, one] of rows.entries()) {
      const memory = scheduler.replay('', rows.slice(0, i + 1));
      expect(consequenceOf(one, rows.toReversed(), scheduler)).toEqual({
        days: (memory?.dueDay ?? 0) - one.day,
        dueDay: memory?.dueDay,
        stability: memory?.stability,
      });
    }
  });

  it('is nothing where it does not count', () => {
    const first = row(1, { rating: 'good' });
    const undone = row(2, { rating: 'good', undone: true });
    const practice = row(3, { rating: null, mode: 'practice' });
    const second = { ...row(4, { rating: 'good' }), day: first.day, at: new Date('2026-11-21T20:00:00Z') };
    for (const idle of [undone, practice, second]) {
      expect(consequenceOf(idle, [first, undone, practice, second], scheduler)).toBeNull();
    }
  });

  it('is told with its effect on the due date', () => {
    const memory = scheduler.replay('q', [row(1, { rating: 'good' })]);
    const card = memory && { ...memory, question: 'q' };
    const later = card && { ...card, dueDay: card.dueDay + 1 };
    expect(effectText(null, null)).toBe('The schedule stays as it is.');
    expect(effectText(card, null)).toBe('It counts as new again.');
    expect(effectText(null, card)).toMatch(/^It is due on 2026-11-\d\d\.$/);
    expect(effectText(card, card)).toMatch(/as before/);
    expect(effectText(card, later)).toMatch(/^It is due on \S+ now, and not on \S+\.$/);
  });
});

it('tells every correction, with what counted before it', () => {
  const written = answerTo(at(question(SUM('a + b')), 5), ['1']);
  const remark = (credit: number, rating: Correction['rating']): Partial<Correction> => ({
    kind: 'remark',
    rating,
    remark: { hash: 'abcdef0123456789', credit, mark: null, rating },
  });
  const corrections = [
    { kind: 'undo' as const },
    { kind: 'restore' as const },
    remark(1, 'good'),
    remark(1, 'good'),
    { kind: 'rating' as const, rating: 'hard' as const },
    remark(0.5, 'again'),
  ].map(
    (rest, i): Correction => ({
      id: `${i}`,
      review: written.id,
      kind: 'undo',
      rating: null,
      remark: null,
      at: new Date('2026-11-21T10:00:00Z'),
      device: 'device',
      ...rest,
    }),
  );
  expect(correctionTexts({ written, corrections }, 'Europe/Berlin')).toEqual([
    '2026-11-21 11:00: taken back',
    '2026-11-21 11:00: put in force again',
    '2026-11-21 11:00: marked again by version abcdef012345: 0 % → 100 %, again → good',
    '2026-11-21 11:00: marked again by version abcdef012345: 100 % → 100 %, still good',
    '2026-11-21 11:00: rated hard by yourself',
    '2026-11-21 11:00: marked again by version abcdef012345: 100 % → 50 %; your own rating stands',
  ]);
});
