import type { ExamReport, Share } from '../app/exam/report.ts';
import { creditsNumber, creditsOfText, worthText } from '../app/exam/worth.ts';
import { minutesAndSeconds } from '../app/tally.ts';
import { bars } from '../notation/charts/bars.ts';
import { innerWidth, type Page, type Section } from './page.ts';

/** What an exam came to, section by section: on the screen when it is over, and on the page that shows it again. */

export function resultSection(report: ExamReport): Section {
  const { earned, credits, pass, passed, self, answered, questions, forecast } = report;
  const own =
    self > 0 ? [`You granted yourself ${creditsNumber(self)} of these credits; the program marked the rest.`] : [];
  return {
    title: 'Result',
    blocks: [
      `${creditsOfText(earned, credits)}, ${credits > 0 ? Math.round((100 * earned) / credits) : 0} %.`,
      `${passed ? 'Passed' : 'Not passed'}: the line is at ${worthText(pass)}.`,
      ...own,
      `${answered} of ${questions} questions answered.`,
      ...(report.byTime ? ['The time ran out, and what was there was handed in.'] : []),
      ...(forecast ? [forecastText(forecast, earned)] : []),
    ],
  };
}

function forecastText(
  { expected, low, high, inside, guess }: NonNullable<ExamReport['forecast']>,
  earned: number,
): string {
  const where = inside ? 'inside' : earned < low ? 'below' : 'above';
  const told = `Expected were ${Math.round(expected)} credits, 9 times in 10 between ${Math.round(low)} and ${Math.round(high)}`;
  return guess
    ? `${told}. That was little more than a guess; the answers of this exam make the next one better.`
    : `${told}: the result lies ${where} that.`;
}

/** Bars of what was earned, what the student granted, and what was missed. */
export function sharesSection(title: string, shares: readonly Share[], page: Page): Section {
  const room = Math.max(12, Math.floor(innerWidth(page) * LABEL_SHARE));
  const chart = bars(
    {
      title,
      pieces: ['earned', 'granted by yourself', 'missed'],
      rows: shares.map(({ label, earned, self, credits }) => ({
        label: cut(label, page.isHeard ? Number.POSITIVE_INFINITY : room),
        values: [earned - self, self, credits - earned],
        text: `${creditsNumber(earned)} / ${creditsNumber(credits)}`,
        words: `${creditsOfText(earned, credits)}${self > 0 ? `, ${creditsNumber(self)} granted by yourself` : ''}`,
      })),
    },
    innerWidth(page),
  );
  return { title, blocks: [chart] };
}

/** Of the width, that labels may take. */
const LABEL_SHARE = 0.45;

function cut(label: string, room: number): string {
  return label.length <= room ? label : `${label.slice(0, room - 1).trimEnd()}…`;
}

export function timeSection({ usedMs, limitMs, longest }: ExamReport): Section | null {
  if (usedMs === null) return null;
  return {
    title: 'Time',
    blocks: [
      `${minutesAndSeconds(usedMs)} of ${minutesAndSeconds(limitMs)} used.`,
      ...(longest.length > 0 ? ['What took longest:'] : []),
      ...longest.map(({ number, title, ms }) => `${minutesAndSeconds(ms)}  ${number}  ${title}`),
    ],
  };
}
