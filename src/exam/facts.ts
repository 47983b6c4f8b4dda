import type { KindName } from '../answers/answers.ts';
import type { TemplateFacts } from '../bank/facts.ts';
import { isRandomized } from '../bank/template.ts';
import { minutesOf } from './draw/balance.ts';
import { ExamError } from './error.ts';
import type { PlannedForm, PlannedQuestion } from './form.ts';

/** What the forms of an exam have in common and where they differ, before any question is made. */

export interface ExamFacts {
  readonly forms: readonly FormFacts[];
  /** One for each place of the exam, in the order printed. */
  readonly places: readonly PlaceFacts[];
}

export interface FormFacts {
  /** A, B … */
  readonly name: string;
  readonly questions: number;
  readonly credits: number;
  /** That its authors expect it to take; a credit takes a minute where they say nothing. */
  readonly minutes: number;
  /** How many parts are answered in each way, the most frequent first. */
  readonly kinds: readonly Count<KindName>[];
  /** How many questions are about what, by their first topic's outermost: `cnn`. The most frequent first. */
  readonly topics: readonly Count<string>[];
}

export interface Count<Name> {
  readonly name: Name;
  readonly count: number;
}

interface PlaceFacts {
  /** `1.3` */
  readonly number: string;
  /** In the order of the forms; null in a form that has fewer questions there. */
  readonly questions: readonly (Compared | null)[];
}

/** A question, compared with the first form. */
export interface Compared extends Pick<PlannedQuestion, 'id' | 'credits' | 'seed' | 'order'> {
  /** Where it stands in the first form; null where that does not ask it. */
  readonly first: string | null;
  /** Whether it has the first form's numbers and options; false where that does not ask it. */
  readonly sameDraw: boolean;
  /** Whether its options stand as in the first form; false where that does not ask it. */
  readonly sameOrder: boolean;
}

/** @throws ExamError where the bank has lost a question */
export function examFacts(forms: readonly PlannedForm[], templates: readonly TemplateFacts[]): ExamFacts {
  const byId = new Map(templates.map(template => [template.id, template]));
  const templateOf = ({ id, number }: PlannedQuestion): TemplateFacts => {
    const template = byId.get(id);
    if (template) return template;
    throw new ExamError(`Question ${number} of the exam, ${id}, is not in the bank any more: draw the exam again.`);
  };
  const all = forms.map(({ problems }) => problems.flat());
  const first = new Map((all[0] ?? []).map(question => [question.id, question]));
  return {
    forms: forms.map(({ name }, i) => formFacts(name, all[i] ?? [], templateOf)),
    places: numbersIn(forms).map(number => ({
      number,
      questions: all.map(questions => {
        const question = questions.find(one => one.number === number);
        return question ? compared(question, first.get(question.id) ?? null, templateOf(question)) : null;
      }),
    })),
  };
}

function formFacts(
  name: string,
  questions: readonly PlannedQuestion[],
  templateOf: (question: PlannedQuestion) => TemplateFacts,
): FormFacts {
  const templates = questions.map(templateOf);
  return {
    name,
    questions: questions.length,
    credits: sum(questions.map(({ credits }) => credits)),
    minutes: sum(templates.map(minutesOf)),
    kinds: countsOf(templates.flatMap(({ parts }) => parts.map(({ answer }) => answer.kind))),
    topics: countsOf(templates.map(({ id, topics }) => outermost(topics[0] ?? id))),
  };
}

/** All places that any form has, problem by problem. */
function numbersIn(forms: readonly PlannedForm[]): readonly string[] {
  const most = Math.max(0, ...forms.map(({ problems }) => problems.length));
  return Array.from({ length: most }, (_, problem) => {
    const lists = forms.map(({ problems }) => (problems[problem] ?? []).map(({ number }) => number));
    return [...lists].sort((a, b) => b.length - a.length)[0] ?? [];
  }).flat();
}

function compared(question: PlannedQuestion, first: PlannedQuestion | null, template: TemplateFacts): Compared {
  const { id, credits, seed, order } = question;
  return {
    id,
    credits,
    seed,
    order,
    first: first?.number ?? null,
    // Where nothing is drawn, all seeds give the same question.
    sameDraw: first !== null && (first.seed === seed || !isRandomized(template)),
    sameOrder: first !== null && (first.order === order || !hasOptions(template)),
  };
}

function hasOptions({ parts }: TemplateFacts): boolean {
  return parts.some(({ answer }) => answer.kind === 'choice' || (answer.kind === 'number' && answer.asChoice));
}

function outermost(topic: string): string {
  return topic.split('/', 1)[0] ?? topic;
}

/** The most frequent first, and those of the same count in the order of their names. */
export function countsOf<Name extends string>(names: readonly Name[]): readonly Count<Name>[] {
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
