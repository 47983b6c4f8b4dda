import type fc from 'fast-check';
import type { AnswerKey, KindName } from '../../src/answers/answers.ts';
import { choiceCase } from './choice/case.ts';
import { expressionCase } from './expression/case.ts';
import { matchCase } from './match/case.ts';
import { numberCase } from './number/case.ts';
import { orderCase } from './order/case.ts';
import { rubricCase } from './rubric/case.ts';
import { shapeCase } from './shape/case.ts';
import { tableCase } from './table/case.ts';
import { tensorCase } from './tensor/case.ts';
import { wordsCase } from './words/case.ts';

/** What the conformance suite needs to know of a kind of answer. */
export interface KindCase<Key = AnswerKey> {
  readonly keys: fc.Arbitrary<Key>;
  /** Texts that this kind reads. */
  readonly replies: fc.Arbitrary<string>;
  /** Wrong replies to a fixed key, and what their comment says. */
  readonly mistakes: readonly (readonly [reply: string, key: Key, comment: RegExp])[];
}

/** An eleventh kind is one more row. */
export const kindCases: Readonly<Record<KindName, KindCase>> = {
  choice: choiceCase,
  number: numberCase,
  tensor: tensorCase,
  table: tableCase,
  shape: shapeCase,
  expression: expressionCase,
  order: orderCase,
  match: matchCase,
  words: wordsCase,
  rubric: rubricCase,
};
