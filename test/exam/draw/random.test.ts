import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Bank } from '../../../src/bank/bank.ts';
import type { TemplateFacts } from '../../../src/bank/facts.ts';
import type { Blueprint, ProblemBlueprint, Slot } from '../../../src/exam/blueprint.ts';
import { planForm } from '../../../src/exam/draw/plan-form.ts';
import { BlueprintError } from '../../../src/exam/error.ts';
import { bankOf, blueprint, faults, fits, ideasOf, subsets, templatesOf } from './support.ts';

/** Small banks and blueprints at random: what is drawn is right, and what is said to be impossible is. */

const CREDITS = [0.5, 1, 1, 1, 1.5, 2, 2];
const TOPICS = ['a', 'b', 'a/x', 'c'];

const question = fc.record({
  credits: fc.constantFrom(...CREDITS),
  topics: fc.uniqueArray(fc.constantFrom(...TOPICS), { minLength: 1, maxLength: 2 }),
  source: fc.uniqueArray(fc.constantFrom('own', 's1', 's2', 's3'), { maxLength: 2 }),
  kind: fc.constantFrom('number' as const, 'number' as const, 'choice' as const, 'per-option' as const),
});

const slot = fc.oneof(
  fc.record({ topics: fc.constantFrom(...TOPICS), worth: fc.constantFrom(1, 1, 1.5, 2, 3) }),
  fc.record({ topics: fc.constantFrom(...TOPICS), count: fc.constantFrom(1, 2, 3), each: fc.constantFrom(1, 2) }),
  fc.record({ kinds: fc.constantFrom('number', 'choice'), count: fc.constantFrom(1, 2) }),
  fc.record({ rule: fc.constant('all-or-nothing'), worth: fc.constantFrom(1, 2) }),
  fc.record({ any: fc.uniqueArray(fc.constantFrom('q0', 'q1', 'q2'), { minLength: 1 }), count: fc.constant(1) }),
);

const exam = fc.record({
  problems: fc.array(
    fc.record({ slots: fc.array(slot, { minLength: 1, maxLength: 2 }), more: fc.constantFrom(0.5, 1, 2) }),
    { minLength: 1, maxLength: 2 },
  ),
  cover: fc.uniqueArray(fc.constantFrom(...TOPICS), { maxLength: 2 }),
  ideas: fc.constantFrom('source', 'topic', 'free'),
});
type Exam = typeof exam extends fc.Arbitrary<infer T> ? T : never;

/** Each slot on a line of its own, so that messages name it by its line. */
function yamlOf({ problems, cover, ideas }: Exam): string {
  const lines = problems.flatMap(({ slots, more }, i) => {
    const known = slots.map(one => ('worth' in one ? one.worth : 'each' in one ? one.each * one.count : null));
    const sum = known.reduce<number>((all, credits) => all + (credits ?? 0), 0);
    const credits = known.includes(null) ? sum + more : sum;
    return [
      `- title: p${i}`,
      `  credits: ${credits}`,
      '  questions:',
      ...slots.map(one => `    - ${JSON.stringify(one)}`),
    ];
  });
  return [`cover: ${JSON.stringify(cover)}`, `ideas: ${ideas}`, 'problems:', ...lines].join('\n');
}

/** All ways to fill slots, each with its questions, so that no question and no idea is there twice. */
function fillings(slots: readonly Slot[], bank: Bank, ideas: Blueprint['ideas'], exact = true): TemplateFacts[][][] {
  const fill = ([first, ...rest]: readonly Slot[], taken: readonly TemplateFacts[]): TemplateFacts[][][] => {
    if (!first) return [[]];
    const fitting = bank.templates.filter(template => fits(template, first) && !taken.includes(template));
    return subsets(fitting).flatMap(chosen => {
      const claims = [...taken, ...chosen].flatMap(template => ideasOf(template, ideas));
      const isRight = first.count === null ? !exact || sum(chosen) === first.worth : chosen.length === first.count;
      if (!isRight || new Set(claims).size < claims.length) return [];
      return fill(rest, [...taken, ...chosen]).map(others => [chosen, ...others]);
    });
  };
  return fill(slots, []);
}

const sum = (templates: readonly TemplateFacts[]): number => templates.reduce((all, { credits }) => all + credits, 0);

/** Whether any form of the first problems meets it. */
function isPossible({ problems, cover, ideas }: Blueprint, bank: Bank): boolean {
  const slots = problems.flatMap((problem, i) => problem.slots.map(one => ({ one, i })));
  return fillings(
    slots.map(({ one }) => one),
    bank,
    ideas,
  ).some(filling => {
    const all = filling.flat();
    const on = (topic: string): boolean =>
      all.some(({ topics }) => topics.some(other => `${other}/`.startsWith(`${topic}/`)));
    const sums = problems.map((_, i) => sum(filling.filter((_, j) => slots[j]?.i === i).flat()));
    return sums.every((credits, i) => credits === problems[i]?.credits) && cover.every(on);
  });
}

