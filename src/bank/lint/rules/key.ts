import { type AnswerKey, keyMistakes, markReply, printKey } from '../../../answers/answers.ts';
import { type Place, startOf } from '../../../language/located.ts';
import { mistakeFinder } from '../misconceptions.ts';
import type { Rule } from '../rule.ts';

export const key: Rule = {
  name: 'key',
  about: 'The key earns full credit when it is typed, options differ, and a listed mistake is wrong and recognised.',
  watch: template => {
    const { behind } = mistakeFinder(template);
    const checked = new Map<string, number>();
    const isEnough = (name: string, { kind }: AnswerKey): boolean => {
      const count = checked.get(name) ?? 0;
      checked.set(name, count + 1);
      return count >= (MOST_CHECKED[kind] ?? Number.POSITIVE_INFINITY);
    };
    return {
      see: ({ variant }) =>
        variant.parts.flatMap(({ name, key: drawn }, i) => {
          if (isEnough(name, drawn)) return [];
          const place = startOf(template.parts[i]?.ask ?? { line: 1 });
          const objections = [...ofKey(name, drawn), ...ofMistakes(name, drawn)];
          if (objections.length === 0) return [];
          const found = behind(keyMistakes(drawn), name);
          const placeOf = (mistake: number | null): Place =>
            startOf((mistake === null ? null : found[mistake]) ?? place);
          return objections.map(({ mistake, message }) => ({
            ...placeOf(mistake),
            message: `part ${name}: ${message}`,
          }));
        }),
    };
  },
};

/** Formulas are compared at many points, and values in them seldom change how they compare. */
const MOST_CHECKED: Partial<Record<AnswerKey['kind'], number>> = { expression: 20, words: 100 };

interface Objection {
  /** Which of the key's mistakes is at fault; null for the key itself. */
  readonly mistake: number | null;
  readonly message: string;
}

function ofKey(name: string, drawn: AnswerKey): readonly Objection[] {
  const found: string[] = [];
  const printed = printKey(drawn);
  const { credit, error } = markReply(name, printed, drawn);
  if (credit !== 1) {
    const why = error === null ? '' : ` (${error})`;
    found.push(`the key "${shortened(printed)}", typed as an answer, earns ${credit} of 1${why}`);
  }
  const texts = textsIn(drawn);
  const twin = texts.find((text, i) => texts.indexOf(text) < i);
  if (twin !== undefined) found.push(`two options or lines read "${shortened(twin)}": make them differ`);
  return found.map(message => ({ mistake: null, message }));
}

function ofMistakes(name: string, drawn: AnswerKey): readonly Objection[] {
  return keyMistakes(drawn).flatMap(({ value }, mistake): Objection[] => {
    const reply = replyOf(value);
    const { error, credit, mistake: tag } = markReply(name, reply, drawn);
    const says = (what: string): Objection[] => [
      { mistake, message: `this mistake leads to "${shortened(reply)}", which ${what}` },
    ];
    if (error !== null) return says(`cannot be read as an answer (${error})`);
    if (credit === 1) return says('is right: exclude such draws with where:, or drop the mistake');
    return tag === null ? says('is not recognised as a mistake when it is typed') : [];
  });
}

/** What a mistake leads to, as a reply. */
function replyOf(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.some(side => typeof side === 'string') ? `(${value.join(', ')})` : JSON.stringify(value);
}

function textsIn(drawn: AnswerKey): readonly string[] {
  if (drawn.kind === 'order') return drawn.lines.map(({ text }) => text.toLowerCase());
  const hasOptions = drawn.kind === 'choice' || drawn.kind === 'match';
  return hasOptions ? drawn.options.map(({ text }) => text.toLowerCase()) : [];
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
