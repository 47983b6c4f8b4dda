import { type ExamReport, reportOf } from '../../app/exam/report.ts';
import type { ExamState, Outcome } from '../../app/exam/state.ts';
import { creditsOfText } from '../../app/exam/worth.ts';
import { resultSection, sharesSection, timeSection } from '../../pages/exam-report.ts';
import { type Page, sectionLines } from '../../pages/page.ts';
import { fromNotation, type StyledLine, styled } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { placeOf } from './places.ts';

/** What the exam came to. */
export function reportView(state: ExamState, outcome: Outcome, room: Room): View {
  const { columns: width, spoken } = room;
  const report = reportOf(state, outcome);
  const page: Page = { width, isHeard: spoken };
  const sections = [
    resultSection(report),
    sharesSection('By problem', report.problems, page),
    sharesSection('By topic', report.topics, page),
    timeSection(report),
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
