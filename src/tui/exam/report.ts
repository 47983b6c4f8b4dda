import { type ExamReport, reportOf } from '../../app/exam/report.ts';
import type { ExamState, Outcome } from '../../app/exam/state.ts';
import { creditsOfText } from '../../app/exam/worth.ts';
import { type StyledLine, styled } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { reportLines } from '../views/report-lines.ts';
import { answerList } from './answer-list.ts';
import { placeOf } from './places.ts';

/** What the exam came to. */
export function reportView(state: ExamState, outcome: Outcome, room: Room): View {
  const { columns: width, side, spoken } = room;
  const report = reportOf(state, outcome);
  return {
    place: placeOf(state, room, 'report'),
    corner: state.facts.code,
    body: reportLines(report, { width, isHeard: spoken }).slice(1),
    panel: summary(report, spoken),
    focus: [],
    side: side > 0 ? answerList(state, outcome, null, { ...room, columns: side }) : [],
  };
}

function summary({ passed, earned, credits }: ExamReport, spoken: boolean): readonly StyledLine[] {
  const sign = spoken ? '' : passed ? '✓ ' : '✗ ';
  const text = `${sign}${passed ? 'Passed' : 'Not passed'}: ${creditsOfText(earned, credits)}`;
  return [[styled(text, passed ? 'good' : 'bad')]];
}
