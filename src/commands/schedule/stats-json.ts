import { PRIOR_ANSWERS, PRIOR_RECALL, type Rival, SUREST } from '../../schedule/statistics/comparison.ts';
import { type Coverage, KNOWN_RECALL, KNOWN_STABILITY, type SyllabusMap } from '../../schedule/statistics/coverage.ts';
import type { Outlook } from '../../schedule/statistics/outlook.ts';
import type { Period } from '../../schedule/statistics/periods.ts';
import type { Retention } from '../../schedule/statistics/retention.ts';
import type { Interval, Share } from '../../schedule/statistics/shares.ts';
import type { Statistics } from '../../schedule/statistics/statistics.ts';
import { dayDate } from '../../schedule/study-day.ts';

/** The document of `tutor stats --json`. Study days are dates, times are milliseconds, shares lie between 0 and 1. */

type Data = Readonly<Record<string, unknown>>;

export function statisticsData(statistics: Statistics, topic: string | null): Data {
  const { today, answers, self, periods, streak, due, mistakes, questions } = statistics;
  return {
    topic,
    day: dayDate(today),
    answers,
    self,
    periods: periods.map(periodData),
    streak: { current: streak.current, longest: streak.longest, days: streak.days },
    calendar: calendarData(statistics),
    due: {
      overdue: due.overdue,
      later: due.later,
      days: due.days.map(row => ({ day: dayDate(row.day), due: row.due, ms: row.ms })),
    },
    retention: retentionTableData(statistics),
    calibration: calibrationData(statistics),
    comparison: comparisonData(statistics),
    time: timeData(statistics),
    mistakes: mistakes.map(({ tag, times, questions: ids, lastDay }) => ({
      tag,
      times,
      questions: ids,
      lastDay: dayDate(lastDay),
    })),
    questions: questions.map(({ question, lapses, answers: count, credit }) => ({
      id: question,
      lapses,
      answers: count,
      credit,
    })),
    syllabus: syllabusData(statistics.syllabus),
    outlook: outlookData(statistics.outlook),
  };
}

function shareData({ hits, of, share, interval }: Share): Data {
  return { count: hits, of, share, ...intervalData(interval) };
}

function intervalData(interval: Interval | null): Data {
  return { low: interval?.low ?? null, high: interval?.high ?? null };
}

function periodData({ days, answers, right, self, rated, met, ms }: Period): Data {
  return { days, answers, right: shareData(right), self, rated, new: met, ms };
}

function calendarData({ calendar: { firstDay, answers } }: Statistics): readonly Data[] {
  return answers.map((count, i) => ({ day: dayDate(firstDay + i), answers: count }));
}

function retentionTableData({ retention: { all, topics, kinds } }: Statistics): Data {
  return {
    all: retentionData(all),
    topics: topics.map(({ name, ...row }) => ({ topic: name, ...retentionData(row) })),
    kinds: kinds.map(({ name, ...row }) => ({ kind: name, ...retentionData(row) })),
  };
}

function retentionData({ recalled, predicted }: Retention): Data {
  return { recalled: shareData(recalled), predicted };
}

function calibrationData({ calibration: { recalled, predicted, difference, interval, bins } }: Statistics): Data {
  return {
    recalled: shareData(recalled),
    predicted,
    difference: { mean: difference, ...intervalData(interval) },
    bins: bins.map(({ from, to, ...row }) => ({ from, to, ...retentionData(row) })),
  };
}

function comparisonData({ comparison: { answers, fsrs, overall, topic } }: Statistics): Data {
  return {
    answers,
    prior: { answers: PRIOR_ANSWERS, recall: PRIOR_RECALL },
    surest: SUREST,
    fsrs: { logLoss: fsrs },
    overallAverage: rivalData(overall),
    topicAverage: rivalData(topic),
  };
}

function rivalData({ loss, lead, interval, verdict }: Rival): Data {
  return { logLoss: loss, lead: { mean: lead, ...intervalData(interval) }, fsrs: verdict };
}

function timeData({ times: { ms, timed, median, kinds, hours } }: Statistics): Data {
  return {
    ms,
    timed,
    median,
    kinds: kinds.map(row => ({ kind: row.kind, ms: row.ms, timed: row.timed, median: row.median })),
    hours,
  };
}

function syllabusData({ all, topics }: SyllabusMap): Data {
  return {
    known: { recall: KNOWN_RECALL, stability: KNOWN_STABILITY },
    all: coverageData(all),
    topics: topics.map(({ topic, ...row }) => ({ topic, ...coverageData(row) })),
  };
}

function coverageData({ known, learning, unseen }: Coverage): Data {
  return { known, learning, unseen };
}

function outlookData({ days, all, topics }: Outlook): Data {
  return {
    days: days.map(({ day, exam }) => ({ day: dayDate(day), exam })),
    all,
    topics,
  };
}
