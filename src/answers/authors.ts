import type { ObjectEntries } from 'valibot';
import type { AnswerKey, KindName } from './answers.ts';
import type { Author } from './author.ts';
import { type ChoiceAnswer, choiceAuthor } from './choice/author.ts';
import { type ExpressionAnswer, expressionAuthor } from './expression/author.ts';
import { type MatchAnswer, matchAuthor } from './match/author.ts';
import { type NumberAnswer, numberAuthor } from './number/author.ts';
import { type OrderAnswer, orderAuthor } from './order/author.ts';
import { type RubricAnswer, rubricAuthor } from './rubric/author.ts';
import { type ShapeAnswer, shapeAuthor } from './shape/author.ts';
import { type TableAnswer, tableAuthor } from './table/author.ts';
import { type TensorAnswer, tensorAuthor } from './tensor/author.ts';
import { type WordsAnswer, wordsAuthor } from './words/author.ts';

/** The author's side of every kind of answer; a new kind is one row. */

export type Answer =
  | ChoiceAnswer
  | ExpressionAnswer
  | MatchAnswer
  | NumberAnswer
  | OrderAnswer
  | RubricAnswer
  | ShapeAnswer
  | TableAnswer
  | TensorAnswer
  | WordsAnswer;

type AnyAuthor = Author<unknown, Answer, AnswerKey>;

const authors: Readonly<Record<KindName, AnyAuthor>> = {
  choice: anyAuthor(choiceAuthor),
  number: anyAuthor(numberAuthor),
  tensor: anyAuthor(tensorAuthor),
  table: anyAuthor(tableAuthor),
  shape: anyAuthor(shapeAuthor),
  expression: anyAuthor(expressionAuthor),
  order: anyAuthor(orderAuthor),
  match: anyAuthor(matchAuthor),
  words: anyAuthor(wordsAuthor),
  rubric: anyAuthor(rubricAuthor),
};

/** Fields and answers of different kinds meet only in this table, where the kind's name picks the row. */
function anyAuthor<Fields, A extends Answer, Key extends AnswerKey>(author: Author<Fields, A, Key>): AnyAuthor {
  return author as unknown as AnyAuthor;
}

export const KIND_NAMES = Object.keys(authors) as readonly KindName[];

export function authorOf({ kind }: { readonly kind: KindName }): AnyAuthor {
  return authors[kind];
}

/** Every key that an answer can have in front matter. */
export const ANSWER_FIELDS: ObjectEntries = Object.assign({}, ...KIND_NAMES.map(kind => authors[kind].fields));

/** The kinds that the fields of an answer name, and those of its keys that go with none of these. */
export function kindsIn(fields: Readonly<Record<string, unknown>>): { kinds: KindName[]; foreign: string[] } {
  const given = Object.keys(fields).filter(key => fields[key] !== undefined && key in ANSWER_FIELDS);
  const kinds = KIND_NAMES.filter(kind => given.includes(kind));
  const fitting = new Set(kinds.flatMap(kind => Object.keys(authors[kind].fields)));
  return { kinds, foreign: given.filter(key => !fitting.has(key)) };
}

/** As what kind an answer is asked: a number may be asked as a choice. */
export function shownKind(answer: { readonly kind: KindName; readonly asChoice?: boolean }): KindName {
  return answer.kind === 'number' && answer.asChoice ? 'choice' : answer.kind;
}
