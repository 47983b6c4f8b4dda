import type { ClassStatistics } from '../../exam/marking/class.ts';
import type { MarkedClass, UnreadCell } from '../../exam/marking/mark-class.ts';
import type { MarkedPaper } from '../../exam/marking/mark-paper.ts';
import { bars } from '../../notation/charts/bars.ts';
import { clip } from '../../notation/columns.ts';
import { type Line, span } from '../../notation/line.ts';
import { wrap } from '../../notation/markdown/wrap.ts';
import { safeLine } from '../../notation/safe.ts';
import { counted, hanging, innerWidth, type Page, type Section, sectionLines, table } from '../../pages/page.ts';
import { shareOf } from '../../schedule/statistics/shares.ts';
import { percent, range } from '../../schedule/statistics/words.ts';
import { mistakes, questions, signed, temptations } from './mark-items.ts';
import type { Meant } from './spec.ts';

/** The page of `tutor exam mark`: how the class did, how the questions did, and who earned what. */

export function classLines({ spec, code, news }: Meant, marked: MarkedClass, page: Page): Line[] {
  const { title, pass } = spec.blueprint;
  const { papers, statistics, items, unread } = marked;
  const sections = [
    wholeClass(statistics, pass, page),
    ...(statistics.forms.length > 1 ? [forms(statistics, page)] : []),
    questions(items, page),
    ...temptations(items, page),
    mistakes(items, page),
    ...(unread.length > 0 ? [cells(unread, page)] : []),
    people(papers, page),
  ];
  return [
    ...wrap([span(`${title}: ${counted(papers.length, 'paper')} of ${code}`, 'strong')], page.width),
    ...news.flatMap(sentence => wrap([span(`Marked all the same: ${sentence}`)], page.width)),
    ...sections.flatMap(section => sectionLines(section, page)),
  ];
}

function wholeClass(statistics: ClassStatistics, pass: number, page: Page): Section {
  const { papers, credits, passed, mean, deviation, median, histogram, alpha } = statistics;
  const { share, interval } = shareOf(passed, papers);
  const rate = share === null || interval === null ? '' : ` (${percent(share)}; by chance alone ${range(interval)})`;
  const spread = deviation === null ? '' : `, standard deviation ${short(deviation)}`;
  const chart = bars(
    {
      title: 'Papers by credits',
      pieces: [],
      rows: histogram.map((count, i) => ({
        label: `${short((i * credits) / histogram.length)}–${short(((i + 1) * credits) / histogram.length)}`,
        values: [count],
        text: String(count),
        words: counted(count, 'paper'),
      })),
    },
    innerWidth(page),
  );
  return {
    title: 'The class',
    blocks: [
      `Mean ${shown(mean)} of ${short(credits)} credits${spread}, median ${shown(median)}.`,
      `${passed} of ${papers} passed with ${short(pass)} credits or more${rate}.`,
      alpha === null
        ? "Cronbach's alpha cannot be told: it takes several papers with the same questions."
        : `Cronbach's alpha of the questions ${signed(alpha)}: how well they agree with one another; from 0.8 on single papers can be told apart.`,
      chart,
    ],
  };
}

function forms({ forms: all, credits }: ClassStatistics, page: Page): Section {
  const rows = all.map(({ form, papers, mean, deviation, interval, alpha, passed }) => [
    form,
    String(papers),
    shown(mean),
    // No mean lies beyond the credits, whatever a few papers leave possible.
    interval === null ? '–' : `${short(Math.max(0, interval.low))}–${short(Math.min(credits, interval.high))}`,
    shown(deviation),
    alpha === null ? '–' : signed(alpha),
    String(passed),
  ]);
  return {
    title: 'The forms',
    blocks: [
      ...table(['form', 'papers', 'mean', '95 % interval', 'deviation', 'alpha', 'passed'], rows, page),
      'The interval holds the mean of many such groups in 95 of 100 cases. Where those of two forms lie apart, one was harder, or those who had it knew less.',
    ],
  };
}

function cells(unread: readonly UnreadCell[], page: Page): Section {
  return {
    title: 'Cells that were not read and earned nothing',
    blocks: unread.map(({ line, column, who, reply, reason }) =>
      hanging(
        [span('• ')],
        safeLine(`line ${line}, ${column}, ${clip(who, WIDEST_NAME)}: "${clip(reply, LONGEST)}": ${reason}`),
        page,
      ),
    ),
  };
}

/** Columns that are left to what others wrote. */
const LONGEST = 60;
const WIDEST_NAME = 40;

function people(papers: readonly MarkedPaper[], page: Page): Section {
  const numbers = papers[0]?.problems.map(({ number }) => `P${number}`) ?? [];
  const rows = papers.map(({ person, form, problems, earned, passed }) => [
    clip(safeLine([person.name, person.id].filter(text => text !== '').join(' ')), WIDEST_NAME),
    form,
    ...problems.map(problem => short(problem.earned)),
    short(earned),
    passed ? 'yes' : 'no',
  ]);
  return { title: 'Credits by problem', blocks: table(['name', 'form', ...numbers, 'total', 'passed'], rows, page) };
}

function shown(value: number | null): string {
  return value === null ? '–' : short(value);
}

/** Two decimals at most. */
function short(value: number): string {
  return String(Number(value.toFixed(2)) + 0);
}
