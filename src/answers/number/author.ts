import * as v from 'valibot';
import { type Node, numberOf, step } from '../../compute/node.ts';
import { isCount } from '../../compute/whole.ts';
import { type Located, startOf } from '../../language/located.ts';
import type { Author, Making } from '../author.ts';
import { asChoice } from '../choice/from-number.ts';
import { type ChoiceKey, MOST_SHOWN } from '../choice/key.ts';
import { formula, shown, symbol, tolerance } from '../fields.ts';
import { shuffled } from '../shuffle.ts';
import type { NumberKey, NumberMistake } from './number.ts';
import { acceptedInterval, accepts, DEFAULT_TOLERANCE, EXACT, parseTolerance } from './tolerance.ts';

/** `number: FORMULA`, with `tolerance:` and `tex:`; `as: choice` offers its mistakes beside the right value. */

interface NumberFields {
  readonly number: string;
  readonly tolerance?: string;
  readonly tex?: string;
  readonly as?: 'choice';
  readonly show?: number;
}

export interface NumberAnswer {
  readonly kind: 'number';
  readonly value: Located;
  readonly tex: string | null;
  /** As written; null for the default. */
  readonly tolerance: string | null;
  readonly asChoice: boolean;
  /** How many options at most; null for as many as there are mistakes. */
  readonly show: number | null;
}

/** @throws where the answer is no single number */
function numberNode({ value, tex }: Pick<NumberAnswer, 'value' | 'tex'>, name: string, making: Making): Node {
  const node = making.evaluate(value);
  if (node.shape.length > 0) making.refuse(`part ${name}: the answer is a list, and a number is asked for`, value);
  if (node.degenerate) making.object('the answer rests on a tie, or on a gradient at a kink', value);
  return tex === null ? node : step({ name, tex }, node);
}

/** Why a reply of this value would not show this mistake; null where it would. */
function objectionTo(wrong: number, tag: string, key: Omit<NumberKey, 'kind'>): string | null {
  if (!Number.isFinite(wrong)) return 'has no value';
  if (accepts(key.accepts, wrong)) return `gives ${wrong}, too near to the key ${key.value}`;
  const other = key.mistakes.find(earlier => earlier.tag !== tag && accepts(earlier.accepts, wrong));
  return other ? `gives ${wrong}, as the mistake "${other.tag}" does` : null;
}

/** Mistakes whose value cannot be told from the key, or that have none, make the draw unfit; the given one does without them. */
function numberKey(answer: NumberAnswer, making: Making, node: Node): NumberKey {
  const written = answer.tolerance === null ? null : parseTolerance(answer.tolerance);
  const rule = written ?? (isCount(node) ? EXACT : DEFAULT_TOLERANCE);
  const value = numberOf(node);
  const interval = acceptedInterval(value, rule);
  const mistakes: NumberMistake[] = [];
  for (const mistake of making.misconceptions(node)) {
    const wrong = mistake.node === null ? Number.NaN : numberOf(mistake.node);
    const objection = objectionTo(wrong, mistake.tag, { value, accepts: interval, mistakes });
    if (objection === null) {
      const { tag, because } = mistake;
      mistakes.push({ value: wrong, accepts: acceptedInterval(wrong, rule), tag, because });
    } else making.object(`the mistake of line ${mistake.line} ${objection}`, startOf(mistake));
  }
  return { kind: 'number', value, accepts: interval, mistakes };
}

function choiceKey(answer: NumberAnswer, making: Making, key: NumberKey): ChoiceKey {
  const options = asChoice(key, answer.show ?? MOST_SHOWN);
  if (!options)
    return making.reject(
      'as a choice it needs two mistakes whose values differ from the key and each other',
      answer.value,
    );
  const labelled = shuffled(options, making.shuffle).map((option, i) => ({
    label: String.fromCharCode(97 + i),
    ...option,
  }));
  return { kind: 'choice', many: false, rule: 'all-or-nothing', options: labelled };
}

function numberProblems(isOffered: boolean, show: number | null): string[] {
  if (show === null) return [];
  if (!isOffered) return ['show: goes with as: choice'];
  return show > MOST_SHOWN ? [`show: at most ${MOST_SHOWN} options fit on the screen at once`] : [];
}

export const numberAuthor: Author<NumberFields, NumberAnswer, NumberKey | ChoiceKey> = {
  fields: {
    number: v.optional(formula),
    tolerance: v.optional(tolerance),
    tex: v.optional(symbol),
    as: v.optional(v.literal('choice', 'must be choice, or be left out')),
    show: v.optional(shown),
  },
  read: (fields, { textAt }) => ({
    kind: 'number',
    value: textAt(fields.number, 'number'),
    tex: fields.tex ?? null,
    tolerance: fields.tolerance ?? null,
    asChoice: fields.as === 'choice',
    show: fields.show ?? null,
  }),
  formulas: ({ value }) => [value],
  texts: () => [],
  problems: ({ asChoice: offered, show, value }) =>
    numberProblems(offered, show).map(message => ({ ...startOf(value), message })),
  recognises: true,
  shuffles: answer => answer.asChoice === true,
  node: numberNode,
  key: (answer, making, node) => {
    const key = numberKey(answer, making, node as Node);
    return answer.asChoice ? choiceKey(answer, making, key) : key;
  },
};
