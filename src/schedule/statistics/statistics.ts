/** All that is told of a student's history. Each statistic has its own file; nothing here divides by zero. */

import { type Calendar, calendarOf } from './calendar.ts';
import { type Calibration, calibrationOf } from './calibration.ts';
import { type Comparison, compareForecasts } from './comparison.ts';
import { type SyllabusMap, syllabusMap } from './coverage.ts';
import { type DueForecast, dueForecast } from './due-forecast.ts';
import { type HardMistake, type HardQuestion, hardestMistakes, hardestQuestions } from './hardest.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import { type Period, periodOf } from './periods.ts';
import { placesOf } from './places.ts';
import { forecastsOf, ratedAnswers } from './rated.ts';
import { type RetentionTable, retentionTable } from './retention.ts';
import { type Streak, streakOf } from './streak.ts';
import { type Times, timesOf } from './times.ts';
import type { History } from './types.ts';

export interface Statistics {
  /** The study day that they are of. */
  readonly today: number;
  readonly answers: number;
  /** Of these the student marked, or helped to mark, so many. */
  readonly self: number;
  /** Today, and the last 7 and 30 days. */
  readonly periods: readonly Period[];
  readonly streak: Streak;
  readonly calendar: Calendar;
  readonly due: DueForecast;
  readonly retention: RetentionTable;
  readonly calibration: Calibration;
  readonly comparison: Comparison;
  readonly times: Times;
  readonly mistakes: readonly HardMistake[];
  readonly questions: readonly HardQuestion[];
  readonly syllabus: SyllabusMap;
  readonly outlook: Outlook;
}

const PERIODS = [1, 7, 30];

export function statisticsOf(history: History): Statistics {
  const { answers, today } = history;
  const rated = ratedAnswers(answers);
  const forecasts = forecastsOf(rated);
  const places = placesOf(history.questions);
  return {
    today,
    answers: answers.length,
    self: answers.filter(({ self }) => self).length,
    periods: PERIODS.map(days => periodOf(answers, rated, today, days)),
    streak: streakOf(answers, today),
    calendar: calendarOf(answers, today),
    due: dueForecast(history),
    retention: retentionTable(rated, places),
    calibration: calibrationOf(forecasts),
    comparison: compareForecasts(forecasts, places),
    times: timesOf(answers, places),
    mistakes: hardestMistakes(history.mistakes),
    questions: hardestQuestions(history),
    syllabus: syllabusMap(history, places),
    outlook: outlookOf(history, places),
  };
}
