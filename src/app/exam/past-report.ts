import type { Mark } from '../../answers/parts.ts';
import { creditsOf, selfOf } from './outcome.ts';
import { type ExamReport, forecastOf, gathered, isPassed, longestOf, topicOf } from './report.ts';
import type { ExamFacts } from './state.ts';

/** What a finished exam came to, from what the history keeps of it. */

export interface FinishedExam extends Omit<ExamFacts, 'problems'> {
  readonly earned: number;
  readonly self: number;
  readonly questions: number;
  readonly answered: number;
  /** null where nobody watched the clock. */
  readonly ms: number | null;
}

/** A question of it, in its order; those that were not answered are known only where the exam can be drawn again. */
export interface PastQuestion {
  /** `1.3`, and the problem as `1  Multiple choice`; null where the exam cannot be drawn again. */
  readonly place: { readonly number: string; readonly problem: string } | null;
  readonly title: string;
  readonly topics: readonly string[];
  readonly credits: number;
  /** What the parts are worth beside each other. */
  readonly parts: readonly { readonly credits: number }[];
  /** null where it was not answered. */
  readonly mark: Mark | null;
  readonly ms: number | null;
}

export function pastReport(exam: FinishedExam, questions: readonly PastQuestion[]): ExamReport {
  const { earned, self, credits, pass, answered, ms, minutes } = exam;
  const limitMs = minutes * 60_000;
  const named = (labelOf: (question: PastQuestion) => readonly string[]): ExamReport['problems'] =>
    gathered(questions.flatMap(question => labelOf(question).map(label => ({ label, ...sharesOf(question) }))));
  return {
    ...{ earned, self, credits, pass, answered },
    passed: isPassed(exam),
    questions: exam.questions,
    problems: named(({ place }) => (place ? [place.problem] : [])),
    topics: named(({ topics }) => [topicOf(topics)]),
    usedMs: ms,
    limitMs,
    byTime: ms !== null && ms >= limitMs,
    longest: longestOf(
      questions.map(({ place, title, ms: spent }) => ({ number: place?.number ?? '', title, ms: spent ?? 0 })),
    ),
    forecast: forecastOf(exam, earned),
  };
}

function sharesOf({ credits, parts, mark }: PastQuestion): { earned: number; self: number; credits: number } {
  if (!mark) return { earned: 0, self: 0, credits };
  const whole = parts.reduce((sum, part) => sum + part.credits, 0);
  const scaled = parts.map(part => ({ credits: whole > 0 ? (credits * part.credits) / whole : 0 }));
  return { earned: creditsOf({ credits }, mark), self: selfOf({ parts: scaled }, mark), credits };
}
