import type { Card } from '../review.ts';
import { byName, type Places } from './places.ts';
import type { History } from './types.ts';

/**
 * How well what has been met will be remembered on days to come, if nothing more is answered.
 *
 * The chance that a question is known after t days without an answer is that of FSRS-6,
 * R(t, S) = (1 + f · t / S)^(−w₂₀) with f = 0.9^(−1 / w₂₀) − 1, so that R(S, S) = 0.9; S is its stability in days. (The
 * power curve is that of Jarrett Ye and others, open-spaced-repetition, "The Algorithm", FSRS-6.) Of a topic it is the mean
 * over its questions that were met, each counted once.
 */
export interface Outlook {
  /** In order of time, today first. */
  readonly days: readonly OutlookDay[];
  readonly all: TopicOutlook;
  /** Those with a question that was met. */
  readonly topics: readonly (TopicOutlook & { readonly topic: string })[];
}

interface OutlookDay {
  readonly day: number;
  /** From today. */
  readonly ahead: number;
  /** It is the day of the exam that a plan in force is made for. */
  readonly exam: boolean;
}

export interface TopicOutlook {
  /** So many were met. */
  readonly questions: number;
  /** The mean chance (0 … 1) of recall on each of the days; empty where none was met. */
  readonly recall: readonly number[];
}

/** Days from today: now, and in one, two and four weeks. */
const AHEAD = [0, 7, 14, 28];

export function outlookOf(history: History, { topicOf }: Places): Outlook {
  const { questions, cards, today, retrievability, exam = null } = history;
  const ahead = exam === null || exam < today ? AHEAD : [...AHEAD, exam - today];
  const days = [...new Set(ahead)]
    .sort((a, b) => a - b)
    .map((count): OutlookDay => ({ day: today + count, ahead: count, exam: today + count === exam }));
  const met = questions.flatMap(({ id }) => cards.get(id) ?? []);
  const outlook = (own: readonly Card[]): TopicOutlook => ({
    questions: own.length,
    recall:
      own.length === 0
        ? []
        : days.map(({ day }) => own.reduce((sum, card) => sum + retrievability(card, day), 0) / own.length),
  });
  return {
    days,
    all: outlook(met),
    topics: [...Map.groupBy(met, ({ question }) => topicOf(question))]
      .map(([topic, own]) => ({ topic, ...outlook(own) }))
      .sort((a, b) => byName(a.topic, b.topic)),
  };
}
