import { Bank } from '../../../src/bank/bank.ts';
import { openCompiled } from '../../../src/bank/compiled.ts';
import type { TemplateFacts } from '../../../src/bank/facts.ts';
import { readTemplate } from '../../../src/bank/read-template.ts';
import type { Template } from '../../../src/bank/template.ts';
import { loadBlueprint } from '../../../src/exam/blueprint/load.ts';
import { readBlueprint } from '../../../src/exam/blueprint/read.ts';
import type { Blueprint, Slot } from '../../../src/exam/blueprint.ts';
import type { PlannedForm } from '../../../src/exam/form.ts';

/** Banks and blueprints to draw from, and a judge of forms that shares nothing with the program. */

/** As it was built: to read all questions anew takes longer than most tests. */
export const shippedBank = (): Bank => new Bank([], [openCompiled('dist/bank.json')]);
export const shipped = (name: string): Blueprint => loadBlueprint('questions/exams', name);

interface Small {
  readonly id: string;
  readonly credits: number;
  readonly topics?: readonly string[];
  readonly source?: readonly string[];
  readonly minutes?: number;
  readonly kind?: 'number' | 'choice' | 'per-option';
}

function small({ id, credits, topics = ['t'], source = [], minutes, kind = 'number' }: Small): Template {
  const rule = kind === 'per-option' ? ', rule: per-option' : '';
  const answer = kind === 'number' ? '{ number: 7 }' : `{ choice: many${rule} }`;
  const lines = [
    `title: ${id}`,
    `topics: [${topics.join(', ')}]`,
    `source: [${source.join(', ')}]`,
    `credits: ${credits}`,
    ...(minutes === undefined ? [] : [`minutes: ${minutes}`]),
    `answer: ${answer}`,
  ];
  const body = kind === 'number' ? 'How many?' : 'Which?\n\n- [x] One\n- [ ] Two\n- [x] Three\n- [ ] Four';
  return readTemplate(`---\n${lines.join('\n')}\n---\n\n${body}\n`, id, `${id}.md`);
}

export const bankOf = (...questions: readonly Small[]): Bank => new Bank(questions.map(small));

/** A blueprint of 10 minutes from what follows in the file, from line 3 on. */
export const blueprint = (yaml: string): Blueprint =>
  readBlueprint(`title: An exam\nminutes: 10\n${yaml}`, 'x', 'x.yaml');

export function messageOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it did not fail');
}

const lies = (path: string, topic: string): boolean => `${path}/`.startsWith(`${topic}/`);
const isOn = ({ id, topics }: TemplateFacts, topic: string): boolean => [id, ...topics].some(path => lies(path, topic));

export function fits(template: TemplateFacts, { ids, topics, kinds, rule, each }: Slot): boolean {
  if (ids) return ids.includes(template.id);
  return (
    (topics.length === 0 || topics.some(topic => isOn(template, topic))) &&
    template.parts.every(({ answer }) => {
      const isChoice = answer.kind === 'choice' || (answer.kind === 'number' && answer.asChoice);
      const kind = isChoice ? 'choice' : answer.kind;
      const ruled = rule === null || (isChoice && (answer.kind === 'choice' ? answer.rule : 'all-or-nothing') === rule);
      return (kinds.length === 0 || kinds.includes(kind)) && ruled;
    }) &&
    (each === null || template.credits === each)
  );
}

export function ideasOf({ source, topics }: TemplateFacts, ideas: Blueprint['ideas']): readonly string[] {
  const items = source.filter(item => item !== 'own');
  if (ideas === 'free') return [];
  return ideas === 'source' && items.length > 0 ? items : [topics[0] as string];
}

const total = (templates: readonly TemplateFacts[]): number => templates.reduce((sum, { credits }) => sum + credits, 0);

/** Whether the questions can be dealt to the slots, so that each has what it asks for. */
function dealt(templates: readonly TemplateFacts[], slots: readonly Slot[]): boolean {
  const [slot, ...rest] = slots;
  if (!slot) return templates.length === 0;
  return subsets(templates.filter(template => fits(template, slot))).some(
    taken =>
      (slot.count === null ? total(taken) === slot.worth : taken.length === slot.count) &&
      dealt(
        templates.filter(template => !taken.includes(template)),
        rest,
      ),
  );
}

export function subsets<T>([first, ...rest]: readonly T[]): T[][] {
  if (first === undefined) return [[]];
  return subsets(rest).flatMap(set => [set, [first, ...set]]);
}

/** Everything that a set of problems breaks of the blueprint; nothing for a good form. */
export function faults(
  problems: readonly (readonly TemplateFacts[])[],
  { cover, ideas, ...rest }: Blueprint,
): string[] {
  const all = problems.flat();
  const shared = all.flatMap(template => ideasOf(template, ideas));
  return [
    ...(problems.length === rest.problems.length ? [] : ['problems']),
    ...(new Set(all).size === all.length ? [] : ['a question twice']),
    ...(new Set(shared).size === shared.length ? [] : [`an idea twice: ${shared.toSorted()}`]),
    ...cover.filter(topic => !all.some(template => isOn(template, topic))).map(topic => `nothing on ${topic}`),
    ...rest.problems.flatMap(({ credits, slots }, i) => {
      const templates = problems[i] ?? [];
      return [
        ...(total(templates) === credits ? [] : [`problem ${i + 1}: ${total(templates)} credits`]),
        ...(dealt(templates, slots) ? [] : [`problem ${i + 1}: its slots`]),
      ];
    }),
  ];
}

export function templatesOf(form: PlannedForm, bank: Bank): Template[][] {
  return form.problems.map(questions => questions.map(({ id }) => bank.get(id) as Template));
}
