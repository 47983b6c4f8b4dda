import { describe, expect, it } from 'vitest';
import { type AnswerKey, markReply, printKey } from '../../src/answers/answers.ts';
import type { ChoiceKey } from '../../src/answers/choice/choice.ts';
import { Bank } from '../../src/bank/bank.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import { planForm } from '../../src/exam/draw/plan-form.ts';
import { makeForm } from '../../src/exam/make-form.ts';
import { ownReply, reordered } from '../../src/exam/reorder.ts';
import { bankOf, blueprint, messageOf, shipped, shippedBank } from './draw/support.ts';

const bank = shippedBank();
const endterm = shipped('endterm');

describe('a form that is made', () => {
  const planned = planForm({ blueprint: endterm, seed: 7, vary: 'order' }, bank, 1);
  const form = makeForm(planned, endterm, bank);
  const questions = form.problems.flatMap(problem => problem.questions);

  it('is the drawn one, with problems and questions', () => {
    expect(form).toMatchObject({ name: 'B', index: 1 });
    expect(form.problems.map(({ number, title, credits }) => [number, title, credits])).toEqual(
      endterm.problems.map(({ title, credits }, i) => [i + 1, title, credits]),
    );
    expect(form.problems[3]?.story).toBe(endterm.problems[3]?.story);
    expect(questions.map(({ id, seed, order, number }) => ({ id, seed, order, number }))).toEqual(
      planned.problems.flat().map(({ id, seed, order, number }) => ({ id, seed, order, number })),
    );
    for (const { variant, seed, id } of questions) expect([variant.seed, variant.template.id]).toEqual([seed, id]);
  });

  it('labels every part once, and shares out all credits', () => {
    const labels = questions.flatMap(({ parts }) => parts.map(({ label }) => label));
    expect(new Set(labels).size).toBe(labels.length);
    for (const { parts, number, credits } of questions) {
      const letters = parts.length === 1 ? [''] : parts.map((_, i) => String.fromCharCode(97 + i));
      expect(parts.map(({ label }) => label)).toEqual(letters.map(letter => `${number}${letter}`));
      expect(parts.reduce((sum, part) => sum + part.credits, 0)).toBeCloseTo(credits, 9);
    }
    expect(questions.reduce((sum, { credits }) => sum + credits, 0)).toBe(90);
  });

  it('puts options in an order of its own', () => {
    const first = makeForm(planForm({ blueprint: endterm, seed: 7, vary: 'order' }, bank, 0), endterm, bank);
    const before = new Map(first.problems.flatMap(problem => problem.questions).map(({ id, parts }) => [id, parts]));
    const choices = questions.flatMap(({ id, parts }) =>
      parts.flatMap(({ key }, i) =>
        key.kind === 'choice' ? [{ key, own: before.get(id)?.[i]?.key as ChoiceKey }] : [],
      ),
    );
    expect(choices.length).toBeGreaterThan(9);
    for (const { key, own } of choices) {
      expect(key.options.map(({ label }) => label)).toEqual(own.options.map(({ label }) => label));
      expect(key.options.map(({ text }) => text).sort()).toEqual(own.options.map(({ text }) => text).sort());
    }
    const moved = choices.filter(({ key, own }) => key.options.some(({ text }, i) => text !== own.options[i]?.text));
    expect(moved.length).toBeGreaterThan(choices.length / 2);
  });

  it('fails with what to do where a question is gone', () => {
    expect(messageOf(() => makeForm(planned, endterm, bankOf({ id: 't/one', credits: 1 })))).toMatch(
      /^Question 1\.1 of the exam, .* is not in the bank any more: draw the exam again\.$/,
    );
  });
});

it('shares the credits of a question out as its parts say', () => {
  const parts = 'parts: [{ ask: First, number: 1, credits: 1 }, { ask: Second, number: 2, credits: 3 }]';
  const content = `---\ntitle: T\ntopics: [t]\ncredits: 2\n${parts}\n---\n\nHow many?\n`;
  const small = new Bank([readTemplate(content, 't/one', 't/one.md')]);
  const asked = blueprint('problems: [{ title: P, credits: 2, questions: [t/one] }]');
  const form = makeForm(planForm({ blueprint: asked, seed: 1, vary: 'order' }, small, 0), asked, small);
  expect(form.problems[0]?.questions[0]?.parts.map(({ label, credits }) => [label, credits])).toEqual([
    ['1.1a', 0.5],
    ['1.1b', 1.5],
  ]);
});

