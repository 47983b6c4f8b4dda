import type { Mark } from '../../answers/parts.ts';
import { forecastIn } from '../../schedule/mock/record.ts';
import { creditsOf, selfOf } from './outcome.ts';
import type { ExamReport, Share } from './report-facts.ts';
import type { ExamState, Outcome, Posed } from './state.ts';

/** What an exam came to. Credits and milliseconds. */

export type { ExamReport, Share };

/** So many of the questions that took longest. */
const LONGEST = 3;
/** Credits are sums of fractions. */
const DUST = 1e-6;

export function reportOf(state: ExamState, outcome: Outcome): ExamReport {
  const { facts, questions, watch } = state;
  const { credits, pass } = facts;
  const { earned, self, answered } = outcome;
  return {
    earned,
    self,
    credits,
    pass,
    passed: isPassed({ earned, pass }),
    answered: answered.filter(Boolean).length,
    questions: questions.length,
    problems: shares(questions, outcome, ({ problem }) => `${problem.number}  ${problem.title}`),
    topics: shares(questions, outcome, ({ question }) => topicOf(question.variant.template.topics)),
    usedMs: watch && watch.policy !== 'none' ? watch.elapsedMs : null,
    limitMs: facts.minutes * 60_000,
    byTime: state.handedIn?.byTime ?? false,
    longest: longestOf(
      questions.map(({ question: { number, variant } }, i) => ({
        number,
        title: variant.template.title,
        ms: state.spent[i] ?? 0,
      })),
    ),
    forecast: forecastOf(facts, earned),
  };
}

export function isPassed({ earned, pass }: { readonly earned: number; readonly pass: number }): boolean {
  return earned >= pass - DUST;
}

export function topicOf([topic = 'other']: readonly string[]): string {
  return topic.split('/')[0] as string;
}

function shares(questions: readonly Posed[], { marks }: Outcome, labelOf: (posed: Posed) => string): readonly Share[] {
  return gathered(
    questions.map((posed, i) => {
      const { question } = posed;
      const mark = marks[i] as Mark;
      const label = labelOf(posed);
      return { label, earned: creditsOf(question, mark), self: selfOf(question, mark), credits: question.credits };
    }),
  );
}

/** Those of one label together, in the order in which the labels come up. */
export function gathered(single: readonly Share[]): readonly Share[] {
  const found = new Map<string, Share>();
  for (const { label, earned, self, credits } of single) {
    const before = found.get(label) ?? { label, earned: 0, self: 0, credits: 0 };
    found.set(label, {
      label,
      earned: before.earned + earned,
      self: before.self + self,
      credits: before.credits + credits,
    });
  }
  return [...found.values()];
}

export function longestOf(questions: ExamReport['longest']): ExamReport['longest'] {
  return questions
    .filter(({ ms }) => ms > 0)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, LONGEST);
}

/** Whether a forecast says next to nothing: with it the exam may be passed well, or not at all. */
export function isGuess({ low, high }: NonNullable<ExamState['facts']['forecast']>): boolean {
  return high - low > WIDE;
}

/** Of the credits. */
const WIDE = 0.5;

/** In credits. */
export function forecastOf(
  { forecast, credits }: Omit<ExamState['facts'], 'problems'>,
  earned: number,
): ExamReport['forecast'] {
  const found = forecastIn({ forecast, credits, earned });
  if (found === null) return null;
  const { mean, low, high } = found.forecast;
  return {
    expected: mean * credits,
    low: low * credits,
    high: high * credits,
    inside: found.isInside,
    guess: isGuess(found.forecast),
  };
}
