import type { ChoiceKey, Option } from '../answers/choice/choice.ts';
import { evaluate, type Names } from './formula.ts';
import { fill } from './placeholders.ts';
import { type Stream, shuffled } from './streams.ts';
import type { ChoiceAnswer, OptionTemplate } from './template.ts';

/** The options of a choice: drawn from the pool and shuffled; in the given variant the first ones as they stand. */

interface Candidate {
  readonly template: OptionTemplate;
  readonly right: boolean;
}

/**
 * @param next the stream of the options, or null for the given variant
 * @returns null where these numbers allow no such choice (no right option for "one", two options alike)
 */
export function makeChoice(
  answer: ChoiceAnswer,
  names: Names,
  words: ReadonlyMap<string, string>,
  next: Stream | null,
): ChoiceKey | null {
  const pool = answer.options.map((template): Candidate => ({ template, right: isRight(template, names) }));
  const shown = next ? drawOptions(pool, answer, next) : pool.slice(0, answer.show ?? pool.length);
  if (shown === null || (!answer.many && shown.filter(({ right }) => right).length !== 1)) return null;
  const options = shown.map(
    ({ template, right }, i): Option => ({
      label: String.fromCharCode(97 + i),
      text: fill(template.text, names, words),
      right,
      why: template.why && fill(template.why, names, words),
    }),
  );
  const distinct = new Set(options.map(option => option.text.toLowerCase()));
  return distinct.size === options.length ? { kind: 'choice', many: answer.many, options } : null;
}

function isRight({ right }: OptionTemplate, names: Names): boolean {
  return typeof right === 'boolean' ? right : evaluate(right, names).data[0] !== 0;
}

function drawOptions(pool: readonly Candidate[], { many, show }: ChoiceAnswer, next: Stream): Candidate[] | null {
  const count = show ?? pool.length;
  if (many) return shuffled(pool, next).slice(0, count);
  const right = shuffled(
    pool.filter(option => option.right),
    next,
  ).slice(0, 1);
  const wrong = shuffled(
    pool.filter(option => !option.right),
    next,
  ).slice(0, count - 1);
  if (show !== null && wrong.length < count - 1) return null;
  return shuffled([...right, ...wrong], next);
}
