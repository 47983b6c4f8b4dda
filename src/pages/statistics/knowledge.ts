import { bars } from '../../notation/charts/bars.ts';
import { type Coverage, KNOWN_RECALL, KNOWN_STABILITY } from '../../schedule/statistics/coverage.ts';
import type { Statistics } from '../../schedule/statistics/statistics.ts';
import { percent } from '../../schedule/statistics/words.ts';
import { dayDate } from '../../schedule/study-day.ts';
import { aligned, counted, gridLines, innerWidth, type Page, type Section } from '../page.ts';

/** What is known, and what goes wrong. */

/** So many rows are enough to work on. */
const MOST = 10;

export function mistakes({ mistakes: all }: Statistics, page: Page): Section {
  const rows = all
    .slice(0, MOST)
    .map(({ tag, times, questions, lastDay }) => [
      counted(times, 'time'),
      dayDate(lastDay),
      `"${tag}"`,
      `in ${questions.length === 1 ? questions[0] : counted(questions.length, 'question')}`,
    ]);
  const table = gridLines({ head: ['', 'last', 'mistake', ''], rows, words: [1, 2, 3], isCut: true }, page);
  return { title: 'Mistakes that come back', blocks: [rows.length === 0 ? 'No known mistake was recognised.' : table] };
}

export function hardest({ questions }: Statistics, page: Page, titleOf: (question: string) => string): Section {
  const rows = questions
    .slice(0, MOST)
    .map(({ question, lapses, answers, credit }) => [
      String(lapses),
      String(answers),
      percent(credit),
      question,
      titleOf(question),
    ]);
  const head = ['forgotten', 'answers', 'mean credit', 'question'];
  const table = gridLines({ head, rows, words: [3, 4], isCut: true }, page);
  return {
    title: 'Hardest questions',
    blocks: [rows.length === 0 ? 'None was forgotten or cost credit so far.' : table],
  };
}

export function syllabus({ syllabus: { all, topics } }: Statistics, page: Page): Section {
  const title = 'The bank by topic: questions known / learning / unseen';
  // A bar of all would make those of the topics short.
  const rows = [
    ...topics.map(row => ({ label: row.topic, row, values: sizes(row) })),
    ...(topics.length > 1 ? [{ label: 'all', row: all, values: [] }] : []),
  ];
  const texts = aligned(rows.map(({ row }) => numbers(row)));
  const chart = bars(
    {
      title: 'Questions by topic',
      pieces: ['known', 'learning', 'unseen'],
      rows: rows.map(({ label, row, values }, i) => ({ label, values, text: texts[i] ?? '', words: inWords(row) })),
    },
    innerWidth(page),
  );
  return {
    title,
    blocks: [
      chart,
      `Known: a chance of recall of at least ${percent(KNOWN_RECALL)} today, and a stability of at least ${KNOWN_STABILITY} days. Learning: rated before, and not known. Each question counts under its first topic.`,
    ],
  };
}

function sizes({ known, learning, unseen }: Coverage): number[] {
  return [known.questions, learning.questions, unseen.questions];
}

function inWords(row: Coverage): string {
  const [known, learning, unseen] = sizes(row);
  return `${known} known, ${learning} learning, ${unseen} unseen, ${round(row.known.credits)} of ${round(creditsOf(row))} credits known`;
}

function creditsOf({ known, learning, unseen }: Coverage): number {
  return known.credits + learning.credits + unseen.credits;
}

function numbers(row: Coverage): string[] {
  return [
    ...sizes(row).flatMap((size, i) => (i === 0 ? [String(size)] : ['/', String(size)])),
    ` ${round(row.known.credits)}`,
    'of',
    String(round(creditsOf(row))),
    'credits known',
  ];
}

/** Credits may be halves; their sum carries no noise. */
function round(credits: number): number {
  return Math.round(100 * credits) / 100;
}