/** The end of `… make 1.5 or 3, and nothing between`, against all the sums there are. */
function nearestClaims(said: string, wanted: number, sums: readonly number[]): void {
  const below = Math.max(...sums.filter(made => made > 0 && made < wanted));
  const above = Math.min(...sums.filter(made => made > wanted));
  expect(sums).not.toContain(wanted);
  if (/go together/.test(said)) expect([below, above]).toEqual([-Infinity, Infinity]);
  else if (/at most/.test(said)) expect([`${below}`, above]).toEqual([/make (\S+) at most/.exec(said)?.[1], Infinity]);
  else if (/at least/.test(said))
    expect([below, `${above}`]).toEqual([-Infinity, /make (\S+) at least/.exec(said)?.[1]]);
  else expect(/make (\S+) or ([^\s,]+)/.exec(said)?.slice(1)).toEqual([`${below}`, `${above}`]);
}

/** One line of what was said, with what it speaks of. */
interface Claim {
  readonly said: string;
  readonly asked: Blueprint;
  readonly bank: Bank;
  /** From 1. */
  readonly number: number;
  readonly problem: ProblemBlueprint;
  readonly slot: Slot;
  /** How many questions fit the slot. */
  readonly fit: number;
}

/** Kinds of messages, and what has to be true of each; the first that fits. */
const CLAIMS: readonly (readonly [kind: string, says: RegExp, check: (claim: Claim) => void])[] = [
  [
    'cover',
    /^cover: /,
    ({ said, asked, bank }) => {
      const topic = /^cover: (a\/x|a|b|c): /.exec(said)?.[1];
      expect(isPossible({ ...asked, cover: topic === undefined ? asked.cover : [topic] }, bank)).toBe(false);
    },
  ],
  ['taken', /ruled out by problem/, beside],
  ['beside', /cannot be met beside/, beside],
  [
    'problem',
    / is worth /,
    ({ said, asked, bank, problem }) => {
      const sums = fillings(problem.slots, bank, asked.ideas).map(filling => sum(filling.flat()));
      nearestClaims(said, problem.credits, sums);
    },
  ],
  [
    'fit',
    /; (no question fits|\d+ fits?)$/,
    ({ said, slot: { count }, fit }) => {
      expect(fit).toBe(Number(/(\d+) fits?$/.exec(said)?.[1] ?? 0));
      expect(fit).toBeLessThan(count ?? 1);
    },
  ],
  ['idea', /shared idea/, ({ asked, bank, slot: one }) => expect(fillings([one], bank, asked.ideas)).toEqual([])],
  [
    'sums',
    /; the questions that fit/,
    ({ said, asked, bank, slot: one, fit }) => {
      expect(said).toContain(`; the questions that fit (${fit}) `);
      const sums = fillings([one], bank, asked.ideas, false).map(filling => sum(filling.flat()));
      nearestClaims(said, one.worth as number, sums);
    },
  ],
];

/** The problems up to this one cannot be met together. */
function beside({ asked, bank, number }: Claim): void {
  expect(isPossible({ ...asked, problems: asked.problems.slice(0, number), cover: [] }, bank)).toBe(false);
}

const seen = new Map<string, number>();
const note = (kind: string): unknown => seen.set(kind, (seen.get(kind) ?? 0) + 1);

/** Whether one line of what was said is true. */
function checkClaim(message: string, asked: Blueprint, bank: Bank): void {
  const [, line, said = ''] = /^x\.yaml:(\d+):\d+: (.*)$/.exec(message) ?? [];
  const number = Number(/^problem (\d+)/.exec(said)?.[1] ?? 1);
  const problem = asked.problems[number - 1] as ProblemBlueprint;
  const slots = asked.problems.flatMap(one => one.slots);
  const one = slots.find(found => found.line === Number(line)) ?? (slots[0] as Slot);
  const fit = bank.templates.filter(template => fits(template, one)).length;
  const [kind, , check] = CLAIMS.find(([, says]) => says.test(said)) ?? [said, null, () => {}];
  note(kind);
  check({ said, asked, bank, number, problem, slot: one, fit });
}

it('draws what is possible, and says truly what is not', () => {
  fc.assert(
    fc.property(fc.array(question, { minLength: 3, maxLength: 7 }), exam, fc.nat(1000), (questions, wanted, seed) => {
      // A topic that nobody asks about is an error of another kind.
      fc.pre(TOPICS.every(topic => questions.some(({ topics }) => topics.includes(topic))));
      const bank = bankOf(...questions.map((one, i) => ({ ...one, id: `q${i}` })));
      const asked = blueprint(yamlOf(wanted));
      try {
        const form = planForm({ blueprint: asked, seed, vary: 'questions' }, bank, seed % 2);
        note('form');
        expect(faults(templatesOf(form, bank), asked)).toEqual([]);
      } catch (error) {
        if (!(error instanceof BlueprintError)) throw error;
        expect(isPossible(asked, bank)).toBe(false);
        for (const message of error.message.split('\n')) checkClaim(message, asked, bank);
      }
    }),
    { numRuns: 600, seed: 20_221 },
  );
  // Every kind of message was among them.
  expect([...seen.keys()].sort()).toEqual(['beside', 'cover', 'fit', 'form', 'idea', 'problem', 'sums', 'taken']);
  expect(seen.get('form')).toBeGreaterThan(50);
}, 30_000);
