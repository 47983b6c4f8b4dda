import { topicOf } from './report.ts';
import type { ExamState, Posed } from './state.ts';

/** What an exam consists of, as it can be told before it begins. */

interface Contents {
  readonly problems: readonly ProblemContents[];
  /** By their outermost names, with their questions; the most frequent first. */
  readonly topics: readonly Counted[];
  /** Ways of answering, with their parts of questions. */
  readonly kinds: readonly Counted[];
}

interface ProblemContents {
  readonly number: number;
  readonly title: string;
  readonly credits: number;
  readonly questions: number;
  /** Of the exam's time as much as of its credits; null where nobody watches the clock. */
  readonly minutes: number | null;
}

interface Counted {
  readonly name: string;
  readonly count: number;
}

export function contentsOf({ facts, clock, questions }: ExamState): Contents {
  const { minutes, credits: all } = facts;
  return {
    problems: facts.problems.map(({ number, title, credits, questions: own }) => ({
      ...{ number, title, credits },
      questions: own.length,
      minutes: clock === 'none' || all <= 0 ? null : (minutes * credits) / all,
    })),
    topics: counted(questions.map(({ question }) => topicOf(question.variant.template.topics))),
    kinds: counted(questions.flatMap(kindsOf)),
  };
}

function kindsOf({ question }: Posed): readonly string[] {
  return question.parts.map(({ key }) => key.kind);
}

function counted(names: readonly string[]): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}
