import { FULL_CREDIT } from './periods.ts';
import { meanOf } from './shares.ts';
import type { History, MistakeRow } from './types.ts';

/** A misconception over all the questions that it was recognised in. */
export interface HardMistake {
  readonly tag: string;
  readonly times: number;
  /** Ids, in the order of the alphabet. */
  readonly questions: readonly string[];
  /** Study day of the last time. */
  readonly lastDay: number;
}

/** The most frequent one first; of those as frequent, the one seen last. */
export function hardestMistakes(mistakes: readonly MistakeRow[]): HardMistake[] {
  return [...Map.groupBy(mistakes, ({ tag }) => tag)]
    .map(([tag, rows]) => ({
      tag,
      times: rows.reduce((sum, { times }) => sum + times, 0),
      questions: [...new Set(rows.map(({ question }) => question))].sort(),
      lastDay: rows.reduce((latest, { lastDay }) => Math.max(latest, lastDay), Number.NEGATIVE_INFINITY),
    }))
    .sort((a, b) => b.times - a.times || b.lastDay - a.lastDay || (a.tag < b.tag ? -1 : 1));
}

export interface HardQuestion {
  readonly question: string;
  /** How often it was known and then forgotten. */
  readonly lapses: number;
  readonly answers: number;
  /** Mean credit of its answers, 0 … 1, those that the student marked among them. */
  readonly credit: number;
}

/** Those of the bank that were ever forgotten or cost credit: most lapses first, then the least credit. */
export function hardestQuestions({ answers, cards, questions }: History): HardQuestion[] {
  const byQuestion = Map.groupBy(answers, ({ question }) => question);
  return questions
    .flatMap(({ id }): HardQuestion[] => {
      const own = byQuestion.get(id) ?? [];
      const credit = meanOf(own.map(answer => answer.credit));
      return credit === null ? [] : [{ question: id, lapses: cards.get(id)?.lapses ?? 0, answers: own.length, credit }];
    })
    .filter(({ lapses, credit }) => lapses > 0 || credit < FULL_CREDIT)
    .sort((a, b) => b.lapses - a.lapses || a.credit - b.credit || (a.question < b.question ? -1 : 1));
}
