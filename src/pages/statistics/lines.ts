import { type Line, span } from '../../notation/line.ts';
import { wrap } from '../../notation/markdown/wrap.ts';
import type { Statistics } from '../../schedule/statistics/statistics.ts';
import { dayDate } from '../../schedule/study-day.ts';
import { type Page, sectionLines } from '../page.ts';
import { activity, ahead, calendar, time } from './activity.ts';
import { hardest, mistakes, syllabus } from './knowledge.ts';
import { calibration, comparison, retention } from './memory.ts';

/**
 * The page of statistics.
 *
 * @param topic that they are limited to; null for all
 * @param titleOf the title of a question of the bank
 */
export function statisticsLines(
  statistics: Statistics,
  topic: string | null,
  page: Page,
  titleOf: (question: string) => string,
): Line[] {
  const about = topic === null ? '' : ` of ${topic}`;
  if (statistics.answers === 0) {
    return wrap([span(`No answers${about} yet, so there is nothing to count. "tutor study" begins.`)], page.width);
  }
  const sections = [
    activity(statistics, page),
    calendar(statistics, page),
    ahead(statistics, page),
    retention(statistics, page),
    calibration(statistics, page),
    comparison(statistics, page),
    time(statistics, page),
    mistakes(statistics, page),
    hardest(statistics, page, titleOf),
    syllabus(statistics, page),
  ];
  return [
    [span(`Statistics${about} on ${dayDate(statistics.today)}`, 'strong')],
    ...sections.flatMap(section => sectionLines(section, page)),
  ];
}
