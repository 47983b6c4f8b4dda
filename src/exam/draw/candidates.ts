import { shownKind } from '../../answers/authors.ts';
import type { ChoiceRule } from '../../answers/choice/choice.ts';
import type { Bank } from '../../bank/bank.ts';
import type { TemplateFacts } from '../../bank/facts.ts';
import type { Blueprint, Slot } from '../blueprint.ts';

/** Which questions fit a slot, as whole numbers that can be searched. */

export interface Candidate {
  readonly template: TemplateFacts;
  /** Half credits. */
  readonly halves: number;
  /** What no other question of the form may have: itself first of all. */
  readonly claims: readonly string[];
  /** Of candidates with the same group at most one can be in a form. */
  readonly group: string;
  /** Topics of the blueprint's cover that it asks about: a set of bits. */
  readonly covers: bigint;
}

/** A slot with all the questions that fit, in its own order. Exactly one of count and halves is set. */
export interface Want {
  /** Index of its problem. */
  readonly problem: number;
  readonly slot: Slot;
  readonly candidates: readonly Candidate[];
  readonly count: number | null;
  readonly halves: number | null;
}

/** Source that says only who wrote a question is no idea that two of them could share. */
const NO_SOURCE = 'own';

export function wantsOf(blueprint: Blueprint, bank: Bank): readonly Want[] {
  const known = new Map<string, Candidate>();
  const candidateOf = (template: TemplateFacts): Candidate => {
    const found = known.get(template.id) ?? candidate(template, blueprint);
    known.set(template.id, found);
    return found;
  };
  return blueprint.problems.flatMap(({ slots }, problem) =>
    slots.map((slot): Want => {
      return {
        problem,
        slot,
        candidates: fitting(slot, bank).map(candidateOf),
        count: slot.count,
        halves: slot.worth === null ? null : toHalves(slot.worth),
      };
    }),
  );
}

/** Credits that are sums of shares are seldom exact. */
const NEAR = 1e-9;

/** Half credits; a whole number where the credits are in steps of a half. */
export function toHalves(credits: number): number {
  const halves = Math.round(credits * 2);
  return Math.abs(credits * 2 - halves) < NEAR ? halves : credits * 2;
}

function candidate(template: TemplateFacts, { ideas, cover }: Blueprint): Candidate {
  const shared = ideasOf(template, ideas);
  const self = `question ${template.id}`;
  const covers = cover.reduce((bits, topic, i) => (asksAbout(template, topic) ? bits | (1n << BigInt(i)) : bits), 0n);
  return {
    template,
    halves: toHalves(template.credits),
    claims: [self, ...shared],
    group: shared[0] ?? self,
    covers,
  };
}

/** What two questions of a form must not share. */
function ideasOf({ source, topics }: TemplateFacts, ideas: Blueprint['ideas']): readonly string[] {
  if (ideas === 'free') return [];
  const items = ideas === 'source' ? source.filter(item => item !== NO_SOURCE) : [];
  return items.length > 0 ? items.map(item => `source ${item}`) : topics.slice(0, 1).map(topic => `topic ${topic}`);
}

/** Whether the question, or one of its topics, is this topic or lies below it. */
export function asksAbout({ id, topics }: TemplateFacts, topic: string): boolean {
  return liesIn(id, topic) || topics.some(path => liesIn(path, topic));
}

/** This is asked for every slot and question: nothing is put together for it. */
function liesIn(path: string, topic: string): boolean {
  return path.startsWith(topic) && (path.length === topic.length || path[topic.length] === '/');
}

/** Questions whose credits are no multiple of a half fit nowhere: no sum of whole numbers counts them. */
function fitting(slot: Slot, bank: Bank): readonly TemplateFacts[] {
  const named = slot.ids?.flatMap(id => bank.facts(id) ?? []);
  return (named ?? bank.templates.filter(template => meets(template, slot))).filter(({ credits }) =>
    Number.isInteger(toHalves(credits)),
  );
}

function meets(template: TemplateFacts, { topics, kinds, rule, each }: Slot): boolean {
  const { parts, credits } = template;
  return (
    (each === null || toHalves(credits) === toHalves(each)) &&
    (topics.length === 0 || topics.some(topic => asksAbout(template, topic))) &&
    parts.every(
      ({ answer }) =>
        (kinds.length === 0 || kinds.includes(shownKind(answer))) && (rule === null || ruleOf(answer) === rule),
    )
  );
}

/** null where the answer is no choice. */
function ruleOf(answer: TemplateFacts['parts'][number]['answer']): ChoiceRule | null {
  if (answer.kind === 'choice') return answer.rule ?? null;
  // Of a number's options one is right.
  return shownKind(answer) === 'choice' ? 'all-or-nothing' : null;
}
