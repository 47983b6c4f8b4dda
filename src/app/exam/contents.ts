import { type Count, countsOf } from '../../exam/facts.ts';
import { topicOf } from './report.ts';
import type { ExamState, Posed } from './state.ts';

/** What an exam consists of, as it can be told before it begins. */

interface Contents {
  readonly problems: readonly ProblemContents[];
  /** By their outermost names, with their questions; the most frequent first. */
  readonly topics: readonly Count<string>[];
  /** Ways of answering, with their parts of questions. */
  readonly kinds: readonly Count<string>[];
}

interface ProblemContents {
  readonly number: number;
  readonly title: string;
  readonly credits: number;
  readonly questions: number;
  /** Of the exam's time as much as of its credits; null where nobody watches the clock. */
  readonly minutes: number | null;
}

export function contentsOf({ facts, clock, questions }: ExamState): Contents {
  const { minutes, credits: all } = facts;
  return {
    problems: facts.problems.map(({ number, title, credits, questions: own }) => ({
      ...{ number, title, credits },
      questions: own.length,
      minutes: clock === 'none' || all <= 0 ? null : (minutes * credits) / all,
    })),
    topics: countsOf(questions.map(({ question }) => topicOf(question.variant.template.topics))),
    kinds: countsOf(questions.flatMap(kindsOf)),
  };
}

function kindsOf({ question }: Posed): readonly string[] {
  return question.parts.map(({ key }) => key.kind);
}
