import { kindOf, topicOf } from '../syllabus.ts';
import type { QuestionRow } from './types.ts';

/** Where a question counts: under one topic and one kind, so that the rows of a table add up. */
export interface Places {
  /** The first segment of its first topic; of a question that has left the bank, that of its id. */
  readonly topicOf: (question: string) => string;
  /** null for a question that has left the bank. */
  readonly kindOf: (question: string) => string | null;
}

export function placesOf(questions: readonly QuestionRow[]): Places {
  const byId = new Map(questions.map(question => [question.id, question]));
  return {
    topicOf: question => topicOf(byId.get(question) ?? { id: question, topics: [] }),
    kindOf: id => {
      const question = byId.get(id);
      return question ? kindOf(question) : null;
    },
  };
}

/** Names in the order of the alphabet, what has none at the end. */
export function byName(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
