import { type ExamReport, reportOf, type Share } from '../../app/exam/report.ts';
import type { ExamState, Outcome } from '../../app/exam/state.ts';
import { minutesAndSeconds } from '../../app/tally.ts';
import { bars } from '../../notation/charts/bars.ts';
import { innerWidth, type Page, type Section, sectionLines } from '../../pages/page.ts';
import { fromNotation, type StyledLine, styled } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { creditsNumber, creditsOfText, placeOf, worthText } from './places.ts';

/** What the exam came to. */
export function reportView(state: ExamState, outcome: Outcome, room: Room): View {
  const { columns: width, spoken } = room;
  const report = reportOf(state, outcome);
  const page: Page = { width, isHeard: spoken };
  const sections = [
    resultOf(report),
    byShare('By problem', report.problems, page),
    byShare('By topic', report.topics, page),
    timeOf(report),
  ];
  const body = sections.flatMap(section => (section ? sectionLines(section, page) : [])).map(fromNotation);
  return {
    place: placeOf(state, room, 'report'),
    corner: state.facts.code,
    body: body.slice(1),
    panel: summary(report, spoken),
    focus: [],
  };
}

function summary({ passed, earned, credits }: ExamReport, spoken: boolean): readonly StyledLine[] {
  const sign = spoken ? '' : passed ? '✓ ' : '✗ ';
  const text = `${sign}${passed ? 'Passed' : 'Not passed'}: ${creditsOfText(earned, credits)}`;
  return [[styled(text, passed ? 'good' : 'bad')]];
}

function resultOf(report: ExamReport): Section {
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
      ...(forecast ? [forecastText(forecast, earned)] : []),
    ],
  };
}

function forecastText({ expected, low, high, inside }: NonNullable<ExamReport['forecast']>, earned: number): string {
  const where = inside ? 'inside' : earned < low ? 'below' : 'above';
  return `Expected were ${Math.round(expected)} credits, 9 times in 10 between ${Math.round(low)} and ${Math.round(high)}: the result lies ${where} that.`;
}

/** Bars of what was earned, what the student granted, and what was missed. */
function byShare(title: string, shares: readonly Share[], page: Page): Section {
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

function timeOf({ usedMs, limitMs, byTime, longest }: ExamReport): Section | null {
  if (usedMs === null) return null;
  return {
    title: 'Time',
    blocks: [
      `${minutesAndSeconds(usedMs)} of ${minutesAndSeconds(limitMs)} used.`,
      ...(byTime ? ['The time ran out, and what was there was handed in.'] : []),
      ...(longest.length > 0 ? ['What took longest:'] : []),
      ...longest.map(({ number, title, ms }) => `${minutesAndSeconds(ms)}  ${number}  ${title}`),
    ],
  };
}
