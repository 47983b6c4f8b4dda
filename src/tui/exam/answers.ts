import type { PartMark } from '../../answers/kind.ts';
import type { Mark } from '../../answers/parts.ts';
import { creditsOf, shownMark } from '../../app/exam/outcome.ts';
import { reportOf } from '../../app/exam/report.ts';
import type { ExamState, Outcome, Posed } from '../../app/exam/state.ts';
import { creditsOfText } from '../../app/exam/worth.ts';
import { minutesAndSeconds } from '../../app/tally.ts';
import { drawMark } from '../marks/marks.ts';
import { BLANK, hanging, inline, markdown, type StyledLine, styled, widthOf } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { reportLines } from '../views/report-lines.ts';
import { answerList } from './answer-list.ts';
import { windowed } from './beside.ts';
import { placeOf } from './places.ts';

/** After the report: the answers in a list, and each with its mark and solution. */

export function answersView(state: ExamState, outcome: Outcome, row: number, room: Room): View {
  const { side, spoken } = room;
  return {
    place: placeOf(state, room, 'answers'),
    corner: state.facts.code,
    body: answerList(state, outcome, row, room),
    panel: [],
    focus: [[row, row]],
    side: side > 0 ? reportLines(reportOf(state, outcome), { width: side, isHeard: spoken }).slice(1) : [],
  };
}

export function examMarkView(state: ExamState, outcome: Outcome, which: number, room: Room): View {
  const { columns: width, side, spoken } = room;
  const { problem, question } = state.questions[which] as Posed;
  const { variant, parts } = question;
  const { mark, replies } = shownMark(state, which);
  const several = parts.length > 1;
  const drawn = parts.flatMap((part, i) =>
    drawMark({ part, mark: mark.parts[i] as PartMark, reply: replies[i] ?? '', several, width, spoken }),
  );
  const asks = several
    ? parts.flatMap(({ name, ask }) => {
        const head = [styled(`  ${name}  `, 'strong')];
        return ask === '' ? [] : hanging(head, markdown(ask, width - widthOf(head)));
      })
    : [];
  const section = (title: string, text: string | null): readonly StyledLine[] =>
    text === null ? [] : [BLANK, [styled(title, 'heading')], ...markdown(text, width)];
  return {
    place: placeOf(state, room, question.number),
    corner: variant.template.id,
    body: [
      verdict(state, outcome, which),
      BLANK,
      ...drawn,
      ...section('Solution', variant.solution),
      ...section('The question again', variant.stem),
      ...asks,
      ...section(`Problem ${problem.number}`, problem.story),
    ],
    panel: [],
    focus: [],
    side: side > 0 ? windowed(answerList(state, outcome, which, { columns: side, spoken }), which, room.rows) : [],
  };
}

function verdict({ questions, spent }: ExamState, { marks, answered }: Outcome, which: number): StyledLine {
  const { question } = questions[which] as Posed;
  const mark = marks[which] as Mark;
  const earned = styled(`  ${creditsOfText(creditsOf(question, mark), question.credits)}`, 'muted');
  const time = (spent[which] ?? 0) >= 1000 ? [styled(`  in ${minutesAndSeconds(spent[which] ?? 0)}`, 'muted')] : [];
  const title = [styled('  '), ...inline(question.variant.template.title)];
  const rest = [earned, ...time, ...title];
  if (!answered[which]) return [styled('Not answered', 'muted'), ...rest];
  if (mark.credit === 1) return [styled('✓ Right', 'good'), ...rest];
  if (mark.credit === 0) return [styled('✗ Wrong', 'bad'), ...rest];
  return [styled('◐ Partly right', 'warning'), ...rest];
}
