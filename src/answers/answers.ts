import type { Tensor } from '../compute/tensor.ts';
import { type ChoiceKey, choiceKind } from './choice/choice.ts';
import { type ExpressionKey, expressionKind } from './expression/expression.ts';
import type { Accepted, AnswerKind, KeyData, KnownMistake, PartMark, Reading } from './kind.ts';
import type { MatchKey } from './match/key.ts';
import { matchKind } from './match/match.ts';
import { type NumberKey, numberKind } from './number/number.ts';
import type { OrderKey } from './order/key.ts';
import { orderKind } from './order/order.ts';
import { type RubricKey, rubricKind } from './rubric/rubric.ts';
import { type ShapeKey, shapeKind } from './shape/shape.ts';
import { sheetMarkdown } from './sheet.ts';
import type { AnswerSpace } from './space.ts';
import { type TableKey, tableKind } from './table/table.ts';
import { type TensorKey, tensorKind } from './tensor/tensor.ts';
import { type WordsKey, wordsKind } from './words/words.ts';

/** Every kind of answer behind one face; a new kind is one folder and one row here. */

export type AnswerKey =
  | ChoiceKey
  | ExpressionKey
  | MatchKey
  | NumberKey
  | OrderKey
  | RubricKey
  | ShapeKey
  | TableKey
  | TensorKey
  | WordsKey;
export type KindName = AnswerKey['kind'];

const kinds: Readonly<Record<KindName, AnswerKind<AnswerKey, unknown>>> = {
  choice: anyKey(choiceKind),
  number: anyKey(numberKind),
  tensor: anyKey(tensorKind),
  table: anyKey(tableKind),
  shape: anyKey(shapeKind),
  expression: anyKey(expressionKind),
  order: anyKey(orderKind),
  match: anyKey(matchKind),
  words: anyKey(wordsKind),
  rubric: anyKey(rubricKind),
};

/** Keys and replies of different kinds meet only in this table, where `key.kind` picks the row that they belong to. */
function anyKey<Key extends AnswerKey, Reply>(kind: AnswerKind<Key, Reply>): AnswerKind<AnswerKey, unknown> {
  return kind as unknown as AnswerKind<AnswerKey, unknown>;
}

function kindOf(key: AnswerKey): AnswerKind<AnswerKey, unknown> {
  return kinds[key.kind];
}

export function readReply(text: string, key: AnswerKey): Reading<unknown> {
  return kindOf(key).read(text, key);
}

/** The right reply as a student could type it. */
export function printKey(key: AnswerKey): string {
  return kindOf(key).print(key);
}

/** The key as scripts and the log see it: `key` itself, and what its kind shows beside it. */
export function keyData(key: AnswerKey): KeyData {
  return kindOf(key).data(key);
}

/** The misconceptions that can be recognised, in the form of the key. */
export function keyMistakes(key: AnswerKey): readonly KnownMistake[] {
  return kindOf(key).mistakes?.(key) ?? [];
}

/** Why options, lines or pairs are right or wrong, as Markdown; none where the key says it all. */
export function keyReasons(key: AnswerKey): readonly string[] {
  return kindOf(key).reasons?.(key) ?? [];
}

/** The right answer as Markdown. */
export function showKey(key: AnswerKey): string {
  return kindOf(key).show(key);
}

/** The answer space below the question on paper, with what belongs in each place. */
export function answerSpace(key: AnswerKey): AnswerSpace {
  return kindOf(key).space(key);
}

/** The same as Markdown, with nothing filled in. */
export function answerSheet(key: AnswerKey): string {
  return sheetMarkdown(answerSpace(key));
}

/** The numbers of a reply that later parts may rest on; null where it cannot be read or has none. */
export function numbersOf(text: string, key: AnswerKey, accepted: Accepted): Tensor | null {
  const reading = readReply(text, key);
  return reading.status === 'read' ? (kindOf(key).numbers?.(reading.reply, key, accepted) ?? null) : null;
}

/** Reads and marks one reply. What cannot be read, and no answer at all, earn nothing and say so. */
export function markReply(name: string, text: string, key: AnswerKey): PartMark {
  const reading = readReply(text, key);
  const nothing = {
    name,
    credit: 0,
    readAs: null,
    error: null,
    mistake: null,
    carried: false,
    self: false,
    comment: null,
  };
  switch (reading.status) {
    case 'empty':
      return { ...nothing, comment: 'No answer.' };
    case 'unreadable':
      return { ...nothing, error: `${reading.reason} (at character ${reading.position + 1})` };
    case 'read':
      // Where there is no answer there was nothing to grant.
      return {
        ...nothing,
        self: kindOf(key).self ?? false,
        readAs: reading.readAs,
        ...kindOf(key).mark(reading.reply, key),
      };
  }
}
