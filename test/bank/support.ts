import type { ChoiceKey } from '../../src/answers/choice/choice.ts';
import type { NumberKey } from '../../src/answers/number/number.ts';
import { problemText, QuestionError } from '../../src/bank/problem.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import type { Template } from '../../src/bank/template.ts';
import { makeVariant, type Variant } from '../../src/bank/variant.ts';

export const FILE = 'cnn/q.md';
/** Lines of front matter that every question needs; what a test adds begins on line 4. */
const HEAD = 'title: A question\ntopics: [cnn]\n';

/** A question file of `front` matter from line 4 on, and a body after one empty line. */
export function question(front: string, body = 'How many?'): string {
  return `---\n${HEAD}${front.trimEnd()}\n---\n\n${body}\n`;
}

export function template(front: string, body?: string): Template {
  return readTemplate(question(front, body), 'cnn/q', FILE);
}

export const given = (front: string, body?: string): Variant => makeVariant(template(front, body), null);

/** What is wrong with a file, read and then drawn: one line a problem. */
export function problemsOf(content: string, seed: number | null = null): string[] {
  try {
    makeVariant(readTemplate(content, 'cnn/q', FILE), seed);
    return [];
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    return error.problems.map(problemText);
  }
}

/** Of every property over seeds. */
export const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

export const variants = (front: string, body?: string): Variant[] => {
  const read = template(front, body);
  return SEEDS.map(seed => makeVariant(read, seed));
};
export const valuesOf = (all: readonly Variant[], name: string): unknown[] => all.map(({ vars }) => vars[name]);
export const numberKey = (variant: Variant, part = 0): NumberKey => variant.parts[part]?.key as NumberKey;
export const choiceKey = (variant: Variant): ChoiceKey => variant.parts[0]?.key as ChoiceKey;