describe('options in another order', () => {
  const key: ChoiceKey = {
    kind: 'choice',
    many: true,
    rule: 'per-option',
    options: ['one', 'two', 'three', 'four'].map((text, i) => {
      return { label: 'abcd'[i] as string, text, right: i < 2, why: text };
    }),
  };
  const orders = Array.from({ length: 60 }, (_, i) => i);
  const replies = ['', 'none', 'a', 'c, d', 'bd', 'a and b', 'abcd', 'x', 'what?'];

  it('are as they were without one, and so is every other kind', () => {
    expect(reordered(key, null)).toBe(key);
    const number = { kind: 'number' } as unknown as AnswerKey;
    expect(reordered(number, 3)).toBe(number);
    expect(ownReply('7', number, 3)).toBe('7');
    expect(ownReply('b', key, null)).toBe('b');
  });

  it.each(replies)('marks the reply %j alike, in the order of the form and mapped back', reply => {
    for (const order of orders) {
      const shown = reordered(key, order) as ChoiceKey;
      const own = ownReply(reply, key, order);
      const [there, back] = [markReply('a', reply, shown), markReply('a', own, key)];
      expect([back.credit, back.readAs === null]).toEqual([there.credit, there.readAs === null]);
      const texts = ({ options }: ChoiceKey, labels: string | null): string[] =>
        options.filter(({ label }) => labels?.split(',').includes(label)).map(({ text }) => text);
      expect(texts(key, back.readAs).sort()).toEqual(texts(shown, there.readAs).sort());
    }
  });

  it('have a right reply that is the key', () => {
    for (const order of orders) expect(ownReply(printKey(reordered(key, order)), key, order)).toBe('a,b');
  });
});

/** Above this, places so uneven come up once in 10 000 such counts: the 0.9999 quantile of χ² at 2 to 6 degrees of freedom. */
const QUANTILES: Readonly<Record<number, number>> = { 1: 15.14, 2: 18.42, 3: 21.11, 4: 23.51, 5: 25.74, 6: 27.86 };

function chiSquare(counts: readonly number[], expected: readonly number[]): number {
  return counts.reduce((sum, count, i) => sum + (count - (expected[i] as number)) ** 2 / (expected[i] as number), 0);
}

/** In how many ways so many of n can be taken. */
function ways(n: number, taken: number): number {
  return taken === 0 ? 1 : n < taken ? 0 : (ways(n - 1, taken - 1) * n) / taken;
}

describe.each(['order', 'numbers', 'both'] as const)(
  'the place of the right option, in forms that differ by %s',
  vary => {
    const FORMS = 400;
    // One right option, and several.
    const ids = ['optimization/momentum-benefit', 'losses/output-layer-pairs'];
    const credits = ids.reduce((sum, id) => sum + (bank.get(id)?.credits ?? 0), 0);
    const asked = blueprint(`problems: [{ title: P, credits: ${credits}, questions: [${ids.join(', ')}] }]`);
    const forms = Array.from({ length: FORMS }, (_, i) =>
      makeForm(planForm({ blueprint: asked, seed: 5, vary }, bank, i + 1), asked, bank),
    );

    it.each(ids)('%s: the first one stands anywhere, as often as chance has it', id => {
      const keys = forms.flatMap(form =>
        form.problems[0]?.questions
          .filter(question => question.id === id)
          .flatMap(({ parts }) => parts.map(part => part.key)),
      );
      const choices = keys.flatMap(key => (key?.kind === 'choice' ? [key.options] : []));
      expect(choices.length).toBe(FORMS);
      const places = Math.max(...choices.map(options => options.length));
      const counts = Array<number>(places).fill(0);
      const expected = Array<number>(places).fill(0);
      for (const options of choices) {
        const right = options.filter(option => option.right).length;
        // Of r right ones among n the first stands at i where all others stand behind it.
        const first = options.findIndex(option => option.right);
        if (right === 0) continue;
        counts[first] = (counts[first] ?? 0) + 1;
        options.forEach((_, i) => {
          expected[i] = (expected[i] ?? 0) + ways(options.length - 1 - i, right - 1) / ways(options.length, right);
        });
      }
      const possible = counts.map((_, i) => i).filter(i => (expected[i] ?? 0) > 0);
      const of = (all: readonly number[]): number[] => possible.map(i => all[i] as number);
      expect(counts.filter((count, i) => count > 0 && expected[i] === 0)).toEqual([]);
      expect(chiSquare(of(counts), of(expected))).toBeLessThan(QUANTILES[possible.length - 1] as number);
    });
  },
);
