import { type Line, span } from '../../notation/line.ts';
import { wrap } from '../../notation/markdown/wrap.ts';
import type { Statistics } from '../../schedule/statistics/statistics.ts';
import { dayDate } from '../../schedule/study-day.ts';
import type { Page, Section } from '../page.ts';
import { type Beside, inPanes, type Maker, NOTHING_BESIDE, type Panes } from '../panes.ts';
import { activity, ahead, calendar, time } from './activity.ts';
import { hardest, mistakes, syllabus } from './knowledge.ts';
import { calibration, comparison, retention } from './memory.ts';
import { outlook } from './outlook.ts';

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
): readonly Line[] {
  return statisticsPanes(statistics, topic, page, NOTHING_BESIDE, titleOf).main;
}

/** The same with what there is room for in a second pane. */
export function statisticsPanes(
  statistics: Statistics,
  topic: string | null,
  page: Page,
  beside: Beside,
  titleOf: (question: string) => string,
): Panes {
  const about = topic === null ? '' : ` of ${topic}`;
  if (statistics.answers === 0) {
    const text = `No answers${about} yet, so there is nothing to count. "tutor study" begins.`;
    return { main: wrap([span(text)], page.width), side: [] };
  }
  const plain = (section: (statistics: Statistics, page: Page) => Section): Maker => ({
    make: own => section(statistics, own),
  });
  const { main, side } = inPanes(
    [
      plain(activity),
      { ...plain(calendar), beside: true },
      { ...plain(ahead), beside: true },
      { ...plain(outlook), beside: true },
      plain(retention),
      plain(calibration),
      plain(comparison),
      { ...plain(time), beside: true },
      plain(mistakes),
      { make: own => hardest(statistics, own, titleOf) },
      { ...plain(syllabus), beside: true },
    ],
    page,
    beside,
  );
  return { main: [[span(`Statistics${about} on ${dayDate(statistics.today)}`, 'strong')], ...main], side };
}
