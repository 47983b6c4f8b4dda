import { drawHeatMap } from '../../notation/heatmap/draw.ts';
import type { HeatMap } from '../../notation/heatmap/read.ts';
import type { Outlook, TopicOutlook } from '../../schedule/statistics/outlook.ts';
import type { Statistics } from '../../schedule/statistics/statistics.ts';
import { percent } from '../../schedule/statistics/words.ts';
import { type Block, counted, innerWidth, type Page, type Section, table } from '../page.ts';

/** What fades, and when, if nothing is done about it. */

const TITLE = 'Memory in the weeks to come';
/** Who knows less than half of it has no shade: there is little between that and nothing. */
const LEAST = 0.5;

type Ahead = Outlook['days'][number];

export function outlook({ outlook: found }: Statistics, page: Page): Section {
  if (found.all.questions === 0) return { title: TITLE, blocks: ['No question is remembered yet.'] };
  const { days, all, topics } = found;
  const rows = [
    ...topics.map(({ topic, ...row }) => ({ name: topic, row })),
    ...(topics.length > 1 ? [{ name: 'all', row: all }] : []),
  ];
  return { title: TITLE, blocks: [...map(days, rows, page), meaning(days)] };
}

interface Named {
  readonly name: string;
  readonly row: TopicOutlook;
}

/** As a heat map where there is room for its numbers, else a sentence for each topic. */
function map(days: readonly Ahead[], rows: readonly Named[], page: Page): readonly Block[] {
  const cells = rows.map(({ name, row }) => [
    `${name} (${counted(row.questions, 'question')})`,
    ...row.recall.map(percent),
  ]);
  const drawn = page.isHeard ? null : drawHeatMap(heatMapOf(days, rows), innerWidth(page));
  return drawn ? [drawn] : table(['', ...days.map(page.isHeard ? inWords : inBrief)], cells, page);
}

function heatMapOf(days: readonly Ahead[], rows: readonly Named[]): HeatMap {
  return {
    title: '',
    columns: days.map(inBrief),
    rows: rows.map(({ name, row }) => ({
      name,
      cells: row.recall.map(share => ({
        text: percent(share),
        share: Math.max(0, (share - LEAST) / (1 - LEAST)),
      })),
    })),
  };
}

function inBrief({ ahead, exam }: Ahead): string {
  if (exam) return 'exam';
  return ahead === 0 ? 'today' : counted(ahead / 7, 'week');
}

function inWords(day: Ahead): string {
  const { ahead, exam } = day;
  if (exam) return `on the exam day, ${ahead === 0 ? 'today' : `in ${counted(ahead, 'day')}`},`;
  return ahead === 0 ? 'today' : `in ${inBrief(day)}`;
}

function meaning(days: readonly Ahead[]): string {
  const exam = days.find(day => day.exam);
  const when = exam === undefined || exam.ahead === 0 ? '' : ` The exam is in ${counted(exam.ahead, 'day')}.`;
  return `The mean chance that you would still know a question of the topic that you have met, if you answered nothing until then, by FSRS-6.${when}`;
}
