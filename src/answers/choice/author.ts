import * as v from 'valibot';
import { type Located, startOf } from '../../language/located.ts';
import type { Author, Making, OptionTemplate, Written } from '../author.ts';
import { shown } from '../fields.ts';
import { draw, shuffled } from '../shuffle.ts';
import { CHOICE_RULES, type ChoiceKey, type ChoiceRule, MOST_SHOWN, type Option } from './key.ts';

/** `choice: one|many`, with `show:` and `rule:`; the options are a task list in the body. */

interface ChoiceFields {
  readonly choice: 'one' | 'many';
  readonly show?: number;
  readonly rule?: ChoiceRule;
}

export interface ChoiceAnswer {
  readonly kind: 'choice';
  readonly many: boolean;
  readonly rule: ChoiceRule;
  /** How many options of the pool are shown; null for all. */
  readonly show: number | null;
  readonly options: readonly OptionTemplate[];
}

function read({ choice, show, rule }: ChoiceFields, { takeOptions, refuse }: Written): ChoiceAnswer {
  const options = takeOptions();
  if (!options || options.length < Math.max(2, show ?? 2)) {
    return refuse(
      'needs its options in the body: a list of "- [x] right" and "- [ ] wrong", at least two and at least as many as show',
      'choice',
    );
  }
  return {
    kind: 'choice',
    many: choice === 'many',
    rule: rule ?? 'all-or-nothing',
    show: show ?? null,
    options,
  };
}

function problems({ many, show, options }: ChoiceAnswer): (Located & { message: string })[] {
  const first = (options[0] as OptionTemplate).text;
  const found: string[] = [];
  if (!many && options.every(option => option.right === false)) {
    found.push('choice: one needs a right option, marked [x]');
  }
  if ((show ?? options.length) > MOST_SHOWN) {
    found.push(
      `choice: at most ${MOST_SHOWN} options fit on the screen at once: say with show: how many of these ${options.length} are drawn`,
    );
  }
  return found.map(message => ({ ...first, message }));
}

interface Candidate {
  readonly template: OptionTemplate;
  readonly right: boolean;
}

/** The options are drawn from the pool and shuffled; in the given variant the first ones stand as they are. */
function key(answer: ChoiceAnswer, making: Making): ChoiceKey {
  const pool = answer.options.map((template): Candidate => ({ template, right: isRight(template, making) }));
  const chosen = making.next ? drawn(pool, answer, making.next) : pool.slice(0, answer.show ?? pool.length);
  const options = (chosen ?? []).map(
    ({ template, right }, i): Option => ({
      label: String.fromCharCode(97 + i),
      text: making.fill(template.text),
      right,
      why: template.why && making.fill(template.why),
    }),
  );
  const distinct = new Set(options.map(option => option.text.toLowerCase()));
  const rights = options.filter(option => option.right).length;
  if (!chosen || distinct.size < options.length || !(answer.many || rights === 1)) {
    making.reject(
      'two options read alike, or the number of right ones does not fit',
      startOf((answer.options[0] as OptionTemplate).text),
    );
  }
  return { kind: 'choice', many: answer.many, rule: answer.rule, options };
}

function isRight({ right }: OptionTemplate, { evaluate }: Making): boolean {
  return typeof right === 'boolean' ? right : evaluate(right).data[0] !== 0;
}

/** null where the pool has too few wrong options. */
function drawn(pool: readonly Candidate[], { many, show }: ChoiceAnswer, next: NonNullable<Making['next']>) {
  const count = show ?? pool.length;
  if (many) return draw(pool, count, next);
  const right = draw(
    pool.filter(option => option.right),
    1,
    next,
  );
  const wrong = draw(
    pool.filter(option => !option.right),
    count - 1,
    next,
  );
  return show !== null && wrong.length < count - 1 ? null : shuffled([...right, ...wrong], next);
}

export const choiceAuthor: Author<ChoiceFields, ChoiceAnswer, ChoiceKey> = {
  fields: {
    choice: v.optional(
      v.picklist(['one', 'many'], 'must be one (exactly one right option) or many (any number of them)'),
    ),
    show: v.optional(shown),
    rule: v.optional(v.picklist(CHOICE_RULES, `must be one of ${CHOICE_RULES.join(', ')}`)),
  },
  read,
  formulas: ({ options }) => options.flatMap(({ right }) => (typeof right === 'boolean' ? [] : [right])),
  texts: ({ options }) => options.flatMap(({ text, why }) => (why ? [text, why] : [text])),
  problems,
  recognises: false,
  shuffles: () => true,
  key,
};
