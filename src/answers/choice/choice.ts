import type { AnswerKind, Judgement } from '../kind.ts';
import type { AnswerSpace } from '../space.ts';
import { because } from '../wording.ts';
import { type ChoiceKey, type Option, rightLabels } from './key.ts';
import { readLabels } from './read.ts';
import { creditFor, ruleWords } from './rules.ts';

/** One right option, or any number of them, none included. */

export { CHOICE_RULES, type ChoiceKey, type ChoiceRule, type Option } from './key.ts';

function mark(reply: readonly string[], key: ChoiceKey): Judgement {
  const wrong = key.options.filter(option => option.right !== reply.includes(option.label));
  const comment = wrong.length === 0 ? null : wrong.map(remark).join('\n');
  const shown = wrong.find(option => !option.right && option.tag !== undefined);
  return { credit: creditFor(reply, key), mistake: shown?.tag ?? null, comment };
}

/** `- **b** is right: why` */
function remark({ label, right, why }: Option): string {
  return `- **${label}** is ${right ? 'right' : 'wrong'}${why ? `: ${why}` : '.'}`;
}

const print = (key: ChoiceKey): string => rightLabels(key).join(',') || 'none';

/** `**b, d** (marked per option: each counts by itself …)` */
function show(key: ChoiceKey): string {
  const right = rightLabels(key).join(', ');
  const words = ruleWords(key);
  return `${right === '' ? 'none of the options' : `**${right}**`}${words === null ? '' : ` (marked ${words})`}`;
}

function space(key: ChoiceKey): AnswerSpace {
  const words = ruleWords(key);
  return {
    kind: 'boxes',
    many: key.many,
    options: key.options.map(({ label, text, right }) => ({ label, text, right })),
    note: words === null ? null : `Marked ${words}.`,
  };
}

export const choiceKind: AnswerKind<ChoiceKey, readonly string[]> = {
  read: readLabels,
  mark,
  print,
  data: key => ({
    key: rightLabels(key),
    many: key.many,
    rule: key.rule,
    options: key.options.map(({ label, text, why }) => ({ label, text, why })),
  }),
  show,
  space,
  mistakes: key =>
    key.options.flatMap(({ label, text, tag, why }) =>
      tag === undefined ? [] : [{ value: [label], shown: `**${label}** ${text}`, tag, because: why ?? '' }],
    ),
  reasons: key =>
    key.options.map(({ label, right, why }) => `**${label}** is ${right ? 'right' : 'wrong'}${because(why)}`),
};
