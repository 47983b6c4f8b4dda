import type { KindName } from '../answers/answers.ts';
import type { ChoiceRule } from '../answers/choice/choice.ts';

/** What is known of a question without reading all of it: enough to list it, to schedule it, and to draw exams. */

/** Of a template's hash, in hexadecimal digits. */
export const HASH_LENGTH = 16;

/** What decides how an answer is asked. */
interface AnswerFacts {
  readonly kind: KindName;
  /** Of a number: whether it is asked as a choice. */
  readonly asChoice?: boolean;
  /** Of a choice. */
  readonly rule?: ChoiceRule;
}

/** A template without what takes room; every template is its own facts. */
export interface TemplateFacts {
  readonly id: string;
  /** Of the whole file's content. */
  readonly hash: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly source: readonly string[];
  readonly requires: readonly string[];
  readonly credits: number;
  /** Expected time; null where the author gave none. */
  readonly minutes: number | null;
  /** By their names; here nothing is told of them. */
  readonly vars: Readonly<Record<string, unknown>>;
  readonly parts: readonly { readonly answer: AnswerFacts }[];
}

/** The facts of a template alone, to be stored. */
export function factsOf(template: TemplateFacts): TemplateFacts {
  const { id, hash, title, topics, source, requires, credits, minutes, vars, parts } = template;
  return {
    ...{ id, hash, title, topics, source, requires, credits, minutes },
    vars: Object.fromEntries(Object.keys(vars).map(name => [name, 0])),
    parts: parts.map(({ answer }) => ({ answer: answerFacts(answer) })),
  };
}

function answerFacts({ kind, asChoice, rule }: AnswerFacts): AnswerFacts {
  return { kind, ...(asChoice ? { asChoice } : {}), ...(rule === undefined ? {} : { rule }) };
}
