import type { AnswerKey } from '../../answers/answers.ts';
import type { ChoiceKey, Option } from '../../answers/choice/choice.ts';
import type { MatchKey } from '../../answers/match/key.ts';
import type { OrderKey } from '../../answers/order/key.ts';
import type { PartTemplate, Template } from '../../bank/template.ts';

/**
 * Replies to a choice, a match or an order name what was shown by its letters and numbers. Another key is therefore put
 * in the arrangement of the one that was shown, text by text.
 */

const LABELLED: ReadonlySet<AnswerKey['kind']> = new Set(['choice', 'match', 'order']);

/** Whether a reply means something only beside what was shown with the question. */
export function isLabelled({ kind }: AnswerKey): boolean {
  return LABELLED.has(kind);
}

/** The question with all that it could show, as what was shown need not be what it would draw now. */
export function withWholePools(template: Template): Template {
  return { ...template, parts: template.parts.map(withWholePool) };
}

function withWholePool(part: PartTemplate): PartTemplate {
  const { answer } = part;
  if (answer.kind === 'choice') return { ...part, answer: { ...answer, many: true, show: null } };
  return answer.kind === 'match' ? { ...part, answer: { ...answer, show: null } } : part;
}

/**
 * @param now the key with all that the question could show
 * @returns null where something that was shown is not in it, so that the reply does not mean the same
 */
export function asShown(then: AnswerKey, now: AnswerKey, { answer }: PartTemplate): AnswerKey | null {
  if (then.kind === 'choice' && now.kind === 'choice') {
    return choiceAsShown(then, answer.kind === 'choice' ? { ...now, many: answer.many } : now);
  }
  if (then.kind === 'match' && now.kind === 'match') return matchAsShown(then, now);
  if (then.kind === 'order' && now.kind === 'order') return orderAsShown(then, now);
  return null;
}

function choiceAsShown(then: ChoiceKey, now: ChoiceKey): ChoiceKey | null {
  if (then.many !== now.many) return null;
  const options = then.options.flatMap(({ label, text }): Option[] => {
    const found = now.options.find(option => option.text === text);
    return found ? [{ ...found, label }] : [];
  });
  const rights = options.filter(({ right }) => right).length;
  return options.length < then.options.length || !(now.many || rights === 1) ? null : { ...now, options };
}

function matchAsShown(then: MatchKey, now: MatchKey): MatchKey | null {
  const blanks = then.blanks.flatMap(({ label, text }): MatchKey['blanks'] => {
    const found = now.blanks.find(blank => (text === '' ? blank.label === label : blank.text === text));
    const answer = then.options.find(option => option.text === textOf(found?.answer, now))?.label;
    return found && answer !== undefined ? [{ ...found, label, answer }] : [];
  });
  return blanks.length < then.blanks.length ? null : { ...now, blanks, options: then.options };
}

function textOf(label: string | undefined, { options }: MatchKey): string | undefined {
  return options.find(option => option.label === label)?.text;
}

/** A right order needs every line, so all of them must have been there. */
function orderAsShown(then: OrderKey, now: OrderKey): OrderKey | null {
  if (then.lines.length !== now.lines.length) return null;
  const labels = new Map(
    now.lines.flatMap(({ label, text }): [string, string][] => {
      const shown = then.lines.find(line => line.text === text);
      return shown ? [[label, shown.label]] : [];
    }),
  );
  if (new Set(labels.values()).size < then.lines.length) return null;
  const shownAs = (label: string): string => labels.get(label) as string;
  const lines = now.lines.map(line => ({ ...line, label: shownAs(line.label), after: line.after.map(shownAs) }));
  return { kind: 'order', lines: lines.sort((a, b) => Number(a.label) - Number(b.label)) };
}
